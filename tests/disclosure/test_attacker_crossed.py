"""The attacker against enumeration on crossed tables, margins shown or hidden, and with gaps."""

from collections.abc import Iterator, Sequence
from random import Random

import pytest

from tests.disclosure.brute import (
    Tables,
    behind,
    boxed_tables,
    crossed_tables,
)
from tests.disclosure.comparing import Comparison, any_system, compare_all, compare_fix, crossed
from vp_logboek.domain.disclosure.system import Page, System

Case = tuple[Page, Tables]


def crossed_cases(rows: int, columns: int, totals: range, count: int) -> Iterator[Case]:
    """Drawn tables with drawn patterns; every second one hides as a real page does."""
    chance = Random(f"{rows} {columns}")
    tables = crossed_tables(rows, columns, totals)
    cells = len(tables[0])
    for number in range(count):
        choices = (0, 2, 2) if number % 2 else (0, 2, 3, 5)
        system = crossed(rows, columns, chance.choices(choices, k=cells - 1), totals)
        table = chance.choice(tables)
        shown = (real_pattern if number % 2 else any_pattern)(chance, system, table, rows * columns)
        page = Page(system, {index: table[index] for index in sorted(shown)})
        yield page, behind(page, tables)


def any_pattern(chance: Random, system: System, table: Sequence[int], inside: int) -> set[int]:
    """Inside and margins alike, the total too, and small numbers beside large ones."""
    shares = chance.choices((0.15, 0.5, 0.8), k=2)
    return {index for index in range(len(table)) if chance.random() < shares[index >= inside]}


def real_pattern(chance: Random, system: System, table: Sequence[int], inside: int) -> set[int]:
    """No small number is shown, and in no sum one is hidden alone."""
    shown = {
        index
        for index, value in enumerate(table)
        if value >= system.cells[index].threshold and chance.random() < 0.9
    }
    for _ in system.equations:
        for equation in chance.sample(system.equations, len(system.equations)):
            seen = [index for _, index in equation if index in shown]
            if len(seen) == len(equation) - 1:
                shown.remove(chance.choice(seen))
    return shown


def any_cases(count: int) -> Iterator[Case]:
    chance = Random(7)
    for _ in range(count):
        system = any_system(chance, (1, 1, -1, 2, -2, 3), most=4)
        tables = boxed_tables(Page(system, {}))
        table = chance.choice(tables) if tables else tuple(1 for _ in system.cells)
        shown = {index: value for index, value in enumerate(table) if chance.random() < 0.25}
        page = Page(system, shown)
        yield page, behind(page, tables)


def compared(cases: Iterator[Case]) -> Comparison:
    chance = Random(1)
    done = Comparison()
    for page, tables in cases:
        known = frozenset(cell for cell in page.hidden if chance.random() < 0.1)
        compare_all(done, page, tables)
        compare_all(done, page, tables, known)
        compare_fix(done, page, tables)
    return done


@pytest.mark.parametrize("rows, columns, totals", [(2, 3, range(12, 14)), (3, 3, range(6, 8))])
def test_of_crossed_tables_the_attacker_finds_what_enumeration_finds(
    rows: int, columns: int, totals: range
) -> None:
    done = compared(crossed_cases(rows, columns, totals, 40))
    assert done.differences == []
    assert done.made > 1_000
    assert done.partly > 0


def test_of_any_system_the_attacker_finds_what_enumeration_finds() -> None:
    done = compared(any_cases(60))
    assert done.differences == []
    assert done.made > 700
    assert done.partly > 0


@pytest.mark.campaign
@pytest.mark.parametrize(
    "rows, columns, totals",
    [(2, 3, range(8)), (2, 3, range(13, 16)), (3, 3, range(5)), (3, 3, range(11, 12))],
)
def test_of_many_crossed_tables_the_attacker_finds_what_enumeration_finds(
    rows: int, columns: int, totals: range
) -> None:
    done = compared(crossed_cases(rows, columns, totals, 150))
    assert done.differences == []
    print(f"\n{rows}x{columns}, {totals}: {done.made} compared, {done.partly} partly known")
    assert done.made > 5_000
    assert done.partly > 5


@pytest.mark.campaign
def test_of_many_systems_the_attacker_finds_what_enumeration_finds() -> None:
    done = compared(any_cases(1_000))
    assert done.differences == []
    print(f"\nany system: {done.made} compared, {done.partly} partly known")
    assert done.made > 12_000
