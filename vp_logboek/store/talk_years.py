"""The year in which each talk counts, where that is settled or another than that of its day."""

from vp_logboek.domain.catchment import first_open
from vp_logboek.domain.listing import TalkYear
from vp_logboek.domain.organisation import Organisation
from vp_logboek.store.counted import closed_years
from vp_logboek.store.database import Database
from vp_logboek.store.values import to_day

_SETTLED = """
    SELECT c.id, c.held_on, c.counted_in,
        (SELECT s.year FROM ledger_scope s WHERE s.number = c.counted_in
            AND s.organisation = ?1 AND s.counts)
    FROM conversation c CROSS JOIN dossier d ON d.id = c.dossier
    WHERE c.binned_on IS NULL AND d.organisation = ?1
"""
_IN_ORDER = " ORDER BY c.held_on, c.id"
# each of these is found in an index, however many talks were counted
_NOT_COUNTED = " AND c.counted_in IS NULL AND c.held_on >= ?2 AND c.held_on < ?3"
_COUNTED_ELSEWHERE = " AND c.counted_in = ?4 AND (c.held_on < ?2 OR c.held_on >= ?3)"
_MARKS = """
    SELECT mark, CASE WHEN mark < 0 THEN -mark ELSE (SELECT s.year FROM ledger_scope s
        WHERE s.number = mark AND s.organisation = ? AND s.counts) END
    FROM (SELECT DISTINCT counted_in AS mark FROM conversation WHERE counted_in IS NOT NULL)
"""


def settled(database: Database, organisation: Organisation) -> tuple[TalkYear, ...]:
    """The talks of an organisation that were counted, or count in another year than that of their
    day, in order of day.

    Where a rescue lost the release that counted a talk, it stays counted in the year of its day.
    """
    return _read(database, organisation, _SETTLED + _IN_ORDER)


def settled_one(database: Database, organisation: Organisation, talk: int) -> TalkYear | None:
    """What is settled of one talk, by its id."""
    found = _read(database, organisation, f"{_SETTLED} AND c.id = ?2", (talk,))
    return found[0] if found else None


def late(database: Database, organisation: Organisation) -> tuple[TalkYear, ...]:
    """Of what is settled the talks that count in another year than that of their day."""
    found: list[TalkYear] = []
    for year in closed_years(database, organisation.key):
        found += _read(database, organisation, _SETTLED + _NOT_COUNTED, _days(organisation, year))
    for mark, year in database.all(_MARKS, (organisation.key,)):
        if year is not None:  # a talk of which the release is lost counts in the year of its day
            values = (*_days(organisation, year), mark)
            found += _read(database, organisation, _SETTLED + _COUNTED_ELSEWHERE, values)
    return tuple(one for one in found if one.own != one.counts_in)


def _days(organisation: Organisation, year: int) -> tuple[str, str]:
    period = organisation.year(year)
    return period.start.isoformat(), period.end.isoformat()


def _read(
    database: Database, organisation: Organisation, sql: str, values: tuple[object, ...] = ()
) -> tuple[TalkYear, ...]:
    closed = closed_years(database, organisation.key)
    if not closed:
        return ()
    found = []
    for id_, held_on, mark, issued_year in database.all(sql, (organisation.key, *values)):
        day = to_day(held_on)
        own = organisation.year_of(day).year if day else 0
        if mark is None:
            counts_in = first_open(own, closed)
        else:
            counts_in = -mark if mark < 0 else issued_year or own
        if mark is not None or counts_in != own:
            found.append(TalkYear(id_, own, counts_in, is_counted=mark is not None))
    return tuple(found)
