"""In which year something counts that was entered late: once, and never in an issued year.

A year is *closed* once it was issued or is blocked: what it counted is fixed. What is dated in a
closed year and was not counted there falls in the first open year after it. So the *catchment* of
an open year is its own days and those of the unbroken run of closed years just before it.
"""

from collections.abc import Collection
from datetime import date

from vp_logboek.domain.organisation import Organisation


def first_open(year: int, closed: Collection[int]) -> int:
    """The year in which something of ``year`` counts that is entered now."""
    while year in closed:
        year += 1
    return year


def counted_year(organisation: Organisation, day: date, closed: Collection[int]) -> int:
    """The year in which something of this day counts that is entered now."""
    return first_open(organisation.year_of(day).year, closed)


def catchment(organisation: Organisation, year: int, closed: Collection[int]) -> tuple[date, date]:
    """The first day of which an open year counts what was not counted yet, and the day after."""
    first = year
    while first - 1 in closed:
        first -= 1
    return organisation.year(first).start, organisation.year(year).end
