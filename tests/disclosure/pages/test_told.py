"""What was told of another table than a page reckons with is refused; of talks it hides totals."""

import pytest

from tests.disclosure.pages.auditing import draw_of
from tests.domain.making import dossier, facts, person, talk
from vp_logboek.domain.disclosure import protector, together
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.disclosure.problems import COUNTING_MELDERS
from vp_logboek.domain.disclosure.protector import protect
from vp_logboek.domain.disclosure.together import IssuedPart, protect_together
from vp_logboek.domain.errors_release import UnknownFigure
from vp_logboek.domain.outside import Outside
from vp_logboek.domain.safe_report import Mark, SafeReport
from vp_logboek.domain.tables import TableCode
from vp_logboek.domain.tally import Tally

TALKS = Outside(TableCode.KEY, "gesprekken", 9)
DOSSIERS = Outside(TableCode.KEY, "dossiers", 0)


def year(melders: int, dossiers: int, talks: int, name: str = "Gemeente Aa") -> Tally:
    """So many of each, all under one subject."""
    matters = {n: dossier("pesten", person(n % melders)) for n in range(dossiers)}
    held = [talk(n % dossiers) for n in range(talks)]
    counted = Tally.of(facts(held, matters))
    return Tally(name, counted.period, counted.tables)


YEAR = year(20, 30, 60)


def key(report: SafeReport) -> tuple[object, ...]:
    table = report.table(TableCode.KEY)
    assert table is not None
    return table.rows[0].figures[:3]


def page(*outside: Outside, tally: Tally = YEAR, level: Level = Level.STANDARD) -> SafeReport:
    return protect(tally, level, draw_of(0), outside).report


@pytest.mark.parametrize("told", [TALKS, DOSSIERS])
def test_of_who_was_told_of_talks_or_dossiers_their_totals_are_hidden(told: Outside) -> None:
    assert key(page()) == (20, 60, 30)
    assert key(page(told)) == (20, Mark.HIDDEN, Mark.HIDDEN)


def test_control_the_totals_would_be_shown_beside_what_was_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(protector, "tells_of_talks", lambda _: False)

    assert key(page(TALKS)) == (20, 60, 30)


UNKNOWN = [
    Outside(table.code, table.lines[0].code, 3)
    for table in YEAR.tables
    if table.code not in (TableCode.KEY, *COUNTING_MELDERS) and table.lines
]
UNKNOWN += [Outside(TableCode.KEY, "uren", 3), Outside(TableCode.SUBJECT, "onzin", 3)]


@pytest.mark.parametrize("told", UNKNOWN, ids=lambda told: f"{told.table.value}/{told.row}")
@pytest.mark.parametrize("level", [Level.WIDE, Level.STANDARD, Level.STRICT])
def test_what_a_page_cannot_reckon_with_is_refused(told: Outside, level: Level) -> None:
    with pytest.raises(UnknownFigure, match=f"{told.table.value}/{told.row}=3"):
        page(told, level=level)


@pytest.mark.parametrize("told", UNKNOWN)
def test_without_thresholds_there_is_nothing_to_reckon_with(told: Outside) -> None:
    assert page(told, level=Level.NONE) == page(level=Level.NONE)


def test_every_row_that_counts_melders_can_be_told() -> None:
    rows = [(code, line.code) for code in COUNTING_MELDERS for line in YEAR.table(code).lines]

    assert page(*(Outside(*row, 0) for row in rows)).tables


def sum_of(*parts: tuple[Tally, tuple[Outside, ...]]) -> SafeReport:
    issued = [
        IssuedPart(tally, page(*outside, tally=tally), Level.STANDARD, outside)
        for tally, outside in parts
    ]
    return protect_together(issued, "Samen", draw_of(1)).report


SILENT = year(20, 22, 60, "Gemeente Bee")


def test_in_a_sum_the_totals_of_talks_are_hidden_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    assert key(page(tally=SILENT)) == (20, Mark.HIDDEN, Mark.HIDDEN)
    parts = ((YEAR, (TALKS,)), (SILENT, ()))

    assert key(sum_of(*parts)) == (40, Mark.HIDDEN, Mark.HIDDEN)
    monkeypatch.setattr(together, "tells_of_talks", lambda _: False)
    assert key(sum_of(*parts)) == (40, 120, 52)
