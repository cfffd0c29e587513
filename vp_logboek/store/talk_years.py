"""The year in which each talk counts, where that is settled or another than that of its day."""

from vp_logboek.domain.catchment import first_open
from vp_logboek.domain.listing import TalkYear
from vp_logboek.domain.organisation import Organisation
from vp_logboek.store.counted import closed_years
from vp_logboek.store.database import Database
from vp_logboek.store.values import to_day

_ALL = """
    SELECT c.id, c.held_on, c.counted_in,
        (SELECT s.year FROM ledger_scope s WHERE s.number = c.counted_in
            AND s.organisation = ?1 AND s.counts)
    FROM conversation c CROSS JOIN dossier d ON d.id = c.dossier
    WHERE c.binned_on IS NULL AND d.organisation = ?1 ORDER BY c.held_on, c.id
"""


def settled(database: Database, organisation: Organisation) -> tuple[TalkYear, ...]:
    """The talks of an organisation that were counted, or count in another year than that of their
    day, in order of day.

    Where a rescue lost the release that counted a talk, it stays counted in the year of its day.
    """
    closed = closed_years(database, organisation.key)
    if not closed:
        return ()
    found = []
    for id_, held_on, mark, issued_year in database.all(_ALL, (organisation.key,)):
        day = to_day(held_on)
        own = organisation.year_of(day).year if day else 0
        if mark is None:
            counts_in = first_open(own, closed)
        else:
            counts_in = -mark if mark < 0 else issued_year or own
        if mark is not None or counts_in != own:
            found.append(TalkYear(id_, own, counts_in, is_counted=mark is not None))
    return tuple(found)
