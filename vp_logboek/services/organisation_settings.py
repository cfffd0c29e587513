"""What of an organisation holds now, what was chosen to follow, and from which year on.

A year keeps its settings once something was counted in it: a page and the page before it must be
about the same classes. So a change holds from the first year in which nothing is counted yet.
"""

from dataclasses import dataclass, replace
from datetime import date

from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.period import ReportingYear
from vp_logboek.store.logbook import Logbook


@dataclass(frozen=True, slots=True)
class InForce:
    """``now`` is the organisation as it holds in ``present``, the year of today; ``chosen`` as it
    was chosen last. That holds from ``since`` on, which is None where it holds already.
    ``change_from`` is the year from which a change of today would hold; None: at once.
    """

    now: Organisation
    chosen: Organisation
    present: ReportingYear
    since: ReportingYear | None
    change_from: ReportingYear | None


def in_force(logbook: Logbook, organisation: int, today: date) -> InForce:
    """What holds of an organisation, by its id, and what will. Raises Gone."""
    chosen = logbook.organisations.get(organisation)
    present = chosen.year_of(today)
    last = chosen.setups[-1].from_year if chosen.setups else present.year
    free = logbook.organisations.first_free_year(organisation)
    return InForce(
        chosen.in_year(present.year),
        chosen,
        present,
        chosen.year(last) if last > present.year else None,
        chosen.year(free) if free > present.year else None,
    )


def keep_level(organisation: Organisation, today: date) -> Organisation:
    """Without a level that was to follow: what holds now holds on."""
    present = organisation.year_of(today).year
    kept = tuple(choice for choice in organisation.levels if choice.from_year <= present)
    return replace(organisation, levels=kept or organisation.levels[:1])
