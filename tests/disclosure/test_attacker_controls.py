"""Would the comparison notice? Readers with a planted fault are told from the true one."""

from dataclasses import replace
from math import inf

import pytest

from tests.disclosure.comparing import Comparison, Found, Reader, compare
from tests.disclosure.test_attacker_crossed import any_cases, crossed_cases
from vp_logboek.domain.disclosure.attacker import Attacker
from vp_logboek.domain.disclosure.solver import Model
from vp_logboek.domain.disclosure.system import Page, System


def the_true_one(page: Page, known: frozenset[int]) -> Found:
    attacker = Attacker(page, known)
    return {cell: attacker.possible(cell).small for cell in page.hidden}


def forgets_whole_numbers(page: Page, known: frozenset[int]) -> Found:
    """Believes the linear model: half persons."""
    cells = page.system.cells
    lower = [page.shown.get(n, cell.least) for n, cell in enumerate(cells)]
    upper = [page.shown.get(n, inf if c.most is None else c.most) for n, c in enumerate(cells)]
    model = Model(lower, upper)
    for equation in page.system.equations:
        model.add_row(0, 0, equation)
    found = {}
    for cell in page.hidden:
        possible = set()
        for value in range(cells[cell].least, cells[cell].least + cells[cell].threshold):
            if lower[cell] <= value <= upper[cell]:
                model.set_bounds(cell, value, value)
                possible |= {value} if model.solve() is not None else set()
        model.set_bounds(cell, lower[cell], upper[cell])
        found[cell] = frozenset(possible)
    return found


def forgets_that_counts_are_not_negative(page: Page, known: frozenset[int]) -> Found:
    cells = tuple(
        replace(cell, least=cell.least - 9, threshold=cell.threshold + 9)
        for cell in page.system.cells
    )
    found = the_true_one(Page(System(cells, page.system.equations), page.shown), known)
    return {
        cell: frozenset(value for value in values if value >= page.system.cells[cell].least)
        for cell, values in found.items()
    }


def forgets_an_equation(page: Page, known: frozenset[int]) -> Found:
    fewer = System(page.system.cells, page.system.equations[:-1])
    return the_true_one(Page(fewer, page.shown), known)


def forgets_the_highest_value(page: Page, known: frozenset[int]) -> Found:
    cells = tuple(replace(cell, most=None) for cell in page.system.cells)
    return the_true_one(Page(System(cells, page.system.equations), page.shown), known)


def differences_of(reader: Reader) -> int:
    done = Comparison()
    for page, tables in [*any_cases(60), *crossed_cases(2, 3, range(6), 20)]:
        compare(done, reader, page, tables)
    return len(done.differences)


def test_the_true_reader_differs_nowhere() -> None:
    assert differences_of(the_true_one) == 0


@pytest.mark.parametrize(
    "reader",
    [
        forgets_whole_numbers,
        forgets_that_counts_are_not_negative,
        forgets_an_equation,
        forgets_the_highest_value,
    ],
)
def test_a_reader_with_a_planted_fault_is_found(reader: Reader) -> None:
    assert differences_of(reader) > 0
