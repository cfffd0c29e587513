"""A revised edition of an issued year: the same talks, with what was corrected since.

What was entered late does not belong to it: that counts in a later year.
"""

from collections.abc import Iterator

from vp_logboek.domain.disclosure.price import price_of
from vp_logboek.domain.disclosure.revised import protect_again
from vp_logboek.domain.errors_release import NotIssuedYet
from vp_logboek.domain.ledger import Release, ReleaseKind, Scope
from vp_logboek.domain.organisation import Organisation
from vp_logboek.services import blocked, late
from vp_logboek.services.prospect import Prospect, Stop, counts_of
from vp_logboek.store.logbook import Logbook


def prepare_revised(
    logbook: Logbook,
    organisation: Organisation,
    year: int,
    stop: Stop | None = None,
) -> Prospect:
    """A revised edition of an issued year, with the counts as they are now.

    Raises NotIssuedYet, RevisionRefused where it would tell a small number, and Stopped.
    """
    scope = Scope(organisation.key, year)
    period = organisation.year(year)
    before = logbook.ledger.of(organisation.key, year)
    if before is None:
        raise NotIssuedYet((period.label,))
    tally, _ = counts_of(logbook, organisation, year)
    earlier = [(one.report, one.tallies[0]) for one in _editions(logbook, scope) if one != before]
    protected = protect_again(
        tally, before.report, before.tallies[0], before.level, before.outside, stop, earlier
    )
    return Prospect(
        ReleaseKind.YEAR,
        organisation.name,
        (scope,),
        period,
        before.level,
        protected,
        (tally,),
        before.outside,
        before.context,
        before,
        revised=True,
        blocked=blocked.check(logbook, scope, period.label, before.edition + 1),
        needs_answer=blocked.question(logbook),
        price=price_of(protected),
        late_year=late.year_after(logbook, organisation, year),
    )


def _editions(logbook: Logbook, scope: Scope) -> Iterator[Release]:
    """Every edition of a year of one organisation that was issued."""
    for one in logbook.ledger.all():
        if one.kind is ReleaseKind.YEAR and one.scopes == (scope,):
            yield one


def revised_anew(logbook: Logbook, shown: Prospect) -> Prospect:
    """The same from the logbook as it is now. Raises what preparing it raises, and Gone."""
    (scope,) = shown.scopes
    return prepare_revised(logbook, logbook.organisations.get(scope.organisation), scope.year)
