"""What is asked for, how that stands, and what would be issued: data, no widgets here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from vp_logboek.domain.ledger import Release, ReleaseKind
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.period import ReportingYear
from vp_logboek.domain.safe_report import SafeReport
from vp_logboek.domain.tally import Tally
from vp_logboek.services.issuing import Prospect


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: one year, one year of all organisations, or several years of one.

    ``of_all``: the several years are those of all organisations together.
    """

    kind: ReleaseKind
    organisation: Organisation
    years: tuple[int, ...]
    of_all: bool = False

    @property
    def periods(self) -> tuple[ReportingYear, ...]:
        """The years as they held then."""
        return tuple(self.organisation.in_year(year).year(year) for year in self.years)

    @property
    def is_together(self) -> bool:
        """Whether it is about all organisations."""
        return self.of_all or self.kind is ReleaseKind.TOGETHER

    @property
    def label(self) -> str:
        """The years in words."""
        *first, last = (period.label for period in self.periods)
        return f"{', '.join(first)} en {last}" if first else last


@dataclass(frozen=True, slots=True)
class Known:
    """What there is to choose from. ``years`` and ``issued`` go by the id of the organisation, and
    ``issued`` has under 0 the years of all of them together;
    ``together`` are the years that can be issued for all of them; ``restored_from`` is the day of
    the copy this logbook came from, while it is not known whether anything was issued since;
    ``askable`` are the years of which that is asked, with 0 for all organisations together.
    """

    years: Mapping[int, tuple[int, ...]]
    issued: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    together: tuple[int, ...] = ()
    restored_from: date | None = None
    askable: Mapping[int, tuple[int, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class State:
    """How things stand with what is asked for.

    ``tally`` is what is counted now, of a year that was not issued. ``earlier`` is the newest
    edition of one that was. ``blocked`` is why it cannot be issued, in words.
    """

    wanted: Wanted
    tally: Tally | None = None
    earlier: Release | None = None
    blocked: str = ""

    def is_over(self, today: date) -> bool:
        """Whether every year has passed."""
        return all(period.is_over(today) for period in self.wanted.periods)


@dataclass(frozen=True, slots=True)
class Prepared:
    """Everything the steps show. ``next_label`` is the year in which counts what comes later;
    ``has_others`` says whether there are more organisations; ``joined`` which kinds of issued
    overviews took over the edition that a revised one replaces.
    """

    wanted: Wanted
    prospect: Prospect
    next_label: str = ""
    has_others: bool = False
    joined: frozenset[ReleaseKind] = frozenset()

    @property
    def report(self) -> SafeReport:
        """What would leave."""
        return self.prospect.report

    @property
    def tally(self) -> Tally | None:
        """The exact counts, of one year of one organisation."""
        one = self.wanted.kind is ReleaseKind.YEAR and len(self.prospect.tallies) == 1
        return self.prospect.tallies[0] if one else None
