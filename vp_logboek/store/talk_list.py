"""Lists of talks: prepared in SQL as one question, and never with a note."""

# ruff: noqa: S608 - the parts are our own words; a value is always bound

import json
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from datetime import MINYEAR, date

from vp_logboek.domain.conversation import Channel, ConversationKind
from vp_logboek.domain.listing import BinnedTalk, TalkQuery, TalkRow
from vp_logboek.domain.period import ReportingYear
from vp_logboek.store import remains, talk_order
from vp_logboek.store.database import Database, Row
from vp_logboek.store.talk_where import FROM, conditions, years_of
from vp_logboek.store.values import to_day

_NO_LIMIT = -1
_ROW = """
    SELECT c.id, c.held_on, coalesce(c.subject, d.subject), c.kind, c.channel,
        c.dossier, d.number, d.organisation, c.has_note, c.minutes
"""
_DOSSIER = "CROSS JOIN dossier d ON d.id = c.dossier"
_OPENINGS = """
    SELECT d.id, d.opened,
        (SELECT min(held_on) FROM conversation WHERE dossier = d.id AND binned_on IS NULL)
    FROM json_each(?) j CROSS JOIN dossier d ON d.id = j.value
"""
_NEWEST_FIRST = " ORDER BY c.held_on DESC, c.id DESC LIMIT ?"

_KINDS = {str(kind): kind for kind in ConversationKind}
_CHANNELS = {str(channel): channel for channel in Channel}


def rows(database: Database, query: TalkQuery) -> tuple[TalkRow, ...]:
    """The talks a query asks for, newest first."""
    if query.text:
        found, _ = talk_order.listing(database, query, None)
        return rows_of(database, found.ids[: query.limit])
    where, values = conditions(database, query)
    limit = _NO_LIMIT if query.limit is None else query.limit
    sql = f"{_ROW} {FROM} WHERE {' AND '.join(where)} {_NEWEST_FIRST}"
    return tuple(_talk_row(row) for row in database.all(sql, (*values, limit)))


def rows_of(database: Database, ids: Sequence[int]) -> tuple[TalkRow, ...]:
    """Talks by their ids, in the same order; one that is gone by now is left out."""
    sql = f"{_ROW} FROM json_each(?) j CROSS JOIN conversation c ON c.id = j.value {_DOSSIER}"
    found = {row[0]: row for row in database.all(sql, (json.dumps(list(ids)),))}
    return tuple(_talk_row(found[id_]) for id_ in ids if id_ in found)


def binned(database: Database) -> tuple[BinnedTalk, ...]:
    """What lies in the bin, the last first."""
    sql = f"{_ROW}, c.binned_on {FROM} WHERE c.binned_on IS NOT NULL"
    found = database.all(f"{sql} ORDER BY c.binned_on DESC, c.id DESC")
    return tuple(BinnedTalk(_talk_row(row[:-1]), date.fromisoformat(row[-1])) for row in found)


def homes(database: Database, ids: Collection[int]) -> set[int]:
    """The dossiers of talks."""
    sql = "SELECT c.dossier FROM json_each(?) j CROSS JOIN conversation c ON c.id = j.value"
    return {dossier for (dossier,) in database.all(sql, (json.dumps([*ids]),))}


def openings(database: Database, dossiers: Collection[int]) -> dict[int, tuple[date, date | None]]:
    """Of dossiers, by their ids, on which day each was opened and its earliest talk was held."""
    found = database.all(_OPENINGS, (json.dumps([*dossiers]),))
    return {id_: (date.fromisoformat(opened), to_day(held)) for id_, opened, held in found}


def years(database: Database, organisation: int | None) -> tuple[tuple[int, int], ...]:
    """Each year that has talks with its number of them, newest first; destroyed ones included."""
    held = Counter(dict(_years_there(database, organisation)))
    held.update(remains.talks(database, organisation))
    return tuple(sorted(held.items(), reverse=True))


def _years_there(database: Database, organisation: int | None) -> Iterator[tuple[int, int]]:
    found = database.all("SELECT min(held_on), max(held_on) FROM conversation")
    ((first, last),) = found
    if first is None:
        return
    year_of = years_of(database, organisation)
    spanned = (
        year_of(year)
        for year in range(date.fromisoformat(last).year, date.fromisoformat(first).year - 2, -1)
        if year >= MINYEAR
    )
    counted = ((period.year, _talks_in(database, organisation, period)) for period in spanned)
    yield from ((year, talks) for year, talks in counted if talks)


def _talks_in(database: Database, organisation: int | None, period: ReportingYear) -> int:
    in_year = "WHERE c.binned_on IS NULL AND c.held_on >= ? AND c.held_on < ?"
    bounds = (period.start.isoformat(), period.end.isoformat())
    if organisation is None:
        return database.number(f"SELECT count(*) FROM conversation c {in_year}", bounds)
    sql = f"SELECT count(*) {FROM} {in_year} AND d.organisation = ?"
    return database.number(sql, (*bounds, organisation))


def _talk_row(row: Row) -> TalkRow:
    id_, on, subject, kind, channel, dossier, number, organisation, has_note, minutes = row
    return TalkRow(
        id=id_,
        on=date.fromisoformat(on),
        subject=subject,
        kind=_KINDS[kind],
        channel=_CHANNELS[channel],
        dossier=dossier,
        dossier_number=number,
        organisation=organisation,
        has_note=bool(has_note),
        minutes=minutes,
    )
