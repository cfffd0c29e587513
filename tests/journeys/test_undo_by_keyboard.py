"""Undoing by keyboard only: a talk in the bin, back, and in the bin again."""

from pathlib import Path

import pytest

from tests.journeys.journey import Journey
from tests.journeys.logbooks import make, read_first, reopened, some_talks, unlock
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.services import notebook

pytestmark = [pytest.mark.campaign, pytest.mark.window]


@pytest.mark.usefixtures("cheap_program")
def test_a_talk_thrown_away_comes_back_and_goes_again(journey: Journey, path: Path) -> None:
    unlock(journey, make(path, some_talks))
    read_first(journey, "2 maart 2026")
    journey.step("throwing away")
    journey.choose("alt+g", "w")
    journey.find("Het gesprek van 2 maart 2026 ligt in de prullenbak.", "label")
    journey.find("Prullenbak, 1", "list item")
    journey.step("undoing")
    journey.press("ctrl+z")
    journey.find("Prullenbak, 0", "list item")
    journey.find("2 gesprekken", "label")
    journey.gone("Het gesprek van 2 maart 2026 ligt in de prullenbak.", "label")
    journey.step("again")
    journey.press("ctrl+y")
    journey.find("Prullenbak, 1", "list item")
    journey.step("by the bar")
    journey.push("Ongedaan maken")
    journey.find("Prullenbak, 0", "list item")
    journey.press("ctrl+y")
    journey.find("1 gesprek", "label")
    journey.stop()

    with reopened(path) as logbook:
        (binned,) = notebook.binned(logbook)
        assert binned.talk.subject == "pesten"
        (left,) = notebook.talks(logbook, TalkQuery(year=2026))
        assert left.subject == "arbeidsconflict_overig"
