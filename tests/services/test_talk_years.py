"""In which year a talk counts, as it is told where talks are written down, read and listed."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.services.releasing import ZUID_HOLLAND, came, only
from vp_logboek.domain.errors_release import WhyBlocked
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.services import notebook, talk_years, year_screen
from vp_logboek.services.talk_years import CountsIn
from vp_logboek.services.yearly_report import issue_overview
from vp_logboek.store.logbook import Logbook

DAY, TODAY = date(2025, 5, 6), date(2026, 3, 4)


def issue(logbook: Logbook, folder: Path, year: int = 2025, today: date = TODAY) -> None:
    for subject, number in ZUID_HOLLAND.items():
        came(logbook, date(year, 5, 6), subject, number)
    issue_overview(logbook, only(logbook), year, folder / f"{year}.pdf", today)


def talks(logbook: Logbook) -> list[int]:
    return [row.id for row in logbook.conversations.rows(TalkQuery())]


def test_without_an_issued_year_there_is_nothing_to_tell(logbook: Logbook) -> None:
    came(logbook, DAY, "pesten")
    (talk,) = talks(logbook)
    key = only(logbook).key
    assert talk_years.of_entry(logbook, key, DAY) is None
    assert talk_years.of_entry(logbook, key, DAY, talk) is None
    assert talk_years.of_saved(logbook, key, talk) is None
    assert talk_years.late_talks(logbook) == {}


def test_a_talk_of_an_issued_year_counts_in_the_next_open_one(
    logbook: Logbook, tmp_path: Path
) -> None:
    issue(logbook, tmp_path)
    key = only(logbook).key
    assert talk_years.of_entry(logbook, key, DAY) == CountsIn("2025", "2026")
    assert talk_years.of_entry(logbook, key, date(2026, 1, 5)) is None
    early = talks(logbook)
    came(logbook, DAY, "pesten")
    (late,) = set(talks(logbook)) - set(early)
    assert talk_years.late_talks(logbook) == {late: "2026"}
    assert talk_years.of_saved(logbook, key, late) == CountsIn("2025", "2026")
    assert talk_years.of_saved(logbook, key, early[0]) is None


def test_a_counted_talk_stays_where_it_was_counted(logbook: Logbook, tmp_path: Path) -> None:
    issue(logbook, tmp_path)
    key, (talk, *_) = only(logbook).key, talks(logbook)
    counted = CountsIn("2025", "2025", is_counted=True)
    assert talk_years.of_entry(logbook, key, DAY, talk) == counted
    moved = replace(logbook.conversations.get(talk), on=date(2026, 1, 5))
    logbook.conversations.save(moved)
    assert talk_years.of_saved(logbook, key, talk) == CountsIn("2026", "2025", True, is_moved=True)
    assert year_screen.counted(logbook, only(logbook), 2025, TODAY).late is None


def test_a_late_talk_is_counted_with_the_year_it_fell_in(logbook: Logbook, tmp_path: Path) -> None:
    issue(logbook, tmp_path)
    before = set(talks(logbook))
    came(logbook, DAY, "stalking")
    (late,) = set(talks(logbook)) - before
    issue(logbook, tmp_path, 2026, date(2027, 2, 1))
    assert talk_years.of_saved(logbook, only(logbook).key, late) == CountsIn(
        "2025", "2026", is_counted=True
    )
    counted = year_screen.counted(logbook, only(logbook), 2026, date(2027, 2, 1))
    assert counted.late == year_screen.Late(1, ("2025",))
    assert counted.tally.melders == sum(ZUID_HOLLAND.values()) + 1


def test_a_blocked_year_is_closed_too(logbook: Logbook) -> None:
    key, why = only(logbook).key, WhyBlocked.TOLD.value
    came(logbook, DAY, "pesten")
    (there,) = talks(logbook)
    logbook.ledger.block(key, 2025, why, TODAY)
    assert talk_years.of_entry(logbook, key, DAY) == CountsIn("2025", "2026")
    assert talk_years.of_entry(logbook, key, DAY, there) == CountsIn("2025", "2025", True)


def test_what_lies_in_the_bin_is_not_told_of(logbook: Logbook, tmp_path: Path) -> None:
    issue(logbook, tmp_path)
    before = set(talks(logbook))
    came(logbook, DAY, "pesten")
    (late,) = set(talks(logbook)) - before
    notebook.bin_talk(logbook, late, TODAY)
    assert talk_years.late_talks(logbook) == {}
