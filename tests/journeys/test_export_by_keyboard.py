"""The PDF for HR by keyboard only: five steps, and the file read back."""

from pathlib import Path

import pytest

from tests.gui.opened import PUBLISHED, add_year
from tests.journeys.journey import Journey
from tests.journeys.logbooks import make, reopened, unlock
from tests.pdf_text import lines_of, rows_under
from vp_logboek.gui.released.work import how_many
from vp_logboek.store.logbook import Logbook

pytestmark = [pytest.mark.campaign, pytest.mark.window]


def a_year(logbook: Logbook) -> None:
    add_year(logbook, 2025, PUBLISHED)


@pytest.mark.usefixtures("cheap_program")
def test_a_year_becomes_a_pdf_with_what_is_hidden_hidden(journey: Journey, path: Path) -> None:
    unlock(journey, make(path, a_year))
    journey.step("the year")
    journey.press("ctrl+j")
    journey.find("Jaaroverzicht", "label")
    journey.press("alt+Left")
    journey.until(
        lambda parts: any(p.role == "combo box" and "2025" in p.text for p in parts), "2025"
    )
    journey.step("period")
    journey.press("ctrl+shift+e")
    journey.find("Welk overzicht?", "label")
    journey.push("Volgende")
    journey.step("given")
    journey.find("Al verstrekt", "label")
    journey.push("Nee, er is nog niets verstrekt", "radio button")
    journey.push("Volgende")
    journey.step("contents")
    journey.find("Wat erin staat", "label")
    journey.focus("Volgende", "push button")
    journey.press("space")
    journey.step("hidden")
    journey.find("Wat verborgen blijft", "label")
    journey.focus("Volgende", "push button")
    journey.press("space")
    journey.step("preview")
    journey.focus("Opslaan als PDF…", "push button")
    journey.press("space")
    journey.find("Waar komt de PDF?")
    target = path.with_name("overzicht.pdf")
    journey.press("ctrl+a")
    journey.write(str(target))
    journey.press("Return")
    journey.step("saved")
    journey.focus("Sluiten", "push button")
    journey.press("space")
    journey.find("Uitgegeven, 1", "list item")
    journey.stop()

    pdf = target.read_bytes()
    hidden = rows_under(pdf, "Melders naar onderwerp")
    assert hidden["Integriteit"] == ("•",), "two people stay hidden"
    assert hidden["Totaal"] == ("25",)
    assert not any("KANARIE" in line for line in lines_of(pdf))
    with reopened(path) as logbook:
        assert how_many(logbook) == 1
