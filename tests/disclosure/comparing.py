"""Small systems to try out, and the comparison of a reader with plain enumeration."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from random import Random

from tests.disclosure.brute import Tables, brute_fix, knowing, makes, possible_values
from vp_logboek.domain.disclosure.attacker import Attacker
from vp_logboek.domain.disclosure.fix import fix
from vp_logboek.domain.disclosure.system import Cell, Page, System, Term

Found = dict[int, frozenset[int]]
"""For each hidden cell the small values that a reader holds possible."""

Reader = Callable[[Page, frozenset[int]], Found]


def flat(count: int, threshold: int, least: int = 0, most: int | None = None) -> System:
    """A total (cell 0) and so many lines."""
    lines = (Cell(f"line {n}", threshold, least, most) for n in range(1, count + 1))
    terms = tuple((1, n) for n in range(1, count + 1))
    return System((Cell("total", 0), *lines), (((-1, 0), *terms),))


def crossed(rows: int, columns: int, thresholds: Sequence[int], totals: range) -> System:
    """Inside, row totals, column totals and the total, that is publicly one of ``totals``."""
    inside = rows * columns
    total = inside + rows + columns
    names = [f"cell {n}" for n in range(total)]
    cells = [Cell(name, k) for name, k in zip(names, thresholds, strict=True)]
    of_rows = [[row * columns + c for c in range(columns)] for row in range(rows)]
    of_columns = [[r * columns + column for r in range(rows)] for column in range(columns)]
    sums = [(inside + n, each) for n, each in enumerate(of_rows + of_columns)]
    sums.append((total, [inside + row for row in range(rows)]))
    sums.append((total, [inside + rows + column for column in range(columns)]))
    return System(
        (*cells, Cell("total", 0, totals[0], totals[-1])), tuple(_sum(*each) for each in sums)
    )


def _sum(whole: int, parts: Sequence[int]) -> tuple[Term, ...]:
    return ((-1, whole), *((1, part) for part in parts))


def any_system(chance: Random, coefficients: Sequence[int], most: int) -> System:
    """Some cells with a public highest value, and some equations that make no other sense."""
    count = chance.randint(4, 5)
    cells = tuple(
        Cell(f"cell {n}", chance.choice((0, 2, 3)), chance.choice((0, 0, 0, 1)), most)
        for n in range(count)
    )
    equations = tuple(
        tuple((chance.choice(coefficients), n) for n in chance.sample(range(count), 3))
        for _ in range(chance.randint(1, 3))
    )
    return System(cells, equations)


@dataclass
class Comparison:
    """How often was compared, and where the two differed.

    ``partly`` counts the pages of which some protected cells are known to every reader, not all.
    """

    made: int = 0
    partly: int = 0
    differences: list[str] = field(default_factory=list)

    def told(self, what: str, page: Page, found: object, expected: object) -> None:
        self.made += 1
        if found != expected:
            self.differences.append(f"{what}: {found} is not {expected}, on {page}")


def compare_all(done: Comparison, page: Page, tables: Tables, known: Collection[int] = ()) -> None:
    """Everything the attacker says of a page against the values that occur in ``tables``."""
    attacker = Attacker(page, frozenset(known))
    left = knowing(page, tables, known)
    for cell, values in possible_values(page, left).items():
        found = attacker.possible(cell)
        done.told("small", page, found.small, values & set(found.wanted))
        larger = any(value >= found.wanted.stop for value in values)
        done.told("larger", page, found.larger is not None, larger)
        only = next(iter(values)) if len(values) == 1 else None
        done.told("only", page, attacker.only_value(cell), only)
        for value, table in found.witnesses.items():
            holds = makes(page, table) and knowing(page, [table], known) == [table]
            done.told("witness", page, holds and table[cell] == value, True)


def compare_fix(done: Comparison, page: Page, tables: Tables) -> None:
    """What every reader may know against its definition, tried out on ``tables``."""
    found, expected = fix(page), brute_fix(page, tables)
    done.told("fix", page, found, expected)
    protected = [cell for cell in page.hidden if page.system.cells[cell].threshold > 0]
    done.partly += 0 < len(expected) < len(protected)


def compare(done: Comparison, reader: Reader, page: Page, tables: Tables) -> None:
    """What any reader, also one with a planted fault, says of the small values."""
    found = reader(page, frozenset())
    for cell, values in possible_values(page, tables).items():
        first = page.system.cells[cell].least
        small = range(first, first + page.system.cells[cell].threshold)
        done.told("small", page, found[cell], values & set(small))
