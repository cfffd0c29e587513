"""What the export asks of the logbook, on the store thread; no widgets here."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from vp_logboek.domain.ledger import Release, ReleaseKind, Scope
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.outside import Outside
from vp_logboek.gui.export.given import Key
from vp_logboek.gui.export.wanted import Known, Prepared, State, Wanted
from vp_logboek.messages import told
from vp_logboek.services import blocked, issuing, notebook
from vp_logboek.services.issuing import Prospect
from vp_logboek.services.yearly_report import year_tally

if TYPE_CHECKING:
    from vp_logboek.services.safekeeping import Logbook

Stop = Callable[[], bool]


# --- what there is ----------------------------------------------------------------------------


def read(logbook: "Logbook", today: date) -> Known:
    """What there is to choose from."""
    organisations = notebook.organisations(logbook)
    issued = {one.key: tuple(sorted(logbook.issued_years(one.key))) for one in organisations}
    issued[blocked.TOGETHER] = _issued_together(issuing.releases(logbook))
    years = {
        one.key: tuple(
            sorted({y for y, _ in notebook.years(logbook, one.key)} | {*issued[one.key]})
        )
        for one in organisations
    }
    together = _together(organisations, issued)
    question = blocked.question(logbook)
    if question is None:
        return Known(years, issued, together)
    askable = {
        one.key: tuple(sorted(_perhaps_issued(one, {*years[one.key]}, today) - {*issued[one.key]}))
        for one in organisations
    }
    askable[blocked.TOGETHER] = together
    return Known(years, issued, together, question.since, askable)


def _issued_together(releases: Sequence[Release]) -> tuple[int, ...]:
    kind = ReleaseKind.TOGETHER
    return tuple(sorted({one.scopes[0].year for one in releases if one.kind is kind}))


def _together(
    organisations: Sequence[Organisation], issued: Mapping[int, tuple[int, ...]]
) -> tuple[int, ...]:
    """The years that every organisation has issued, of the same days."""
    if len(organisations) < 2:
        return ()
    shared = set.intersection(*({*issued[one.key]} for one in organisations))
    same = (y for y in shared if len({one.in_year(y).year(y) for one in organisations}) == 1)
    return tuple(sorted(same))


def _perhaps_issued(organisation: Organisation, years: set[int], today: date) -> set[int]:
    """Years that are over, last year among them: its talks may have been lost with the file."""
    known = {*years, organisation.year_of(today).year - 1}
    return {year for year in known if organisation.in_year(year).year(year).is_over(today)}


def look(logbook: "Logbook", wanted: Wanted) -> State:
    """How things stand with what is asked for; quick."""
    if wanted.kind is ReleaseKind.YEARS:
        return State(wanted, earlier=_side_by_side(logbook, wanted).before)
    (year,) = wanted.years
    if wanted.kind is ReleaseKind.TOGETHER:
        earlier = _newest_together(issuing.releases(logbook), year)
        return State(wanted, None, earlier, _blocked(logbook, wanted, blocked.TOGETHER, earlier))
    earlier = logbook.ledger.of(wanted.organisation.key, year)
    why_not = _blocked(logbook, wanted, wanted.organisation.key, earlier)
    tally = None if earlier else year_tally(logbook, wanted.organisation, year)
    return State(wanted, tally, earlier, why_not)


def _newest_together(releases: Sequence[Release], year: int) -> Release | None:
    kind = ReleaseKind.TOGETHER
    found = [one for one in releases if one.kind is kind and one.scopes[0].year == year]
    return found[-1] if found else None


def _blocked(logbook: "Logbook", wanted: Wanted, organisation: int, earlier: Release | None) -> str:
    if earlier is not None:
        return ""
    error = blocked.check(logbook, Scope(organisation, wanted.years[0]), wanted.label)
    return "" if error is None else str(told(error))


def answer(logbook: "Logbook", scopes: Sequence[tuple[int, int]], today: date) -> None:
    """Keep the answer to the question after a restore: what was issued since."""
    blocked.answer(logbook, [Scope(*one) for one in scopes], today)


# --- making it --------------------------------------------------------------------------------


def prepare(
    logbook: "Logbook", wanted: Wanted, given: Mapping[Key, int], stop: Stop | None = None
) -> Prepared:
    """Protect and try to work out what is hidden. Raises Stopped."""
    if wanted.kind is ReleaseKind.YEARS:
        prospect = _side_by_side(logbook, wanted)
    elif wanted.kind is ReleaseKind.TOGETHER:
        prospect = issuing.prepare_together(logbook, wanted.years[0], stop)
    else:
        outside = [Outside(table, row, number) for (table, row), number in given.items()]
        year = wanted.years[0]
        prospect = issuing.prepare(logbook, wanted.organisation, year, outside, stop)
    return _prepared(logbook, wanted, prospect)


def _side_by_side(logbook: "Logbook", wanted: Wanted) -> Prospect:
    of = None if wanted.of_all else wanted.organisation
    return issuing.prepare_years(logbook, of, wanted.years)


def revise(logbook: "Logbook", wanted: Wanted, stop: Stop | None = None) -> Prepared:
    """A revised edition. Raises RevisionRefused and Stopped."""
    year = wanted.years[0]
    prospect = issuing.prepare_revised(logbook, wanted.organisation, year, stop)
    scope, several = Scope(wanted.organisation.key, year), {ReleaseKind.TOGETHER, ReleaseKind.YEARS}
    joined = {one.kind for one in issuing.releases(logbook) if scope in one.scopes} & several
    return replace(_prepared(logbook, wanted, prospect), joined=frozenset(joined))


def _prepared(logbook: "Logbook", wanted: Wanted, prospect: Prospect) -> Prepared:
    year, has_others = prospect.late_year, len(notebook.organisations(logbook)) > 1
    later = "" if year is None else wanted.organisation.in_year(year).year(year).label
    return Prepared(wanted, prospect, later, has_others)
