"""What we print passes the self-check, with the figures counted; any other report does not."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.report.several import side_by_side, together
from tests.report.years import eight, few, full_year, report_of, reports, zuid_holland
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.errors_report import Fault, OverviewRefused
from vp_logboek.domain.safe_report import SafeReport
from vp_logboek.messages import told
from vp_logboek.report.selfcheck.overview import check
from vp_logboek.report.yearly import render

REPORTS = {
    "zuid-holland": zuid_holland(),
    "zuid-holland-exact": zuid_holland(Level.NONE),
    "zuid-holland-wide": zuid_holland(Level.WIDE),
    "full": report_of(full_year()),
    "full-strict": report_of(full_year(90), Level.STRICT),
    "few": few(),
    "eight": eight(),
    "together": together(),
    "years": side_by_side(),
    "example": replace(zuid_holland(), example=True),
}


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_what_is_printed_passes(report: SafeReport) -> None:
    checked = check(render(report), report, False, 1)

    assert checked.pages > 0
    assert checked.tables <= len(report.tables)


@pytest.mark.parametrize("name", ["few", "years", "full-strict"])
def test_a_concept_of_a_revised_edition_passes(name: str) -> None:
    check(render(REPORTS[name], True, 2), REPORTS[name], True, 2)


def test_what_was_compared_is_counted() -> None:
    checked = check(render(few()), few(), False, 1)

    # one tile, and three activities with a number and hours
    assert (checked.pages, checked.figures, checked.tables) == (1, 7, 1)
    assert checked.texts > 50


@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reports(), st.booleans(), st.integers(1, 3))
def test_any_report_passes(report: SafeReport, concept: bool, edition: int) -> None:
    check(render(report, concept, edition), report, concept, edition)


@pytest.mark.campaign
@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reports(), st.booleans(), st.integers(1, 3))
def test_many_reports_pass(report: SafeReport, concept: bool, edition: int) -> None:
    check(render(report, concept, edition), report, concept, edition)


PRINTED = render(zuid_holland())
OTHERS = {
    "another organisation": replace(zuid_holland(), organisation="Gemeente Elders"),
    "another year": replace(zuid_holland(), year="2024"),
    "another level": zuid_holland(Level.STRICT),
    "exact figures": zuid_holland(Level.NONE),
    "an example": replace(zuid_holland(), example=True),
    "a table less": replace(zuid_holland(), tables=zuid_holland().tables[:-1]),
    "more organisations": together(),
    "more years": side_by_side(),
}


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
def test_an_overview_is_refused_for_another_report(other: SafeReport) -> None:
    with pytest.raises(OverviewRefused):
        check(PRINTED, other, False, 1)


@pytest.mark.parametrize("concept, edition", [(True, 1), (False, 2)])
def test_a_concept_is_not_an_edition_and_an_edition_not_another(
    concept: bool, edition: int
) -> None:
    with pytest.raises(OverviewRefused):
        check(render(few(), concept, edition), few(), False, 1)
    with pytest.raises(OverviewRefused):
        check(render(few()), few(), concept, edition)


@pytest.mark.parametrize("fault", Fault)
def test_a_refusal_is_told_in_three_parts_with_its_code_and_no_content(fault: Fault) -> None:
    message = told(OverviewRefused(fault, "pagina 2"))

    assert f"(code: {fault.value}, pagina 2)" in message.what
    assert "Er is geen PDF gemaakt." in message.safe
    assert "makers" in message.todo


@pytest.mark.parametrize("name", [" ", "\u200b", "Jan\u00a0 de  Vries", "–", "…", "A" * 300])
def test_no_odd_name_is_refused(name: str) -> None:
    assert render(replace(zuid_holland(), organisation=name))
