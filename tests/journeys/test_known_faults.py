"""Faults that the journeys found and walk around; whoever mends one takes its mark away."""

from pathlib import Path

import pytest

from tests.journeys.journey import Journey, focus_of
from tests.journeys.logbooks import make, some_talks, unlock

pytestmark = [pytest.mark.campaign, pytest.mark.window]


@pytest.mark.xfail(strict=True, reason="row 0 is a month, and Qt goes no further than there")
@pytest.mark.usefixtures("cheap_program")
def test_the_arrow_down_goes_to_the_first_talk(journey: Journey, path: Path) -> None:
    unlock(journey, make(path, some_talks))
    journey.focus("Gesprekken", "table")
    journey.find("2 maart 2026, …", "table cell")
    before = len(journey.heard())
    journey.press("Down", "F6")
    journey.comes_to("Plaatsen", "list", after=before)  # so that Down had its time
    assert any("2 maart 2026" in row["name"] for row in journey.heard()[before:])


@pytest.mark.xfail(strict=True, reason="the keyboard is left at a part without a name")
@pytest.mark.usefixtures("cheap_program")
def test_in_an_empty_logbook_the_keyboard_is_somewhere(journey: Journey, path: Path) -> None:
    unlock(journey, make(path))
    journey.find("Nog geen gesprekken in 2026.", "label")
    journey.find("Nog geen reservekopie", "label")
    assert focus_of(journey.parts()) is not None
