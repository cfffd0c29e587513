"""G2 by enumeration: who knows everything about everybody but one learns nothing of that one."""

import random

import pytest

from tests.disclosure.attack.persons import NAME, found_about_persons
from tests.disclosure.attack.reader import CROSSED, Printed
from tests.disclosure.attack.years import a_year
from vp_logboek.domain.disclosure.draw import Draw
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.disclosure.protector import protect
from vp_logboek.domain.facts import Facts
from vp_logboek.domain.tally import Tally
from vp_logboek.services.yearly_report import report_rows, tally_rows


def page_of(year: Facts, level: Level, chance: random.Random) -> Printed:
    report = protect(Tally.of(year), level, Draw(chance.randbytes(32), "2025")).report
    return Printed.read(NAME, level.label, list(report_rows(report)))


def attack(seed: int, sizes: tuple[int, ...], at_most: int | None = None) -> list[str]:
    chance = random.Random(seed)
    level = chance.choice((Level.STANDARD, Level.STRICT))
    year = a_year(chance, chance.choice(sizes))
    return found_about_persons(year, page_of(year, level, chance), at_most)


def test_nothing_is_found_about_the_one_that_is_not_known() -> None:
    assert [attack(seed, (13, 15, 18), at_most=3) for seed in range(1)] == [[]]


@pytest.mark.campaign
def test_nothing_is_found_about_the_one_in_many_years() -> None:
    assert [attack(seed, (13, 20, 30, 61), at_most=5) for seed in range(100, 108)] == [[]] * 8


def test_control_with_totals_of_the_columns_the_one_is_found() -> None:
    """A crossed table with totals both ways: design chapter 4, rule 4."""
    found = 0
    for seed in range(1):
        chance = random.Random(seed)
        year = a_year(chance, 61)
        page = page_of(year, Level.STANDARD, chance)
        for table, row, column, _unit, figure in tally_rows(Tally.of(year)):
            if table == CROSSED and row == "Totaal":
                page.figures[table, row, column] = int(figure)
        found += len(found_about_persons(year, page, at_most=3))

    assert found > 0
