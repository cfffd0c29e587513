"""At 200 % text on a small laptop, by keyboard only: everything one comes to is in sight."""

from pathlib import Path

import pytest

from tests.journeys.desk import SIZE
from tests.journeys.journey import Journey
from tests.journeys.logbooks import make, reopened, some_talks, unlock
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.services import notebook

pytestmark = [pytest.mark.campaign, pytest.mark.window]
STEPS = 5
"""From 100 to 200 %: 110, 125, 150, 175, 200."""
NOTE = "groot en goed te lezen"


@pytest.mark.usefixtures("cheap_program")
def test_a_talk_is_written_at_twice_the_size(journey: Journey, path: Path) -> None:
    unlock(journey, make(path, some_talks))
    journey.step("larger")
    journey.press(*["ctrl+plus"] * STEPS)
    journey.find("Plaatsen", "push button")
    journey.step("writing")
    journey.press("ctrl+n")
    journey.focus("Datum", "text")
    before = len(journey.heard())
    journey.walk_to("Onderwerp", "text")
    journey.write("pest")
    journey.walk_to("Duur in minuten", "text")
    journey.write("45")
    journey.walk_to("Aantekening", "text")
    journey.write(NOTE)
    journey.reads("Aantekening", NOTE)
    journey.step("the buttons")
    journey.walk_to("Opslaan", "push button")
    for row in journey.heard()[before:]:
        if row["event"].endswith("focused"):
            assert is_in_sight(row["box"]), f"out of sight: {row}"
    journey.press("space")
    journey.find("Gesprek van 4 maart 2026", "label")
    journey.step("back to the list")
    journey.find("‹ Terug naar de lijst", "push button")
    journey.stop()
    assert "text_percent=200" in (path.parent / "VP Logboek" / "VP Logboek.conf").read_text()

    with reopened(path) as logbook:
        talk = notebook.talks(logbook, TalkQuery(year=2026))[0]
        saved = notebook.entry_of(logbook, talk.id).conversation
    assert (saved.minutes, saved.note) == (45, NOTE)


def is_in_sight(box: tuple[int, int, int, int]) -> bool:
    """Whether a part (left, top, width, height) is on the screen, and has a size."""
    left, top, wide, high = box
    return left >= 0 and top >= 0 and left + wide <= SIZE[0] and top + high <= SIZE[1] and high > 20
