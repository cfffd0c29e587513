"""The shape of exact counts: a number with its crowd, in rows and columns that name their unit.

A *count* is a number in the unit of its column; its *crowd* is how many different melders stand
behind that number, because nine talks with one person are a count of nine and a crowd of one.
"""

from dataclasses import dataclass

from vp_logboek.domain.subjects import MainClass
from vp_logboek.domain.tables import RowKind, TableCode, Unit


@dataclass(frozen=True, slots=True)
class Count:
    """A number in the unit of its column, and the number of different melders behind it."""

    number: int = 0
    crowd: int = 0


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table and the unit it counts."""

    label: str
    unit: Unit


@dataclass(frozen=True, slots=True)
class Line:
    """One row. ``parent`` is the code of the row it is part of; ``outside`` the taakgebied."""

    code: str
    label: str
    counts: tuple[Count, ...]
    kind: RowKind = RowKind.TOP
    parent: str | None = None
    main: MainClass | None = None
    outside: bool = False

    @property
    def number(self) -> int:
        """The number in the first column."""
        return self.counts[0].number


@dataclass(frozen=True, slots=True)
class TallyTable:
    """One table of exact counts. ``total`` is None where its rows do not add up."""

    code: TableCode
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    total: tuple[Count, ...] | None = None

    def line(self, code: str) -> Line:
        """The row with this code. Raises KeyError."""
        for line in self.lines:
            if line.code == code:
                return line
        raise KeyError(code)
