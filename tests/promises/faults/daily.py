"""What is done every day: a save, a draft, and once a new logbook."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from tests.cheap import PASSPHRASE
from tests.promises.faults.operation import NAME, NEW, OLD, TODAY, TWICE, Step, opened
from tests.store.making import a_talk
from vp_logboek.domain.conversation import Conversation
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.domain.organisation import Organisation
from vp_logboek.services.notebook import draft, keep_draft, new_entry, save_talk, talks
from vp_logboek.services.safekeeping import make_logbook
from vp_logboek.store.logbook import CHEAPEST, Logbook

TALKS = 20
_KEY = "nieuw"
_NOTE = "wat er vandaag gezegd is, en wat er nog moet gebeuren. " * 60


def a_logbook(folder: Path) -> None:
    """A logbook of some talks, with a draft of the one that will be saved."""
    organisation = Organisation("Gemeente Voorbeeld")
    with make_logbook(folder / NAME, PASSPHRASE, organisation, CHEAPEST) as logbook:
        with logbook.transaction():
            for number in range(TALKS):
                a_talk(logbook, note=f"aantekening {number} " * 60)
        _keep(logbook, "")


def _keep(logbook: Logbook, note: str) -> None:
    entry = new_entry(logbook, TODAY)
    noted = replace(entry, conversation=_noted(entry.conversation, note))
    keep_draft(logbook, _KEY, noted, "14:03")


def _noted(talk: Conversation, note: str) -> Conversation:
    return replace(talk, subject="pesten", note=note)


# --- a save -----------------------------------------------------------------------------------


def save(folder: Path, step: Step) -> None:
    """A first talk with its dossier, its words in the index, and its draft gone: all in one."""
    with opened(folder) as logbook:
        entry = new_entry(logbook, TODAY)
        entry = replace(entry, conversation=_noted(entry.conversation, _NOTE))
        step(lambda: save_talk(logbook, entry, TODAY, _KEY))


def saved(folder: Path) -> str:
    with opened(folder) as logbook:
        rows = [logbook.conversations.get(row.id) for row in talks(logbook, TalkQuery())]
        there = sum(talk.note == _NOTE for talk in rows)
        found = len(talks(logbook, TalkQuery(text="vandaag gezegd")))
        kept = draft(logbook, _KEY) is not None
    assert len(rows) == TALKS + there
    match there, found, kept:
        case 0, 0, True:
            return OLD
        case 1, 1, False:
            return NEW
        case 2, 2, False:
            return TWICE
    return f"half: {there} talks, {found} found, draft {kept}"


DAY_OF_SAVES = 20


def saves_of_a_day(folder: Path, step: Step) -> None:
    """Talk after talk, each longer than the one before, and the logbook closed at the end."""
    with opened(folder) as logbook:
        for number in range(DAY_OF_SAVES):
            entry = new_entry(logbook, TODAY)
            entry = replace(entry, conversation=_noted(entry.conversation, _long_note(number)))
            step(partial(save_talk, logbook, entry, TODAY, _KEY))


def many_saved(folder: Path) -> str:
    """How many of them are there, without a gap: each whole and found by its words."""
    with opened(folder) as logbook:
        rows = talks(logbook, TalkQuery())
        notes = {logbook.conversations.get(row.id).note for row in rows}
        there = len(rows) - TALKS
        assert {_long_note(number) for number in range(there)} <= notes
        assert len(talks(logbook, TalkQuery(text="avondgesprek"))) == there
    return str(there)


def _long_note(number: int) -> str:
    return f"avondgesprek {number} " * 200 * number + "avondgesprek"


# --- a draft ----------------------------------------------------------------------------------


def keep(folder: Path, step: Step) -> None:
    with opened(folder) as logbook:
        step(lambda: _keep(logbook, _NOTE))


def kept(folder: Path) -> str:
    with opened(folder) as logbook:
        entry = draft(logbook, _KEY)
    assert entry is not None
    return {"": OLD, _NOTE: NEW}[entry.conversation.note]


# --- a new logbook ----------------------------------------------------------------------------


def nothing(folder: Path) -> None:
    """An empty folder."""


def make(folder: Path, step: Step) -> None:
    organisation = Organisation("Gemeente Voorbeeld")
    path = folder / "map" / NAME
    step(lambda: make_logbook(path, PASSPHRASE, organisation, CHEAPEST).close())


def made(folder: Path) -> str:
    path = folder / "map" / NAME
    if not path.exists():
        make(folder, lambda act: act())
        return OLD
    with opened(path.parent) as logbook:
        assert len(logbook.organisations.all()) == 1
        assert logbook.subjects.tree().leaf("pesten")
    return NEW
