"""Two to five years of one organisation beside each other: own counts, and what HR sees of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from vp_logboek.domain.disclosure.protector import Protected
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.period import ReportingYear
from vp_logboek.domain.tally import Tally
from vp_logboek.services import year_screen
from vp_logboek.services.year_screen import Standing, Stop
from vp_logboek.services.yearly_report import year_tally
from vp_logboek.store.logbook import Logbook

FEWEST, MOST = 2, 5


@dataclass(frozen=True, slots=True)
class YearAmong:
    """One year. ``seen`` is None where HR has a PDF of which this logbook knows nothing."""

    period: ReportingYear
    standing: Standing
    tally: Tally
    seen: Protected | None

    @property
    def is_concept(self) -> bool:
        """Whether what stands under HR can still change."""
        return self.standing in (Standing.RUNNING, Standing.OVER)


@dataclass(frozen=True, slots=True)
class YearsBeside:
    """The years in order of time: each as it counts, and as it was issued or would be now."""

    organisation: Organisation
    years: tuple[YearAmong, ...]


def beside(
    logbook: Logbook, organisation: Organisation, years: Sequence[int], today: date, stop: Stop
) -> YearsBeside:
    """Read these years. Raises Stopped."""
    found = []
    for year in sorted(set(years)):
        seen = year_screen.seen(logbook, organisation, year, stop)
        found.append(
            YearAmong(
                organisation.year(year),
                year_screen.standing_of(logbook, organisation, year, today),
                year_tally(logbook, organisation, year),
                seen,
            )
        )
    return YearsBeside(organisation, tuple(found))
