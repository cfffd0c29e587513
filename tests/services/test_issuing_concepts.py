"""Concepts of one year side by side: all are drawn alike, and as what is issued after them."""

from pathlib import Path

import pytest

from tests.services.releasing import TODAY, a_year, issue, same_draw
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.ledger import Release, ReleaseKind, Scope
from vp_logboek.domain.organisation import FROM_THE_START, LevelChoice, Organisation
from vp_logboek.domain.safe_report import SafeReport
from vp_logboek.services import issuing, prospect
from vp_logboek.services.prospect import Prospect
from vp_logboek.store.logbook import Logbook

YEAR = 2025
COUNTS = {"pesten": 9, "met_collega": 7, "teamcultuur": 6, "procedurevraag": 6}
KEYS = range(1, 5)


@pytest.fixture(name="school")
def another_organisation(logbook: Logbook) -> Organisation:
    a_year(logbook, YEAR, COUNTS)
    exact = (LevelChoice(FROM_THE_START, Level.NONE, "Zo wil de raad het."),)
    school = logbook.organisations.save(Organisation("School", levels=exact))
    for year in (2023, 2024):
        a_year(logbook, year, {"pesten": 8}, school.key)
    return school


def concept(book: Logbook) -> Prospect:
    return issuing.prepare(book, book.organisations.all()[0], YEAR)


def concepts(book: Logbook) -> list[SafeReport]:
    """The concept under each of several keys."""
    found = []
    for key in KEYS:
        same_draw(book, key)
        found.append(concept(book).report)
    return found


def test_a_concept_stays_the_same_when_another_year_is_issued_in_between(
    logbook: Logbook, school: Organisation, tmp_path: Path
) -> None:
    before = concepts(logbook)
    shown = concept(logbook)

    for year in (2023, 2024):
        issue(logbook, year, tmp_path / f"{year}.pdf", school.key)

    assert concepts(logbook) == before
    assert concept(logbook).context == shown.context
    release = issuing.issue(logbook, shown, tmp_path / "uit.pdf", TODAY)
    assert (release.number, release.report) == (3, before[-1])


def test_control_a_draw_by_the_length_of_the_ledger_tells_more_than_one_page(
    logbook: Logbook, school: Organisation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = prospect.context_of

    def by_length(book: Logbook, *rest: object) -> str:
        return f"{own(book, *rest)}|{book.ledger.length}"  # type: ignore[arg-type]

    monkeypatch.setattr(prospect, "context_of", by_length)
    before = concepts(logbook)

    issue(logbook, 2023, tmp_path / "2023.pdf", school.key)

    assert concepts(logbook) != before


def test_what_was_issued_before_of_the_same_gives_another_draw(
    logbook: Logbook, school: Organisation, tmp_path: Path
) -> None:
    def context(scope: Scope) -> str:
        return prospect.context_of(logbook, ReleaseKind.YEAR, [scope], "")

    of_school, of_next = Scope(school.key, 2023), Scope(school.key, 2024)
    before = context(of_school), context(of_next)

    released: Release = issue(logbook, 2023, tmp_path / "2023.pdf", school.key)

    assert released.scopes == (of_school,)
    assert context(of_school) != before[0]
    assert context(of_next) == before[1]
