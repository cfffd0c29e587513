"""Cuts: what a set of hidden cells lacks to be safe, as linear inequalities (Fischetti, Salazar).

A reader's table may differ from the true one by a *deviation*: nothing at the shown cells, at a
hidden cell at most down to its least and up to its most, and zero along every equation. A small
cell is safe when deviations reach both ends of its small numbers. By the duality of linear
programming what cannot be reached comes with multipliers, and these give an inequality over *all*
choices of hidden cells that any safe choice satisfies: a capacity cut.

A larger hidden cell may sink only to its threshold where a reader may know that it holds no small
number, and to its least where it is protected itself. So there are two sorts of decisions, whether
a cell is ``hidden`` and whether it is ``free`` (all its small numbers are possible). A choice is
admissible, as far as fractions tell, exactly if the small cells and some larger ones are free such
that each free cell reaches its small numbers while the others sink no lower than their threshold.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf

from vp_logboek.domain.disclosure.solver import Model, Stop
from vp_logboek.domain.disclosure.system import Problem
from vp_logboek.domain.disclosure.witness import small_values

_LACKING = 1e-5
"""By how much an inequality must be broken before it is told."""

_NUDGE = 1e-3
"""A little room for hidden and shown cells alike, so that of equal cuts the sparsest is found."""

_NOTHING = 1e-9

_SOME = 0.01
"""From here a cell counts as free in part."""


@dataclass(frozen=True, slots=True)
class Cut:
    """``sum(hidden[c] * hidden_c) + sum(free[c] * free_c) >= needed`` over cells ``c``."""

    hidden: Mapping[int, float]
    free: Mapping[int, float]
    needed: float

    def broken(self, hidden: Sequence[float], free: Sequence[float]) -> bool:
        """Whether a choice breaks the inequality by more than rounding."""
        has = sum(each * hidden[c] for c, each in self.hidden.items())
        has += sum(each * free[c] for c, each in self.free.items())
        return has < self.needed - _LACKING


@dataclass(frozen=True, slots=True)
class _Room:
    """How far a cell may move: ``up``, ``down`` to its threshold, and ``below`` that when free."""

    up: float
    down: float
    below: float


class Deviations:
    """The deviations a reader must reckon with, for one problem and any choice of cells."""

    def __init__(self, problem: Problem, stop: Stop | None) -> None:
        self._problem = problem
        self._cells = range(len(problem.system.cells))
        self.small = small_cells(problem)
        self._rooms = [_room(problem, cell) for cell in self._cells]
        self._down = [0.0 for _ in self._cells]
        self._up = [0.0 for _ in self._cells]
        self._model = Model([0.0] * len(self._cells), [0.0] * len(self._cells), stop=stop)
        for equation in problem.system.equations:
            self._model.add_row(0.0, 0.0, equation)

    def lacking(self, hidden: Sequence[float]) -> list[Cut]:
        """What small cells lack if every larger hidden cell may be taken to be free."""
        self._allow(hidden, hidden)
        return self._of_small(hidden, hidden)

    def lacking_so_free(self, hidden: Sequence[float], free: Sequence[float]) -> list[Cut]:
        """What any cell lacks where the larger ones are free just so far; for fractions too."""
        self._allow(hidden, free)
        larger = [c for c in self._cells if free[c] > _SOME and c not in self.small]
        found = (self._cut(cell, -1, hidden, free, cell) for cell in larger)
        return [*self._of_small(hidden, free), *(cut for cut in found if cut is not None)]

    def lacking_when_known(self, hidden: Sequence[float]) -> list[Cut]:
        """What a choice lacks because readers may know larger hidden cells to be no small numbers;
        empty where the small cells are safe all the same. For whole numbers only.
        """
        free = [
            float(hidden[c] > 0.5 and self._problem.system.cells[c].threshold > 0)
            for c in self._cells
        ]
        cuts: list[Cut] = []
        while True:
            self._allow(hidden, free)
            larger = [c for c in self._cells if free[c] and c not in self.small]
            more = {c: cut for c in larger if (cut := self._cut(c, -1, hidden, free, c))}
            for cell, cut in more.items():
                cuts.append(cut)
                free[cell] = 0.0
            if not more:
                lacking = self._of_small(hidden, free)
                return [*cuts, *lacking] if lacking else []

    def _of_small(self, hidden: Sequence[float], free: Sequence[float]) -> list[Cut]:
        found = (
            self._cut(cell, way, hidden, free, None)
            for cell in sorted(self.small)
            for way in (-1, 1)
        )
        return [cut for cut in found if cut is not None]

    def _allow(self, hidden: Sequence[float], free: Sequence[float]) -> None:
        """Give every cell the room this choice leaves it, and a nudge."""
        for cell, room in enumerate(self._rooms):
            down = room.down * hidden[cell] + room.below * free[cell]
            up = room.up * hidden[cell]
            down += _NUDGE * min(room.down + room.below, 1.0)
            up += _NUDGE * min(room.up, 1.0)
            if (down, up) != (self._down[cell], self._up[cell]):
                self._down[cell], self._up[cell] = down, up
                self._model.set_bounds(cell, -down, up)

    def _needed(self, cell: int, way: int) -> int:
        small = small_values(self._problem.system.cells[cell])
        value = self._problem.values[cell]
        return value - small.start if way < 0 else small.stop - 1 - value

    def _cut(
        self, cell: int, way: int, hidden: Sequence[float], free: Sequence[float], of: int | None
    ) -> Cut | None:
        """The cut for one end of the small numbers of a cell; None where it is reached."""
        needed = self._needed(cell, way)
        if needed <= 0:
            return None
        self._model.set_cost(cell, -way)
        answer = self._model.solve()
        self._model.set_cost(cell, 0.0)
        if answer is None or way * answer.values[cell] >= needed + 0.5:
            return None
        cut = self._from(answer.duals, cell, way, needed, of)
        return cut if cut.broken(hidden, free) else None

    def _from(
        self, duals: Sequence[float], cell: int, way: int, needed: int, of: int | None
    ) -> Cut:
        """The inequality that any multipliers of the equations give; larger coefficients than what
        is needed say no more than that. It holds only where ``of``, a cell, is free (None: always).
        """
        prices = [0.0 for _ in self._cells]
        prices[cell] = float(way)
        for dual, equation in zip(duals, self._problem.system.equations, strict=True):
            for coefficient, each in equation:
                prices[each] += dual * coefficient
        hidden: dict[int, float] = {}
        free: dict[int, float] = {}
        for each, price in enumerate(prices):
            if abs(price) <= _NOTHING:
                continue
            room = self._rooms[each]
            first = price * room.up if price > 0 else -price * room.down
            second = 0.0 if price > 0 else -price * room.below
            hidden[each] = min(first, needed)
            free[each] = min(second, needed - hidden[each])
        if of is None:
            return Cut(_some(hidden), _some(free), float(needed))
        return Cut(_some(hidden), {**_some(free), of: free.get(of, 0.0) - needed}, 0.0)


def small_cells(problem: Problem) -> frozenset[int]:
    """The cells with a small number that are not shown whatever is chosen."""
    return frozenset(
        index
        for index, (cell, value) in enumerate(
            zip(problem.system.cells, problem.values, strict=True)
        )
        if value in small_values(cell) and problem.fixed.get(index) is not True
    )


def _some(coefficients: Mapping[int, float]) -> dict[int, float]:
    return {cell: each for cell, each in coefficients.items() if each > _NOTHING}


def _room(problem: Problem, index: int) -> _Room:
    """The room of a hidden cell. Without a public most it can rise by more than any cell needs."""
    cell, value = problem.system.cells[index], problem.values[index]
    most = inf if cell.most is None else cell.most
    up = min(most - value, 4.0 * (sum(problem.values) + cell.threshold))
    down = max(value - cell.least - cell.threshold, 0)
    return _Room(float(up), float(down), float(value - cell.least - down))
