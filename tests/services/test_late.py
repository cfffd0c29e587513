"""In which year counts what is entered late, and both counts of an issued year."""

from datetime import date
from pathlib import Path

from tests.services.releasing import TODAY, a_year, came, issue, only, same_draw, set_level
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.errors_release import WhyBlocked
from vp_logboek.services import issuing, late
from vp_logboek.store.logbook import Logbook


def in_year(logbook: Logbook, day: date) -> int:
    return late.counted_year_of_new(logbook, only(logbook), day)


def test_a_talk_counts_in_its_own_year_until_that_was_issued(
    logbook: Logbook, tmp_path: Path
) -> None:
    day = date(2024, 5, 6)
    assert in_year(logbook, day) == 2024

    issue(logbook, 2024, tmp_path / "een.pdf")
    assert in_year(logbook, day) == 2025

    issue(logbook, 2025, tmp_path / "twee.pdf")
    assert in_year(logbook, day) == 2026
    assert in_year(logbook, date(2025, 1, 1)) == 2026
    assert in_year(logbook, date(2023, 12, 31)) == 2023
    assert late.year_after(logbook, only(logbook), 2023) == 2026


def test_a_blocked_year_takes_nothing_more(logbook: Logbook) -> None:
    logbook.ledger.block(1, 2024, WhyBlocked.TOLD.value, TODAY)

    assert in_year(logbook, date(2024, 5, 6)) == 2025
    assert late.closed_years(logbook, only(logbook)) == {2024}


def test_what_was_said_of_a_late_talk_is_where_it_counts(logbook: Logbook, tmp_path: Path) -> None:
    same_draw(logbook)
    set_level(logbook, Level.NONE)
    a_year(logbook, 2024)
    issue(logbook, 2024, tmp_path / "een.pdf")
    day = date(2024, 5, 6)
    year = in_year(logbook, day)
    came(logbook, day, "pesten", 2)

    assert issuing.prepare(logbook, only(logbook), year).tally.melders == 2
    issued, by_date = late.both_counts(logbook, only(logbook), 2024)
    assert issued is not None
    assert (issued.melders, by_date.melders) == (25, 27)
    assert late.both_counts(logbook, only(logbook), year)[0] is None
