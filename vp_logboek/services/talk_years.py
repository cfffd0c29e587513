"""In which year a talk counts: to be told where it is written down, read and listed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vp_logboek.domain.listing import TalkYear
from vp_logboek.domain.organisation import Organisation
from vp_logboek.services.late import counted_year_of_new
from vp_logboek.store.logbook import Logbook


@dataclass(frozen=True, slots=True)
class CountsIn:
    """The labels of the year of a talk's day and of the year it counts in.

    ``is_counted``: an overview that was issued has counted it already. ``is_moved``: after that it
    was given a day in a later year.
    """

    own: str
    counts_in: str
    is_counted: bool = False
    is_moved: bool = False


def of_entry(
    logbook: Logbook, organisation: int, day: date, talk: int | None = None
) -> CountsIn | None:
    """Where a talk of this day counts once it is saved; ``talk`` is its id when it was before.

    None where there is nothing to tell: it counts in its own year. Raises Gone.
    """
    own = logbook.organisations.get(organisation)
    if talk is not None:
        settled = settled_of(logbook, own, talk)
        if settled is not None and settled.is_counted:
            return _named(own, own.year_of(day).year, settled.counts_in, is_counted=True)
    year = own.year_of(day).year
    counts_in = counted_year_of_new(logbook, own, day)
    return None if counts_in == year else _named(own, year, counts_in)


def of_saved(logbook: Logbook, organisation: int, talk: int) -> CountsIn | None:
    """Where a saved talk counts, when that is not the year of its day. Raises Gone."""
    own = logbook.organisations.get(organisation)
    settled = settled_of(logbook, own, talk)
    if settled is None or settled.own == settled.counts_in:
        return None
    return _named(own, settled.own, settled.counts_in, settled.is_counted)


def late_talks(logbook: Logbook) -> Mapping[int, str]:
    """Of all talks that count in another year than that of their day the name of that year."""
    return {
        one.talk: own.year(one.counts_in).label
        for own in logbook.organisations.all()
        for one in logbook.conversations.late(own)
    }


def settled_of(logbook: Logbook, organisation: Organisation, talk: int) -> TalkYear | None:
    """What is settled about one talk."""
    return logbook.conversations.counted_year(organisation, talk)


def _named(
    organisation: Organisation, own: int, counts_in: int, is_counted: bool = False
) -> CountsIn:
    return CountsIn(
        organisation.year(own).label,
        organisation.year(counts_in).label,
        is_counted,
        is_moved=counts_in < own,
    )
