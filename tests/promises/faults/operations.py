"""What the program does to the file, as data: how it begins, what is done, what is found after.

A state is ``old`` or ``new``; anything else that ``look`` answers, and anything it raises, is a
fault that was not survived. ``new twice`` is a save repeated after an error that came too late. A
new operation is one function and a line in ``OPERATIONS``.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from tests.conftest import PASSPHRASE
from tests.store.making import a_talk
from vp_logboek.domain.conversation import Conversation
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.domain.organisation import Organisation
from vp_logboek.services.notebook import draft, keep_draft, new_entry, save_talk, talks
from vp_logboek.services.safekeeping import make_logbook
from vp_logboek.store.logbook import CHEAPEST, Logbook, open_logbook

OLD, NEW, TWICE = "old", "new", "new twice"
TODAY = date(2026, 11, 22)
NAME = "logboek.vplogboek"
KEY = "nieuw"
NOTE = "wat er vandaag gezegd is, en wat er nog moet gebeuren. " * 60

Step = Callable[[Callable[[], object]], None]
"""Called with the one thing that is done under the fault."""


def opened(folder: Path, passphrase: str = PASSPHRASE) -> Logbook:
    return open_logbook(folder / NAME, passphrase, accept=(CHEAPEST,))


@dataclass(frozen=True, slots=True)
class Operation:
    """``keeps``: patterns of the files that may be there in the end, beside the logbook."""

    begin: Callable[[Path], None]
    act: Callable[[Path, Step], None]
    look: Callable[[Path], str]
    open: Callable[[Path], Logbook] = opened
    keeps: tuple[str, ...] = ()


def a_logbook(folder: Path) -> None:
    """A logbook of some talks, with a draft of the one that will be saved."""
    organisation = Organisation("Gemeente Voorbeeld")
    with make_logbook(folder / NAME, PASSPHRASE, organisation, CHEAPEST) as logbook:
        with logbook.transaction():
            for number in range(20):
                a_talk(logbook, note=f"aantekening {number} " * 60)
        _keep(logbook, "")


def _keep(logbook: Logbook, note: str) -> None:
    entry = new_entry(logbook, TODAY)
    keep_draft(logbook, KEY, replace(entry, conversation=_noted(entry.conversation, note)), "14:03")


def _noted(talk: Conversation, note: str) -> Conversation:
    return replace(talk, subject="pesten", note=note)


# --- a save -----------------------------------------------------------------------------------


def save(folder: Path, step: Step) -> None:
    """A first talk with its dossier, its words in the index, and its draft gone: all in one."""
    with opened(folder) as logbook:
        entry = new_entry(logbook, TODAY)
        entry = replace(entry, conversation=_noted(entry.conversation, NOTE))
        step(lambda: save_talk(logbook, entry, TODAY, KEY))


def saved(folder: Path) -> str:
    with opened(folder) as logbook:
        rows = [logbook.conversations.get(row.id) for row in talks(logbook, TalkQuery())]
        there = sum(talk.note == NOTE for talk in rows)
        found = len(talks(logbook, TalkQuery(text="vandaag gezegd")))
        kept = draft(logbook, KEY) is not None
    assert len(rows) == 20 + there
    match there, found, kept:
        case 0, 0, True:
            return OLD
        case 1, 1, False:
            return NEW
        case 2, 2, False:
            return TWICE
    return f"half: {there} talks, {found} found, draft {kept}"


# --- a draft ----------------------------------------------------------------------------------


def keep(folder: Path, step: Step) -> None:
    with opened(folder) as logbook:
        step(lambda: _keep(logbook, NOTE))


def kept(folder: Path) -> str:
    with opened(folder) as logbook:
        entry = draft(logbook, KEY)
    assert entry is not None
    return {"": OLD, NOTE: NEW}[entry.conversation.note]


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


OPERATIONS = {
    "a save": Operation(a_logbook, save, saved),
    "a draft": Operation(a_logbook, keep, kept),
    "a new logbook": Operation(nothing, make, made),
}
