"""Which figures can be told that were given before, and whether they can be so."""

import pytest

from tests.gui.year.views import view
from vp_logboek.domain.conversation import Intervention
from vp_logboek.domain.disclosure.told import is_reckoned_with
from vp_logboek.domain.outside import Outside
from vp_logboek.domain.tables import TableCode
from vp_logboek.gui.export import given
from vp_logboek.gui.export.given import TOTAL, Key

PESTEN: Key = (TableCode.SUBJECT, "pesten")
MANNERS: Key = (TableCode.SUBJECT, "ongewenste_omgangsvormen")
CONFLICT: Key = (TableCode.SUBJECT, "arbeidsconflict")
LISTENED: Key = (TableCode.INTERVENTIONS, next(iter(Intervention)).value)


@pytest.fixture(scope="module")
def tables() -> tuple[given.GivenTable, ...]:
    return given.tables_of(view({"pesten": 9, "met_collega": 6}).tally)


@pytest.mark.parametrize(
    "typed,number",
    [("6", 6), (" 12 ", 12), ("0", 0), ("", None), ("-1", None), ("1,5", None), ("zes", None),
     ("²", None), ("٣", None), ("10000", None)],
)  # fmt: skip
def test_only_whole_numbers_are_figures(typed: str, number: int | None) -> None:
    assert given.number_of(typed) == number


@pytest.mark.parametrize(
    "numbers,wrong",
    [
        ({TOTAL: 6, PESTEN: 6}, []),
        ({PESTEN: 6}, []),
        ({TOTAL: 6, PESTEN: 7}, [PESTEN]),
        ({MANNERS: 3, PESTEN: 4}, [PESTEN]),
        ({TOTAL: 6, MANNERS: 4, CONFLICT: 3}, [CONFLICT]),
        ({TOTAL: 6, MANNERS: 4, CONFLICT: 2}, []),
        ({TOTAL: 6, LISTENED: 7}, [LISTENED]),
    ],
)
def test_a_part_is_no_more_than_its_whole(
    tables: tuple[given.GivenTable, ...], numbers: dict[Key, int], wrong: list[Key]
) -> None:
    assert list(given.problems(tables, numbers)) == wrong


def test_what_was_told_is_summed_up_with_the_total_first(
    tables: tuple[given.GivenTable, ...],
) -> None:
    assert given.named(tables, {PESTEN: 3, TOTAL: 6}) == "melders in totaal 6, Pesten 3"


def test_figures_that_count_no_melders_cannot_be_told(
    tables: tuple[given.GivenTable, ...],
) -> None:
    codes = {table.code for table in tables}
    assert TableCode.SUBJECT in codes
    assert not codes & {TableCode.ACTIVITIES, TableCode.TALK_SUBJECT, TableCode.KEY}


def test_the_totals_are_those_of_melders_talks_and_dossiers() -> None:
    tally = view({"pesten": 9, "met_collega": 6}).tally
    totals = given.totals_of(tally)
    assert [row.key[1] for row in totals] == ["totaal", "gesprekken", "dossiers"]
    assert totals[0].counted == tally.melders == 15
    assert all(is_reckoned_with(tally, Outside(*row.key, 3)) for row in totals)
