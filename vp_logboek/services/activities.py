"""Activities by year: of each the reporting year of its own organisation."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from vp_logboek.domain.activity import Activity
from vp_logboek.domain.organisation import Organisation

if TYPE_CHECKING:
    from vp_logboek.store.logbook import Logbook


@dataclass(frozen=True, slots=True)
class ActivityYear:
    """What was done in a year, the latest first. ``label`` names it, ``2025`` or ``2025-2026``."""

    year: int
    label: str
    activities: tuple[Activity, ...] = ()

    @property
    def hours(self) -> float:
        """All hours of the year."""
        return sum(activity.hours for activity in self.activities)


def by_year(logbook: "Logbook", today: date) -> tuple[ActivityYear, ...]:
    """The years, the newest first; the present one is there without activities too."""
    return grouped(logbook.activities.all(), logbook.organisations.all(), today)


def grouped(
    activities: Iterable[Activity], organisations: Iterable[Organisation], today: date
) -> tuple[ActivityYear, ...]:
    """Activities in the years of their organisations."""
    known = {one.key: one for one in organisations}
    years: dict[int, list[Activity]] = {one.year_of(today).year: [] for one in known.values()}
    for activity in activities:
        year = known[activity.organisation].year_of(activity.on).year
        years.setdefault(year, []).append(activity)
    return tuple(
        ActivityYear(year, _label(year, known.values()), tuple(years[year]))
        for year in sorted(years, reverse=True)
    )


def _label(year: int, organisations: Iterable[Organisation]) -> str:
    """As the organisations call it; only the number where they differ."""
    labels = {one.year(year).label for one in organisations}
    return labels.pop() if len(labels) == 1 else str(year)
