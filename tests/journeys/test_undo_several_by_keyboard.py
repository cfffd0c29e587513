"""Undoing by keyboard only, more than one step: named in the menu, one after the other."""

from pathlib import Path

import pytest

from tests.journeys.journey import Journey
from tests.journeys.logbooks import make, read_first, reopened, some_talks, unlock
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.services import notebook

pytestmark = [pytest.mark.campaign, pytest.mark.window]


@pytest.mark.usefixtures("cheap_program")
def test_two_steps_are_undone_one_after_the_other(journey: Journey, path: Path) -> None:
    unlock(journey, make(path, some_talks))
    read_first(journey, "2 maart 2026")
    journey.step("a follow-up is saved")
    journey.choose("alt+g", "v")
    journey.focus("Datum", "text")
    journey.press("ctrl+s")
    journey.find("Het gesprek van 4 maart 2026 is opgeslagen.", "label")
    journey.step("and thrown away")
    journey.choose("alt+g", "w")
    journey.find("Het gesprek van 4 maart 2026 ligt in de prullenbak.", "label")
    journey.step("both are undone")
    journey.press("alt+e")
    journey.find("Ongedaan maken: gesprek weggooien", "menu item")
    journey.press("Escape", "Escape")
    journey.press("ctrl+z")
    journey.find("Ongedaan gemaakt: gesprek weggooien.", "label")
    journey.press("ctrl+z")
    journey.find("Ongedaan gemaakt: gesprek opslaan. Het gesprek ligt in de prullenbak.", "label")
    journey.find("2 gesprekken", "label")
    journey.step("one is done again")
    journey.press("ctrl+y")
    journey.find("3 gesprekken", "label")
    journey.stop()

    with reopened(path) as logbook:
        rows = notebook.talks(logbook, TalkQuery(year=2026))
        assert len(rows) == 3
        assert notebook.binned(logbook) == ()
