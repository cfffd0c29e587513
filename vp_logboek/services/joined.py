"""Overviews made of what was issued: all organisations together, or years side by side."""

from collections.abc import Callable, Sequence

from vp_logboek.domain.disclosure.draw import Draw
from vp_logboek.domain.disclosure.levels import strictest
from vp_logboek.domain.disclosure.price import price_of
from vp_logboek.domain.disclosure.protector import Protected
from vp_logboek.domain.disclosure.together import IssuedPart, protect_together
from vp_logboek.domain.disclosure.years import side_by_side
from vp_logboek.domain.errors_release import (
    NotIssuedYet,
    NotTogether,
    PeriodsDiffer,
    YearsRefused,
)
from vp_logboek.domain.ledger import Release, ReleaseKind, Scope
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.period import ReportingYear
from vp_logboek.services import blocked
from vp_logboek.services.blocked import TOGETHER
from vp_logboek.services.prospect import Prospect, Stop, as_issued, context_of
from vp_logboek.store.logbook import Logbook

ALL_NAMES = "Alle organisaties"
FEWEST_YEARS, MOST_YEARS = 3, 5


def prepare_together(logbook: Logbook, year: int, stop: Stop | None = None) -> Prospect:
    """All organisations together, from their years as they were issued.

    Raises NotTogether with fewer than two, NotIssuedYet, PeriodsDiffer and Stopped.
    """
    organisations = logbook.organisations.all()
    if len(organisations) < 2:
        raise NotTogether
    blocked.settle(logbook)
    period = _one_period(organisations, year)
    before = _together_of(logbook, year)
    if before is not None:
        return as_issued(before, ALL_NAMES, period)
    parts = _issued_parts(logbook, organisations, year)
    scopes = tuple(one.scopes[0] for one in parts)
    level = strictest(one.level for one in parts)
    context = context_of(logbook, ReleaseKind.TOGETHER, scopes, level.value)
    protected = protect_together(
        [IssuedPart(one.tallies[0], one.report, one.level, one.outside) for one in parts],
        ALL_NAMES,
        Draw(logbook.draw_key, context),
        stop,
    )
    return Prospect(
        ReleaseKind.TOGETHER,
        ALL_NAMES,
        scopes,
        period,
        level,
        protected,
        tuple(one.tallies[0] for one in parts),
        context=context,
        blocked=blocked.check(logbook, Scope(TOGETHER, year), period.label)
        or blocked.check_parts(logbook, parts),
        needs_answer=blocked.question(logbook),
        price=price_of(protected),
    )


def prepare_years(
    logbook: Logbook, organisation: Organisation | None, years: Sequence[int]
) -> Prospect:
    """Issued years of one organisation side by side, or with None of all of them together.

    It shows nothing that was not issued before, so it may be made as often as one likes. What was
    issued elsewhere since, or otherwise, stands in the way (``blocked``). Raises YearsRefused,
    NotIssuedYet and NotTogether.
    """
    wanted = sorted(set(years))
    if not FEWEST_YEARS <= len(wanted) <= MOST_YEARS:
        raise YearsRefused(len(wanted))
    blocked.settle(logbook)
    releases = _issued_years(logbook, organisation, wanted)
    protected = Protected(side_by_side([one.report for one in releases]), {})
    scopes = tuple(scope for one in releases for scope in one.scopes)
    last = (_first(logbook) if organisation is None else organisation).in_year(wanted[-1])
    return Prospect(
        ReleaseKind.YEARS,
        ALL_NAMES if organisation is None else organisation.name,
        scopes,
        last.year(wanted[-1]),
        strictest(one.level for one in releases),
        protected,
        context=context_of(logbook, ReleaseKind.YEARS, scopes, ""),
        before=_newest(
            logbook,
            ReleaseKind.YEARS,
            lambda one: one.scopes == scopes and one.report == protected.report,
        ),
        blocked=blocked.check_parts(logbook, releases),
        needs_answer=blocked.question(logbook),
    )


def joined_anew(logbook: Logbook, shown: Prospect) -> Prospect:
    """The same from the ledger as it is now. Raises what preparing it raises."""
    if shown.kind is ReleaseKind.TOGETHER:
        return prepare_together(logbook, shown.scopes[0].year)
    ids = {scope.organisation for scope in shown.scopes}
    organisation = logbook.organisations.get(ids.pop()) if len(ids) == 1 else None
    return prepare_years(logbook, organisation, [scope.year for scope in shown.scopes])


def _issued_years(
    logbook: Logbook, organisation: Organisation | None, years: Sequence[int]
) -> list[Release]:
    found = {
        year: _together_of(logbook, year)
        if organisation is None
        else logbook.ledger.of(organisation.key, year)
        for year in years
    }
    missing = tuple(
        _period_label(logbook, organisation, year) for year, one in found.items() if one is None
    )
    if missing:
        raise NotIssuedYet(missing)
    return [one for one in found.values() if one is not None]


def _period_label(logbook: Logbook, organisation: Organisation | None, year: int) -> str:
    return (_first(logbook) if organisation is None else organisation).year(year).label


def _first(logbook: Logbook) -> Organisation:
    return logbook.organisations.all()[0]


def _together_of(logbook: Logbook, year: int) -> Release | None:
    return _newest(logbook, ReleaseKind.TOGETHER, lambda one: one.scopes[0].year == year)


def _newest(
    logbook: Logbook, kind: ReleaseKind, wanted: Callable[[Release], bool]
) -> Release | None:
    found = [one for one in logbook.ledger.all() if one.kind is kind and wanted(one)]
    return found[-1] if found else None


def _issued_parts(
    logbook: Logbook, organisations: Sequence[Organisation], year: int
) -> list[Release]:
    found = [(one, logbook.ledger.of(one.key, year)) for one in organisations]
    missing = tuple(one.name for one, release in found if release is None)
    if missing:
        raise NotIssuedYet(missing)
    return [release for _, release in found if release is not None]


def _one_period(organisations: Sequence[Organisation], year: int) -> ReportingYear:
    periods = {one.year(year) for one in organisations}
    if len(periods) > 1:
        raise PeriodsDiffer
    return periods.pop()
