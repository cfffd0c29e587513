"""Which year a talk counts in, and the two counts of an issued year: as issued, and by date."""

from datetime import date

from vp_logboek.domain.catchment import counted_year, first_open
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.tally import Tally
from vp_logboek.services.blocked import blocked_years
from vp_logboek.store.logbook import Logbook


def counted_year_of_new(logbook: Logbook, organisation: Organisation, day: date) -> int:
    """The year in which a talk of ``day`` counts when it is entered now.

    Its own year, or where that was issued or is blocked the first year after it that is open.
    """
    return counted_year(organisation, day, closed_years(logbook, organisation))


def year_after(logbook: Logbook, organisation: Organisation, year: int) -> int:
    """The year in which counts what is entered for ``year`` once that year is issued."""
    return first_open(year + 1, closed_years(logbook, organisation))


def closed_years(logbook: Logbook, organisation: Organisation) -> frozenset[int]:
    """The years in which nothing more is counted: they were issued, or are blocked."""
    blocked = blocked_years(logbook, organisation.key)
    return logbook.issued_years(organisation.key) | blocked.keys()


def both_counts(
    logbook: Logbook, organisation: Organisation, year: int
) -> tuple[Tally | None, Tally]:
    """The counts as they were issued (None where the year is open), and those by date of today."""
    held = organisation.in_year(year)
    by_date = Tally.of(logbook.facts(held, held.year(year), by_date=True))
    release = logbook.ledger.of(organisation.key, year)
    return (None if release is None else release.tallies[0]), by_date
