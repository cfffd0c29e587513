"""What the export asks of the logbook, on the store thread; no widgets here."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.period import ReportingYear
from vp_logboek.services import notebook
from vp_logboek.services.yearly_report import YearView, issue_overview, year_overview

if TYPE_CHECKING:
    from vp_logboek.services.safekeeping import Logbook


@dataclass(frozen=True, slots=True)
class Prepared:
    """Everything the steps show. ``issued`` says whether this year was issued before."""

    organisation: Organisation
    year: int
    view: YearView
    years: tuple[int, ...]
    issued: bool

    @property
    def period(self) -> ReportingYear:
        """The reporting year."""
        return self.organisation.year(self.year)


@dataclass(frozen=True, slots=True)
class Issued:
    """A saved overview. ``same`` says whether the file was read back and found the same."""

    name: str
    same: bool


def prepare(logbook: "Logbook", organisation: Organisation, year: int) -> Prepared:
    """Read what the steps show."""
    years = tuple(known for known, _ in notebook.years(logbook, organisation.id))
    issued = year in logbook.releases.issued(organisation.key)
    return Prepared(organisation, year, year_overview(logbook, organisation, year), years, issued)


def issue(logbook: "Logbook", prepared: Prepared, target: Path, today: date) -> Issued:
    """Issue and save, then read the file back. Raises YearNotOver and TargetUnwritable."""
    pdf = issue_overview(logbook, prepared.organisation, prepared.year, target, today)
    return Issued(target.name, _is_same(target, pdf))


def _is_same(target: Path, pdf: bytes) -> bool:
    try:
        return target.read_bytes() == pdf
    except OSError:
        return False
