"""Plain enumeration of all tables behind a page. Shares nothing with the attacker but the words."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import product

from vp_logboek.domain.disclosure.system import Page

Tables = Sequence[tuple[int, ...]]


def compositions(total: int, count: int) -> Iterator[tuple[int, ...]]:
    """All ways to share ``total`` persons out over ``count`` cells."""
    if count == 0:
        if total == 0:
            yield ()
    elif count == 1:
        yield (total,)
    else:
        for first in range(total + 1):
            for others in compositions(total - first, count - 1):
                yield (first, *others)


def flat_tables(page: Page) -> Tables:
    """All tables (total, then its lines) of a page that shows the total."""
    count = len(page.system.cells) - 1
    hidden = page.hidden
    rest = page.shown[0] - sum(page.shown[line] for line in page.shown if line > 0)
    filled = []
    for values in compositions(rest, len(hidden)) if rest >= 0 else ():
        own = {**page.shown, **dict(zip(hidden, values, strict=True))}
        filled.append(tuple(own[index] for index in range(count + 1)))
    return behind(page, filled)


def crossed_tables(rows: int, columns: int, totals: range) -> Tables:
    """All crossed tables with one of the totals: inside, row sums, column sums, total."""
    found = []
    for total in totals:
        for inside in compositions(total, rows * columns):
            row_sums = tuple(
                sum(inside[row * columns : (row + 1) * columns]) for row in range(rows)
            )
            column_sums = tuple(sum(inside[column::columns]) for column in range(columns))
            found.append((*inside, *row_sums, *column_sums, total))
    return found


def boxed_tables(page: Page) -> Tables:
    """All tables of a page on which every hidden cell has a highest value."""
    tops = [cell.most if cell.most is not None else cell.least for cell in page.system.cells]
    ranges = [
        (page.shown[index],) if index in page.shown else range(cell.least, tops[index] + 1)
        for index, cell in enumerate(page.system.cells)
    ]
    return behind(page, product(*ranges))


def behind(page: Page, tables: Iterable[tuple[int, ...]]) -> Tables:
    """Those of the tables that make the page."""
    shown = list(page.shown)
    values = [page.shown[index] for index in shown]
    alike = (table for table in tables if [table[index] for index in shown] == values)
    return [table for table in alike if makes(page, table)]


def makes(page: Page, table: Sequence[int]) -> bool:
    for index, value in page.shown.items():
        if table[index] != value:
            return False
    for equation in page.system.equations:
        if sum(coefficient * table[index] for coefficient, index in equation) != 0:
            return False
    for cell, value in zip(page.system.cells, table, strict=True):
        if value < cell.least or (cell.most is not None and value > cell.most):
            return False
    return True


def knowing(page: Page, tables: Tables, known: Collection[int]) -> Tables:
    """The tables that have no small number in the known cells."""
    cells = page.system.cells
    return [
        table
        for table in tables
        if all(table[index] >= cells[index].least + cells[index].threshold for index in known)
    ]


def possible_values(page: Page, tables: Tables) -> Mapping[int, frozenset[int]]:
    """For each hidden cell all the values it has in one of the tables."""
    return {index: frozenset(table[index] for table in tables) for index in page.hidden}


def brute_fix(page: Page, tables: Tables) -> frozenset[int]:
    """The set L by its definition: one cell at a time, from the last to the first."""
    cells = page.system.cells
    known: set[int] = set()
    while True:
        values = possible_values(page, knowing(page, tables, known))
        for index in reversed(page.hidden):
            first, count = cells[index].least, cells[index].threshold
            if index not in known and set(range(first, first + count)) - values[index]:
                known.add(index)
                break
        else:
            return frozenset(known)
