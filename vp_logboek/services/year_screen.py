"""What the screen of a year shows: the counsellor's own counts at once, and then what HR sees.

The first takes milliseconds, the second has to try what can be worked out, and can be stopped.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.disclosure.protector import Protected
from vp_logboek.domain.errors_release import Stopped, WhyBlocked
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.period import ReportingYear
from vp_logboek.domain.tally import Tally
from vp_logboek.services.notebook import years as years_with_talks
from vp_logboek.services.yearly_report import year_overview, year_tally
from vp_logboek.store.logbook import Logbook

Stop = Callable[[], bool]


class Standing(Enum):
    """How far a year is."""

    RUNNING = auto()
    OVER = auto()
    ISSUED = auto()
    BLOCKED = auto()


@dataclass(frozen=True, slots=True)
class Late:
    """So many talks that count in this year were held in the earlier years named here."""

    talks: int
    years: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """A year as the counsellor sees it.

    ``tally`` is what counts in it: of an issued year what was issued. ``later`` is, of an issued
    year alone, what the logbook counts for its days now. ``years`` are those that have talks.
    ``counts_in`` is the label of the year in which a talk counts that is entered now for a day of
    this one.
    """

    organisation: Organisation
    period: ReportingYear
    level: Level
    standing: Standing
    tally: Tally
    before: Tally | None
    years: tuple[int, ...]
    later: Tally | None = None
    late: Late | None = None
    issued_on: date | None = None
    edition: int = 0
    why_blocked: WhyBlocked | None = None
    counts_in: str = ""


def counted(logbook: Logbook, organisation: Organisation, year: int, today: date) -> Counted:
    """Count a year and the one before it."""
    period = organisation.year(year)
    before = year_tally(logbook, organisation, year - 1)
    return Counted(
        organisation,
        period,
        organisation.level_in(year),
        Standing.OVER if period.is_over(today) else Standing.RUNNING,
        year_tally(logbook, organisation, year),
        before if has_anything(before) else None,
        tuple(one for one, _ in years_with_talks(logbook, organisation.id)),
        counts_in=period.label,
    )


def seen(logbook: Logbook, organisation: Organisation, year: int, stop: Stop) -> Protected:
    """What HR sees of a year, with the reasons for what it does not see. Raises Stopped."""
    if stop():
        raise Stopped
    return year_overview(logbook, organisation, year).protected


def has_anything(tally: Tally) -> bool:
    """Whether anything was noted in this year at all."""
    return any(c.number for t in tally.tables for line in t.lines for c in line.counts)
