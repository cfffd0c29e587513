"""A follow-up by keyboard only: from the talk in the list to the next one of its dossier."""

from datetime import date
from pathlib import Path

import pytest

from tests.journeys.journey import Journey
from tests.journeys.logbooks import make, read_first, reopened, some_talks, unlock
from vp_logboek.domain.conversation import ConversationKind
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.services import notebook

pytestmark = [pytest.mark.campaign, pytest.mark.window]


@pytest.mark.usefixtures("cheap_program")
def test_a_follow_up_comes_in_the_dossier_of_the_talk_that_is_read(
    journey: Journey, path: Path
) -> None:
    unlock(journey, make(path, some_talks))
    journey.step("choosing")
    read_first(journey, "2 maart 2026")
    journey.hears("2 maart 2026", "Pesten")
    journey.step("following up")
    journey.choose("alt+g", "v")
    journey.focus("Datum", "text")
    parts = journey.parts()
    assert any(part.name == "vervolg" and "checked" in part.states for part in parts)
    dossier = next(part for part in parts if (part.name, part.role) == ("Dossier", "combo box"))
    assert "Pesten · 1 gesprek" in dossier.text
    assert any((part.name, part.text) == ("Onderwerp", "Pesten") for part in parts), "copied"
    journey.walk_to("Duur in minuten", "text")
    journey.write("30")
    journey.reads("Duur in minuten", "30")
    journey.press("ctrl+s")
    journey.find("Gesprek van 4 maart 2026", "label")
    journey.find("Dossier 2026-00… (2 gesprekken)".replace("00…", "001"), "push button")
    journey.step("saved")
    journey.stop()

    with reopened(path) as logbook:
        rows = notebook.talks(logbook, TalkQuery(year=2026))
        new, first = (row for row in rows if row.subject == "pesten")
        assert len(notebook.dossier_rows(logbook)) == 3, "no new dossier"
        assert (new.on, new.kind) == (date(2026, 3, 4), ConversationKind.FOLLOW_UP)
        assert (new.dossier, new.minutes) == (first.dossier, 30)
