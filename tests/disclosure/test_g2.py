"""G2: a reader who knows everybody but one person, by plain enumeration over that person."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from tests.disclosure.brute import compositions
from tests.disclosure.core_cases import crossed, draw, flat
from vp_logboek.domain.disclosure.core import NoPattern, choose
from vp_logboek.domain.disclosure.g2 import undisclosed
from vp_logboek.domain.disclosure.system import Pattern, PersonType, Problem


def added(values: Sequence[int], person: PersonType, sign: int) -> tuple[int, ...]:
    table = list(values)
    for increment, cell in person:
        table[cell] += sign * increment
    return tuple(table)


def derived(problem: Problem, types: Sequence[PersonType], pattern: Pattern) -> list[object]:
    """The hidden cells that somebody computes of a person whom that person adds something to, while
    all others are known: no other kind of person fits the page and adds something else.
    """
    found = []
    cells = problem.system.cells
    for person in types:
        others = added(problem.values, person, -1)
        if min(others) < 0:
            continue
        fitting = [
            table
            for table in (added(others, other, 1) for other in types)
            if all(table[cell] == problem.values[cell] for cell in pattern.shown)
            and all(table[c] >= cells[c].least + cells[c].threshold for c in pattern.known)
        ]
        found += [
            (person, cell)
            for cell in range(len(cells))
            if cell not in pattern.shown | pattern.known
            and cells[cell].threshold > 0
            and problem.values[cell] != others[cell]
            and len({table[cell] for table in fitting}) == 1
        ]
    return found


def all_derived(problems: Sequence[Problem], g2: bool) -> list[object]:
    found = []
    for number, problem in enumerate(problems):
        assert problem.types is not None
        asked = problem if g2 else replace(problem, types=None)
        try:
            pattern = choose(asked, draw(number))
        except NoPattern:
            continue
        found += derived(problem, problem.types, pattern)
    return found


def some_crossed(column_totals: bool, total: int, step: int) -> Iterator[Problem]:
    """Every ``step``-th table of two by three with so many persons."""
    for number, inside in enumerate(compositions(total, 6)):
        if number % step == 0:
            yield crossed((inside[:3], inside[3:]), 3, column_totals)


def test_nothing_can_be_derived_of_one_person_without_column_totals() -> None:
    problems = list(some_crossed(False, 12, 160))
    assert len(problems) > 30
    assert all_derived(problems, g2=True) == []


def test_with_column_totals_and_without_the_test_much_can_be_derived() -> None:
    assert all_derived(list(some_crossed(True, 12, 400)), g2=False)


def test_the_structural_test_finds_what_enumeration_finds_with_column_totals() -> None:
    for number, problem in enumerate(some_crossed(True, 12, 400)):
        assert problem.types is not None
        try:
            pattern = choose(replace(problem, types=None), draw(number))
        except NoPattern:
            continue
        by_enumeration = derived(problem, problem.types, pattern)
        told = {violation.cell for violation in undisclosed(problem, pattern.shown, pattern.known)}
        assert {cell for _, cell in by_enumeration} <= told  # type: ignore[misc]


def test_a_flat_table_needs_nothing_more() -> None:
    problem = flat((13, 1, 9, 8), 3)
    pattern = choose(problem, draw(1), epsilon=0)
    assert undisclosed(problem, pattern.shown, pattern.known) == ()
    assert choose(replace(problem, types=None), draw(1), epsilon=0) == pattern


def test_a_hidden_cell_of_which_the_others_are_known_is_computed() -> None:
    problem = flat((13, 1, 9, 8), 3)
    (violation,) = undisclosed(problem, {0, 1, 3, 4}, set())
    assert (violation.cell, violation.apart) == (2, {1, 3, 4})
    (known,) = undisclosed(problem, {0, 1, 3}, {4})
    assert (known.cell, known.apart) == (2, {1, 3})


def test_a_column_shown_for_one_kind_of_person_makes_the_core_hide_that_column_total() -> None:
    """Column totals that may be hidden are hidden, as nothing else keeps G2."""
    problem = crossed(((1, 6, 7), (8, 2, 9)), 3, column_totals=True)
    loose = replace(problem, fixed={6: True, 7: True})
    pattern = choose(loose, draw(2), epsilon=0)
    assert loose.types is not None
    assert derived(loose, loose.types, pattern) == []
    assert not {8, 9} <= pattern.shown
    assert derived(loose, loose.types, choose(replace(loose, types=None), draw(2), epsilon=0))


def test_where_only_g1_is_promised_nothing_is_held_against_a_page() -> None:
    assert undisclosed(replace(flat((13, 1, 9), 3), types=None), {0, 1, 3}, set()) == ()


@pytest.mark.campaign
def test_nothing_can_be_derived_from_many_small_crossed_tables() -> None:
    assert all_derived(list(some_crossed(False, 9, 5)), g2=True) == []
    assert all_derived(list(some_crossed(True, 9, 12)), g2=True) == []
