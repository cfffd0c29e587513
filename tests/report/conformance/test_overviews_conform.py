"""The campaign: every overview is accessible (PDF/UA-1) and archivable (PDF/A-2a), as three
checkers find, of which veraPDF is the one by which others are judged; and its tables are read aloud
as they are.
"""

from pathlib import Path

import pytest

from tests.report.conformance.any_report import MIXED, printings
from tests.report.conformance.checkers import all_problems, pages, quick_problems
from tests.report.conformance.overviews import (
    SHARED_CASES,
    example_logbook,
    made_up,
    printed,
    published,
    recovery_page,
)
from tests.report.conformance.tables_read import assert_is_read
from tests.services.test_published_figures import CASES

pytestmark = pytest.mark.campaign


def test_every_published_year_conforms_at_every_level(tmp_path: Path) -> None:
    pdfs = {each.name: printed(each) for each in published(tmp_path)}

    assert len(pdfs) == 36
    assert all_problems(pdfs, tmp_path) == ""


def test_the_published_cases_are_those_that_were_handed_over() -> None:
    """Where the handed-over ones are at hand; a new one then asks to be tried as well."""
    for handed in sorted(SHARED_CASES.glob("*.csv")):
        assert (CASES / handed.name).read_bytes() == handed.read_bytes(), handed.name


def test_every_kind_of_overview_and_the_recovery_sheet_conform(tmp_path: Path) -> None:
    kinds = list(made_up())
    pdfs = {each.name: printed(each) for each in kinds}

    assert len(pdfs) == 23
    assert all_problems({**pdfs, "recovery sheet": recovery_page()}, tmp_path) == ""
    for each in kinds:
        assert_is_read(each, pdfs[each.name])


@pytest.mark.usefixtures("cheap_program")
def test_all_that_the_example_logbook_issues_conforms(tmp_path: Path) -> None:
    pdfs = dict(example_logbook(tmp_path))

    assert len(pdfs) == 10
    assert all_problems(pdfs, tmp_path) == ""


def test_fifty_random_reports_conform(tmp_path: Path) -> None:
    fifty = list(printings(50))
    pdfs = {each.name: printed(each) for each in fifty}
    lengths = set(map(pages, pdfs.values()))

    assert all_problems(pdfs, tmp_path) == ""
    for each in fifty:
        assert_is_read(each, pdfs[each.name])
    assert len(lengths & set(range(1, 15))) >= 11
    assert max(lengths) >= 13


def test_250_random_reports_of_one_to_fourteen_pages_conform() -> None:
    lengths, wrong = set(), []
    for each in printings(250, MIXED):
        pdf = printed(each)
        lengths.add(pages(pdf))
        wrong += [f"{each.name}: {problem}" for problem in quick_problems(pdf)]

    assert wrong == []
    assert lengths >= set(range(1, 15))
