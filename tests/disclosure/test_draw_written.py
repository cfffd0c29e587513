"""The draw: the patterns that many keys give are spread as is written in ``core``.

What is written is enumerated here without the protector: every set of cells hidden beforehand with
its chance, and among the sets that must be chosen from, each that is lightest with an equal one.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from random import Random

import pytest

from tests.disclosure.brute import brute_fix, compositions, flat_tables, knowing
from tests.disclosure.core_cases import crossed, draw, flat, larger_cells, subsets
from vp_logboek.domain.disclosure.core import SPREAD, choose
from vp_logboek.domain.disclosure.system import Page, Problem

EPSILON = 0.3

CRITICAL = (0.0, 10.83, 13.82, 16.27, 18.47, 20.52, 22.46, 24.32, 26.12, 27.88)
"""Chi-squared that is passed by chance once in a thousand, by degrees of freedom."""

Spread = Mapping[frozenset[int], float]
"""The chance of each pattern, named by what it hides."""


def chi_squared(counted: Mapping[frozenset[int], int], spread: Spread) -> float:
    many = sum(counted.values())
    return sum(
        (counted.get(pattern, 0) - many * chance) ** 2 / (many * chance)
        for pattern, chance in spread.items()
    )


def wilson_hilferty(freedom: int) -> float:
    """The same for more degrees of freedom (approximation of Wilson and Hilferty)."""
    part = 2 / (9 * freedom)
    return freedom * (1 - part + 3.0902 * part**0.5) ** 3


def counted(problem: Problem, keys: int, epsilon: float) -> Counter[frozenset[int]]:
    everything = frozenset(range(len(problem.values)))
    return Counter(
        everything - choose(problem, draw(key), epsilon=epsilon).shown for key in range(keys)
    )


def chance_of(beforehand: Collection[int], larger: Collection[int], epsilon: float) -> float:
    return epsilon ** len(beforehand) * (1 - epsilon) ** (len(larger) - len(beforehand))


def written_for_a_lone_small_number(problem: Problem, epsilon: float) -> Spread:
    """A flat table with one small cell, where any larger cell is enough to protect it."""
    larger = larger_cells(problem)
    small = frozenset(range(1, len(problem.values))) - set(larger)
    spread: dict[frozenset[int], float] = Counter()
    for beforehand in subsets(larger):
        chance = chance_of(beforehand, larger, epsilon)
        if beforehand:
            spread[small | beforehand] += chance
        else:
            for cell in larger:
                spread[small | {cell}] += chance / len(larger)
    return spread


def test_patterns_are_drawn_as_often_as_is_written() -> None:
    problem = flat((4, 1, 6, 5), 3)
    written = written_for_a_lone_small_number(problem, EPSILON)
    assert sum(written.values()) == pytest.approx(1)
    found = counted(problem, 500, EPSILON)
    assert found.keys() <= written.keys()
    assert chi_squared(found, written) < CRITICAL[len(written) - 1]


def test_a_draw_that_favours_the_first_cell_a_little_would_be_noticed() -> None:
    problem = flat((4, 1, 6, 5), 3)
    written = written_for_a_lone_small_number(problem, EPSILON)
    skewed = {hidden: chance * (1.3 if 1 in hidden else 0.8) for hidden, chance in written.items()}
    told = {hidden: round(500 * chance / sum(skewed.values())) for hidden, chance in skewed.items()}
    assert chi_squared(told, written) > CRITICAL[len(written) - 1]


def test_without_the_chance_to_hide_more_some_patterns_never_come() -> None:
    problem = flat((4, 1, 6, 5), 3)
    written = written_for_a_lone_small_number(problem, EPSILON)
    assert counted(problem, 60, 0).keys() < written.keys()


# --- a table with sets of several sizes to choose from ------------------------------------------


def admissible_sets(problem: Problem, tables: Sequence[tuple[int, ...]]) -> list[frozenset[int]]:
    """All that may be hidden without telling a small number, by plain enumeration (G1)."""
    larger = larger_cells(problem)
    small = frozenset(range(len(problem.values))) - set(larger) - set(problem.fixed)
    found = []
    for more in subsets(larger):
        shown = {
            c: value for c, value in enumerate(problem.values) if c not in small and c not in more
        }
        page = Page(problem.system, shown)
        behind = [t for t in tables if all(t[c] == value for c, value in shown.items())]
        if problem.values in knowing(page, behind, brute_fix(page, behind)):
            found.append(small | more)
    return found


def written_by_enumeration(
    problem: Problem, sets: Collection[frozenset[int]], epsilon: float, times: int
) -> Spread:
    """As it is written, the weights drawn ``times`` times by another generator of numbers."""
    larger = larger_cells(problem)
    small = frozenset(range(len(problem.values))) - set(larger) - set(problem.fixed)
    generator = Random(4)
    spread: dict[frozenset[int], float] = Counter()
    for beforehand in subsets(larger):
        chance = chance_of(beforehand, larger, epsilon)
        forced = small | beforehand
        if forced in sets:
            spread[forced] += chance
            continue
        supersets = [each for each in sets if each > forced]
        for _ in range(times):
            weights = {cell: 1 + SPREAD * generator.random() for cell in larger}
            lightest = min(supersets, key=lambda s: sum(weights[c] for c in s - forced))
            spread[lightest] += chance / times
    return spread


def same_sums(problem: Problem, rows: int, columns: int) -> list[tuple[int, ...]]:
    """All crossed tables with the row totals of the problem."""
    row_totals = problem.values[rows * columns : rows * columns + rows]
    found: list[tuple[int, ...]] = [()]
    for total in row_totals:
        found = [(*before, *row) for before in found for row in compositions(total, columns)]
    sums = (
        tuple(sum(inside[c::columns]) for c in range(columns))
        if len(problem.values) > rows * (columns + 1)
        else ()
        for inside in found
    )
    return [(*inside, *row_totals, *columns_) for inside, columns_ in zip(found, sums, strict=True)]


@pytest.mark.campaign
def test_crossed_tables_are_drawn_as_often_as_is_written() -> None:
    problem = replace(crossed(((1, 4, 4), (5, 3, 6)), 3, column_totals=True), types=None)
    sets = admissible_sets(problem, same_sums(problem, 2, 3))
    written = written_by_enumeration(problem, sets, 0.1, 4000)
    found = counted(problem, 1500, 0.1)
    _told(found, written, 1500)


@pytest.mark.campaign
def test_a_flat_table_with_two_needed_is_drawn_as_often_as_is_written() -> None:
    problem = flat((3, 0, 9, 4, 3), 5)
    sets = admissible_sets(problem, flat_tables(Page(problem.system, {0: problem.values[0]})))
    written = written_by_enumeration(problem, sets, 0.1, 4000)
    _told(counted(problem, 1500, 0.1), written, 1500)


def _told(found: Counter[frozenset[int]], written: Spread, keys: int) -> None:
    """Patterns that are expected fewer than five times are taken together."""
    assert found.keys() <= written.keys()
    often = {pattern: chance for pattern, chance in written.items() if chance * keys >= 5}
    seldom = frozenset({-1})
    together = {**often, seldom: 1 - sum(often.values())}
    rest = sum(number for pattern, number in found.items() if pattern not in often)
    numbers = {pattern: found[pattern] for pattern in often} | {seldom: rest}
    assert len(often) > 2
    freedom = len(together) - 1
    critical = CRITICAL[freedom] if freedom < len(CRITICAL) else wilson_hilferty(freedom)
    assert chi_squared(numbers, together) < critical
