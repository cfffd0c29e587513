"""Where things come on the pages, worked out before anything is drawn.

A *part* is never split. A *group* is a heading with its rows: it stays together where it can, and a
long one is split between rows with its heading repeated.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from vp_logboek.domain.errors_report import TooLongToPrint
from vp_logboek.report.paper import Paper
from vp_logboek.report.style import BOTTOM, COLUMN, GRID, GUTTER, LEFT, TOP

FEWEST_ROWS = 3
WHOLE = 0.6 * (BOTTOM - TOP)
"""A group lower than this is never split."""
_STEP = 4.0


class Part(Protocol):
    """Something to draw that has a height."""

    @property
    def height(self) -> float:
        """Its height in points."""

    def draw(self, paper: Paper, x: float, y: float) -> None:
        """Draw it with its left upper corner here."""


@dataclass(frozen=True, slots=True)
class Space:
    """Nothing, of a height."""

    height: float

    def draw(self, paper: Paper, x: float, y: float) -> None:
        """Draw nothing."""


@dataclass(frozen=True, slots=True)
class Group:
    """A head, rows and a tail. ``again`` stands above the rows that come on a next page;
    ``openers`` are positions of rows that never stand last on one.
    """

    head: tuple[Part, ...] = ()
    rows: tuple[Part, ...] = ()
    tail: tuple[Part, ...] = ()
    again: tuple[Part, ...] = ()
    openers: frozenset[int] = frozenset()

    @property
    def parts(self) -> tuple[Part, ...]:
        """All of it, from top to bottom."""
        return self.head + self.rows + self.tail

    @property
    def height(self) -> float:
        """Its height in points."""
        return _height(self.parts)

    def split(self, room: float) -> tuple["Group", "Group"] | None:
        """The part that fits and the rest, or None when too few rows would stand on either side."""
        if self.height <= WHOLE:
            return None
        count = 0
        while count < len(self.rows) and _height(self.head + self.rows[: count + 1]) <= room:
            count += 1
        count = min(count, len(self.rows) - FEWEST_ROWS)
        while count - 1 in self.openers:
            count -= 1
        if count < FEWEST_ROWS:
            return None
        first = replace(self, rows=self.rows[:count], tail=())
        openers = frozenset(position - count for position in self.openers)
        return first, replace(self, head=self.again, rows=self.rows[count:], openers=openers)


Groups = tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A part at its place."""

    page: int
    x: float
    y: float
    part: Part


class Flow:
    """Places groups from top to bottom, over as many pages as it takes."""

    def __init__(self) -> None:
        self.placed: list[Placed] = []
        self.page = 0
        self.y = TOP

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return self.page + 1

    @property
    def room(self) -> float:
        """The height that is left on this page."""
        return BOTTOM - self.y

    def new_page(self) -> None:
        """Go on at the top of a new page, unless this one is still empty."""
        if not self._page_is_empty:
            self._next_page()

    def full(self, group: Group) -> None:
        """Place a group over the whole width."""
        rest: Group | None = group
        while rest is not None:
            now, rest = _fit(rest, self.room)
            if now is None and self._page_is_empty:
                now, rest = rest, None
            self.y = self._place((now,) if now else (), LEFT)
            if rest is not None:
                self._next_page()

    def section(self, heading: Group, groups: Sequence[Group], whole: bool = False) -> None:
        """Place groups in two columns below a heading that never stands alone. With ``whole`` it
        begins on a new page when it does not fit on what is left of this one.
        """
        room = self.room - heading.height
        unfit = bool(_two_columns(tuple(groups), room)[2]) if whole else room < _least(groups[0])
        if unfit:
            self.new_page()
        self.full(heading)
        self.columns(groups)

    def columns(self, groups: Sequence[Group]) -> None:
        """Place groups in two columns; on the last page the columns are about equally high."""
        rest = tuple(groups)
        while rest:
            left, right, later = _two_columns(rest, self.room)
            if not later:
                left, right = _balanced(rest, self.room)
            if not left and self._page_is_empty:
                left, later = rest[:1], rest[1:]
            self.y = max(self._place(left, LEFT), self._place(right, LEFT + COLUMN + GUTTER))
            rest = later
            if rest:
                self._next_page()

    @property
    def _page_is_empty(self) -> bool:
        return self.y == TOP

    def _next_page(self) -> None:
        self.page += 1
        self.y = TOP

    def _place(self, groups: Groups, x: float) -> float:
        y = self.y
        for part in (part for group in groups for part in group.parts):
            if y + part.height > BOTTOM + GRID and not isinstance(part, Space):
                raise TooLongToPrint
            self.placed.append(Placed(self.page, x, y, part))
            y += part.height
        return y


def _height(parts: Sequence[Part]) -> float:
    return sum(part.height for part in parts)


def _least(group: Group) -> float:
    """The lowest that the first piece of a group can be."""
    return min(group.height, _height(group.head + group.rows[:FEWEST_ROWS]) + 1)


def _fit(group: Group, room: float) -> tuple[Group | None, Group | None]:
    """What of the group comes here, and what comes later."""
    if group.height <= room:
        return group, None
    halves = group.split(room)
    return halves if halves is not None else (None, group)


def _one_column(groups: Groups, room: float) -> tuple[Groups, Groups]:
    """The groups that fit one below the other, and the rest."""
    taken: list[Group] = []
    for position, group in enumerate(groups):
        now, later = _fit(group, room)
        if now is not None:
            taken.append(now)
            room -= now.height
        if later is not None:
            return tuple(taken), (later, *groups[position + 1 :])
    return tuple(taken), ()


def _two_columns(groups: Groups, room: float) -> tuple[Groups, Groups, Groups]:
    left, rest = _one_column(groups, room)
    right, rest = _one_column(rest, room)
    return left, right, rest


def _balanced(groups: Groups, room: float) -> tuple[Groups, Groups]:
    """Two columns as low as possible; they fit within ``room``."""
    height = min(room, sum(group.height for group in groups) / 2)
    left, right, later = _two_columns(groups, height)
    while later and height < room:
        height = min(room, height + _STEP)
        left, right, later = _two_columns(groups, height)
    return left, right
