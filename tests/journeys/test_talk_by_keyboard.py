"""A talk by keyboard only: what one hears, what is kept, and how long it takes."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from tests.journeys.journey import Journey, Keys
from tests.journeys.logbooks import make, reopened, unlock
from vp_logboek.domain.conversation import Channel, ConversationKind, Intervention
from vp_logboek.domain.dossier import Relation, Role
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.services import notebook

pytestmark = [pytest.mark.campaign, pytest.mark.window]

NOTE = "wordt in het overleg genegeerd; bespreekt het met de coach."
WITH_NOTE, WITHOUT = 60.0, 25.0
"""Seconds that a typical talk may take, of someone who knows the way."""


@dataclass(frozen=True)
class Done:
    """How long a talk took at the keyboard."""

    keys: Keys

    @property
    def told(self) -> str:
        return (
            f"{self.keys.pressed} keys, {self.keys.decisions} decisions, {self.keys.seconds:.1f} s"
        )


def write_talk(journey: Journey, note: str) -> Done:
    """From the list to the list again: a first talk at the desk, of today, an hour."""
    journey.keys = Keys()
    journey.decide()
    journey.press("ctrl+n")
    day = journey.focus("Datum", "text")
    assert day.says == "woensdag 4 maart 2026", "today is filled in, and told in words"
    journey.walk_to("eerste", "radio button")
    journey.decide()
    journey.walk_to("Onderwerp", "text")
    journey.decide()
    journey.write("pest")
    journey.walk_to("zelf meegemaakt", "radio button")
    assert journey.find("Onderwerp", "text").text == "Pesten", "a few letters were enough"
    journey.decide()
    journey.press("space")
    journey.walk_to("Over wie", "combo box")
    journey.decide()
    journey.write("d")  # direct leidinggevende
    journey.walk_to("luisterend oor", "check box")
    journey.decide()
    journey.press("space")
    journey.walk_to("Duur in minuten", "text")
    journey.decide()
    journey.write("60")
    if note:
        journey.walk_to("Aantekening", "text")
        journey.decide()
        journey.write(note)
        journey.reads("Aantekening", note)
    journey.decide()
    journey.press("ctrl+s")
    journey.find("Gesprek van 4 maart 2026", "label")
    return Done(journey.keys)


@pytest.mark.usefixtures("cheap_program")
def test_a_typical_talk_is_heard_kept_and_soon_done(journey: Journey, path: Path) -> None:
    unlock(journey, make(path))
    journey.step("with a note")
    assert len(NOTE) in range(58, 63)
    long = write_talk(journey, NOTE)
    journey.hears("Datum", "Onderwerp", "Aantekening")
    journey.step("without")
    short = write_talk(journey, "")
    journey.step("saved")
    print(f"\nwith a note: {long.told}; without: {short.told}")
    journey.find("2026, 2", "list item")
    assert journey.shows("✓ Alles is bewaard (…", "label")
    journey.stop()

    with reopened(path) as logbook:
        first, second = (
            notebook.entry_of(logbook, row.id)
            for row in sorted(notebook.talks(logbook, TalkQuery()), key=lambda row: row.id)
        )
        subject = notebook.subjects(logbook).full_label(str(first.conversation.subject))
        assert notebook.drafts(logbook) == ()
    assert (first.conversation.note, second.conversation.note) == (NOTE, "")
    for entry in (first, second):
        talk, melder = entry.conversation, entry.melder
        assert (talk.on, talk.minutes) == (date(2026, 3, 4), 60)
        assert (talk.kind, talk.channel) == (ConversationKind.FIRST, Channel.IN_PERSON)
        assert talk.interventions == {Intervention.LISTENING}
        assert melder is not None
        assert (melder.role, melder.relation) == (Role.EXPERIENCED, Relation.LINE_MANAGER)
    assert subject == "Pesten"
    assert long.keys.seconds <= WITH_NOTE, long.told
    assert short.keys.seconds <= WITHOUT, short.told
