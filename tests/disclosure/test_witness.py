"""A witness is checked by adding alone; each of the things that can be wrong is seen."""

import pytest

from tests.disclosure.comparing import flat
from vp_logboek.domain.disclosure.system import Cell, Page
from vp_logboek.domain.disclosure.witness import check_witness, small_values

PAGE = Page(flat(3, 3, least=1, most=9), {0: 12, 1: 4})


def test_a_table_that_makes_the_page_is_a_witness() -> None:
    assert check_witness(PAGE, set(), (12, 4, 7, 1))
    assert check_witness(PAGE, {2}, (12, 4, 7, 1))


@pytest.mark.parametrize(
    "table",
    [
        (12, 4, 7, 2),  # does not add up
        (13, 4, 7, 2),  # another total than is shown
        (12, 5, 6, 1),  # another line than is shown
        (12, 4, 8, 0),  # less than is known of every line
        (12, 4, 10, -2),  # more than a line can be
        (12, 4, 8),  # not all cells
        (12, 4, 7, 1, 0),  # more than all cells
    ],
)
def test_any_other_table_is_none(table: tuple[int, ...]) -> None:
    assert not check_witness(PAGE, set(), table)


def test_a_small_number_in_a_known_cell_is_no_witness() -> None:
    assert check_witness(PAGE, {3}, (12, 4, 4, 4))
    assert not check_witness(PAGE, {3}, (12, 4, 5, 3))
    assert not check_witness(PAGE, {2, 3}, (12, 4, 7, 1))


def test_the_small_values_begin_at_the_least_and_are_as_many_as_the_threshold() -> None:
    assert list(small_values(Cell("a", 3))) == [0, 1, 2]
    assert list(small_values(Cell("a", 3, 4))) == [4, 5, 6]
    assert list(small_values(Cell("a", 0))) == []
    assert list(small_values(Cell("a", 3, 0, 1))) == [0, 1, 2]
