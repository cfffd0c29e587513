"""What happened in a dossier, in order of time, worked out from what the logbook holds anyway.

Nothing is written down for it. So it does not tell what the logbook does not keep: when a melder
was added, when a talk came from another dossier, or that the dossier was closed before.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, auto
from typing import TYPE_CHECKING

from vp_logboek.domain.activity import Action
from vp_logboek.domain.dossier import Dossier
from vp_logboek.domain.listing import BinnedTalk, TalkRow
from vp_logboek.services import notebook
from vp_logboek.services.notebook import DossierPage

if TYPE_CHECKING:
    from vp_logboek.store.logbook import Logbook

_FINDINGS = (
    ("handling", "Afhandeling"), ("outcome", "Uitkomst"), ("measure", "Maatregel"),
    ("ending", "Afloop"),
)  # fmt: skip


class What(IntEnum):
    """What happened; on one day in this order."""

    OPENED = auto()
    TALK = auto()
    CONSENT = auto()
    ACTION_DONE = auto()
    FOUND = auto()
    BINNED = auto()
    CLOSED = auto()


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a day. ``name`` is the kind of talk, or of what became known, and
    ``words`` the value that became known; never a free text. ``talk`` can be opened.
    """

    on: date
    what: What
    name: str = ""
    words: str = ""
    talk: int | None = None
    held_on: date | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """A dossier with all that its page shows."""

    page: DossierPage
    events: tuple[Event, ...]


def story(logbook: "Logbook", dossier_id: int) -> Story:
    """One dossier with what hangs on it and what happened in it. Raises Gone."""
    page = notebook.dossier_page(logbook, dossier_id)
    binned = [one for one in notebook.binned(logbook) if one.talk.dossier == dossier_id]
    return Story(page, history(page.dossier, page.talks, page.actions, binned))


def history(
    dossier: Dossier,
    talks: Iterable[TalkRow],
    actions: Iterable[Action],
    binned: Iterable[BinnedTalk] = (),
) -> tuple[Event, ...]:
    """What happened, the earliest first."""
    found = [
        Event(dossier.opened, What.OPENED),
        *(Event(row.on, What.TALK, row.kind.label, talk=row.id) for row in talks),
        *_binned(binned),
        *(Event(one.done_on, What.ACTION_DONE) for one in actions if one.done_on is not None),
        *_became_known(dossier),
    ]
    return tuple(sorted(found, key=lambda event: (event.on, event.what, event.talk or 0)))


def _binned(binned: Iterable[BinnedTalk]) -> Iterator[Event]:
    for one in binned:
        yield Event(one.on, What.BINNED, one.talk.kind.label, held_on=one.talk.on)


def _became_known(dossier: Dossier) -> Iterator[Event]:
    for attribute, name in _FINDINGS:
        known = getattr(dossier, attribute)
        if known is not None:
            yield Event(known.on, What.FOUND, name, known.value.label)
    if dossier.consent_on is not None:
        yield Event(dossier.consent_on, What.CONSENT)
    if dossier.closed is not None:
        yield Event(dossier.closed, What.CLOSED)
