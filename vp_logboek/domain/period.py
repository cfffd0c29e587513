"""The reporting year: the only place that knows when a year begins and ends."""

from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


@dataclass(frozen=True, slots=True)
class ReportingYear:
    """Half-open: from the first of ``start_month`` in ``year`` until that day a year later.

    *Jaar 2021* is the one that begins in 2021: a calendar year when ``start_month`` is 1, a school
    year when it is 8 or 9. ``begins`` is another first day, for the one year after an organisation
    changed its first month: it begins where the year before it ended, so that no day is in two
    years and none in no year. It lies in ``year``, and is the first of a month.
    """

    year: int
    start_month: int = 1
    begins: date | None = None

    def __post_init__(self) -> None:
        if self.begins == date(self.year, self.start_month, 1):
            object.__setattr__(self, "begins", None)

    @classmethod
    def of(cls, day: date, start_month: int = 1) -> "ReportingYear":
        """The reporting year in which ``day`` lies."""
        return cls(day.year if day.month >= start_month else day.year - 1, start_month)

    def __lt__(self, other: "ReportingYear") -> bool:
        return (self.start, self.end) < (other.start, other.end)

    @property
    def start(self) -> date:
        """The first day."""
        return self.begins or date(self.year, self.start_month, 1)

    @property
    def end(self) -> date:
        """The day after the last day."""
        return date(self.year + 1, self.start_month, 1)

    @property
    def last_day(self) -> date:
        """The last day."""
        return self.end - timedelta(days=1)

    @property
    def label(self) -> str:
        """``2021``, or ``2021-2022`` for a year that ends in the next one.

        A year that is longer or shorter than twelve months tells its months: ``2027 (aug t/m
        dec)``, ``2027-2028 (jan 2027 t/m jul 2028)``.
        """
        last = self.last_day
        years = str(self.year) if last.year == self.year else f"{self.year}-{last.year}"
        if self.begins is None:
            return years
        return f"{years} ({months_told(self.start, self.end)})"

    def __contains__(self, day: date) -> bool:
        return self.start <= day < self.end

    def is_over(self, today: date) -> bool:
        """Whether the last day has passed: only then may the year be issued."""
        return today >= self.end


def months_told(start: date, end: date) -> str:
    """The months from the first day up to the day after the last one: ``aug t/m dec``; with their
    years where they lie in two. Of no days at all nothing.
    """
    if start >= end:
        return ""
    last = end - timedelta(days=1)
    if (start.year, start.month) == (last.year, last.month):
        return _MONTHS[start.month - 1]
    told = [_MONTHS[each.month - 1] for each in (start, last)]
    if start.year != last.year:
        told = [f"{told[0]} {start.year}", f"{told[1]} {last.year}"]
    return " t/m ".join(told)
