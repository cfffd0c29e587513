"""Any table is read aloud as the SafeReport has it: heads, rows and figures, each in its place.

The campaign does the same with every overview that it checks.
"""

import pytest
from pikepdf import Name, Pdf

from tests.report.conformance.any_report import Printing, printings
from tests.report.conformance.overviews import printed
from tests.report.conformance.surgery import first, remade
from tests.report.conformance.tables_read import assert_is_read
from vp_logboek.domain.safe_report import ReportKind

FEW = (3, 9, 13, 18)


@pytest.fixture(scope="module")
def few() -> dict[int, Printing]:
    fifty = list(printings(50))
    return {number: fifty[number] for number in FEW}


@pytest.mark.parametrize("number", FEW)
def test_the_tables_of_a_few_random_reports_are_read_as_they_are(
    few: dict[int, Printing], number: int
) -> None:
    assert_is_read(few[number], printed(few[number]))


def test_the_few_have_a_table_over_more_pages_and_are_of_every_kind(
    few: dict[int, Printing],
) -> None:
    reports = [each.report for each in few.values()]

    assert max(len(table.rows) for report in reports for table in report.tables) > 150
    assert {report.kind for report in reports} == set(ReportKind)


def test_a_figure_in_another_row_is_seen(few: dict[int, Printing]) -> None:
    def turned(pdf: Pdf) -> None:
        body = first(pdf, "/TBody")
        body.K = list(reversed(list(body.K)))

    def headless(pdf: Pdf) -> None:
        first(pdf, "/TBody").K[0].K[0].S = Name("/TD")

    good = printed(few[3])
    assert_is_read(few[3], remade(good))
    for fault in (turned, headless):
        with pytest.raises(AssertionError):
            assert_is_read(few[3], remade(good, fault))
