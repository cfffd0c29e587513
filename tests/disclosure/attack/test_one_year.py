"""One overview: who writes down all that is printed and tries every number finds no small one."""

import random

import pytest

from tests.disclosure.attack.reader import Printed, Reader, Rows
from tests.disclosure.attack.truth import derived, truth_of
from tests.disclosure.attack.without import small_ones_only
from tests.disclosure.attack.years import a_year, parts
from vp_logboek.domain.disclosure.draw import Draw
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.disclosure.protector import protect
from vp_logboek.domain.tally import Tally
from vp_logboek.services.yearly_report import report_rows

PROTECTED = (Level.WIDE, Level.STANDARD, Level.STRICT)
SIZES = (3, 4, 5, 8, 12, 13, 17, 25, 40, 59, 60, 61, 90)


def found_in(tally: Tally, level: Level, rows: Rows) -> tuple[list[str], int]:
    """What the reader of one page derives, and from how many hidden numbers."""
    reader = Reader(parts())
    reader.reads(Printed.read("A", level.label, rows))
    return derived(reader.puzzle, [truth_of("A", tally)]), len(reader.puzzle.targets)


def attack(seed: int) -> tuple[list[str], int]:
    chance = random.Random(seed)
    tally = Tally.of(a_year(chance, chance.choice(SIZES)))
    level = chance.choice(PROTECTED)
    report = protect(tally, level, Draw(chance.randbytes(32), str(seed))).report
    return found_in(tally, level, list(report_rows(report)))


def test_no_small_number_is_found_in_a_random_year() -> None:
    answers = [attack(seed) for seed in range(6)]

    assert [found for found, _ in answers if found] == []
    assert sum(hidden for _, hidden in answers) > 100, "hardly anything was hidden"


@pytest.mark.campaign
def test_no_small_number_is_found_in_many_random_years() -> None:
    answers = [attack(seed) for seed in range(1000, 1080)]

    assert [found for found, _ in answers if found] == []


def test_control_where_only_the_small_numbers_are_hidden_they_are_found() -> None:
    found = 0
    for seed in range(4):
        chance = random.Random(seed)
        tally = Tally.of(a_year(chance, chance.choice((13, 17, 25))))
        rows = small_ones_only(tally, Level.STANDARD.label)
        found += len(found_in(tally, Level.STANDARD, rows)[0])

    assert found > 0


def test_control_a_small_number_that_is_printed_is_found() -> None:
    tally = Tally.of(a_year(random.Random(1), 25))
    small, large = (small_ones_only(tally, level.label) for level in (Level.WIDE, Level.STRICT))

    assert found_in(tally, Level.STRICT, small)[0]
    assert len(found_in(tally, Level.STRICT, small)[0]) > len(
        found_in(tally, Level.STRICT, large)[0]
    )
