"""The draw: the patterns that many keys give are spread as is written in ``core``.

What is written is enumerated here without the protector: every set of cells hidden beforehand with
its chance, and among the sets that must be chosen from, each that is lightest with an equal one.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace
from random import Random

import pytest

from tests.disclosure.brute import brute_fix, compositions, knowing
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
    found = counted(problem, 350, EPSILON)
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
    assert counted(problem, 40, 0).keys() < written.keys()


# --- a table with sets of several sizes to choose from ------------------------------------------


class Enumerated:
    """All that may be hidden of a crossed table of two by three under shown row totals, and how
    often it is drawn, by plain enumeration (G1) and another generator of numbers.
    """

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.larger = larger_cells(problem)
        self.small = frozenset(range(len(problem.values))) - set(self.larger) - set(problem.fixed)
        self.tables = same_row_totals(problem)
        self.sets = [s for s in (self.small | more for more in subsets(self.larger)) if self.ok(s)]

    def reckoned(self, hidden: frozenset[int]) -> list[tuple[int, ...]]:
        """What a reader must reckon with."""
        shown = {c: value for c, value in enumerate(self.problem.values) if c not in hidden}
        page = Page(self.problem.system, shown)
        behind = [t for t in self.tables if all(t[c] == value for c, value in shown.items())]
        return list(knowing(page, behind, brute_fix(page, behind)))

    def ok(self, hidden: frozenset[int]) -> bool:
        return self.problem.values in self.reckoned(hidden)

    def without_computable(self, hidden: frozenset[int]) -> frozenset[int]:
        tables = self.reckoned(hidden)
        for cell in self.larger:
            one = len({table[cell] for table in tables}) == 1
            if cell in hidden and one and hidden - {cell} in self.sets:
                hidden -= {cell}
        return hidden

    def written(self, epsilon: float, times: int) -> Spread:
        generator = Random(4)
        spread: dict[frozenset[int], float] = Counter()
        for beforehand in subsets(self.larger):
            chance = chance_of(beforehand, self.larger, epsilon)
            forced = self.small | beforehand
            if forced in self.sets:
                spread[self.without_computable(forced)] += chance
                continue
            supersets = [each for each in self.sets if each > forced]
            chosen: Counter[frozenset[int]] = Counter()
            for _ in range(times):
                weights = {cell: 1 + SPREAD * generator.random() for cell in self.larger}
                chosen[min(supersets, key=lambda s: sum(weights[c] for c in s - forced))] += 1
            for hidden, often in chosen.items():
                spread[self.without_computable(hidden)] += chance * often / times
        return spread


def same_row_totals(problem: Problem) -> list[tuple[int, ...]]:
    """All crossed tables of two by three with the row totals of the problem."""
    first, second = problem.values[6:8]
    return [
        (*a, *b, first, second, *(x + y for x, y in zip(a, b, strict=True)))
        for a in compositions(first, 3)
        for b in compositions(second, 3)
    ]


@pytest.mark.campaign
def test_crossed_tables_are_drawn_as_often_as_is_written() -> None:
    """What must be hidden with a small cell is of several sizes here; column totals are free."""
    problem = crossed(((1, 4, 4), (5, 3, 6)), 3, column_totals=True)
    problem = replace(problem, types=None, fixed={6: True, 7: True})
    written = Enumerated(problem).written(EPSILON, 2000)
    assert sum(written.values()) == pytest.approx(1)
    found = counted(problem, 800, EPSILON)
    assert found.keys() <= written.keys()
    numbers, spread = together_where_seldom(found, written, 800)
    assert len(spread) > 4
    freedom = len(spread) - 1
    critical = CRITICAL[freedom] if freedom < len(CRITICAL) else wilson_hilferty(freedom)
    assert chi_squared(numbers, spread) < critical


def together_where_seldom(
    found: Counter[frozenset[int]], written: Spread, keys: int
) -> tuple[Mapping[frozenset[int], int], Spread]:
    """Patterns that are expected fewer than ten times are taken together."""
    often = {pattern: chance for pattern, chance in written.items() if chance * keys >= 10}
    seldom = frozenset({-1})
    rest = sum(number for pattern, number in found.items() if pattern not in often)
    numbers = {pattern: found[pattern] for pattern in often} | {seldom: rest}
    return numbers, {**often, seldom: 1 - sum(often.values())}
