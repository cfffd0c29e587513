"""The notebook: every verb of talks, dossiers, actions, activities, drafts and settings."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from vp_logboek.domain.activity import Action, Activity
from vp_logboek.domain.conversation import Channel, Conversation, ConversationKind
from vp_logboek.domain.dossier import Dossier, DossierMelder
from vp_logboek.domain.errors import Gone
from vp_logboek.domain.listing import (
    BinnedTalk,
    DossierQuery,
    DossierRow,
    TalkListing,
    TalkOrder,
    TalkQuery,
    TalkRow,
)
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.subjects import MainClass, Subject, SubjectTree
from vp_logboek.services.talk_entry import TalkEntry, entry_from_json, entry_to_json
from vp_logboek.services.talk_saving import openings_followed, save_dossier_changes, save_talk
from vp_logboek.store.logbook import Logbook

EXAMPLE_SETTING = "voorbeeld"

__all__ = [
    "DossierPage",
    "Logbook",
    "TalkEntry",
    "entry_from_json",
    "entry_to_json",
    "save_talk",
]


# --- the form of a talk -----------------------------------------------------------------------


def new_entry(logbook: Logbook, today: date) -> TalkEntry:
    """An empty form with what was used last: organisation, channel, kind of melder and minutes.

    Raises Gone when there is no organisation yet.
    """
    last = logbook.conversations.last()
    if last is None or last.dossier is None:
        first = Conversation(today, ConversationKind.FIRST, Channel.IN_PERSON)
        return TalkEntry(first, _first_organisation(logbook))
    dossier = logbook.dossiers.get(last.dossier)
    kind = dossier.melders[0].kind if dossier.melders else None
    return TalkEntry(
        Conversation(today, ConversationKind.FIRST, last.channel, minutes=last.minutes),
        dossier.organisation,
        melder=DossierMelder(kind=kind),
    )


def _first_organisation(logbook: Logbook) -> int:
    for organisation in logbook.organisations.all():
        if organisation.id is not None:
            return organisation.id
    raise Gone("deze organisatie")


def follow_up(logbook: Logbook, dossier_id: int, today: date) -> TalkEntry:
    """The form of a next talk in a dossier, on the subject of the dossier. Raises Gone."""
    last = logbook.conversations.last()
    channel = Channel.IN_PERSON if last is None else last.channel
    minutes = None if last is None else last.minutes
    talk = Conversation(
        today, ConversationKind.FOLLOW_UP, channel, dossier=dossier_id, minutes=minutes
    )
    return _entry(talk, logbook.dossiers.get(dossier_id))


def entry_of(logbook: Logbook, conversation_id: int) -> TalkEntry:
    """The form as it was saved. Raises Gone."""
    talk = logbook.conversations.get(conversation_id)
    if talk.dossier is None:
        raise Gone("dit dossier")
    return _entry(talk, logbook.dossiers.get(talk.dossier))


def _entry(talk: Conversation, dossier: Dossier) -> TalkEntry:
    return TalkEntry(
        conversation=talk,
        organisation=dossier.organisation,
        contact=dossier.kind,
        melder=dossier.melders[0] if dossier.melders else None,
        came_via=dossier.came_via,
        ending=None if dossier.ending is None else dossier.ending.value,
        consent_on=dossier.consent_on,
        consent_for=dossier.consent_for,
    )


# --- talks ------------------------------------------------------------------------------------


def talks(logbook: Logbook, query: TalkQuery) -> tuple[TalkRow, ...]:
    """The talks a query asks for, newest first."""
    return logbook.conversations.rows(query)


def listing(logbook: Logbook, query: TalkQuery) -> TalkListing:
    """Which talks a query asks for, newest first; ``talks_of`` reads them in pages."""
    return logbook.conversations.listing(query)


def talks_of(logbook: Logbook, ids: Sequence[int]) -> tuple[TalkRow, ...]:
    """These talks, in this order; one that is gone by now is left out."""
    return logbook.conversations.rows_of(ids)


def sorted_by(logbook: Logbook, ids: Sequence[int], order: TalkOrder) -> tuple[int, ...]:
    """The talks of a listing, rising by something else than their day."""
    return logbook.conversations.sorted_by(ids, order)


def years(logbook: Logbook, organisation: int | None = None) -> tuple[tuple[int, int], ...]:
    """Each (reporting) year with its number of talks, newest first."""
    return logbook.conversations.years(organisation)


def bin_talk(logbook: Logbook, conversation_id: int, today: date) -> None:
    """Put a talk in the bin. Raises Gone."""
    with logbook.transaction():
        dossier = logbook.conversations.get(conversation_id).dossier
        with openings_followed(logbook, dossier):
            logbook.conversations.bin(conversation_id, today)


def restore_talk(logbook: Logbook, conversation_id: int) -> None:
    """Take a talk out of the bin. Raises Gone."""
    with logbook.transaction():
        dossier = logbook.conversations.get(conversation_id).dossier
        with openings_followed(logbook, dossier):
            logbook.conversations.restore(conversation_id)


def binned(logbook: Logbook) -> tuple[BinnedTalk, ...]:
    """What lies in the bin, the last first."""
    return logbook.conversations.binned()


# --- dossiers ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DossierPage:
    """A dossier with its talks, newest first, and its actions, earliest first."""

    dossier: Dossier
    talks: tuple[TalkRow, ...]
    actions: tuple[Action, ...]


def dossier_rows(
    logbook: Logbook, open_only: bool = False, organisation: int | None = None
) -> tuple[DossierRow, ...]:
    """The dossiers, the one with the latest talk first."""
    return logbook.dossiers.rows(DossierQuery(organisation, open_only))


def dossier_page(logbook: Logbook, dossier_id: int) -> DossierPage:
    """One dossier with what hangs on it. Raises Gone."""
    return DossierPage(
        dossier=logbook.dossiers.get(dossier_id),
        talks=logbook.conversations.rows(TalkQuery(dossier=dossier_id)),
        actions=logbook.actions.of_dossier(dossier_id),
    )


def save_dossier(logbook: Logbook, dossier: Dossier) -> Dossier:
    """Save a dossier; its talks keep sharing its subject. Raises UnknownSubject and Gone."""
    tree = logbook.subjects.tree()
    for code in (dossier.subject, *dossier.further_subjects):
        tree.leaf(code)
    if dossier.id is None:
        return logbook.dossiers.save(dossier)
    with logbook.transaction():
        return save_dossier_changes(logbook, logbook.dossiers.get(dossier.id), dossier)


def close_dossier(logbook: Logbook, dossier_id: int, today: date) -> Dossier:
    """Close a dossier on this day. Raises Gone."""
    with logbook.transaction():
        return logbook.dossiers.save(replace(logbook.dossiers.get(dossier_id), closed=today))


def reopen_dossier(logbook: Logbook, dossier_id: int) -> Dossier:
    """Make a dossier open again. Raises Gone."""
    with logbook.transaction():
        return logbook.dossiers.save(replace(logbook.dossiers.get(dossier_id), closed=None))


def add_melder(logbook: Logbook, dossier_id: int, melder: DossierMelder) -> Dossier:
    """Add a person to a dossier; one who is in it already stays once. Raises Gone."""
    with logbook.transaction():
        dossier = logbook.dossiers.get(dossier_id)
        if melder.melder is not None and melder.melder in {m.melder for m in dossier.melders}:
            return dossier
        return logbook.dossiers.save(replace(dossier, melders=(*dossier.melders, melder)))


# --- actions and activities -------------------------------------------------------------------


def save_action(logbook: Logbook, action: Action) -> Action:
    """Add or change an action. Raises Gone."""
    return logbook.actions.save(action)


def remove_action(logbook: Logbook, action_id: int) -> None:
    """Take an action out of the logbook."""
    logbook.actions.remove(action_id)


def open_actions(logbook: Logbook) -> tuple[Action, ...]:
    """What is still to be done, the earliest first."""
    return logbook.actions.open()


def save_activity(logbook: Logbook, activity: Activity) -> Activity:
    """Add or change an activity. Raises Gone."""
    return logbook.activities.save(activity)


def activities(logbook: Logbook, year: int | None = None) -> tuple[Activity, ...]:
    """The activities of a year, the latest first; the year is that of each one's organisation."""
    by_id = {one.id: one for one in logbook.organisations.all()}
    return tuple(
        activity
        for activity in logbook.activities.all()
        if year is None or by_id[activity.organisation].year_of(activity.on).year == year
    )


def remove_activity(logbook: Logbook, activity_id: int) -> None:
    """Take an activity out of the logbook."""
    logbook.activities.remove(activity_id)


# --- drafts -----------------------------------------------------------------------------------


def keep_draft(logbook: Logbook, key: str, entry: TalkEntry, at: str) -> None:
    """Keep what was typed so far; ``at`` is the moment, in ISO form."""
    logbook.drafts.keep(key, entry_to_json(entry), at)


def draft(logbook: Logbook, key: str) -> TalkEntry | None:
    """The draft with this key; None when there is none."""
    body = logbook.drafts.get(key)
    return None if body is None else entry_from_json(body)


def drafts(logbook: Logbook) -> tuple[tuple[str, TalkEntry], ...]:
    """Every draft with its key, the last kept first."""
    return tuple((key, entry_from_json(body)) for key, body in logbook.drafts.all())


def drop_draft(logbook: Logbook, key: str) -> None:
    """Throw a draft away."""
    logbook.drafts.drop(key)


# --- subjects and organisations ---------------------------------------------------------------


def subjects(logbook: Logbook) -> SubjectTree:
    """The subject tree of this logbook."""
    return logbook.subjects.tree()


def add_subject(logbook: Logbook, label: str, main: MainClass) -> Subject:
    """Add a leaf of the counsellor's own. Raises SubjectExists."""
    with logbook.transaction():
        tree, leaf = logbook.subjects.tree().with_custom(label, main)
        logbook.subjects.save(tree)
    return leaf


def retire_subject(logbook: Logbook, code: str, retired: bool = True) -> SubjectTree:
    """Let a leaf no longer be chosen, or again; past years keep it. Raises UnknownSubject."""
    with logbook.transaction():
        return logbook.subjects.save(logbook.subjects.tree().with_retired(code, retired))


def is_example(logbook: Logbook) -> bool:
    """Whether this is the invented example logbook: everything made from it is marked."""
    return logbook.settings.get(EXAMPLE_SETTING) is not None


def organisations(logbook: Logbook) -> tuple[Organisation, ...]:
    """The organisations, in the order in which they were added."""
    return logbook.organisations.all()


def save_organisation(logbook: Logbook, organisation: Organisation) -> Organisation:
    """Add or change an organisation. Raises NameNeeded, ReasonNeeded, OrganisationExists."""
    return logbook.organisations.save(organisation)
