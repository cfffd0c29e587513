"""One table of a year as rows: the counsellor's figures and those of HR side by side.

The half for HR is made from the SafeReport alone: nothing of a hidden number can reach it, not
even as a length.
"""

from dataclasses import dataclass, replace

from vp_logboek.domain.disclosure.protector import Why
from vp_logboek.domain.safe_report import Figure
from vp_logboek.domain.subjects import MainClass
from vp_logboek.domain.tables import TableCode


@dataclass(frozen=True, slots=True)
class Mine:
    """The counsellor's half of a row. A number is None outside the taakgebied.

    ``later`` is only there for a year that was issued: what the logbook counts for it now.
    """

    label: str
    now: tuple[int | None, ...]
    before: tuple[int | None, ...] = ()
    later: tuple[int | None, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether the logbook now counts something else than what was issued."""
        return bool(self.later) and self.later != self.now


@dataclass(frozen=True, slots=True)
class Theirs:
    """HR's half of a row. ``why`` has a reason for each hidden figure."""

    label: str
    figures: tuple[Figure, ...]
    why: tuple[Why | None, ...]


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One row. A half is None where only the other has it; ``inside`` then names the HR row that
    holds this one, and is None when nothing is there to hold.
    """

    mine: Mine | None
    theirs: Theirs | None
    depth: int = 0
    main: MainClass | None = None
    inside: str | None = None
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """All rows of one table. ``comparable`` says whether its figures may be drawn as bars;
    ``together`` what the hidden ones are together, in words.
    """

    code: TableCode
    columns: tuple[str, ...]
    rows: tuple[ComparedRow, ...]
    has_before: bool
    in_overview: bool
    together: str = ""
    comparable: bool = True

    @property
    def differs(self) -> bool:
        """Whether the logbook now counts another number somewhere than was issued."""
        return any(row.mine.differs for row in self.rows if row.mine)

    @property
    def has_parts(self) -> bool:
        """Whether some rows are parts of others."""
        return any(row.depth for row in self.rows)

    def wholes(self) -> "Comparison":
        """The same table without the parts."""
        return replace(self, rows=tuple(row for row in self.rows if not row.depth))
