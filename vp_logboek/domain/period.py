"""The reporting year: the only place that knows when a year begins and ends."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True, order=True)
class ReportingYear:
    """Half-open: from the first of ``start_month`` in ``year`` until that day a year later.

    *Jaar 2021* is the one that begins in 2021: a calendar year when ``start_month`` is 1, a school
    year when it is 8 or 9.
    """

    year: int
    start_month: int = 1

    @classmethod
    def of(cls, day: date, start_month: int = 1) -> "ReportingYear":
        """The reporting year in which ``day`` lies."""
        return cls(day.year if day.month >= start_month else day.year - 1, start_month)

    @property
    def start(self) -> date:
        """The first day."""
        return date(self.year, self.start_month, 1)

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
        """``2021``, or ``2021-2022`` for a year that does not begin in January."""
        return str(self.year) if self.start_month == 1 else f"{self.year}-{self.year + 1}"

    def __contains__(self, day: date) -> bool:
        return self.start <= day < self.end

    def is_over(self, today: date) -> bool:
        """Whether the last day has passed: only then may the year be issued."""
        return today >= self.end
