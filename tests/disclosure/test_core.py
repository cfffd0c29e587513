"""The protector on pages one can check by hand."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.disclosure.core_cases import (
    Scripted,
    crossed,
    draw,
    flat,
    names,
    page_of,
    shown_numbers,
    table_of_the_field,
)
from vp_logboek.domain.disclosure import lightest
from vp_logboek.domain.disclosure.attacker import Attacker
from vp_logboek.domain.disclosure.core import NoPattern, Unsafe, admissible, check, choose
from vp_logboek.domain.disclosure.cuts import small_cells
from vp_logboek.domain.disclosure.fix import fix
from vp_logboek.domain.disclosure.system import Cell, Pattern, Problem, System
from vp_logboek.domain.errors_release import Stopped

ZUID_HOLLAND = (2, 9, 0, 5, 4, 5)

CIRCLED = crossed(((1, 4, 6), (7, 2, 5)), 3, column_totals=True)
"""A table with circles, for which the solver is needed."""


def test_zuid_holland_hides_what_is_small_and_nothing_else() -> None:
    pattern = choose(flat(ZUID_HOLLAND, 3), draw(0), epsilon=0)
    assert shown_numbers(flat(ZUID_HOLLAND, 3), pattern) == [25, None, 9, None, 5, 4, 5]
    assert pattern == Pattern(pattern.shown)


@pytest.mark.parametrize("numbers", [(1, 1, 1, 1, 1), (3, 2)])
def test_only_the_total_is_left_of_five_lone_melders_and_of_three_and_two(
    numbers: tuple[int, ...],
) -> None:
    problem = flat(numbers, 3)
    assert choose(problem, draw(1)).shown == {0}


def test_a_lone_small_number_takes_a_larger_one_with_it_and_the_draw_says_which() -> None:
    problem = flat((13, 1, 9), 3)
    made = {choose(problem, draw(key), epsilon=0).shown for key in range(30)}
    assert made == {frozenset({0, 1}), frozenset({0, 3})}


def test_where_nothing_is_small_everything_is_shown() -> None:
    problem = flat((20, 9, 8), 3)
    assert choose(problem, draw(2), epsilon=0) == Pattern(frozenset(range(4)))


def test_a_cell_hidden_beforehand_that_everybody_can_compute_is_shown_after_all() -> None:
    problem = flat((20, 9, 8), 3)
    pattern = choose(problem, Scripted(beforehand=frozenset({"regel 1"})))
    assert pattern.shown == frozenset(range(4))


def test_what_the_draw_alone_hides_is_told_apart_from_what_protects_another() -> None:
    problem = flat((20, 9, 1), 3)
    alone = choose(problem, Scripted(beforehand=frozenset({"regel 1", "regel 2"})))
    assert alone.shown == {0}
    assert len(alone.drawn) == 1, "the other one protects the small number"
    both = choose(flat((20, 9, 1, 0, 2), 3), Scripted(beforehand=frozenset({"regel 1"})))
    assert both.drawn == {1}


def test_parts_of_a_hidden_whole_are_hidden() -> None:
    cells = tuple(Cell(name, 3) for name in ("a", "b", "a1", "a2"))
    system = System((Cell("totaal", 0), *cells), (((-1, 0), (1, 1), (1, 2)),))
    tied = replace(system, equations=(*system.equations, ((-1, 1), (1, 3), (1, 4))))
    problem = Problem(tied, (12, 8, 4, 4, 4), {0: True}, parts=((1, 3), (1, 4)))
    pattern = choose(problem, Scripted(beforehand=frozenset({"a", "b"})))
    assert pattern.shown == {0}
    loose = choose(replace(problem, parts=()), Scripted(beforehand=frozenset({"a", "b"})))
    assert {3, 4} <= loose.shown


def test_what_is_hidden_of_a_group_is_together_no_small_number_either() -> None:
    system = System(
        (Cell("klas", 0), *(Cell(name, 3) for name in ("a", "b", "c", "rest"))),
        (((-1, 0), (1, 1), (1, 2), (1, 3), (1, 4)),),
    )
    problem = Problem(system, (14, 4, 8, 1, 1), {0: True, 4: False})
    without = choose(problem, draw(3), epsilon=0)
    assert shown_numbers(problem, without) == [14, 4, 8, None, None]
    grouped = replace(problem, groups=(((1, 2, 3, 4), 3),))
    for key in range(8):
        pattern = choose(grouped, draw(key), epsilon=0)
        hidden = [problem.values[cell] for cell in (1, 2, 3, 4) if cell not in pattern.shown]
        assert sum(hidden) >= 3


def test_a_group_below_a_hidden_whole_asks_nothing() -> None:
    cells = tuple(Cell(name, 3) for name in ("a", "b", "a1", "a2"))
    system = System(
        (Cell("totaal", 0), *cells), (((-1, 0), (1, 1), (1, 2)), ((-1, 1), (1, 3), (1, 4)))
    )
    problem = Problem(
        system, (9, 1, 8, 1, 0), {0: True, 4: False},
        parts=((1, 3), (1, 4)), groups=(((3, 4), 3),),
    )  # fmt: skip
    assert choose(problem, draw(4)).shown == {0}


def test_what_was_issued_stays_as_it_is() -> None:
    problem = replace(flat((13, 1, 9, 8), 3), fixed={0: True, 1: True, 3: False})
    pattern = choose(problem, draw(5), epsilon=0)
    assert 1 in pattern.shown
    assert 3 not in pattern.shown


def test_a_shown_total_too_small_for_its_hidden_cells_has_no_pattern() -> None:
    with pytest.raises(NoPattern):
        choose(flat((1, 2), 5), draw(6))
    assert choose(flat((2, 2), 5), draw(6)).shown == {0}


def test_where_row_and_column_totals_are_shown_nothing_can_keep_g2() -> None:
    with pytest.raises(NoPattern):
        choose(CIRCLED, draw(7))
    assert choose(replace(CIRCLED, types=None), draw(7)).shown


def test_the_same_draw_gives_the_same_pattern() -> None:
    problem = crossed(((1, 4, 6), (7, 2, 5)), 3, column_totals=False)
    assert choose(problem, draw(7)) == choose(problem, draw(7))
    assert len({choose(problem, draw(key)).shown for key in range(12)}) > 1


def test_it_stops_when_it_is_asked_to() -> None:
    asked = []

    def third_time() -> bool:
        asked.append(True)
        return len(asked) >= 3

    with pytest.raises(Stopped):
        choose(flat((13, 1, 9), 3), draw(8), stop=third_time)


def test_nothing_is_printed_and_no_file_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    choose(replace(CIRCLED, types=None), draw(9), epsilon=0)
    assert capfd.readouterr() == ("", "")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("shown", [{0, 1, 3, 4}, {0, 1, 2, 3}, {0, 2, 3, 4}, {1}])
def test_a_pattern_that_tells_too_much_does_not_pass_the_last_check(shown: set[int]) -> None:
    problem = flat((13, 1, 9, 8), 3)
    with pytest.raises(Unsafe):
        check(problem, Pattern(frozenset(shown)))
    check(problem, choose(problem, draw(10)))


def test_a_wrong_claim_of_what_is_known_does_not_pass_either() -> None:
    problem = flat((13, 1, 9, 8), 3)
    hidden = choose(problem, draw(11), epsilon=0)
    with pytest.raises(Unsafe):
        check(problem, replace(hidden, known=frozenset({2})))


@pytest.mark.parametrize(
    "name",
    [
        "ssb_data1b_k3_full", "ssb_data0b_k5_full", "sdcTable_micro1_k3_full", "z1_k5_full",
        pytest.param("cellkey_relat_roof_k3_full", marks=pytest.mark.campaign),
    ],
)  # fmt: skip
def test_a_table_of_the_field_loses_no_more_than_the_exact_bound_by_a_tenth(name: str) -> None:
    problem, least = table_of_the_field(name)
    pattern = choose(problem, draw(12), epsilon=0)
    small = small_cells(problem)
    hidden = len(problem.values) - len(pattern.shown)
    assert len(small) + least <= hidden <= 1.10 * (len(small) + least)
    attacker = Attacker(page_of(problem, pattern), fix(page_of(problem, pattern)))
    assert all(attacker.possible(cell).every for cell in small)


def test_of_a_table_too_large_to_wait_for_what_is_taken_is_admissible_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(lightest, "_MANY", 3)
    problem, least = table_of_the_field("z1_k5_full")
    pattern = choose(problem, draw(13), epsilon=0)
    check(problem, pattern)
    hidden = len(problem.values) - len(pattern.shown)
    assert len(small_cells(problem)) + least <= hidden <= len(problem.values) / 2


def test_hiding_only_the_small_cells_of_that_table_is_not_enough() -> None:
    problem, least = table_of_the_field("ssb_data1b_k3_full")
    assert least > 0
    assert not admissible(problem, small_cells(problem))
    assert names(problem, small_cells(problem))
