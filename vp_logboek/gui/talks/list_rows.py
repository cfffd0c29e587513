"""Which talk stands in which row, with the headings of the months between them."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from vp_logboek.messages import MONTHS


@dataclass(frozen=True, slots=True)
class Rows:
    """Talks by their ids, from top to bottom, and in which rows there are headings."""

    ids: Sequence[int] = ()
    headings: Sequence[int] = ()
    months: Sequence[str] = ()

    def __len__(self) -> int:
        return len(self.ids) + len(self.headings)

    def place(self, row: int) -> int | None:
        """Which of the ids stands in a row; None for a heading and for what is no row."""
        above = bisect_right(self.headings, row)
        is_heading = above > 0 and self.headings[above - 1] == row
        place = row - above
        return None if is_heading or not 0 <= place < len(self.ids) else place

    def heading(self, row: int) -> str:
        """What stands in a row that is a heading."""
        return self.months[bisect_left(self.headings, row)]

    def of(self, talks: Collection[int]) -> list[int]:
        """The rows of those of these talks that are here."""
        if not talks:
            return []
        # a heading stands in the row of its first talk plus the headings above it
        firsts = [row - number for number, row in enumerate(self.headings)]
        places = (place for place, one in enumerate(self.ids) if one in talks)
        return [place + bisect_right(firsts, place) for place in places]

    def between(self, top: int, bottom: int) -> Sequence[int]:
        """The talks from one row to another, headings left out."""
        first, past = (row - bisect_left(self.headings, row) for row in (top, bottom + 1))
        return self.ids[first:past]


def arranged(ids: Sequence[int], months: Sequence[tuple[date, int]]) -> Rows:
    """Talks in their order, with a heading above those of each month: its first day, and how many
    of the talks that follow are of it.
    """
    above = accumulate((talks + 1 for _, talks in months), initial=0)
    names = [f"{MONTHS[first.month - 1]} {first.year}" for first, _ in months]
    return Rows(ids, list(above)[: len(months)], names)
