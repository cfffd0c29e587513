"""Which talks a question finds and in which order, as mere ids: so a long list is read in pages.

A hundred thousand ids come as one text in a fiftieth of a second. As rows they take ten times as
long, and a set of them in SQL, which is what ``IN (SELECT …)`` makes, ten times as long as well.
"""

# ruff: noqa: S608 - the parts are our own words; a value is always bound

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import chain

from vp_logboek.domain.conversation import ConversationKind
from vp_logboek.domain.listing import TalkListing, TalkOrder, TalkQuery
from vp_logboek.store import search
from vp_logboek.store.database import Database
from vp_logboek.store.subjects import Subjects
from vp_logboek.store.talk_where import FROM, conditions

_IDS = "SELECT json_group_array(id) FROM"
_PAST_ALL = "9999-12-32"
_HALFWAY = -1


@dataclass(frozen=True, slots=True)
class Base:
    """What a question finds before words are looked for: whoever types asks it for each letter.

    It holds for ``question`` as long as ``state`` is that of the file: who opened it, and how much
    was changed since.
    """

    question: TalkQuery
    state: tuple[object, int]
    months: Sequence[tuple[date, Sequence[int]]]
    ids: frozenset[int]
    earlier: "Base | None" = None
    """That of the question before it: who looks in a year is told of all years besides."""


def listing(database: Database, query: TalkQuery, kept: Base | None) -> tuple[TalkListing, Base]:
    """The ids by month, the newest first, and what to keep for the next question."""
    base = _base(database, query, kept)
    months = base.months
    if query.text:
        tree = Subjects(database).tree()
        left = base.ids
        for find in search.finders(query.text, tree):
            left = find(database, left)
        if len(left) < len(base.ids):
            months = [(month, [one for one in ids if one in left]) for month, ids in months]
    found = TalkListing(
        tuple(chain.from_iterable(ids for _, ids in months)),
        tuple((month, len(ids)) for month, ids in months if ids),
    )
    return found, base


def _base(database: Database, query: TalkQuery, kept: Base | None) -> Base:
    question = replace(query, text="", limit=None)
    raw = database.connection
    # what is read halfway may be undone, which is not counted as a change
    is_halfway = raw.in_transaction
    state = (raw, _HALFWAY if is_halfway else raw.total_changes)
    for one in (kept, kept.earlier) if kept is not None and not is_halfway else ():
        if one is not None and (one.question, one.state) == (question, state):
            return one if one is kept else replace(one, earlier=_alone(kept))
    months = _months(database, question)
    ids = frozenset(chain.from_iterable(ids for _, ids in months))
    return Base(question, state, months, ids, _alone(kept))


def _alone(base: Base | None) -> Base | None:
    return None if base is None else replace(base, earlier=None)


def _months(database: Database, query: TalkQuery) -> list[tuple[date, list[int]]]:
    """One month after the other: to group in SQL means to sort everything once more."""
    where, values = conditions(database, query)
    asked = " AND ".join(where)
    last_before = f"SELECT max(c.held_on) {_from(query)} WHERE {asked} AND c.held_on < ?"
    inside = (
        f"{_IDS} (SELECT c.id {_from(query)} WHERE {asked} AND c.held_on >= ? AND c.held_on < ?"
        " ORDER BY c.held_on DESC, c.id DESC)"
    )
    found: list[tuple[date, list[int]]] = []
    before = _PAST_ALL
    while (newest := database.all(last_before, (*values, before))[0][0]) is not None:
        first = f"{newest[:7]}-01"
        ((ids,),) = database.all(inside, (*values, first, before))
        found.append((date.fromisoformat(first), json.loads(ids)))
        before = first
    return found


def _from(query: TalkQuery) -> str:
    """The dossier is only looked up where it is asked about."""
    asked = (query.organisation, query.main, query.subject)
    needed = any(part is not None for part in asked)
    return FROM if needed else " FROM conversation c"


def sorted_by(database: Database, ids: Sequence[int], order: TalkOrder) -> tuple[int, ...]:
    """Ids that were in order of day, the newest first, rising by something else, then by day."""
    column, key_of = _KEYS[order](database)
    key = cache(key_of)  # of a hundred thousand talks there are some fifty subjects
    found = database.all(
        f"SELECT c.id, {column} FROM json_each(?) j CROSS JOIN conversation c ON c.id = j.value"
        " CROSS JOIN dossier d ON d.id = c.dossier",
        (json.dumps(list(ids)),),
    )
    keys = {id_: key(value) for id_, value in found}
    return tuple(sorted((id_ for id_ in reversed(ids) if id_ in keys), key=keys.__getitem__))


_Key = tuple[str, Callable[[str], str]]


def _by_subject(database: Database) -> _Key:
    return "coalesce(c.subject, d.subject)", Subjects(database).tree().full_label


_KEYS: dict[TalkOrder, Callable[[Database], _Key]] = {
    TalkOrder.DATE: lambda _: ("c.held_on", str),
    TalkOrder.SUBJECT: _by_subject,
    TalkOrder.KIND: lambda _: ("c.kind", lambda code: ConversationKind(code).label),
    TalkOrder.DOSSIER: lambda _: ("d.number", str),
}
