"""What a reader finds by hand: bounds on the hidden cells, and parts that hang together.

Everything here is exact arithmetic in whole numbers (bounds without end are infinite). Tightening
takes away no possible table; what it leaves need not all be possible.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from math import inf

from vp_logboek.domain.disclosure.system import Page, System, Term
from vp_logboek.domain.disclosure.witness import small_values

Bound = float
"""A whole number (an int), or infinity."""

_ROUNDS = 30
"""How often one equation is gone through at most; only the speed hangs on it."""


@dataclass(frozen=True, slots=True)
class Part:
    """Cells that are tied together once all that is certain is filled in.

    ``cells`` are indices in the system. ``equations`` count within the part: number of the cell in
    ``cells``; they hold as ``sum(coefficient * cell) == total`` with the total of the same place.
    """

    cells: tuple[int, ...]
    lower: tuple[Bound, ...]
    upper: tuple[Bound, ...]
    equations: tuple[tuple[Term, ...], ...]
    totals: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What is certain (``fixed``: cell to value) and the ``parts`` of what is not."""

    fixed: dict[int, int]
    parts: tuple[Part, ...]


def read(page: Page, known: Set[int]) -> Reading | None:
    """The parts of a page; None where no table at all makes the page with these known cells."""
    lower, upper = _bounds(page, known)
    if not _tighten(page.system, lower, upper):
        return None
    fixed = {
        index: int(low)
        for index, (low, high) in enumerate(zip(lower, upper, strict=True))
        if low == high
    }
    if not _agree(page.system, fixed):
        return None
    return Reading(fixed, tuple(_parts(page.system, fixed, lower, upper)))


def _bounds(page: Page, known: Set[int]) -> tuple[list[Bound], list[Bound]]:
    lower: list[Bound] = []
    upper: list[Bound] = []
    for index, cell in enumerate(page.system.cells):
        low: Bound = small_values(cell).stop if index in known else cell.least
        high: Bound = inf if cell.most is None else cell.most
        value = page.shown.get(index)
        lower.append(low if value is None else max(low, value))
        upper.append(high if value is None else min(high, value))
    return lower, upper


def _agree(system: System, fixed: dict[int, int]) -> bool:
    return all(
        sum(coefficient * fixed[index] for coefficient, index in equation) == 0
        for equation in system.equations
        if all(index in fixed for _, index in equation)
    )


def _tighten(system: System, lower: list[Bound], upper: list[Bound]) -> bool:
    """Bounds that follow from single equations, in place; False where two of them cross."""
    if any(low > high for low, high in zip(lower, upper, strict=True)):
        return False
    waiting = list(range(len(system.equations)))
    rounds = [0] * len(waiting)
    while waiting:
        number = waiting.pop()
        rounds[number] += 1
        changed = _tighten_one(system.equations[number], lower, upper)
        if changed is None:
            return False
        for index in changed:
            waiting += [
                other
                for other in system.of_cell[index]
                if rounds[other] < _ROUNDS and other not in waiting
            ]
    return True


def scaled(coefficient: int, low: Bound, high: Bound) -> tuple[Bound, Bound]:
    """The ends of ``coefficient * x`` for x from ``low`` to ``high``."""
    return (
        (coefficient * low, coefficient * high)
        if coefficient > 0
        else (coefficient * high, coefficient * low)
    )


def _tighten_one(
    equation: tuple[Term, ...], lower: list[Bound], upper: list[Bound]
) -> list[int] | None:
    """The cells of one equation that got closer bounds; None where bounds cross."""
    ends = [scaled(coefficient, lower[index], upper[index]) for coefficient, index in equation]
    others = list(_sums_of_others(ends))
    changed = []
    for (coefficient, index), (low, high) in zip(equation, others, strict=True):
        new_low, new_high = _divided(coefficient, -high, -low)
        if new_low > lower[index] or new_high < upper[index]:
            lower[index] = max(lower[index], new_low)
            upper[index] = min(upper[index], new_high)
            changed.append(index)
        if lower[index] > upper[index]:
            return None
    return changed


def _sums_of_others(ends: Sequence[tuple[Bound, Bound]]) -> Iterator[tuple[Bound, Bound]]:
    """For each term the sum of all others; nothing is subtracted, as infinity cannot be."""
    after: list[tuple[Bound, Bound]] = [(0, 0)]
    for low, high in reversed(ends):
        after.append((after[-1][0] + low, after[-1][1] + high))
    before: tuple[Bound, Bound] = (0, 0)
    for place, (low, high) in enumerate(ends):
        rest = after[len(ends) - 1 - place]
        yield before[0] + rest[0], before[1] + rest[1]
        before = (before[0] + low, before[1] + high)


def _divided(coefficient: int, low: Bound, high: Bound) -> tuple[Bound, Bound]:
    """The whole numbers x with ``coefficient * x`` from ``low`` to ``high``: first and last."""
    if coefficient < 0:
        coefficient, low, high = -coefficient, -high, -low
    first = low if low == -inf else -(-int(low) // coefficient)
    last = high if high == inf else int(high) // coefficient
    return first, last


def _parts(
    system: System, fixed: dict[int, int], lower: Sequence[Bound], upper: Sequence[Bound]
) -> Iterator[Part]:
    loose = [
        tuple(term for term in equation if term[1] not in fixed) for equation in system.equations
    ]
    open_cells = [index for index in range(len(system.cells)) if index not in fixed]
    for cells, numbers in _connected(open_cells, loose):
        place = {index: number for number, index in enumerate(cells)}
        yield Part(
            cells,
            tuple(lower[index] for index in cells),
            tuple(upper[index] for index in cells),
            tuple(
                tuple((coefficient, place[index]) for coefficient, index in loose[number])
                for number in numbers
            ),
            tuple(
                -sum(c * fixed[index] for c, index in system.equations[number] if index in fixed)
                for number in numbers
            ),
        )


def _connected(
    cells: Iterable[int], equations: Sequence[tuple[Term, ...]]
) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Cells that equations tie together, with the numbers of those equations, in order."""
    of_cell = defaultdict(list)
    for number, equation in enumerate(equations):
        for _, index in equation:
            of_cell[index].append(number)
    met: set[int] = set()
    for start in cells:
        if start in met:
            continue
        found, numbers, waiting = {start}, set(), [start]
        while waiting:
            for number in of_cell[waiting.pop()]:
                if number in numbers:
                    continue
                numbers.add(number)
                fresh = {index for _, index in equations[number]} - found
                found |= fresh
                waiting += sorted(fresh)
        met |= found
        yield tuple(sorted(found)), tuple(sorted(numbers))
