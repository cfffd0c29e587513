"""Theorem 1, exactly: the tables that can print a page are just those a reader must reckon with.

Every choice that can be drawn for a table is made by telling the draw what to hide beforehand, for
all tables there are; what a reader must reckon with is worked out by plain enumeration.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import permutations

import pytest

from tests.disclosure.brute import Tables, behind, brute_fix, compositions, flat_tables, knowing
from tests.disclosure.core_cases import (
    Scripted,
    crossed,
    flat,
    larger_cells,
    names,
    page_of,
    subsets,
    tree,
)
from vp_logboek.domain.disclosure.core import NoPattern, choose
from vp_logboek.domain.disclosure.draw import Draw
from vp_logboek.domain.disclosure.system import Page, Problem

Printed = dict[tuple[tuple[int, int], ...], set[tuple[int, ...]]]
"""For each page (cells with their numbers) the tables that can print it."""


def with_chance(problem: Problem) -> Iterator[Draw]:
    """A draw for every set of cells that can be hidden beforehand."""
    for chosen in subsets(larger_cells(problem)):
        yield Scripted(beforehand=names(problem, chosen))


def without_chance(problem: Problem) -> Iterator[Draw]:
    """Nothing is hidden beforehand; only the weights differ."""
    cells = sorted(names(problem, frozenset(larger_cells(problem))))
    for order in permutations(cells):
        yield Scripted(weights={cell: place / 10 for place, cell in enumerate(order)})


def printed(problems: Iterable[Problem], draws: Callable[[Problem], Iterable[Draw]]) -> Printed:
    found: Printed = defaultdict(set)
    for problem in problems:
        for each in draws(problem):
            try:
                page = page_of(problem, choose(problem, each))
            except NoPattern:
                continue
            found[tuple(page.shown.items())].add(problem.values)
    return found


def differing(
    problems: Sequence[Problem], pages: Printed, tables: Callable[[Page], Tables]
) -> list[tuple[object, set[tuple[int, ...]]]]:
    """The pages that other tables can print than a reader must reckon with, and those tables."""
    found = []
    for shown, printing in pages.items():
        page = Page(problems[0].system, dict(shown))
        all_of_it = tables(page)
        reckoned = set(knowing(page, all_of_it, brute_fix(page, all_of_it)))
        if reckoned != printing:
            found.append((shown, reckoned ^ printing))
    return found


def all_flat(count: int, highest: int, k: int) -> list[Problem]:
    return [
        flat(numbers, k) for total in range(highest + 1) for numbers in compositions(total, count)
    ]


def test_every_table_a_reader_must_reckon_with_can_print_the_page_and_no_other() -> None:
    problems = all_flat(3, 8, 3)
    pages = printed(problems, with_chance)
    assert len(pages) > 30
    assert differing(problems, pages, flat_tables) == []


def test_without_the_chance_to_hide_more_the_choice_itself_tells_something() -> None:
    problems = all_flat(3, 8, 3)
    assert differing(problems, printed(problems, without_chance), flat_tables)


@pytest.mark.parametrize("highest", [4, pytest.param(7, marks=pytest.mark.campaign)])
def test_the_same_of_classes_with_leaves_in_groups(highest: int) -> None:
    problems = [
        tree(numbers[:3], numbers[3:], 2)
        for total in range(highest + 1)
        for numbers in compositions(total, 5)
    ]
    everything = [problem.values for problem in problems]
    pages = printed(problems, with_chance)
    assert any(
        len(problem.values) - len(dict(shown)) < 6 for shown in pages for problem in problems
    )
    assert differing(problems, pages, lambda page: behind(page, everything)) == []


@pytest.mark.campaign
@pytest.mark.parametrize("count, highest, k", [(4, 10, 3), (3, 16, 5), (5, 7, 3)])
def test_the_same_of_larger_tables(count: int, highest: int, k: int) -> None:
    problems = all_flat(count, highest, k)
    assert differing(problems, printed(problems, with_chance), flat_tables) == []


@pytest.mark.campaign
@pytest.mark.parametrize("column_totals", [False, True])
def test_the_same_of_crossed_tables(column_totals: bool) -> None:
    """Two by two with up to eight persons; with column totals only G1 can be promised."""
    problems = [
        replace(crossed((numbers[:2], numbers[2:]), 2, column_totals), types=None)
        for total in range(9)
        for numbers in compositions(total, 4)
    ]
    everything = [problem.values for problem in problems]
    pages = printed(problems, with_chance)
    assert differing(problems, pages, lambda page: behind(page, everything)) == []
    without = printed(problems, without_chance)
    assert differing(problems, without, lambda page: behind(page, everything))
