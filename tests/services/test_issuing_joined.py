"""All organisations together, and years side by side: made of what was issued, and of that only."""

from pathlib import Path

import pytest

from tests.services.releasing import TODAY, a_year, issue, only, same_draw, set_level
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.disclosure.price import shown_numbers
from vp_logboek.domain.errors_release import (
    NotIssuedYet,
    NotTogether,
    PeriodsDiffer,
    YearBlocked,
    YearsRefused,
)
from vp_logboek.domain.ledger import ReleaseKind, Scope
from vp_logboek.domain.organisation import FROM_THE_START, LevelChoice, Organisation
from vp_logboek.services import blocked, issuing, remembered
from vp_logboek.store.logbook import Logbook

YEARS = (2023, 2024, 2025)


@pytest.fixture(name="book")
def book_with_years(logbook: Logbook) -> Logbook:
    """Quickly issued: every number is shown."""
    same_draw(logbook)
    set_level(logbook, Level.NONE)
    for year, number in zip(YEARS, (8, 9, 10), strict=True):
        a_year(logbook, year, {"pesten": number})
    return logbook


def only_first(book: Logbook) -> Organisation:
    return book.organisations.all()[0]


@pytest.fixture(name="school")
def a_school(book: Logbook) -> Organisation:
    exact = (LevelChoice(FROM_THE_START, Level.NONE, "Zo wil de raad het."),)
    school = book.organisations.save(Organisation("School", levels=exact))
    a_year(book, 2025, {"pesten": 5, "fysiek": 2}, school.key)
    return school


def test_years_side_by_side_are_the_issued_ones(book: Logbook, tmp_path: Path) -> None:
    for year in YEARS[:2]:
        issue(book, year, tmp_path / f"{year}.pdf")
    with pytest.raises(NotIssuedYet) as refused:
        issuing.prepare_years(book, only(book), YEARS)
    assert refused.value.years == ("2025",)
    issue(book, 2025, tmp_path / "2025.pdf")
    prospect = issuing.prepare_years(book, only(book), YEARS)

    release = issuing.issue(book, prospect, tmp_path / "samen.pdf", TODAY)

    assert (release.kind, release.number, release.tallies) == (ReleaseKind.YEARS, 4, ())
    assert release.scopes == tuple(Scope(1, year) for year in YEARS)
    assert release.report.parts == ("2023", "2024", "2025")
    assert issuing.prepare(book, only(book), 2025).before == issuing.releases(book)[2]
    again = issuing.issue(
        book, issuing.prepare_years(book, only(book), YEARS[::-1]), tmp_path / "weer.pdf", TODAY
    )
    assert again == release
    assert (tmp_path / "weer.pdf").read_bytes() == (tmp_path / "samen.pdf").read_bytes()


@pytest.mark.parametrize("asked", [(2024, 2025), (2024, 2025, 2024), range(2019, 2025)])
def test_three_to_five_years_can_stand_side_by_side(book: Logbook, asked: tuple[int, ...]) -> None:
    with pytest.raises(YearsRefused):
        issuing.prepare_years(book, only(book), asked)


def test_a_sum_wants_every_organisation_issued(book: Logbook, school: Organisation) -> None:
    with pytest.raises(NotIssuedYet) as refused:
        issuing.prepare_together(book, 2025)
    assert refused.value.years == ("Gemeente Voorbeeld", "School")


def test_a_sum_wants_years_of_the_same_days(book: Logbook) -> None:
    book.organisations.save(Organisation("School", start_month=8))

    with pytest.raises(PeriodsDiffer):
        issuing.prepare_together(book, 2025)


def test_one_organisation_alone_is_no_sum(book: Logbook) -> None:
    with pytest.raises(NotTogether):
        issuing.prepare_together(book, 2025)


def test_a_sum_is_issued_once_and_given_again(
    book: Logbook, school: Organisation, tmp_path: Path
) -> None:
    price = issuing.prepare(book, only_first(book), 2025).price
    assert price is not None
    assert price.together_left is None, "the other is not issued yet"
    issue(book, 2025, tmp_path / "een.pdf")
    price = issuing.prepare(book, school, 2025).price
    issue(book, 2025, tmp_path / "twee.pdf", school.key)
    prospect = issuing.prepare_together(book, 2025)
    assert price is not None
    assert price.together_left == shown_numbers(prospect.report)

    release = issuing.issue(book, prospect, tmp_path / "samen.pdf", TODAY)

    assert release.kind is ReleaseKind.TOGETHER
    assert [tally.melders for tally in release.tallies] == [10, 7]
    assert release.report.parts == ("Gemeente Voorbeeld", "School")
    again = issuing.prepare_together(book, 2025)
    assert again.before == release
    issuing.issue(book, again, tmp_path / "weer.pdf", TODAY)
    assert (tmp_path / "weer.pdf").read_bytes() == (tmp_path / "samen.pdf").read_bytes()
    assert len(issuing.releases(book)) == 3
    assert len(remembered.recall(book.identity).scopes) == 3


def test_a_sum_that_was_issued_elsewhere_is_not_issued_again(
    book: Logbook, school: Organisation, tmp_path: Path
) -> None:
    issue(book, 2025, tmp_path / "een.pdf")
    issue(book, 2025, tmp_path / "twee.pdf", school.key)
    blocked.answer(book, [Scope(blocked.TOGETHER, 2025)], TODAY)

    with pytest.raises(YearBlocked):
        issuing.issue(book, issuing.prepare_together(book, 2025), tmp_path / "samen.pdf", TODAY)

    assert not (tmp_path / "samen.pdf").exists()
