"""Figures that were handed out outside the program may be wrong, and the page may not tell it.

Every table and every page that the draw can make of it is enumerated. Two readers look at a page:
one doubts the figures, one believes them. Both must hold all small numbers of a hidden cell
possible, or none; the one who believes counts from what was handed out.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import pytest

from vp_logboek.domain.disclosure.building import Builder
from vp_logboek.domain.disclosure.core import admissible
from vp_logboek.domain.disclosure.cuts import small_cells
from vp_logboek.domain.disclosure.system import Problem

Numbers = tuple[int, ...]
PageSeen = tuple[int | None, ...]
"""By row the figure, None where it is hidden."""


def tables(left: int, rows: int) -> Iterator[Numbers]:
    if rows == 1:
        yield (left,)
        return
    for first in range(left + 1):
        for rest in tables(left - first, rows - 1):
            yield (first, *rest)


def problem(numbers: Sequence[int], told: Mapping[int, int], k: int) -> Problem:
    builder = Builder()
    total = builder.cell("totaal", value=sum(numbers), threshold=0, shown=True)
    rows = [
        builder.cell(str(n), value=number, threshold=k, told=told.get(n, 0))
        for n, number in enumerate(numbers)
    ]
    builder.sum(total, rows)
    for row in rows:
        builder.person(total, row)
    return builder.finished(insiders=True)


def pages(made: Problem, numbers: Numbers) -> Iterator[PageSeen]:
    """Every page that some draw makes of this table. Cell 0 is the total."""
    small = small_cells(made)
    free = [n for n in range(1, len(numbers) + 1) if n not in small]
    for size in range(len(free) + 1):
        for more in combinations(free, size):
            hidden = small | set(more)
            if admissible(made, hidden):
                yield tuple(None if n + 1 in hidden else x for n, x in enumerate(numbers))


def worlds(
    total: int, rows: int, told: Mapping[int, int], k: int
) -> Mapping[PageSeen, list[Numbers]]:
    """Every page there can be, with the tables that can make it. Either all tables make one or
    none does: that a table is left out of an overview tells nothing of its numbers.
    """
    found: dict[PageSeen, list[Numbers]] = defaultdict(list)
    makes = set()
    for numbers in tables(total, rows):
        made = list(pages(problem(numbers, told, k), numbers))
        makes.add(bool(made))
        for page in made:
            found[page].append(numbers)
    assert len(makes) == 1
    return found


def told_too_much(total: int, rows: int, told: Mapping[int, int], k: int) -> list[str]:
    """Hidden cells of which a reader finds some small numbers possible and others not."""
    found = []
    for page, fitting in worlds(total, rows, told, k).items():
        believed = [numbers for numbers in fitting if all(numbers[n] >= x for n, x in told.items())]
        for n in (n for n, figure in enumerate(page) if figure is None):
            part = told.get(n, 0)
            doubts = {numbers[n] for numbers in fitting} & set(range(k + part))
            believes = {numbers[n] for numbers in believed} & set(range(part, part + k))
            if len(doubts) not in (0, k + part) or len(believes) not in (0, k):
                found.append(f"{page} row {n}: {sorted(doubts)} {sorted(believes)}")
    return found


@pytest.mark.parametrize(
    "total, told",
    [(8, {0: 1}), (8, {0: 4}), (9, {0: 1, 1: 2}), (9, {0: 3, 1: 3})],
)
def test_no_reader_of_a_page_concludes_anything_small(total: int, told: Mapping[int, int]) -> None:
    assert told_too_much(total, 3, told, 3) == []


def test_something_is_shown_all_the_same() -> None:
    assert len(worlds(12, 3, {0: 1, 1: 2}, 3)) > 10


@pytest.mark.campaign
@pytest.mark.parametrize("k", [3, 5])
@pytest.mark.parametrize(
    "total, told",
    [
        (12, {0: 1}), (14, {0: 8}), (14, {0: 3, 1: 3, 2: 3}), (12, {0: 6, 1: 4}),
        (14, {0: 2, 3: 1}), (13, {0: 1, 1: 1, 2: 1, 3: 1}),
    ],
)  # fmt: skip
def test_no_reader_of_a_larger_page_does(total: int, told: Mapping[int, int], k: int) -> None:
    assert told_too_much(total, 4, told, k) == []


def test_control_a_rule_that_looks_whether_a_figure_fits_gives_a_number_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As it was: what fits is a least, and what does not hides the row and says no more."""
    right = problem

    def looking(numbers: Sequence[int], told: Mapping[int, int], k: int) -> Problem:
        fitting = {n: x for n, x in told.items() if x <= numbers[n]}
        made = right(numbers, fitting, k)
        never = {n + 1: False for n, x in told.items() if x > numbers[n]}
        system = made.believed
        return Problem(system, made.values, {**made.fixed, **never}, types=made.types)

    monkeypatch.setitem(globals(), "problem", looking)
    assert told_too_much(12, 4, {0: 1}, 3) != []
