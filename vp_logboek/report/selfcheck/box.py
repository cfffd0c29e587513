"""Rectangles on a page."""

from collections.abc import Sequence
from math import nan
from typing import NamedTuple

from vp_logboek.report import style
from vp_logboek.report.reread.values import Value

NEAR = 0.02
"""How precise places are: they are written in hundredths of a point."""


class Box(NamedTuple):
    """A rectangle on the page, in points from its left lower corner."""

    left: float
    low: float
    right: float
    high: float

    @property
    def sides(self) -> tuple[float, float]:
        """How wide and how high it is."""
        return self.right - self.left, self.high - self.low

    def meets(self, other: "Box") -> bool:
        """Whether they have more than an edge in common."""
        return (
            self.left < other.right and other.left < self.right
            and self.low < other.high and other.low < self.high
        )  # fmt: skip

    def holds(self, other: "Box", nearly: float) -> bool:
        """Whether the other lies inside this one, but for so much."""
        return (
            self.left - nearly <= other.left and other.right <= self.right + nearly
            and self.beside(other, nearly)
        )  # fmt: skip

    def beside(self, other: "Box", nearly: float = NEAR) -> bool:
        """Whether the other is nowhere lower nor higher than this one."""
        return self.low - nearly <= other.low and other.high <= self.high + nearly

    def is_at(self, other: "Box") -> bool:
        """Whether the other is at the same place."""
        return all(abs(one - two) <= NEAR for one, two in zip(self, other, strict=True))

    @property
    def middle(self) -> float:
        """How high its middle is."""
        return (self.low + self.high) / 2


PAGE = Box(0, 0, style.PAGE_WIDTH, style.PAGE_HEIGHT)


def as_float(value: Value) -> float:
    """A number of which it is known that it is one."""
    return float(value) if isinstance(value, (int, float)) else nan


def rectangle(row: Sequence[float]) -> Box:
    """The box of a left lower corner with a width and a height."""
    left, low, width, height = row
    return Box(left, low, left + width, low + height)


def hull(rows: Sequence[Sequence[float]]) -> Box:
    """What a path of points and curves stays within."""
    across = [x for row in rows for x in row[0::2]]
    up = [y for row in rows for y in row[1::2]]
    return Box(min(across), min(up), max(across), max(up))
