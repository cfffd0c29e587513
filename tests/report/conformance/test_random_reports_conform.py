"""In every run of the tests: random reports conform, as two quick checkers find, and reach what
they should. Forty take some five seconds of one core; 250 are a campaign.
"""

from itertools import combinations, islice, product

import pytest

from tests.report.conformance.any_report import LENGTHS, SHORTER, printings
from tests.report.conformance.any_table import CHART_PATTERNS, ROW_PATTERNS
from tests.report.conformance.checkers import quick_problems
from tests.report.conformance.overviews import printed, recovery_page
from vp_logboek.domain.safe_report import Mark, ReportKind, SafeReport
from vp_logboek.domain.tables import RowKind, TableCode

Pattern = tuple[Mark | None, ...]


@pytest.mark.parametrize("part", range(4))
def test_forty_random_reports_conform(part: int) -> None:
    for each in islice(printings(40, SHORTER), part, None, 4):
        assert list(quick_problems(printed(each))) == [], each.name


def test_the_recovery_sheet_conforms() -> None:
    assert list(quick_problems(recovery_page())) == []


# --- what the random reports reach ------------------------------------------------------------


@pytest.mark.parametrize("count, lengths", [(40, SHORTER), (50, LENGTHS)])
def test_they_reach_every_kind_and_every_pattern_of_a_row(
    count: int, lengths: tuple[int, ...]
) -> None:
    made = list(printings(count, lengths))
    reports = [each.report for each in made]

    assert set().union(*map(_row_patterns, reports)) >= set(ROW_PATTERNS)
    assert {report.kind for report in reports} == set(ReportKind)
    assert {report.level for report in reports} >= {"Ruim", "Standaard", "Streng", "Zonder drempel"}
    assert {(each.concept, each.edition > 1) for each in made} >= {(False, False), (True, True)}
    assert any(report.example for report in reports)
    assert any(report.fewer_than for report in reports)
    assert max(len(table.rows) for report in reports for table in report.tables) > 200


@pytest.mark.parametrize("count", [50, 250])
def test_any_two_bars_of_a_chart_show_or_hide_in_every_way(count: int) -> None:
    patterns = set(filter(None, (_chart_pattern(each.report) for each in printings(count))))
    ways = set(product((None, *Mark), repeat=2))

    assert patterns <= set(CHART_PATTERNS)
    assert len(patterns) > 0.7 * min(count, len(CHART_PATTERNS))
    for one, other in combinations(range(5), 2):
        assert {(pattern[one], pattern[other]) for pattern in patterns} == ways


def _row_patterns(report: SafeReport) -> set[Pattern]:
    rows = [row.figures for table in report.tables for row in table.rows]
    return {tuple(one if isinstance(one, Mark) else None for one in row) for row in rows}


def _chart_pattern(report: SafeReport) -> Pattern | None:
    """What the five main classes show in the chart."""
    for table in report.tables:
        if table.code in (TableCode.SUBJECT, TableCode.TALK_SUBJECT):
            tops = [row.figures[0] for row in table.rows if row.kind is RowKind.TOP]
            return tuple(figure if isinstance(figure, Mark) else None for figure in tops)
    return None
