"""The attacker against all tables there are: up to 25 persons over five classes."""

from collections.abc import Iterator
from itertools import combinations, combinations_with_replacement
from random import Random

import pytest

from tests.disclosure.brute import compositions, flat_tables
from tests.disclosure.comparing import Comparison, compare_all, compare_fix, flat
from vp_logboek.domain.disclosure.system import Page

CLASSES = 5


def every_page(highest: int, threshold: int) -> Iterator[Page]:
    """Every page of every table with up to so many persons, one by one."""
    system = flat(CLASSES, threshold)
    seen = set()
    for total in range(highest + 1):
        for table in compositions(total, CLASSES):
            for count in range(CLASSES + 1):
                for lines in combinations(range(CLASSES), count):
                    shown = {0: total, **{line + 1: table[line] for line in lines}}
                    if tuple(shown.items()) not in seen:
                        seen.add(tuple(shown.items()))
                        yield Page(system, shown)


def every_page_but_for_order(highest: int, threshold: int) -> Iterator[Page]:
    """The same, but one page of those that differ in the order of the classes only."""
    system = flat(CLASSES, threshold)
    chance = Random(4)
    for total in range(highest + 1):
        for count in range(CLASSES + 1):
            for values in combinations_with_replacement(range(total + 1), count):
                if sum(values) <= total and (count < CLASSES or sum(values) == total):
                    lines = chance.sample(range(1, CLASSES + 1), count)
                    yield Page(system, {0: total, **dict(zip(lines, values, strict=True))})


def compared(pages: Iterator[Page]) -> Comparison:
    done = Comparison()
    for page in pages:
        tables = flat_tables(page)
        compare_all(done, page, tables)
        compare_fix(done, page, tables)
    return done


@pytest.mark.parametrize("threshold", [3, 5])
def test_of_every_page_of_five_classes_the_attacker_finds_what_enumeration_finds(
    threshold: int,
) -> None:
    done = compared(every_page_but_for_order(9, threshold))
    assert done.differences == []
    assert done.made > 3_000


@pytest.mark.campaign
@pytest.mark.parametrize("threshold", [3, 5])
def test_up_to_25_persons_the_attacker_finds_what_enumeration_finds(threshold: int) -> None:
    done = compared(every_page_but_for_order(25, threshold))
    assert done.differences == []
    print(f"\nfive classes, k = {threshold}: {done.made} comparisons")
    assert done.made > 100_000


@pytest.mark.campaign
@pytest.mark.parametrize("threshold", [3, 5])
def test_the_order_of_the_classes_makes_no_difference(threshold: int) -> None:
    done = compared(every_page(6, threshold))
    assert done.differences == []
    print(f"\nfive classes in every order, k = {threshold}: {done.made} comparisons")
    assert done.made > 40_000
