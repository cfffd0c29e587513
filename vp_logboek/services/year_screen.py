"""What the screen of a year shows: the counsellor's own counts at once, and then what HR sees.

The first takes milliseconds, the second has to try what can be worked out, and can be stopped.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from vp_logboek.domain.disclosure.draw import Draw
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.disclosure.protector import Protected, Reasons, Why, protect
from vp_logboek.domain.errors_release import Stopped, WhyBlocked
from vp_logboek.domain.ledger import Release, Scope
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.period import ReportingYear
from vp_logboek.domain.tally import Tally
from vp_logboek.services import blocked, late
from vp_logboek.services.notebook import is_example
from vp_logboek.services.notebook import years as years_with_talks
from vp_logboek.services.prospect import counts_of
from vp_logboek.services.yearly_report import year_tally
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
    """Count a year and the one before it. What was issued is remembered, should it not be yet."""
    blocked.remember(logbook)
    period = organisation.year(year)
    release, why = _closed_by(logbook, organisation, year)
    before = year_tally(logbook, organisation, year - 1)
    return Counted(
        organisation,
        period,
        release.level if release else organisation.level_in(year),
        _standing(period, release, why, today),
        release.tallies[0] if release else year_tally(logbook, organisation, year),
        before if has_anything(before) else None,
        tuple(one for one, _ in years_with_talks(logbook, organisation.id)),
        late.both_counts(logbook, organisation, year)[1] if release else None,
        _late(logbook, organisation, year),
        release.issued_on if release else None,
        release.edition if release else 0,
        why,
        organisation.year(late.year_after(logbook, organisation, year)).label,
    )


def standing_of(logbook: Logbook, organisation: Organisation, year: int, today: date) -> Standing:
    """How far a year is."""
    return _standing(organisation.year(year), *_closed_by(logbook, organisation, year), today)


def seen(logbook: Logbook, organisation: Organisation, year: int, stop: Stop) -> Protected | None:
    """What HR sees of a year, with the reasons for what it does not see: of an open year what would
    be issued now, if nothing was handed out otherwise.

    None for a year that was issued and of which this logbook does not know how. Raises Stopped.
    """
    if stop():
        raise Stopped
    release = logbook.ledger.of(organisation.key, year)
    if release is not None:
        return Protected(release.report, _reasons(logbook, release, stop))
    if blocked.why_blocked(logbook, Scope(organisation.key, year)) is not None:
        return None
    tally, context = counts_of(logbook, organisation, year)
    draw = Draw(logbook.draw_key, context)
    level, example = organisation.level_in(year), is_example(logbook)
    return protect(tally, level, draw, example=example, stop=stop)


def _closed_by(
    logbook: Logbook, organisation: Organisation, year: int
) -> tuple[Release | None, WhyBlocked | None]:
    """What was issued of a year, or else why it is blocked; of an open year neither."""
    release = logbook.ledger.of(organisation.key, year)
    if release is not None:
        return release, None
    return None, blocked.why_blocked(logbook, Scope(organisation.key, year))


def _standing(
    period: ReportingYear, release: Release | None, why: WhyBlocked | None, today: date
) -> Standing:
    if release is not None:
        return Standing.ISSUED
    if why is not None:
        return Standing.BLOCKED
    return Standing.OVER if period.is_over(today) else Standing.RUNNING


def _late(logbook: Logbook, organisation: Organisation, year: int) -> Late | None:
    """The talks of earlier years that count in this one."""
    found = logbook.conversations.late(organisation)
    owns = [one.own for one in found if one.counts_in == year > one.own]
    if not owns:
        return None
    return Late(len(owns), tuple(organisation.year(own).label for own in sorted(set(owns))))


def _reasons(logbook: Logbook, release: Release, stop: Stop) -> Reasons:
    """Why numbers of an issued page are hidden. The ledger keeps what was drawn from, so the choice
    can be made once more; where another page comes out (a revised edition) only small is known.
    """
    draw = Draw(logbook.draw_key, release.context)
    tally, report = release.tallies[0], release.report
    again = protect(tally, release.level, draw, release.outside, report.example, stop)
    if again.report == report:
        return again.reasons
    return {place: why for place, why in again.reasons.items() if why is Why.SMALL}


def has_anything(tally: Tally) -> bool:
    """Whether anything was noted in this year at all."""
    return any(c.number for t in tally.tables for line in t.lines for c in line.counts)
