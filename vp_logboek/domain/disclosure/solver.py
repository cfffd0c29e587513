"""The only door to HiGHS: a linear model that is kept in memory and asked again and again.

Nothing is written or printed, and the same questions in the same order get the same answers: one
thread, a fixed seed, no clock. Answers are in floating point: who uses one checks it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vp_logboek.domain.disclosure.system import Term
from vp_logboek.domain.errors_release import Stopped

Stop = Callable[[], bool]
"""Says whether the work must end; it is asked often, so it must be cheap."""

_OPTIONS: Mapping[str, Any] = {
    "output_flag": False,
    "log_to_console": False,
    "log_file": "",
    "threads": 1,
    "parallel": "off",
    "random_seed": 0,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 0.0,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """The best values of the columns; ``duals`` (of the rows) only of a model without integers."""

    objective: float
    values: tuple[float, ...]
    duals: tuple[float, ...]


class Model:
    """Minimise ``cost`` times the columns within bounds and rows; ``whole`` asks whole numbers."""

    def __init__(
        self,
        lower: Sequence[float],
        upper: Sequence[float],
        cost: Sequence[float] | None = None,
        whole: bool = False,
        stop: Stop | None = None,
    ) -> None:
        import highspy  # noqa: PLC0415 - takes 0.13 s, that unlocking need not wait for

        self._statuses = highspy.HighsModelStatus
        self._stop = stop
        self._whole = whole
        self._highs: Any = highspy.Highs()  # type: ignore[no-untyped-call]
        for name, value in _OPTIONS.items():
            self._highs.setOptionValue(name, value)
        if cost is None:
            # where any table will do, this heuristic took up to two thirds of the time (measured)
            self._highs.setOptionValue("mip_heuristic_run_feasibility_jump", False)
        for place, (low, high) in enumerate(zip(lower, upper, strict=True)):
            self._highs.addVar(low, high)
            if cost is not None:
                self._highs.changeColCost(place, cost[place])
            if whole:
                self._highs.changeColIntegrality(place, highspy.HighsVarType.kInteger)
        if stop is not None:
            self._highs.cbSimplexInterrupt.subscribe(self._interrupt)
            self._highs.cbMipInterrupt.subscribe(self._interrupt)

    def _interrupt(self, event: Any) -> None:
        if self._stop is not None and self._stop():
            event.interrupt()

    def add_row(self, low: float, high: float, terms: Iterable[Term | tuple[float, int]]) -> None:
        """``low <= sum(coefficient * column) <= high``."""
        listed = list(terms)
        self._highs.addRow(
            low, high, len(listed), [place for _, place in listed], [float(c) for c, _ in listed]
        )

    def set_bounds(self, column: int, low: float, high: float) -> None:
        """New bounds of a column; the next answer starts from where the last one ended."""
        self._highs.changeColBounds(column, low, high)

    def set_cost(self, column: int, cost: float) -> None:
        """A new cost of a column."""
        self._highs.changeColCost(column, cost)

    def solve(self) -> Answer | None:
        """The best there is; None where nothing was found: impossible, unbounded or in doubt.

        Raises Stopped when the work must end.
        """
        if self._stop is not None and self._stop():
            raise Stopped
        self._highs.run()
        status = self._highs.getModelStatus()
        if status == self._statuses.kInterrupt:
            raise Stopped
        if status == self._statuses.kModelEmpty:
            return Answer(0.0, (), ())
        if status != self._statuses.kOptimal:
            return None
        found = self._highs.getSolution()
        duals = () if self._whole else tuple(found.row_dual)
        return Answer(self._highs.getObjectiveValue(), tuple(found.col_value), duals)
