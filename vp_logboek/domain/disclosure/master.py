"""The choice of what to hide at the smallest drawn weight, within all cuts told so far."""

from collections.abc import Iterator, Mapping, Sequence, Set

from vp_logboek.domain.disclosure.cuts import Cut, small_cells
from vp_logboek.domain.disclosure.solver import Answer, Model, Stop
from vp_logboek.domain.disclosure.system import Problem

_NEAR = 1e-7
"""How near to a whole number a decision in fractions is taken for one."""

_PATIENCE = 300
"""Branches that are gone into for one proposal at most; 375 random pages of years needed one."""

_FEASIBLE = 2
"""What HiGHS calls a choice that keeps to all inequalities."""


class Master:
    """Two decisions for each cell, ``hidden`` and ``free`` (see ``cuts``), as one linear model in
    fractions and one in whole numbers.
    """

    def __init__(
        self,
        problem: Problem,
        forced: Set[int],
        weights: Mapping[int, float],
        stop: Stop | None,
    ) -> None:
        """``forced`` are hidden whatever is chosen; ``weights`` are what hiding others costs."""
        self.cuts = 0
        """How many inequalities there are."""
        self._cells = range(len(problem.system.cells))
        lower, upper = _bounds(problem, forced)
        cost = [weights.get(cell, 0.0) for cell in self._cells] + [0.0 for _ in self._cells]
        self._fractions = Model(lower, upper, cost, stop=stop)
        self._whole = _Whole(lower, upper, cost, whole=True, stop=stop)
        for cell in self._cells:
            if upper[self._free(cell)] > lower[self._free(cell)]:
                self.add(Cut({cell: 1.0}, {cell: -1.0}, 0.0))
        for cut in (*_parts(problem), *_groups(problem)):
            self.add(cut)

    def _free(self, cell: int) -> int:
        return len(self._cells) + cell

    def add(self, cut: Cut) -> None:
        """Take one inequality more into account."""
        self.cuts += 1
        terms = [(each, cell) for cell, each in cut.hidden.items()]
        terms += [(each, self._free(cell)) for cell, each in cut.free.items()]
        for model in (self._fractions, self._whole):
            model.add_row(cut.needed, float("inf"), terms)

    def in_fractions(self) -> tuple[Sequence[float], Sequence[float]] | None:
        """How far each cell is hidden and free in the best choice in fractions; None: there is
        none.
        """
        answer = self._fractions.solve()
        if answer is None:
            return None
        count = len(self._cells)
        return answer.values[:count], answer.values[count:]

    def best(self, gap: float) -> tuple[frozenset[int], bool] | None:
        """What the best choice hides, or one that is heavier by a share ``gap`` at most, and
        whether it is the best for certain; None where there is none.
        """
        answer, certain = self._fractions.solve(), True
        if answer is not None and not all(_is_whole(value) for value in answer.values):
            answer, certain = self._whole.within(gap)
        if answer is None:
            return None
        return frozenset(cell for cell in self._cells if answer.values[cell] > 0.5), certain


class _Whole(Model):
    """A model in whole numbers that may be asked for less than the best."""

    def within(self, gap: float) -> tuple[Answer | None, bool]:
        """A choice that is heavier than the lightest by this share at most, and whether none is
        lighter. When patience is lost it may be heavier: the best that was found.
        """
        self._highs.setOptionValue("mip_rel_gap", gap)
        self._highs.setOptionValue("mip_max_nodes", _PATIENCE)
        answer = self.solve()
        told = self._highs.getInfo()
        if answer is None and told.primal_solution_status == _FEASIBLE:
            values = tuple(self._highs.getSolution().col_value)
            answer = Answer(told.objective_function_value, values, ())
        return answer, bool(told.mip_gap < _NEAR)


def _is_whole(value: float) -> bool:
    return abs(value - round(value)) < _NEAR


def _bounds(problem: Problem, forced: Set[int]) -> tuple[list[float], list[float]]:
    small = small_cells(problem)
    hidden = [
        (float(cell in forced), float(problem.fixed.get(cell) is not True))
        for cell in range(len(problem.system.cells))
    ]
    free = [
        (float(index in small), most if cell.threshold > 0 else 0.0)
        for index, (cell, (_, most)) in enumerate(zip(problem.system.cells, hidden, strict=True))
    ]
    return [low for low, _ in hidden + free], [high for _, high in hidden + free]


def _parts(problem: Problem) -> Iterator[Cut]:
    for whole, part in problem.parts:
        yield Cut({part: 1.0, whole: -1.0}, {}, 0.0)


def _groups(problem: Problem) -> Iterator[Cut]:
    """Where one cell of a group is hidden, and its whole is not, enough of the group is."""
    for cells, minimum in problem.groups:
        whole = whole_of(problem, cells)
        for cell in cells:
            terms = {each: float(min(problem.values[each], minimum)) for each in cells}
            terms[cell] -= minimum
            if whole is not None:
                terms[whole] = terms.get(whole, 0.0) + minimum
            yield Cut(terms, {}, 0.0)


def whole_of(problem: Problem, cells: Sequence[int]) -> int | None:
    """The cell all these cells are parts of; None where there is none."""
    parts = set(problem.parts)
    wholes = dict.fromkeys(whole for whole, _ in problem.parts)
    return next((w for w in wholes if all((w, cell) in parts for cell in cells)), None)
