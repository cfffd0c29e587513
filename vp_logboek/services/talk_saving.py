"""A talk and its dossier, saved as one: the dossier follows its opening talk.

Two rules keep them together. A dossier is opened on the day of its earliest talk, unless an earlier
day was filled in. And a talk that has the subject of its dossier keeps having it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from vp_logboek.domain.conversation import Conversation
from vp_logboek.domain.dossier import Dossier, DossierMelder, Ending, Known
from vp_logboek.domain.errors import FutureDate, UnknownSubject
from vp_logboek.services.talk_entry import TalkEntry
from vp_logboek.store.logbook import Logbook


def save_talk(
    logbook: Logbook, entry: TalkEntry, today: date, draft_key: str | None = None
) -> Conversation:
    """Save what the form holds in one transaction; the draft with this key is gone with it.

    A talk without a dossier opens one. Raises FutureDate (of the talk, or of the consent that was
    given), TooLongAgo, ImpossibleDuration, UnknownSubject (also for a first talk without a
    subject), Gone, NotSaved and ReadOnlyPlace.
    """
    talk = entry.conversation
    talk.check(today)
    if entry.consent_on is not None and entry.consent_on > today:
        raise FutureDate(entry.consent_on)
    with logbook.transaction():
        _check_subject(logbook, entry)
        before = None if talk.id is None else logbook.conversations.get(talk.id)
        home = _home(logbook, entry, before, today)
        left = None if before is None or before.dossier == home else before.dossier
        with openings_followed(logbook, home, left):
            saved = logbook.conversations.save(replace(talk, dossier=home))
        if left is not None and logbook.dossiers.is_empty(left):
            logbook.dossiers.remove(left)
        if draft_key is not None:
            logbook.drafts.drop(draft_key)
    return saved


@contextmanager
def openings_followed(logbook: Logbook, *dossiers: int | None) -> Iterator[None]:
    """Let each dossier stay opened on the day of its earliest talk, whatever happens inside."""
    ids = [id_ for id_ in dossiers if id_ is not None]
    before = logbook.conversations.openings(ids)
    yield
    for id_, (opened, earliest) in logbook.conversations.openings(ids).items():
        if earliest is None:
            continue  # all of it lies in the bin
        was = before[id_][1] if id_ in before else None
        follows = was is None or opened == was
        wanted = earliest if follows else min(opened, earliest)
        if wanted != opened:
            logbook.dossiers.save(replace(logbook.dossiers.get(id_), opened=wanted))


def save_dossier_changes(logbook: Logbook, stored: Dossier, wanted: Dossier) -> Dossier:
    """Save a dossier when something in it changed; its talks keep sharing its subject."""
    if stored.id is None or stored == wanted:
        return stored
    if stored.subject != wanted.subject:
        logbook.conversations.change_subject(stored.id, stored.subject, wanted.subject)
    return logbook.dossiers.save(wanted)


def _check_subject(logbook: Logbook, entry: TalkEntry) -> None:
    subject = entry.conversation.subject
    if subject is not None:
        logbook.subjects.tree().leaf(subject)
    elif entry.conversation.dossier is None:
        raise UnknownSubject("")


def _home(
    logbook: Logbook, entry: TalkEntry, before: Conversation | None, today: date
) -> int | None:
    """The dossier this talk belongs to, opened or brought up to date with what the form holds."""
    id_ = entry.conversation.dossier
    if id_ is None:
        return logbook.dossiers.save(_first_dossier(logbook, entry)).id
    stored = logbook.dossiers.get(id_)
    if before is not None and before.dossier != id_:
        return id_  # the form still describes the dossier this talk leaves
    wanted = _described(logbook, stored, entry, before, today)
    return save_dossier_changes(logbook, stored, wanted).id


def _first_dossier(logbook: Logbook, entry: TalkEntry) -> Dossier:
    talk = entry.conversation
    return Dossier(
        organisation=entry.organisation,
        opened=talk.on,
        subject=talk.subject or "",
        kind=entry.contact,
        melders=_melders(logbook, (), entry),
        came_via=entry.came_via,
        ending=None if entry.ending is None else Known(entry.ending, talk.on),
        consent_on=entry.consent_on,
        consent_for=entry.consent_for,
    )


def _described(
    logbook: Logbook, stored: Dossier, entry: TalkEntry, before: Conversation | None, today: date
) -> Dossier:
    return replace(
        stored,
        organisation=entry.organisation,
        subject=_subject(logbook, stored, entry.conversation, before),
        kind=entry.contact,
        melders=_melders(logbook, stored.melders, entry),
        came_via=entry.came_via,
        ending=_ending(stored.ending, entry, before, today),
        consent_on=entry.consent_on,
        consent_for=entry.consent_for,
    )


def _subject(
    logbook: Logbook, stored: Dossier, talk: Conversation, before: Conversation | None
) -> str:
    """The opening talk, when it had the dossier's subject, takes the dossier along to a new one."""
    if before is None or talk.subject is None or before.subject != stored.subject:
        return stored.subject
    opening = None if before.dossier is None else logbook.conversations.opening(before.dossier)
    is_opening = opening is not None and opening.id == talk.id
    return talk.subject if is_opening else stored.subject


def _melders(
    logbook: Logbook, stored: tuple[DossierMelder, ...], entry: TalkEntry
) -> tuple[DossierMelder, ...]:
    """The first melder is the one in the form; the others of a group stay as they are."""
    rest = stored[1:]
    if entry.melder is None:
        return rest
    number = stored[0].melder if stored else entry.melder.melder
    if entry.same_melder_as is not None:
        earlier = logbook.dossiers.get(entry.same_melder_as).melders
        number = earlier[0].melder if earlier else number
    others = tuple(other for other in rest if other.melder != number)
    return (replace(entry.melder, melder=number), *others)


def _ending(
    stored: Known[Ending] | None, entry: TalkEntry, before: Conversation | None, today: date
) -> Known[Ending] | None:
    """A new talk tells the ending on its own day; added to an earlier talk it is known today.

    A correction keeps the day, and an ending told in this talk moves along with it.
    """
    if entry.ending is None:
        return None
    day = entry.conversation.on
    if stored is None:
        return Known(entry.ending, day if before is None else today)
    moves = before is not None and stored.on == before.on
    return Known(entry.ending, day if moves else stored.on)
