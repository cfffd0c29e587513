"""Help by keyboard only: beside the window, and in a dialog that must be answered first."""

from pathlib import Path

import pytest

from tests.journeys.journey import Journey
from tests.journeys.logbooks import make, some_talks, unlock

pytestmark = [pytest.mark.campaign, pytest.mark.window]


@pytest.mark.usefixtures("cheap_program")
def test_f1_helps_in_the_window_and_in_a_dialog_and_leads_back(
    journey: Journey, path: Path
) -> None:
    unlock(journey, make(path, some_talks))
    journey.find("2 gesprekken", "label")
    journey.step("help in the window")
    journey.press("ctrl+f")
    journey.comes_to("Zoeken in gesprekken", "text")
    journey.press("F1")
    journey.comes_to("Zoek in de help", "text")
    journey.find("Zoeken en filteren")
    journey.step("searching the help")
    journey.write("wachtzin verg")
    journey.find("Gevonden bladzijden", "list")
    journey.press("Return")
    journey.comes_to("Wachtzin vergeten")
    journey.press("Escape")
    journey.comes_to("Zoeken in gesprekken", "text")
    journey.step("help in a dialog")
    journey.press("ctrl+shift+e")
    journey.find("Stoppen", "push button")
    so_far = len(journey.heard())
    journey.press("F1")
    journey.comes_to("Zoek in de help", "text", so_far)
    journey.find("De PDF voor HR", "label")
    journey.write("licenties")
    journey.press("Return")
    journey.comes_to("Licenties", after=so_far)
    journey.press("Escape")
    journey.gone("Zoek in de help", "text")
    journey.find("Stoppen", "push button")
    journey.step("locking with the help open")
    journey.press("Escape")
    journey.gone("Stoppen", "push button")
    so_far = len(journey.heard())
    journey.press("F1")
    journey.comes_to("Zoek in de help", "text", so_far)
    journey.press("ctrl+l")
    journey.gone("Zoek in de help", "text")
    journey.find("Uw logboek is op slot")
