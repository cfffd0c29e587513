"""Faults that the journeys found, and that were mended."""

from pathlib import Path

import pytest

from tests.journeys.journey import Journey, focus_of
from tests.journeys.logbooks import make, read_first, some_talks, unlock

pytestmark = [pytest.mark.campaign, pytest.mark.window]


@pytest.mark.usefixtures("cheap_program")
def test_in_an_empty_logbook_the_keyboard_is_somewhere(journey: Journey, path: Path) -> None:
    unlock(journey, make(path))
    journey.find("Nog geen gesprekken in 2026.", "label")
    journey.find("Nog geen reservekopie", "label")
    assert focus_of(journey.parts()) is not None


@pytest.mark.usefixtures("cheap_program")
def test_what_was_done_is_said_aloud(journey: Journey, path: Path) -> None:
    unlock(journey, make(path, some_talks))
    read_first(journey, "2 maart 2026")
    journey.choose("alt+g", "w")
    journey.find("Het gesprek van 2 maart 2026 ligt in de prullenbak.", "label")
    assert "Het gesprek van 2 maart 2026 ligt in de prullenbak." in journey.announced()
