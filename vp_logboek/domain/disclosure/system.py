"""What a reader can set up from a page: cells, the sums between them, and which of them are shown.

A *cell* is a number that is printed, or that stands behind a printed one. *Equations* tie cells
together. This module is the common language of attacker, protector and ledger; it decides nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

Term = tuple[int, int]
"""A coefficient and the index of a cell."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One number of persons.

    ``name`` is unique over all that was ever issued. ``threshold`` is its k: the values ``least``
    to ``least + k - 1`` are small, and of a hidden cell a reader must hold all of them possible or
    none. 0 means that the cell needs no protection itself. ``least`` is the smallest value the cell
    can have for every reader: 0, or a part of it that was handed over outside the program.
    ``most`` is the largest, where one is public.
    """

    name: str
    threshold: int
    least: int = 0
    most: int | None = None


@dataclass(frozen=True)
class System:
    """Cells, and equations ``sum(coefficient * cell) == 0`` that every reader knows to hold."""

    cells: tuple[Cell, ...]
    equations: tuple[tuple[Term, ...], ...]

    @cached_property
    def of_cell(self) -> tuple[tuple[int, ...], ...]:
        """For each cell the indices of the equations it stands in."""
        found: list[list[int]] = [[] for _ in self.cells]
        for number, equation in enumerate(self.equations):
            for _, cell in equation:
                found[cell].append(number)
        return tuple(tuple(each) for each in found)


@dataclass(frozen=True, slots=True)
class Page:
    """What a reader sees of a system: the values of the shown cells, by index; all else is hidden.

    The same page is made by many tables; everything an attacker does is a function of it.
    """

    system: System
    shown: Mapping[int, int]

    @property
    def hidden(self) -> tuple[int, ...]:
        """The indices of the cells that are not shown."""
        return tuple(n for n in range(len(self.system.cells)) if n not in self.shown)


PersonType = tuple[Term, ...]
"""What one person more of this kind adds: increments and the cells they are added to."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One system with its true ``values``, and what may be chosen.

    ``fixed`` holds the cells that are shown (True) or hidden (False) whatever is chosen: what was
    issued before, totals that are printed anyway, cells that are never printed. ``parts`` are pairs
    (whole, part): a part is hidden where its whole is. ``groups`` are sets of cells with a minimum:
    what is hidden of them is together at least the minimum, or nothing of them is hidden.
    ``types`` are all kinds of persons there can be, for G2; None where only G1 is promised.

    ``told`` is, by cell, the number of it that was handed out outside the program about a part of
    the time. It may be mistaken, or meant otherwise, so it is no ``least`` of the cell: it is part
    of its ``threshold``, and nothing else here depends on whether it fits. There are then two
    readers: who doubts it, and who believes it and holds each cell to be that much at least.
    """

    system: System
    values: tuple[int, ...]
    fixed: Mapping[int, bool]
    parts: tuple[tuple[int, int], ...] = ()
    groups: tuple[tuple[tuple[int, ...], int], ...] = ()
    types: tuple[PersonType, ...] | None = None
    told: Mapping[int, int] = field(default_factory=dict)

    @property
    def believed(self) -> System:
        """The system of a reader who believes what was handed out."""
        cells = (
            replace(c, threshold=max(c.threshold - t, 0), least=max(c.least, t))
            if (t := self.told.get(n, 0))
            else c
            for n, c in enumerate(self.system.cells)
        )
        return System(tuple(cells), self.system.equations)


@dataclass(frozen=True, slots=True)
class Pattern:
    """What was chosen: which cells are shown, and which of the others are hidden by the draw alone
    (neither small nor needed for another). ``known`` are hidden cells that every reader may know
    to be no small number (the set L of the method).
    """

    shown: frozenset[int]
    drawn: frozenset[int] = frozenset()
    known: frozenset[int] = frozenset()
