"""Figures that were handed out outside the program, about a part of a year."""

from dataclasses import dataclass

from vp_logboek.domain.tables import TableCode


@dataclass(frozen=True, slots=True)
class Outside:
    """One figure that somebody was given already: ``number`` of those that ``row`` will count.

    ``row`` is the code of the line in the exact table; that of the total is *totaal* of
    ``TableCode.KEY``. The reader knows that the year's own number is at least this.
    """

    table: TableCode
    row: str
    number: int
