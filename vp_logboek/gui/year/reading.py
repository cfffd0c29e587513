"""What the year page asks of the logbook, on the store thread."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.tally import Tally
from vp_logboek.services import notebook
from vp_logboek.services.yearly_report import YearView, year_overview, year_tally

if TYPE_CHECKING:
    from vp_logboek.services.safekeeping import Logbook


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything the page shows of one year."""

    organisation: Organisation
    year: int
    view: YearView
    before: Tally | None
    years: tuple[int, ...]


def read_year(logbook: "Logbook", organisation: Organisation, year: int) -> Shown:
    """Count a year and the one before; on the store thread."""
    before = year_tally(logbook, organisation, year - 1)
    known = tuple(one for one, _ in notebook.years(logbook, organisation.id))
    view = year_overview(logbook, organisation, year)
    return Shown(organisation, year, view, before if has_anything(before) else None, known)


def has_anything(tally: Tally) -> bool:
    """Whether anything was noted in this year at all."""
    return any(c.number for t in tally.tables for line in t.lines for c in line.counts)
