"""Years side by side show what was issued, literally, and no sum that one of them hides."""

from dataclasses import replace

import pytest

from tests.disclosure.pages.auditing import draw_of, random_year
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.disclosure.protector import protect
from vp_logboek.domain.disclosure.years import side_by_side
from vp_logboek.domain.period import ReportingYear
from vp_logboek.domain.safe_report import Mark, ReportKind, SafeReport
from vp_logboek.domain.subjects import MainClass
from vp_logboek.domain.tables import RowKind, TableCode
from vp_logboek.domain.tally import Tally


def year(number: int, melders: int) -> Tally:
    return replace(random_year(number, melders), period=ReportingYear(number))


def issued(number: int, melders: int, level: Level = Level.STANDARD) -> SafeReport:
    return protect(year(number, melders), level, draw_of(number)).report


YEARS = [issued(2021, 40), issued(2022, 9), issued(2023, 70), issued(2024, 3)]
EXACT = [issued(n, 15, Level.NONE) for n in (2021, 2022, 2023)]


@pytest.mark.parametrize("reports", [YEARS, YEARS[:3], EXACT, [*EXACT, issued(2024, 40)]])
def test_every_figure_was_issued_and_every_sum_adds_what_is_shown(
    reports: list[SafeReport],
) -> None:
    shown = side_by_side(reports)

    assert shown.kind is ReportKind.YEARS
    assert shown.parts == tuple(report.year for report in reports)
    for table in shown.tables:
        assert [column.label for column in table.columns] == [*shown.parts, "samen"]
        rows = [row.figures for row in table.rows] + ([table.total] if table.total else [])
        for *figures, together in rows:
            numbers = [figure for figure in figures if isinstance(figure, int)]
            assert together == (sum(numbers) if len(numbers) == len(figures) else Mark.HIDDEN)
    for position, report in enumerate(reports):
        for table in shown.tables[1:]:
            was = report.table(table.code)
            for row in table.rows:
                found = [r.figures[0] for r in (was.rows if was else ()) if r.code == row.code]
                left_out = 0 if report.exact and row.kind is not RowKind.OWN_COLUMN else Mark.HIDDEN
                if found or row.code != "niet_ingevuld":
                    assert row.figures[position] == (found or [left_out])[0], (table.code, row)


def test_a_year_below_its_threshold_is_a_mark_and_so_is_the_sum() -> None:
    table = side_by_side(YEARS).table(TableCode.KEY)

    assert table is not None
    assert table.rows[0].figures == (40, 9, 70, Mark.HIDDEN, Mark.HIDDEN)


def test_leaves_have_no_row() -> None:
    kinds = {row.kind for table in side_by_side(YEARS).tables for row in table.rows}

    assert not kinds & {RowKind.LEAF, RowKind.REST}


def test_levels_that_changed_are_told_with_their_years() -> None:
    reports = [issued(2021, 40, Level.WIDE), issued(2022, 40), issued(2023, 40)]
    shown = side_by_side(reports)

    assert shown.level == "Ruim (2021), Standaard (2022, 2023)"
    assert [(held.years, held.level) for held in shown.held] == [
        (("2021",), "Ruim"), (("2022", "2023"), "Standaard"),
    ]  # fmt: skip
    assert (shown.subject_threshold, shown.characteristic_threshold) == (3, 5)
    assert side_by_side(YEARS).level == "Standaard"


def test_a_year_in_which_a_class_was_outside_the_remit_has_a_dash() -> None:
    table = YEARS[0].table(TableCode.SUBJECT)
    assert table is not None
    rows = tuple(
        replace(row, figures=(Mark.OUTSIDE,)) if row.code == MainClass.INTEGRITY else row
        for row in table.rows
    )
    outside = replace(
        YEARS[0],
        tables=tuple(replace(t, rows=rows) if t is table else t for t in YEARS[0].tables),
    )
    shown = side_by_side([outside, *EXACT[1:]]).table(TableCode.SUBJECT)
    always = side_by_side([outside] * 3).table(TableCode.SUBJECT)

    assert shown is not None
    assert always is not None
    assert shown.rows[0].figures[0] is Mark.OUTSIDE
    assert shown.rows[0].figures[-1] is Mark.HIDDEN
    assert set(always.rows[0].figures) == {Mark.OUTSIDE}
