"""On what the program makes, the leak check finds nothing: every kind of overview, every level."""

import io
from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pytest
from hypothesis import given, settings

from tests.report.leaks.check import findings, of_any_paper
from tests.report.leaks.layout import take_apart
from tests.report.several import side_by_side, together
from tests.report.years import (
    ZUID_HOLLAND,
    eight,
    few,
    full_year,
    report_of,
    reports,
    year_with,
    zuid_holland,
)
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.recovery_sheet import sheet_of
from vp_logboek.domain.safe_report import Mark, SafeReport
from vp_logboek.report import recovery_sheet
from vp_logboek.report.yearly import render

MAKERS: dict[str, Callable[[], SafeReport]] = {
    **{f"a year, {level.label}": lambda level=level: zuid_holland(level) for level in Level},  # type: ignore[misc]
    "a year of a name with signs": lambda: replace(
        zuid_holland(), organisation="Stichting “De Één & Ander” (<2>), 's-Hertogenbosch"
    ),
    "too few": few,
    "just enough": eight,
    "an example": lambda: report_of(year_with(ZUID_HOLLAND), Level.WIDE, example=True),
    "organisations together": together,
    "years side by side": side_by_side,
    "five years side by side": lambda: side_by_side(
        Level.STRICT, ("2019", "2020", "2021", "2022", "2023")
    ),
    "an exact year side by side": lambda: side_by_side(Level.NONE),
    "a year with everything": lambda: report_of(full_year()),
}


@pytest.mark.parametrize("made", MAKERS.values(), ids=MAKERS)
def test_there_is_nothing_in_an_overview_but_the_page(made: Callable[[], SafeReport]) -> None:
    report = made()

    assert findings(render(report), report) == []


@pytest.mark.parametrize("edition", [1, 2, 12])
@pytest.mark.parametrize("concept", [False, True])
def test_nor_in_a_concept_or_a_revised_edition(concept: bool, edition: int) -> None:
    report = report_of(year_with(ZUID_HOLLAND), Level.NONE, example=True)

    assert findings(render(report, concept, edition), report, edition) == []


def test_nor_is_there_anything_of_the_machine_in_a_recovery_sheet() -> None:
    sheet = sheet_of(bytes(range(100, 132)), b"VPL1" + bytes(range(12)))

    assert of_any_paper(recovery_sheet.render(sheet)) == []


def test_another_reader_of_pdf_sees_the_same_objects_and_no_fault() -> None:
    pdf = render(zuid_holland())
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert document.check_pdf_syntax() == []
        assert len(document.objects) == len(take_apart(pdf).things)
        assert not document.is_encrypted
        assert not document.is_linearized


def test_the_report_of_another_year_is_found_out() -> None:
    """The control: the check holds the file against the report, not only against itself."""
    report = zuid_holland()
    other = report_of(year_with(ZUID_HOLLAND | {"integriteit_overig": 7}))

    assert any(said.startswith("figures") for said in findings(render(other), report))


def test_an_edition_that_is_not_told_of_is_found_out() -> None:
    report = zuid_holland()

    assert any("figures: 3" in said for said in findings(render(report, edition=3), report))


@pytest.mark.campaign
@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("concept", [False, True])
@pytest.mark.parametrize("melders", [3, 15, 60, 200, 900])
def test_years_of_every_size_at_every_level(level: Level, concept: bool, melders: int) -> None:
    report = report_of(full_year(melders), level)

    assert findings(render(report, concept, 2), report, 2) == []


STRICT = ("bytes", "objects", "fonts", "page", "metadata", "figures")
"""The parts that hold for labels of any letters too: those have no words and break anywhere."""


@pytest.mark.campaign
@settings(max_examples=60)
@given(reports())
def test_any_report_at_all_gives_a_file_of_the_same_kind(report: SafeReport) -> None:
    found = findings(render(report), report)

    assert [said for said in found if said.startswith(STRICT)] == []


def test_a_hidden_figure_has_no_number_in_the_report_either() -> None:
    figures = [row.figures for table in zuid_holland().tables for row in table.rows]

    assert any(Mark.HIDDEN in row for row in figures)
