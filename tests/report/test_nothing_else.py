"""What the page says of itself, and what it never says. The leak check itself is in ``leaks``."""

import io
import re
from dataclasses import replace

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.making import talk
from tests.report.years import ZUID_HOLLAND, few, full_year, report_of, year_with, zuid_holland
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.facts import Facts
from vp_logboek.domain.safe_report import Mark, SafeReport
from vp_logboek.domain.tables import TableCode
from vp_logboek.domain.tally import Tally
from vp_logboek.report.yearly import render


def test_title_language_and_what_the_window_shows() -> None:
    report = replace(zuid_holland(), organisation="Provincie Zuid-Holland", year="2019")
    with pikepdf.open(io.BytesIO(render(report))) as document:
        expected = "Jaaroverzicht vertrouwenspersoon 2019 – Provincie Zuid-Holland"
        assert str(document.trailer.Info.Title) == expected
        assert str(document.Root.Lang) == "nl-NL"
        assert document.Root.ViewerPreferences.DisplayDocTitle is True


def _with_talks(year: Facts, dossiers: list[int]) -> Facts:
    more = tuple(talk(number, year.dossiers[number].subject) for number in dossiers)
    return replace(year, talks=year.talks + more)


hidden_pairs = st.sampled_from([(0, 2), (1, 1), (2, 0)])
"""Melders under two subjects that are both hidden at Standaard, together always two."""


@pytest.mark.campaign
@settings(max_examples=15)
@given(hidden_pairs, hidden_pairs, st.lists(st.integers(2, 20), max_size=4))
def test_years_that_differ_only_in_what_is_hidden_give_the_same_bytes(
    one: tuple[int, int], other: tuple[int, int], more_talks: list[int]
) -> None:
    years = [
        year_with(ZUID_HOLLAND | {"integriteit_overig": first, "discriminatie": second})
        for first, second in (one, other)
    ]
    years[1] = _with_talks(years[1], more_talks)
    reports = [report_of(year) for year in years]

    assert reports[0] == reports[1]
    assert render(reports[0]) == render(reports[1])
    differ = one != other or bool(more_talks)
    assert (Tally.of(years[0]) != Tally.of(years[1])) == differ
    assert (_exact(years[0]) != _exact(years[1])) == differ, "the control: exact pages do differ"


def _exact(year: Facts) -> bytes:
    return render(report_of(year, Level.NONE))


def test_a_hidden_cell_is_a_mark_without_a_number() -> None:
    subject = zuid_holland().table(TableCode.SUBJECT)
    assert subject is not None
    hidden = {row.code: row.figures for row in subject.rows if Mark.HIDDEN in row.figures}

    assert hidden == {"integriteit": (Mark.HIDDEN,), "discriminatie": (Mark.HIDDEN,)}


@pytest.mark.parametrize("report", [zuid_holland(), report_of(full_year()), few()])
def test_there_is_no_share_arrow_or_ranking_on_the_page(report: SafeReport) -> None:
    text = render(report).decode("latin-1")

    shown = "".join(re.findall(r"\((.*?)\) Tj", text))
    assert "melders" in shown
    for sign in ("%", "‰", "→", "↑", "↓", "procent", "aandeel", "meeste", "minste"):
        assert sign not in shown
