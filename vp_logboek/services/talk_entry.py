"""Everything the talk form holds, in domain values, and its JSON for drafts."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, TypeVar

from vp_logboek.domain.conversation import (
    Channel,
    Conversation,
    ConversationKind,
    Intervention,
    Referral,
)
from vp_logboek.domain.dossier import (
    CameVia,
    ContactKind,
    DossierMelder,
    Ending,
    MelderKind,
    Relation,
    Role,
)

_Entry = TypeVar("_Entry", Intervention, Referral)
_UNKNOWN_MELDER = DossierMelder()


@dataclass(frozen=True, slots=True)
class TalkEntry:
    """One talk with what is asked about its dossier.

    ``conversation.dossier`` None: a first talk, which opens a dossier silently. ``same_melder_as``
    is the id of an earlier dossier of the same person ("ja, deze melder is van dossier …").
    ``melder`` is the first melder of the dossier, or None for a signal without one.
    """

    conversation: Conversation
    organisation: int
    same_melder_as: int | None = None
    contact: ContactKind = ContactKind.MELDING
    melder: DossierMelder | None = _UNKNOWN_MELDER
    came_via: CameVia | None = None
    ending: Ending | None = None
    consent_on: date | None = None
    consent_for: str = ""


def entry_to_json(entry: TalkEntry) -> str:
    """The text of a draft: plain ASCII, so that any text can be kept."""
    return json.dumps(asdict(entry), default=_plain)


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(value)
    raise TypeError(type(value).__name__)


def entry_from_json(text: str) -> TalkEntry:
    """The entry a draft was made of."""
    found = json.loads(text)
    return TalkEntry(
        conversation=_conversation(found["conversation"]),
        organisation=found["organisation"],
        same_melder_as=found["same_melder_as"],
        contact=ContactKind(found["contact"]),
        melder=_melder(found["melder"]),
        came_via=None if found["came_via"] is None else CameVia(found["came_via"]),
        ending=None if found["ending"] is None else Ending(found["ending"]),
        consent_on=_day(found["consent_on"]),
        consent_for=found["consent_for"],
    )


def _conversation(found: dict[str, Any]) -> Conversation:
    return Conversation(
        on=date.fromisoformat(found["on"]),
        kind=ConversationKind(found["kind"]),
        channel=Channel(found["channel"]),
        dossier=found["dossier"],
        subject=found["subject"],
        minutes=found["minutes"],
        interventions=_set(Intervention, found["interventions"]),
        referrals=_set(Referral, found["referrals"]),
        note=found["note"],
        id=found["id"],
    )


def _melder(found: dict[str, Any] | None) -> DossierMelder | None:
    if found is None:
        return None
    return DossierMelder(
        melder=found["melder"],
        kind=None if found["kind"] is None else MelderKind(found["kind"]),
        role=None if found["role"] is None else Role(found["role"]),
        relation=None if found["relation"] is None else Relation(found["relation"]),
    )


def _day(found: str | None) -> date | None:
    return None if found is None else date.fromisoformat(found)


def _set(kind: type[_Entry], codes: Iterable[str]) -> frozenset[_Entry]:
    return frozenset(kind(code) for code in codes)
