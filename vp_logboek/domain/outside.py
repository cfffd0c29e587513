"""Figures that were handed out outside the program, about a part of a year."""

from dataclasses import dataclass

from vp_logboek.domain.tables import TableCode


@dataclass(frozen=True, slots=True)
class Outside:
    """One figure that somebody was given already: ``number`` of those that ``row`` will count.

    ``row`` is the code of the line in the exact table; that of the total is *totaal* of
    ``TableCode.KEY``. The reader knows that the year's own number is at least this. Raises
    ValueError below nought: nobody handed that out, and it would make a small number look large.
    """

    table: TableCode
    row: str
    number: int

    def __post_init__(self) -> None:
        """Refuse what no count can be."""
        if self.number < 0:
            raise ValueError("nobody handed out fewer than none")
