"""Plain enumeration of all tables behind a page. Shares nothing with the attacker but the words.

A cell without a bound is tried up to ``highest``; the caller sees to it that this is high enough.
"""

from collections.abc import Iterable, Iterator, Mapping

from vp_logboek.domain.disclosure.system import Page

Tables = list[tuple[int, ...]]


def all_tables(page: Page, highest: int) -> Tables:
    """Every table in whole numbers that makes the page; hidden cells are tried one by one."""
    return list(_filled(page, highest, {}, list(range(len(page.system.cells)))))


def _filled(
    page: Page, highest: int, values: dict[int, int], left: list[int]
) -> Iterator[tuple[int, ...]]:
    if not left:
        yield tuple(values[index] for index in range(len(values)))
        return
    index, rest = left[0], left[1:]
    cell = page.system.cells[index]
    top = highest if cell.most is None else min(highest, cell.most)
    candidates: Iterable[int] = range(cell.least, top + 1)
    if index in page.shown:
        candidates = [page.shown[index]] if page.shown[index] in candidates else []
    for value in candidates:
        values[index] = value
        if all(_open_or_right(equation, values) for equation in page.system.equations):
            yield from _filled(page, highest, values, rest)
    values.pop(index, None)


def _open_or_right(equation: tuple[tuple[int, int], ...], values: Mapping[int, int]) -> bool:
    if any(index not in values for _, index in equation):
        return True
    return sum(coefficient * values[index] for coefficient, index in equation) == 0


def possible_values(tables: Tables, cell: int) -> frozenset[int]:
    return frozenset(table[cell] for table in tables)


def knowing(page: Page, tables: Tables, known: Iterable[int]) -> Tables:
    """The tables that have no small number in the known cells."""
    cells = page.system.cells
    return [
        table
        for table in tables
        if all(table[index] >= cells[index].least + cells[index].threshold for index in known)
    ]


def brute_fix(page: Page, tables: Tables) -> frozenset[int]:
    """The set L by its definition: add one cell at a time, from the last to the first."""
    cells = page.system.cells
    known: set[int] = set()
    while True:
        left = knowing(page, tables, known)
        for index in reversed(page.hidden):
            if index in known or cells[index].threshold == 0:
                continue
            first = cells[index].least
            small = set(range(first, first + cells[index].threshold))
            if small - possible_values(left, index):
                known.add(index)
                break
        else:
            return frozenset(known)
