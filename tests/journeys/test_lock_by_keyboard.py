"""Locking by keyboard only, in the middle of a talk, and back to it."""

from pathlib import Path

import pytest

from tests.journeys.journey import Journey
from tests.journeys.logbooks import enter, make, reopened, some_talks, unlock
from vp_logboek.domain.conversation import Intervention
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.services import notebook

pytestmark = [pytest.mark.campaign, pytest.mark.window]
NOTE = "halverwege een zin die"


@pytest.mark.usefixtures("cheap_program")
def test_what_was_being_typed_is_there_again_after_the_lock(journey: Journey, path: Path) -> None:
    unlock(journey, make(path, some_talks))
    journey.step("writing")
    journey.press("ctrl+n")
    journey.focus("Datum", "text")
    journey.walk_to("Onderwerp", "text")
    journey.write("pest")
    journey.walk_to("Aantekening", "text")
    journey.write(NOTE)
    journey.reads("Aantekening", NOTE)
    journey.walk_to("opties uitgelegd", "check box", key="shift+Tab")
    journey.step("locking")
    journey.ticks("opties uitgelegd")  # and at once, before it is kept by itself:
    journey.press("ctrl+l")
    journey.focus("Wachtzin", "password text")
    parts = journey.parts()
    said = " ".join(f"{part.name} {part.text} {part.says}" for part in parts)
    assert journey.is_running(), "the same process, begun anew"
    assert not any(word in said for word in ("halverwege", "Pesten", "gesprek", str(path.parent)))
    journey.step("wrong")
    journey.write("verkeerd")
    journey.press("Return")
    journey.find("De wachtzin klopt niet, …", "label")
    journey.focus("Wachtzin", "password text")
    journey.step("back")
    enter(journey)
    journey.find("Er staat een concept klaar: 4 maart 2026, Pesten.", "label")
    journey.push("Verder schrijven")
    journey.reads("Aantekening", NOTE)
    journey.walk_to("Aantekening", "text")
    journey.press("ctrl+End")
    journey.write(" verder ging")
    journey.reads("Aantekening", f"{NOTE} verder ging")
    journey.press("ctrl+s")
    journey.find("Gesprek van 4 maart 2026", "label")
    journey.gone("Er staat een concept klaar…", "label")
    journey.stop()

    with reopened(path) as logbook:
        assert notebook.drafts(logbook) == ()
        row = notebook.talks(logbook, TalkQuery(year=2026))[0]
        saved = notebook.entry_of(logbook, row.id).conversation
    assert saved.note == f"{NOTE} verder ging"
    assert saved.interventions == {Intervention.OPTIONS}
