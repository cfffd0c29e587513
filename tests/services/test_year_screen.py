"""What the screen shows of HR is what would be issued, and of an issued year what was."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.services.releasing import ZUID_HOLLAND, came, only, same_draw, set_level
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.disclosure.protector import Protected, Why
from vp_logboek.domain.errors_release import Stopped, WhyBlocked
from vp_logboek.services import issuing, year_screen
from vp_logboek.services.yearly_report import issue_overview
from vp_logboek.store.logbook import Logbook

TODAY = date(2026, 3, 4)


def go_on() -> bool:
    return False


@pytest.fixture
def filled(logbook: Logbook) -> Logbook:
    same_draw(logbook)
    for subject, number in ZUID_HOLLAND.items():
        came(logbook, date(2025, 5, 6), subject, number)
    return logbook


def seen(logbook: Logbook) -> Protected:
    found = year_screen.seen(logbook, only(logbook), 2025, go_on)
    assert found is not None
    return found


def test_the_preview_is_to_the_figure_what_is_issued(filled: Logbook, tmp_path: Path) -> None:
    before = seen(filled)
    assert before.report == issuing.prepare(filled, only(filled), 2025).report
    issue_overview(filled, only(filled), 2025, tmp_path / "2025.pdf", TODAY)
    assert seen(filled).report == before.report
    assert seen(filled).reasons == before.reasons


def test_an_issued_page_stays_whatever_is_entered_or_set(filled: Logbook, tmp_path: Path) -> None:
    issue_overview(filled, only(filled), 2025, tmp_path / "2025.pdf", TODAY)
    before = seen(filled)
    came(filled, date(2025, 6, 7), "pesten", 9)
    set_level(filled, Level.NONE)
    assert seen(filled).report == before.report
    shown = year_screen.counted(filled, only(filled), 2025, TODAY)
    assert shown.level is Level.STANDARD
    assert shown.later is not None
    assert shown.later.melders == shown.tally.melders + 9


def test_of_a_page_that_would_now_come_out_otherwise_only_small_is_known(
    filled: Logbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As of a revised edition, which takes over the choice of the edition before."""
    issue_overview(filled, only(filled), 2025, tmp_path / "2025.pdf", TODAY)
    exact = seen(filled).reasons
    assert set(exact.values()) > {Why.SMALL}, "else this test tells nothing"
    release = filled.ledger.of(only(filled).key, 2025)
    assert release is not None
    other = replace(release, report=replace(release.report, organisation="Anders"))
    monkeypatch.setattr(type(filled.ledger), "of", lambda *_: other)
    assert seen(filled).reasons == {at: why for at, why in exact.items() if why is Why.SMALL}


def test_who_no_longer_wants_to_know_is_not_worked_for(filled: Logbook) -> None:
    with pytest.raises(Stopped):
        year_screen.seen(filled, only(filled), 2025, lambda: True)


def test_of_a_blocked_year_nobody_knows_what_hr_has(filled: Logbook) -> None:
    filled.ledger.block(only(filled).key, 2025, WhyBlocked.TOLD.value, TODAY)
    assert year_screen.seen(filled, only(filled), 2025, go_on) is None
    shown = year_screen.counted(filled, only(filled), 2025, TODAY)
    assert shown.standing is year_screen.Standing.BLOCKED
    assert shown.why_blocked is WhyBlocked.TOLD
    assert shown.tally.melders == sum(ZUID_HOLLAND.values())


def test_a_year_that_is_not_over_is_running(filled: Logbook) -> None:
    last_day = date(2025, 12, 31)
    shown = year_screen.counted(filled, only(filled), 2025, last_day)
    assert shown.standing is year_screen.Standing.RUNNING
    assert year_screen.counted(filled, only(filled), 2025, TODAY).standing is (
        year_screen.Standing.OVER
    )
