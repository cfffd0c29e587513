"""What the attacker says, case by case; and how it works: silent, to be stopped, in doubt."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.disclosure.brute import makes
from tests.disclosure.comparing import flat
from vp_logboek.domain.disclosure.attacker import Attacker
from vp_logboek.domain.disclosure.fix import fix
from vp_logboek.domain.disclosure.search import Search
from vp_logboek.domain.disclosure.solver import Model
from vp_logboek.domain.disclosure.system import Cell, Page, System
from vp_logboek.domain.disclosure.tree import Tree
from vp_logboek.domain.errors_release import Stopped


def triangle(threshold: int = 3) -> System:
    """a + b = s, b + c = t, a + c = d: with s and t equal d is always even."""
    names = ("a", "b", "c", "s", "t", "d")
    cells = tuple(Cell(name, threshold) for name in names)
    rows = ((0, 1, 3), (1, 2, 4), (0, 2, 5))
    return System(cells, tuple(((1, a), (1, b), (-1, s)) for a, b, s in rows))


def cube(threshold: int) -> System:
    """Two by two by two, with its twelve sums over one dimension."""
    inside = [(i, j, k) for i in (0, 1) for j in (0, 1) for k in (0, 1)]
    sums = sorted({(*c[:d], 2, *c[d + 1 :]) for c in inside for d in range(3)})
    place = {each: n for n, each in enumerate([*inside, *sums])}
    equations = []
    for each in sums:
        d = each.index(2)
        parts = [place[(*each[:d], n, *each[d + 1 :])] for n in (0, 1)]
        equations.append(((-1, place[each]), *((1, part) for part in parts)))
    return System(tuple(Cell(str(each), threshold) for each in place), tuple(equations))


def test_two_hidden_lines_of_a_total_share_what_is_left() -> None:
    page = Page(flat(4, 3), {0: 17, 1: 13, 3: 3})
    found = Attacker(page).possible(2)
    assert found.small == {0, 1}
    assert not found.every
    assert not found.none
    assert found.larger is None


def test_a_hidden_line_alone_is_computed() -> None:
    attacker = Attacker(Page(flat(3, 3), {0: 12, 1: 5, 2: 6}))
    assert attacker.possible(3).small == {1}
    assert attacker.only_value(3) == 1


def test_of_two_hidden_lines_none_is_computed() -> None:
    attacker = Attacker(Page(flat(3, 3), {0: 12, 1: 5}))
    assert attacker.only_value(2) is None
    assert attacker.possible(2).every
    assert attacker.possible(2).larger is not None


def test_a_witness_can_be_asked_for_any_values() -> None:
    attacker = Attacker(Page(flat(3, 3), {0: 12, 1: 5}))
    for low, high in ((6, 6), (0, 0), (3, 3), (4, 4), (3, 5), (7, 99)):
        table = attacker.table_with(2, low, high)
        assert table is not None
        assert low <= table[2] <= high
    assert attacker.table_with(2, 8, 8) is None


def test_without_a_total_everything_is_possible() -> None:
    attacker = Attacker(Page(flat(3, 5), {1: 6, 2: 9}))
    assert attacker.possible(3).every
    assert attacker.possible(3).larger is not None
    assert attacker.only_value(0) is None


def test_what_was_handed_over_outside_shifts_the_small_values() -> None:
    system = flat(3, 3, least=2)
    found = Attacker(Page(system, {0: 12, 1: 4})).possible(2)
    assert list(found.wanted) == [2, 3, 4]
    assert found.small == {2, 3, 4}
    assert found.larger is not None


def test_a_public_highest_value_that_is_low_leaves_no_protection() -> None:
    found = Attacker(Page(flat(3, 3, most=1), {0: 2})).possible(1)
    assert found.small == {0, 1}
    assert not found.every


def test_known_cells_hold_no_small_number_and_narrow_the_others() -> None:
    page = Page(flat(3, 3), {0: 5, 1: 0})
    assert Attacker(page).possible(2).every
    assert Attacker(page, frozenset({3})).possible(2).small == {0, 1, 2}
    assert Attacker(page, frozenset({3})).possible(3).none
    assert Attacker(page, frozenset({3})).possible(2).larger is None


def test_a_page_that_no_table_makes_has_nothing_possible() -> None:
    attacker = Attacker(Page(flat(3, 3), {0: 4, 1: 3, 2: 2}))
    assert attacker.base is None
    assert attacker.possible(3).none
    assert attacker.only_value(3) is None


def test_the_linear_model_says_yes_and_whole_numbers_say_no() -> None:
    page = Page(triangle(), {3: 3, 4: 3})
    model = Model([0, 0, 0, 3, 3, 1], [3, 3, 3, 3, 3, 1])
    for equation in page.system.equations:
        model.add_row(0, 0, equation)
    assert model.solve() is not None
    found = Attacker(page).possible(5)
    assert found.small == {0, 2}
    assert found.larger is not None


def test_a_triangle_of_odd_sums_cannot_be() -> None:
    assert Attacker(Page(triangle(), {3: 1, 4: 1, 5: 1})).base is None


def test_in_a_circle_without_any_total_everything_is_possible() -> None:
    attacker = Attacker(Page(triangle(5), {}))
    for cell in range(6):
        assert attacker.possible(cell).every
        assert attacker.possible(cell).larger is not None


def test_the_same_page_has_the_same_witnesses_every_time() -> None:
    page = Page(cube(3), dict.fromkeys(range(8, 20), 4))
    first, second = Attacker(page), Attacker(page)
    for cell in page.hidden:
        assert first.possible(cell) == second.possible(cell)


def test_in_three_dimensions_every_witness_holds() -> None:
    system = cube(3)
    page = Page(system, dict.fromkeys(range(8, 20), 4))
    attacker = Attacker(page)
    for cell in page.hidden:
        found = attacker.possible(cell)
        assert found.every
        assert all(makes(page, table) for table in found.witnesses.values())


def test_who_knows_more_finds_the_same_by_going_on_as_by_beginning_anew() -> None:
    page = Page(cube(3), dict.fromkeys(range(8, 20), 5))
    first = Attacker(page)
    before = [first.possible(cell).small for cell in page.hidden]
    on, anew = first.knowing({0}), Attacker(page, frozenset({0}))
    after = [on.possible(cell).small for cell in page.hidden]
    assert after == [anew.possible(cell).small for cell in page.hidden]
    assert after != before


@pytest.mark.parametrize("finder, page", [
    (Tree, Page(flat(3, 3), {0: 9})),
    (Search, Page(triangle(), {3: 4, 4: 4})),
])  # fmt: skip
def test_a_table_that_does_not_add_up_is_no_witness(
    monkeypatch: pytest.MonkeyPatch, finder: type, page: Page
) -> None:
    attacker = Attacker(page)
    assert attacker.possible(1).witnesses
    true = finder.find

    def wrong(*given: object) -> list[int] | None:
        found = true(*given)
        return None if found is None else [value + 1 for value in found]

    monkeypatch.setattr(finder, "find", wrong)
    assert Attacker(page).base is None
    assert not Attacker(page).possible(1).witnesses
    at_hand = Attacker(page, before=attacker).possible(1).witnesses.values()
    assert at_hand
    assert all(makes(page, table) for table in at_hand)


def stop_after(count: int) -> Callable[[], bool]:
    asked = iter(range(count))
    return lambda: next(asked, None) is None


@pytest.mark.parametrize("count", [0, 1, 5, 20])
@pytest.mark.parametrize("page", [
    Page(flat(6, 5), {0: 30}),
    Page(cube(5), dict.fromkeys(range(8, 20), 6)),
])  # fmt: skip
def test_the_work_ends_when_it_is_asked_to(page: Page, count: int) -> None:
    with pytest.raises(Stopped):
        fix(page, stop_after(count))


def test_the_solver_itself_is_interrupted() -> None:
    for whole in (False, True):
        model = Model([0] * 8, [9] * 8, [1.0, -1.0] * 4, whole, stop_after(1))
        for first in range(7):
            model.add_row(3, 7, [(2, first), (3, first + 1), (-1, (first + 3) % 8)])
        with pytest.raises(Stopped):
            model.solve()


def test_nothing_is_written_or_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("TMPDIR", "TEMP", "TMP", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    fix(Page(cube(3), dict.fromkeys(range(8, 20), 4)))
    fix(Page(triangle(), {3: 3, 4: 3}))
    assert list(tmp_path.iterdir()) == []
    assert capfd.readouterr() == ("", "")


def test_the_solver_is_loaded_only_for_a_page_that_needs_it() -> None:
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys\n"
            "from tests.disclosure.comparing import flat\n"
            "from tests.disclosure.test_attacker import triangle\n"
            "from vp_logboek.domain.disclosure.fix import fix\n"
            "from vp_logboek.domain.disclosure.system import Page\n"
            "fix(Page(flat(6, 5), {0: 30}))\n"
            "print('highspy' in sys.modules)\n"
            "fix(Page(triangle(), {3: 3, 4: 3}))\n"
            "print('highspy' in sys.modules)\n",
        ],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.split() == ["False", "True"]
