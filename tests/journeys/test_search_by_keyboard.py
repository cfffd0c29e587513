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
    journey.find("1 gesprek gevonden in 2026", "label")
    journey.step("in all years")
    journey.push("Zoek in alle jaren (2 gesprekken)")
    journey.find("2 gesprekken gevonden in alle jaren", "label")
    journey.find("Alle jaren, 3", "list item")
    journey.step("filtering")
    journey.push("Filter toevoegen")
    journey.comes_to("Onderwerp", "combo box")
    journey.write("ar")
    journey.find("1 gesprek gevonden in alle jaren", "label")
    journey.walk_to("Soort gesprek", "combo box")
    journey.walk_to("Filter weghalen: Arbeidsconflict", "push button")
    journey.press("Delete")
    journey.find("2 gesprekken gevonden in alle jaren", "label")
    journey.walk_to("Onderwerp", "combo box")
    journey.write_anew("ar")
    journey.find("1 gesprek gevonden in alle jaren", "label")
    journey.step("reading")
    journey.press("ctrl+f")
    journey.press("Down")
    read_first(journey, "26 februari 2026")
    assert journey.find("Aantekening", "label")
    journey.step("finding nothing")
    journey.press("ctrl+f")
    journey.write("xyzzy")
    journey.find("Geen gesprek past bij wat u zoekt.", "label")
    journey.step("another word")
    journey.press("ctrl+f")
    journey.write("roostre")
    journey.push("Bedoelde u rooster?")
    journey.find("1 gesprek gevonden in alle jaren", "label")
    journey.press("ctrl+f")
    journey.press("Escape")
    journey.find("1 gesprek gevonden in alle jaren", "label")
    journey.stop()

    with reopened(path) as logbook:
        assert len(notebook.talks(logbook, TalkQuery())) == 3, "to look changes nothing"
