"""Tables of a part that has circles: a linear model, and whole numbers where that gives fractions.

In two crossed dimensions every corner of the linear model is whole already; with three dimensions
or linked tables it need not be.
"""

from collections.abc import Sequence
from math import isinf

from vp_logboek.domain.disclosure.reading import Bound, Part
from vp_logboek.domain.disclosure.solver import Model, Stop

_NEAR = 1e-6
"""How near to a whole number a value is taken for one; the witness is checked exactly anyway."""

_MANY = 1_000_000
"""Persons: beyond this no value is sought where a page leaves a cell without a highest value."""


class Search:
    """Finds tables of a part with the solver; what it finds has yet to be checked."""

    def __init__(self, part: Part, stop: Stop | None) -> None:
        self._part = part
        self._stop = stop
        self._upper = [_MANY if isinf(high) else high for high in part.upper]
        self._models: dict[bool, Model] = {}
        self._last: list[int] = []

    def find(self, cell: int, low: Bound, high: Bound) -> list[int] | None:
        """Values for all cells of the part, with this cell from ``low`` to ``high``.

        None says "impossible, or not found": it is used only where that hides more.
        """
        low, high = max(low, self._part.lower[cell]), min(high, self._upper[cell])
        if low > high:
            return None
        corner = self._ask(False, cell, low, high)
        if corner is None:
            return None
        found = (
            _whole(corner)
            or self._near_the_last(cell, low, high)
            or _whole(self._ask(True, cell, low, high))
        )
        self._last = found or self._last
        return found

    def _near_the_last(self, cell: int, low: Bound, high: Bound) -> list[int] | None:
        """A corner near the last table that was found: often whole, and quicker than to ask for
        whole numbers.
        """
        lowest = [n for n, value in enumerate(self._last) if value == self._part.lower[n]]
        return _whole(self._ask(False, cell, low, high, lowest))

    def _ask(
        self, whole: bool, cell: int, low: Bound, high: Bound, costly: Sequence[int] = ()
    ) -> Sequence[float] | None:
        model = self._model(whole)
        model.set_bounds(cell, low, high)
        for each in costly:
            model.set_cost(each, 1)
        try:
            answer = model.solve()
        finally:
            model.set_bounds(cell, self._part.lower[cell], self._upper[cell])
            for each in costly:
                model.set_cost(each, 0)
        return None if answer is None else answer.values

    def _model(self, whole: bool) -> Model:
        if whole not in self._models:
            model = Model(self._part.lower, self._upper, whole=whole, stop=self._stop)
            for equation, total in zip(self._part.equations, self._part.totals, strict=True):
                model.add_row(total, total, equation)
            self._models[whole] = model
        return self._models[whole]


def _whole(values: Sequence[float] | None) -> list[int] | None:
    """The values in whole numbers; None where one of them lies in between."""
    if values is None or any(abs(value - round(value)) > _NEAR for value in values):
        return None
    return [round(value) for value in values]
