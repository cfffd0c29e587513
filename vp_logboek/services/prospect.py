"""What an export would bring out, made ready to be looked at before anything leaves.

Nothing is written here but which years are blocked. The draw hangs on the logbook's key, on what
the overview is about and on how often just that was issued before, so what is shown now is to the
byte what ``issuing.issue`` brings out, whatever else is issued in between.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from vp_logboek.domain.disclosure.draw import Draw
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.disclosure.price import Price
from vp_logboek.domain.disclosure.protector import Protected, protect
from vp_logboek.domain.disclosure.together import IssuedPart
from vp_logboek.domain.errors_release import AnswerNeeded, YearBlocked
from vp_logboek.domain.ledger import Release, ReleaseKind, Scope
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.outside import Outside
from vp_logboek.domain.period import ReportingYear
from vp_logboek.domain.safe_report import SafeReport
from vp_logboek.domain.tally import Tally
from vp_logboek.services import blocked, costs, late
from vp_logboek.services.notebook import is_example
from vp_logboek.store.logbook import Logbook

Stop = Callable[[], bool]

TEMPLATE = 4
"""The version of the page's form; part of what the draw hangs on."""


@dataclass(frozen=True, slots=True)
class Prospect:
    """What would be issued, and what the counsellor must know before.

    ``before`` is the release that stands: saving gives its stored bytes once more, unless this is a
    ``revised`` edition of it. ``blocked`` and ``needs_answer`` are what stands in the way, if
    anything does; ``late_year`` is the year in which later entries count. ``tallies`` are the exact
    counts behind it, of years side by side none.
    """

    kind: ReleaseKind
    name: str
    scopes: tuple[Scope, ...]
    period: ReportingYear
    level: Level
    protected: Protected
    tallies: tuple[Tally, ...] = ()
    outside: tuple[Outside, ...] = ()
    context: str = ""
    before: Release | None = None
    revised: bool = False
    blocked: YearBlocked | None = None
    needs_answer: AnswerNeeded | None = None
    price: Price | None = None
    late_year: int | None = None

    @property
    def report(self) -> SafeReport:
        """What may leave."""
        return self.protected.report

    @property
    def tally(self) -> Tally:
        """The exact counts of one organisation's year. Raises IndexError where there are none."""
        return self.tallies[0]

    @property
    def edition(self) -> int:
        """Which edition this is, from 1."""
        return 1 if self.before is None else self.before.edition + self.revised

    @property
    def is_issued(self) -> bool:
        """Whether saving would give a stored file once more instead of issuing."""
        return self.before is not None and not self.revised


def prepare(
    logbook: Logbook,
    organisation: Organisation,
    year: int,
    outside: Sequence[Outside] = (),
    stop: Stop | None = None,
) -> Prospect:
    """The overview of one year; of an issued year what was issued.

    ``outside`` is what was handed out outside the program about a part of the year. Raises Stopped.
    """
    blocked.settle(logbook)
    period, scope = organisation.in_year(year).year(year), Scope(organisation.key, year)
    before = logbook.ledger.of(organisation.key, year)
    if before is not None:
        return as_issued(before, organisation.name, period)
    tally, context = counts_of(logbook, organisation, year)
    level, draw = organisation.level_in(year), Draw(logbook.draw_key, context)
    protected = protect(tally, level, draw, outside, is_example(logbook), stop)
    part = IssuedPart(tally, protected.report, level, tuple(outside))
    return Prospect(
        ReleaseKind.YEAR,
        organisation.name,
        (scope,),
        period,
        level,
        protected,
        (tally,),
        tuple(outside),
        context,
        blocked=blocked.check(logbook, scope, period.label),
        needs_answer=blocked.question(logbook),
        price=costs.price(logbook, scope, part, protected, draw, stop),
        late_year=late.year_after(logbook, organisation, year),
    )


def prepared_anew(logbook: Logbook, shown: Prospect) -> Prospect:
    """The overview of one year from the logbook as it is now.

    Where all that the choice hangs on is the same, so is the choice: it is not made twice. Raises
    Gone.
    """
    (scope,) = shown.scopes
    organisation = logbook.organisations.get(scope.organisation)
    before = logbook.ledger.of(scope.organisation, scope.year)
    now = counts_of(logbook, organisation, scope.year)
    if before is not None or now != (shown.tally, shown.context):
        return prepare(logbook, organisation, scope.year, shown.outside)
    return replace(
        shown,
        blocked=blocked.check(logbook, scope, shown.period.label),
        needs_answer=blocked.question(logbook),
    )


def counts_of(logbook: Logbook, organisation: Organisation, year: int) -> tuple[Tally, str]:
    """The exact counts of a year, and what the draw hangs on."""
    held, scope = organisation.in_year(year), Scope(organisation.key, year)
    remit = ",".join(sorted(main.value for main in held.remit))
    shape = f"{held.level_in(year)}|{remit}|{','.join(held.columns)}|{held.hire_is_external:d}"
    tally = Tally.of(logbook.facts(held, held.year(year)))
    return tally, context_of(logbook, ReleaseKind.YEAR, (scope,), shape)


def context_of(logbook: Logbook, kind: ReleaseKind, scopes: Sequence[Scope], shape: str) -> str:
    """What the draw hangs on: the definition of the overview, and how often it was issued before.

    ``shape`` is what the page is like apart from its numbers. No number is in it: who may try
    several numbers must not see several draws. Nor is what else was issued: several concepts of one
    year must not be several draws either.
    """
    about = ";".join(f"{one.organisation}:{one.year}" for one in scopes)
    same = [one for one in logbook.ledger.all() if one.kind is kind and one.scopes == tuple(scopes)]
    return f"{kind.value}|{about}|{shape}|{TEMPLATE}|{len(same)}"


def as_issued(before: Release, name: str, period: ReportingYear) -> Prospect:
    """What was issued, as it was: the counts of then and the report of then."""
    return Prospect(
        before.kind,
        name,
        before.scopes,
        period,
        before.level,
        Protected(before.report, {}),
        before.tallies,
        before.outside,
        before.context,
        before,
    )
