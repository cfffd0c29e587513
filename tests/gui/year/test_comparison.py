"""Rows of the year screen: the counsellor's half and HR's half."""

import pytest

from tests.gui.year.views import view
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.disclosure.protector import Why
from vp_logboek.domain.safe_report import Mark
from vp_logboek.domain.tables import TableCode
from vp_logboek.gui.year.cells import Cell
from vp_logboek.gui.year.compared import ComparedRow, Comparison
from vp_logboek.gui.year.comparison import Sides, compare
from vp_logboek.gui.year.sheets import my_sheet
from vp_logboek.gui.year.their_sheet import their_sheet
from vp_logboek.services.yearly_report import YearView

NUMBERS = {"pesten": 7, "stalking": 2, "met_collega": 6, "fysiek": 1, "procedurevraag": 8}


def compared(
    year: YearView, code: TableCode = TableCode.SUBJECT, before: YearView | None = None
) -> Comparison:
    earlier = before.tally.table(code) if before else None
    return compare(
        Sides(year.tally.table(code), earlier, year.report.table(code), year.protected.reasons)
    )


def row(found: Comparison, label: str) -> ComparedRow:
    return next(one for one in found.rows if one.mine and one.mine.label == label)


def test_a_small_class_is_exact_for_the_counsellor_and_a_mark_for_hr() -> None:
    one = row(compared(view(NUMBERS)), "Onveiligheid")
    assert one.mine is not None
    assert one.mine.now == (1,)
    assert one.theirs is not None
    assert one.theirs.figures == (Mark.HIDDEN,)
    assert one.theirs.why == (Why.SMALL,)


def test_a_part_that_hr_does_not_see_says_where_it_is() -> None:
    one = row(compared(view(NUMBERS)), "Stalking")
    assert one.theirs is None
    assert one.inside == "Ongewenste omgangsvormen"


def test_a_part_below_a_shown_rest_is_inside_that_rest() -> None:
    found = compared(view({**NUMBERS, "agressie": 1}))
    assert row(found, "Stalking").inside == "overig"
    rest = next(one for one in found.rows if one.mine is None)
    assert rest.theirs is not None
    assert rest.theirs.figures == (3,)


def test_parts_of_which_there_are_none_take_no_room() -> None:
    labels = [one.mine.label for one in compared(view(NUMBERS)).rows if one.mine]
    assert "Agressie en geweld" not in labels


def test_a_part_of_last_year_alone_is_kept_beside_a_zero() -> None:
    found = compared(view(NUMBERS), before=view({"agressie": 4}))
    one = row(found, "Agressie en geweld")
    assert one.mine is not None
    assert (one.mine.now, one.mine.before, one.inside) == ((0,), (4,), None)


def test_the_key_figures_are_a_row_for_each_unit_and_never_bars() -> None:
    found = compared(view(NUMBERS), TableCode.KEY)
    assert [one.mine.label for one in found.rows if one.mine] == [
        "melders", "gesprekken", "dossiers", "uren",
    ]  # fmt: skip
    assert not found.comparable


def test_what_the_hidden_cells_are_together_is_said_with_its_unit() -> None:
    assert compared(view(NUMBERS)).together == "Niet getoond, samen: 10 melders"


def test_without_a_threshold_both_halves_have_the_same_numbers() -> None:
    found = compared(view(NUMBERS, Level.NONE))
    for one in found.rows:
        if one.mine and one.theirs:
            assert one.mine.now == one.theirs.figures


def test_wholes_leave_out_the_parts_and_nothing_else() -> None:
    found = compared(view(NUMBERS))
    assert found.has_parts
    assert [one.mine.label for one in found.wholes().rows if one.mine] == [
        "Integriteit", "Ongewenste omgangsvormen", "Arbeidsconflict", "Onveiligheid",
        "Advies algemeen", "Totaal",
    ]  # fmt: skip


@pytest.mark.parametrize("code", TableCode)
@pytest.mark.parametrize("level", Level)
def test_both_sheets_of_every_table_are_rectangular(code: TableCode, level: Level) -> None:
    found = compared(view(NUMBERS, level), code, view({"pesten": 2}))
    for sheet in (my_sheet(found, "2025", "2024"), their_sheet(found, "2025", exact=False)):
        assert {len(cells) for cells in sheet.rows} <= {len(sheet.headers)}


def hidden(year: YearView) -> list[Cell]:
    sheet = their_sheet(compared(year), "2025", exact=False)
    return [cell for cells in sheet.rows for cell in cells if cell.text == Mark.HIDDEN.value]


def test_a_hidden_cell_is_the_same_whatever_its_number() -> None:
    one = hidden(view({"pesten": 9, "fysiek": 1, "procedurevraag": 2, "met_collega": 9}))
    other = hidden(view({"pesten": 9, "fysiek": 2, "procedurevraag": 1, "met_collega": 9}))
    assert one
    assert one == other


def test_lengths_for_hr_come_from_shown_numbers_alone() -> None:
    """Two larger classes; hiding one of them may not show in the length of the other."""
    year = view({"pesten": 20, "fysiek": 1, "met_collega": 5})
    sheet = their_sheet(compared(year), "2025", exact=False)
    longest = max(c.bar.now for cells in sheet.rows for c in cells if c.bar and c.has_bar)
    assert longest == 1.0
