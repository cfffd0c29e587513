"""Small problems for the protector, and a draw that does as it is told."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import combinations
from pathlib import Path

from vp_logboek.domain.disclosure.draw import Draw
from vp_logboek.domain.disclosure.system import Cell, Page, Pattern, Problem, System

SDC = Path(__file__).parents[1] / "data" / "sdc"


def draw(number: int) -> Draw:
    """The draw of one of many keys."""
    return Draw(sha256(str(number).encode()).digest(), "jaar 2026")


@dataclass(frozen=True)
class Scripted(Draw):
    """A draw that hides just these cells beforehand, and weighs them as told (0 where not told)."""

    key: bytes = b""
    context: str = ""
    beforehand: frozenset[str] = frozenset()
    weights: Mapping[str, float] = field(default_factory=dict)

    def chance(self, *name: str) -> float:
        what, cell = name
        if what == "eps":
            return 0.0 if cell in self.beforehand else 1.0
        return self.weights.get(cell, 0.5)


def flat(numbers: Sequence[int], k: int) -> Problem:
    """One table under its shown total, cell 0; everybody stands in one line of it."""
    count = len(numbers)
    cells = (Cell("totaal", 0), *(Cell(f"regel {n}", k) for n in range(1, count + 1)))
    equation = ((-1, 0), *((1, n) for n in range(1, count + 1)))
    return Problem(
        System(cells, (equation,)),
        (sum(numbers), *numbers),
        {0: True},
        types=tuple(((1, 0), (1, n)) for n in range(1, count + 1)),
    )


def crossed(rows: Sequence[Sequence[int]], k: int, column_totals: bool) -> Problem:
    """Rows by columns under shown row totals: inside, row totals, and column totals if asked."""
    high, wide = len(rows), len(rows[0])
    inside = [number for row in rows for number in row]
    sums = [sum(row) for row in rows]
    cells = [Cell(f"{r}.{c}", k) for r in range(high) for c in range(wide)]
    cells += [Cell(f"rij {r}", 0) for r in range(high)]
    equations = [
        ((-1, high * wide + r), *((1, r * wide + c) for c in range(wide))) for r in range(high)
    ]
    types = [[(1, r * wide + c), (1, high * wide + r)] for r in range(high) for c in range(wide)]
    if column_totals:
        first = len(cells)
        cells += [Cell(f"kolom {c}", 0) for c in range(wide)]
        sums += [sum(row[c] for row in rows) for c in range(wide)]
        equations += [
            ((-1, first + c), *((1, r * wide + c) for r in range(high))) for c in range(wide)
        ]
        for number, person in enumerate(types):
            person.append((1, first + number % wide))
    fixed = dict.fromkeys(range(high * wide, len(cells)), True)
    return Problem(
        System(tuple(cells), tuple(equations)),
        (*inside, *sums),
        fixed,
        types=tuple(tuple(person) for person in types),
    )


def tree(leaves: Sequence[int], others: Sequence[int], k: int) -> Problem:
    """A total, classes under it, and leaves under the first class, of which the last is never
    shown; what is hidden of the leaves is together at least k.
    """
    classes = [sum(leaves), *others]
    first = 1 + len(classes)
    cells = [Cell("totaal", 0), *(Cell(f"klas {n}", k) for n in range(len(classes)))]
    cells += [Cell(f"blad {n}", k) for n in range(len(leaves))]
    below = tuple(range(first, len(cells)))
    equations = (
        ((-1, 0), *((1, n) for n in range(1, first))),
        ((-1, 1), *((1, n) for n in below)),
    )
    types = [((1, 0), (1, 1), (1, n)) for n in below]
    return Problem(
        System(tuple(cells), equations),
        (sum(classes), *classes, *leaves),
        {0: True, len(cells) - 1: False},
        parts=tuple((1, n) for n in below),
        groups=((below, k),),
        types=(*types, *(((1, 0), (1, n)) for n in range(2, first))),
    )


def page_of(problem: Problem, pattern: Pattern) -> Page:
    """What a reader has."""
    return Page(problem.system, {cell: problem.values[cell] for cell in sorted(pattern.shown)})


def larger_cells(problem: Problem) -> list[int]:
    """The cells that may be shown or hidden, just as comes out."""
    return [
        number
        for number, cell in enumerate(problem.system.cells)
        if number not in problem.fixed and problem.values[number] >= cell.least + cell.threshold
    ]


def subsets(cells: Sequence[int]) -> Iterator[frozenset[int]]:
    for count in range(len(cells) + 1):
        for chosen in combinations(cells, count):
            yield frozenset(chosen)


def names(problem: Problem, cells: frozenset[int]) -> frozenset[str]:
    return frozenset(problem.system.cells[cell].name for cell in cells)


def shown_numbers(problem: Problem, pattern: Pattern) -> list[int | None]:
    """The numbers of the page in order, None for what is hidden."""
    return [value if cell in pattern.shown else None for cell, value in enumerate(problem.values)]


def table_of_the_field(name: str) -> tuple[Problem, int]:
    """A test table, and how many cells an exact program hides besides the small ones at least."""
    told = json.loads((SDC / f"{name}.json").read_text(encoding="utf-8"))
    cells = tuple(
        Cell(f"{number} {cell['label']}", told["k"], cell["lb"], cell["ub"])
        for number, cell in enumerate(told["cells"])
    )
    equations = tuple(tuple((c, cell) for c, cell in row) for row in told["equations"])
    values = tuple(cell["value"] for cell in told["cells"])
    exact = next(peer for peer in told["peers"] if "benders" in peer["tool"])
    assert exact["status"] == "optimal"
    return Problem(System(cells, equations), values, {}), exact["secondary"]
