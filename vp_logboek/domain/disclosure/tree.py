"""Tables of a part without circles, in closed form: no solver is needed.

Cells and equations of a part form a graph. Where it has no circle and every coefficient is 1 or -1,
the values that are possible for a cell are an unbroken run of whole numbers: a sum of runs is a
run. So ends of runs are carried from the leaves of the tree to a cell, and a table is filled in on
the way back. A flat table under a shown total is the plainest of such trees.
"""

from collections.abc import Sequence

from vp_logboek.domain.disclosure.reading import Bound, Part, scaled

_Run = tuple[Bound, Bound]
_NOTHING: _Run = (0, 0)


def is_tree(part: Part) -> bool:
    """Whether the closed form holds for this part, which hangs together by its making."""
    edges = sum(len(equation) for equation in part.equations)
    return edges == len(part.cells) + len(part.equations) - 1 and all(
        coefficient in {1, -1} for equation in part.equations for coefficient, _ in equation
    )


class Tree:
    """Finds tables of a part that is a tree."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._of_cell: list[list[int]] = [[] for _ in part.cells]
        for number, equation in enumerate(part.equations):
            for _, cell in equation:
                self._of_cell[cell].append(number)

    def find(self, cell: int, low: Bound, high: Bound) -> list[int] | None:
        """Values for all cells of the part, with this cell from ``low`` to ``high``."""
        runs: dict[int, _Run] = {}
        order = self._inwards(cell)
        for each, above in reversed(order):
            if not self._carry(each, above, runs):
                return None
        first, last = max(runs[cell][0], low), min(runs[cell][1], high)
        if first > last:
            return None
        return self._fill(cell, int(first), order, runs)

    def _inwards(self, root: int) -> list[tuple[int, int]]:
        """All cells from ``root`` outwards, each with the equation it was reached by (-1: none)."""
        order = [(root, -1)]
        for cell, above in order:
            for number in self._of_cell[cell]:
                if number != above:
                    order += [
                        (other, number)
                        for _, other in self._part.equations[number]
                        if other != cell
                    ]
        return order

    def _carry(self, cell: int, above: int, runs: dict[int, _Run]) -> bool:
        """The run of a cell as far as what lies outwards of it says; False where it is empty."""
        low, high = self._part.lower[cell], self._part.upper[cell]
        for number in self._of_cell[cell]:
            if number != above:
                first, last = self._told_by(number, cell, runs)
                low, high = max(low, first), min(high, last)
        runs[cell] = (low, high)
        return low <= high

    def _told_by(self, number: int, cell: int, runs: dict[int, _Run]) -> _Run:
        total = self._part.totals[number]
        own, (low, high) = 1, _NOTHING
        for coefficient, other in self._part.equations[number]:
            if other == cell:
                own = coefficient
            else:
                first, last = scaled(coefficient, *runs[other])
                low, high = low + first, high + last
        return scaled(own, total - high, total - low)

    def _fill(
        self, root: int, value: int, order: Sequence[tuple[int, int]], runs: dict[int, _Run]
    ) -> list[int]:
        values = [0] * len(self._part.cells)
        values[root] = value
        for cell, above in order:
            for number in self._of_cell[cell]:
                if number != above:
                    self._share_out(number, cell, values, runs)
        return values

    def _share_out(self, number: int, cell: int, values: list[int], runs: dict[int, _Run]) -> None:
        """Values for the other cells of an equation, each as near to that of ``cell`` as it can."""
        others = [term for term in self._part.equations[number] if term[1] != cell]
        own = next(c for c, other in self._part.equations[number] if other == cell)
        short = self._part.totals[number] - own * values[cell]
        for coefficient, other in others:
            low, high = runs[other]
            values[other] = int(min(max(values[cell], low), high))
            short -= coefficient * values[other]
        for coefficient, other in others:
            low, high = runs[other]
            moved = int(min(max(values[other] + coefficient * short, low), high))
            short -= coefficient * (moved - values[other])
            values[other] = moved
