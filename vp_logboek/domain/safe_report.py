"""Counts fit to leave the building. A hidden cell is a mark: there is no number in it, anywhere.

This module is all that the report may know of the domain. It holds finished Dutch labels and
figures, so that printing it takes no knowledge of tallies, subjects or levels.
"""

from dataclasses import dataclass
from enum import Enum

from vp_logboek.domain.choice import Choice
from vp_logboek.domain.tables import RowKind, TableCode, Unit


class Mark(Enum):
    """What stands where no figure may stand; the value is what is printed."""

    HIDDEN = "•"
    OUTSIDE = "–"


Figure = int | Mark


def printed(figure: Figure) -> str:
    """A figure as it is printed: digits, ``•`` for hidden, ``–`` for outside the taakgebied."""
    return figure.value if isinstance(figure, Mark) else str(figure)


@dataclass(frozen=True, slots=True)
class SafeColumn:
    """One column and the unit it counts."""

    label: str
    unit: Unit


@dataclass(frozen=True, slots=True)
class SafeRow:
    """One row. ``main`` is the code of the main class it belongs to, for its colour."""

    code: str
    label: str
    figures: tuple[Figure, ...]
    kind: RowKind = RowKind.TOP
    main: str | None = None


@dataclass(frozen=True, slots=True)
class SafeTable:
    """One table. ``together`` is what the hidden cells of an adding table are together, if any are
    hidden: the total less what is shown, which any reader can work out. ``adds_up`` says whether
    the rows add up to ``total``.
    """

    code: TableCode
    columns: tuple[SafeColumn, ...]
    rows: tuple[SafeRow, ...]
    total: tuple[Figure, ...] | None = None
    together: int | None = None
    adds_up: bool = True

    @property
    def title(self) -> str:
        """The Dutch title."""
        return self.code.label

    @property
    def shows_nothing(self) -> bool:
        """Whether no cell holds a figure."""
        return not any(isinstance(figure, int) for row in self.rows for figure in row.figures)


class ReportKind(Choice):
    """What an overview is about."""

    YEAR = "jaar", "één jaar van één organisatie"
    TOGETHER = "samen", "één jaar van alle organisaties samen"
    YEARS = "jaren", "een aantal jaren naast elkaar"


@dataclass(frozen=True, slots=True)
class Held:
    """A level, its thresholds and the years in which it held: the legend of several years.

    ``exact`` years have no thresholds.
    """

    years: tuple[str, ...]
    level: str
    exact: bool
    subject_threshold: int | None
    characteristic_threshold: int | None
    total_threshold: int | None


@dataclass(frozen=True, slots=True)
class SafeReport:
    """A year as the world may see it, or several years, or several organisations.

    ``exact`` means *Zonder drempel*: small numbers are shown because the organisation chose so.
    ``fewer_than`` is set when there were too few melders for any detail; the tables then hold the
    activities only. The thresholds are the level's, for the legend. ``example`` marks invented
    data. ``parts`` are the names of the organisations of a sum, or the labels of the years that
    stand side by side; ``held`` the levels of those years, in order of time, each level once for
    each unbroken run of years. Of one year both are empty.
    """

    organisation: str
    year: str
    level: str
    exact: bool
    subject_threshold: int | None
    characteristic_threshold: int | None
    total_threshold: int | None
    fewer_than: int | None
    tables: tuple[SafeTable, ...]
    example: bool = False
    kind: ReportKind = ReportKind.YEAR
    parts: tuple[str, ...] = ()
    held: tuple[Held, ...] = ()

    def table(self, code: TableCode) -> SafeTable | None:
        """The table with this code, or None where the level does not show it."""
        return next((table for table in self.tables if table.code is code), None)
