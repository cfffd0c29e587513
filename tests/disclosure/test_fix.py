"""What every reader may know once the rule is public: by hand, in any order, of the page alone."""

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from time import process_time

import pytest

from tests.disclosure.brute import knowing, makes
from tests.disclosure.comparing import flat
from tests.disclosure.test_attacker_crossed import any_cases, crossed_cases
from vp_logboek.domain.disclosure.attacker import Attacker
from vp_logboek.domain.disclosure.fix import admits, concluded, fix, fixed_attacker
from vp_logboek.domain.disclosure.system import Cell, Page, System

TABLES = Path(__file__).parents[3] / "shared/cases/sdc-tables"


def test_a_line_that_cannot_be_small_is_known() -> None:
    system = System(
        (Cell("total", 0), Cell("a", 3), Cell("b", 3, 0, 2)), (((-1, 0), (1, 1), (1, 2)),)
    )
    assert fix(Page(system, {0: 9})) == {1}
    assert fix(Page(system, {0: 2})) == frozenset()


def test_what_one_cell_tells_makes_another_known() -> None:
    """Two hidden lines of 4: each leaves 0 to 4, all small numbers; of 3 and 5 shown beside 8."""
    page = Page(flat(3, 5), {0: 8, 1: 0})
    assert fix(page) == frozenset()
    both = Page(flat(3, 5), {0: 8, 1: 5})
    assert fix(both) == {2, 3}
    assert not admits(both, fix(both), (8, 5, 3, 0))


def test_a_frozen_line_makes_the_hidden_one_known_and_then_its_neighbour() -> None:
    """a + b = 9 with b at most 6, so a is 3 or more and therefore known; b + c = 8 likewise."""
    cells = (Cell("s", 0), Cell("t", 0), Cell("a", 5), Cell("b", 3, 0, 6), Cell("c", 3, 0, 6))
    system = System(cells, (((-1, 0), (1, 2), (1, 3)), ((-1, 1), (1, 3), (1, 4))))
    page = Page(system, {0: 9, 1: 8})
    first = concluded(Attacker(page))
    assert first == {2, 3, 4}
    assert fix(page) == first
    assert admits(page, fix(page), (9, 8, 5, 4, 4))
    assert not admits(page, fix(page), (9, 8, 3, 6, 2))


def test_cells_without_a_threshold_are_never_known() -> None:
    page = Page(flat(3, 0), {0: 8, 1: 8})
    assert fix(page) == frozenset()


def test_a_table_of_another_page_is_not_admitted() -> None:
    page = Page(flat(3, 3), {0: 8, 1: 3})
    assert admits(page, frozenset(), (8, 3, 5, 0))
    assert not admits(page, frozenset(), (8, 4, 4, 0))
    assert not admits(page, frozenset({3}), (8, 3, 5, 0))


def test_the_order_in_which_is_concluded_makes_no_difference() -> None:
    chance = Random(3)
    steps = 0
    for page, _ in [*crossed_cases(2, 3, range(12, 14), 40), *any_cases(20)]:
        attacker = Attacker(page)
        while more := concluded(attacker):
            attacker = attacker.knowing({chance.choice(sorted(more))})
            steps += 1
        assert attacker.known == fix(page)
    assert steps > 100


def test_every_admitted_table_leads_to_the_same_page_and_knowledge() -> None:
    """The result depends on the page alone: theorem 1 rests on it."""
    tried = 0
    for page, tables in crossed_cases(2, 3, range(12, 14), 40):
        known = fix(page)
        for table in knowing(page, tables, known)[:5]:
            again = Page(page.system, {index: table[index] for index in page.shown})
            assert fix(again) == known
            assert admits(again, known, table)
            tried += 1
    assert tried > 20


def test_of_every_cell_that_is_not_known_all_small_values_have_a_witness() -> None:
    tried = 0
    for page, _ in crossed_cases(3, 3, range(6, 8), 40):
        reader = fixed_attacker(page)
        for cell in set(page.hidden) - reader.known:
            found = reader.possible(cell)
            assert found.every
            for value, table in found.witnesses.items():
                assert makes(page, table)
                assert knowing(page, [table], reader.known)
                assert table[cell] == value
                tried += 1
    assert tried > 50


def yearly_page() -> Page:
    """A year of 25 melders as it hangs together: classes, their leaves, and some twenty tables."""
    chance = Random(5)
    cells, values = [Cell("total", 5)], [25]
    equations = []

    def table(whole: int, lines: int, threshold: int) -> list[int]:
        parts = list(range(len(cells), len(cells) + lines))
        cells.extend(Cell(f"{whole}: {part}", threshold) for part in parts)
        drawn = [chance.choice([0, 0, 1, 2, chance.randrange(lines)]) for _ in range(values[whole])]
        values.extend(drawn.count(place % lines) for place in range(lines))
        values[parts[0]] += values[whole] - sum(values[part] for part in parts)
        equations.append(((-1, whole), *((1, part) for part in parts)))
        return parts

    classes = table(0, 7, 3)
    leaves = {each: table(each, 6, 3) for each in classes}
    for lines in (6, 5, 8, 6, 4, 9, *([2] * 12)):
        table(0, lines, 5)
    hidden = {index for index, cell in enumerate(cells) if values[index] < cell.threshold}
    hidden |= {leaf for each in hidden & set(classes) for leaf in leaves[each]}
    for _, *parts in equations:
        within = [part for _, part in parts]
        if len(hidden & set(within)) == 1:
            hidden.add(max(set(within) - hidden, key=lambda part: values[part]))
    shown = {index: value for index, value in enumerate(values) if index not in hidden}
    return Page(System(tuple(cells), tuple(equations)), shown)


def test_a_whole_year_is_attacked_without_the_solver(monkeypatch: pytest.MonkeyPatch) -> None:
    page = yearly_page()
    assert len(page.hidden) > 55
    monkeypatch.setattr("vp_logboek.domain.disclosure.attacker.Search", None)
    reader = fixed_attacker(page)
    assert all(reader.possible(cell).every for cell in page.hidden if cell not in reader.known)


@pytest.mark.campaign
def test_a_whole_year_takes_less_than_a_tenth_of_a_second() -> None:
    page = yearly_page()
    begun = process_time()
    fix(page)
    taken = process_time() - begun
    print(f"\na yearly page with {len(page.hidden)} hidden cells: {1000 * taken:.0f} ms")
    assert taken < 0.1


def published_pages() -> Iterator[tuple[str, Page, tuple[int, ...]]]:
    """The standard tables of the field with the patterns that others chose."""
    for path in sorted(TABLES.glob("*_full.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        cells = tuple(Cell(cell["label"], told["k"]) for cell in told["cells"])
        equations = tuple(tuple((c, n) for c, n in equation) for equation in told["equations"])
        values = tuple(cell["value"] for cell in told["cells"])
        for peer in told["peers"]:
            hidden = {n for n, cell in enumerate(told["cells"]) if cell["status"] == "u"}
            hidden |= set(peer.get("suppressed") or ())
            shown = {n: value for n, value in enumerate(values) if n not in hidden}
            yield f"{told['name']} {peer['tool']}", Page(System(cells, equations), shown), values


@pytest.mark.campaign
@pytest.mark.skipif(not TABLES.exists(), reason="the published tables are not beside the checkout")
def test_published_tables_are_attacked_in_seconds_and_every_witness_holds() -> None:
    witnesses, longest = 0, 0.0
    for name, page, values in published_pages():
        begun = process_time()
        attacker = Attacker(page)
        found = {cell: attacker.possible(cell) for cell in page.hidden}
        taken = process_time() - begun
        longest = max(longest, taken)
        assert taken < 10, name
        for cell, each in found.items():
            assert all(
                makes(page, table) and table[cell] == value
                for value, table in each.witnesses.items()
            )
            assert values[cell] in each.small or values[cell] >= each.wanted.stop
            witnesses += len(each.witnesses)
    print(f"\npublished tables: {witnesses} witnesses, the longest took {longest:.1f} s")
    assert witnesses > 1_000
