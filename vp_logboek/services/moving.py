"""Talks that turn out to belong to another dossier."""

from collections.abc import Sequence
from dataclasses import replace

from vp_logboek.domain.conversation import Conversation, ConversationKind
from vp_logboek.domain.listing import DossierQuery, DossierRow, TalkRow
from vp_logboek.services.talk_saving import openings_followed
from vp_logboek.store.logbook import Logbook


def move_talks(logbook: Logbook, conversation_ids: Sequence[int], dossier_id: int) -> int:
    """Put talks in this dossier, all or none; how many were not in it yet. Raises Gone.

    What each is about stays as it was. Of the first talks that come together the earliest stays the
    first, the others become next ones. A dossier with nothing left in it goes.
    """
    logbook.dossiers.get(dossier_id)
    with logbook.transaction():
        found = [logbook.conversations.get(id_) for id_ in conversation_ids]
        talks = [talk for talk in found if talk.dossier not in (None, dossier_id)]
        left = {talk.dossier for talk in talks}
        was_first = logbook.conversations.opening(dossier_id)
        with openings_followed(logbook, dossier_id, *left):
            for talk in talks:
                logbook.conversations.save(_moved(logbook, talk, dossier_id))
            _renamed(logbook, (*talks, *([was_first] if was_first else [])), dossier_id)
        for one in left:
            if one is not None and logbook.dossiers.is_empty(one):
                logbook.dossiers.remove(one)
    return len(talks)


def _moved(logbook: Logbook, talk: Conversation, home: int) -> Conversation:
    own = logbook.dossiers.get(talk.dossier or 0).subject
    return replace(talk, dossier=home, subject=talk.subject or own)


def _renamed(logbook: Logbook, talks: Sequence[Conversation | TalkRow], home: int) -> None:
    """A first talk, also one that was there before, is one only where it is the earliest."""
    opening = logbook.conversations.opening(home)
    for talk in talks:
        if talk.kind is ConversationKind.FIRST and opening is not None and talk.id != opening.id:
            there = logbook.conversations.get(talk.id or 0)
            logbook.conversations.save(replace(there, kind=ConversationKind.FOLLOW_UP))


def homes_for(logbook: Logbook, conversation_ids: Sequence[int]) -> tuple[DossierRow, ...]:
    """The dossiers these talks can go to: of their own organisation, and not where all are."""
    talks = logbook.conversations.rows_of(conversation_ids)
    organisations = {talk.organisation for talk in talks}
    homes = {talk.dossier for talk in talks}
    if len(organisations) != 1:
        return ()
    found = logbook.dossiers.rows(DossierQuery(organisations.pop()))
    return tuple(row for row in found if homes != {row.id})
