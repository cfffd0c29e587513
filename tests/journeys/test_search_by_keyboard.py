"""Searching and filtering by keyboard only."""

from pathlib import Path

import pytest

from tests.journeys.journey import Journey
from tests.journeys.logbooks import make, read_first, reopened, some_talks, unlock
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.services import notebook

pytestmark = [pytest.mark.campaign, pytest.mark.window]


@pytest.mark.usefixtures("cheap_program")
def test_words_and_a_filter_find_the_talk_and_what_is_wrong_finds_none(
    journey: Journey, path: Path
) -> None:
    unlock(journey, make(path, some_talks))
    journey.find("2 gesprekken", "label")
    journey.step("searching")
    journey.press("ctrl+f")
    journey.comes_to("Zoeken in gesprekken", "text")
    journey.write("rooster")
    journey.find("1 gesprek", "label")
    journey.step("in all years")
    journey.walk_to("Zoek in alle jaren", "push button")
    journey.press("space")
    journey.find("2 gesprekken", "label")
    journey.find("Alle jaren, 3", "list item")
    journey.step("filtering")
    journey.walk_to("alle onderwerpen", "combo box")
    journey.write("ar")
    journey.find("1 gesprek", "label")
    journey.walk_to("alle soorten", "combo box")
    journey.step("reading")
    journey.press("Tab")
    read_first(journey, "26 februari 2026")
    assert journey.find("Aantekening", "label")
    journey.step("finding nothing")
    journey.press("ctrl+f")
    journey.write("xyzzy")
    journey.find("Geen gesprek past bij wat u zoekt.", "label")
    journey.press("Escape")
    journey.find("1 gesprek", "label")
    journey.stop()

    with reopened(path) as logbook:
        assert len(notebook.talks(logbook, TalkQuery())) == 3, "to look changes nothing"
