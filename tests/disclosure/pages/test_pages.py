"""One year on a page: what is shown is no small number, and nothing small follows from it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.disclosure.pages.auditing import (
    PROTECTED,
    draw_of,
    open_cells,
    page_of,
    printed_numbers,
    random_year,
)
from vp_logboek.domain.counts import Count
from vp_logboek.domain.disclosure.attacker import Attacker
from vp_logboek.domain.disclosure.building import Builder
from vp_logboek.domain.disclosure.core import choose
from vp_logboek.domain.disclosure.levels import CROSSED_FROM, THRESHOLDS, Level
from vp_logboek.domain.disclosure.problems import Dimension, dimensions
from vp_logboek.domain.disclosure.protector import ProtectedYear, choices, protect
from vp_logboek.domain.safe_report import SafeReport
from vp_logboek.domain.tables import RowKind, TableCode
from vp_logboek.domain.tally import Tally

years = st.builds(random_year, st.integers(0, 10_000), st.sampled_from([12, 18, 25, 40, 60, 90]))


def examine(tally: Tally, level: Level, key: int) -> None:
    """Everything that must hold of one page."""
    report = protect(tally, level, draw_of(key)).report
    k = THRESHOLDS[level]
    for (code, row, _), number in printed_numbers(report).items():
        if code not in (TableCode.KEY, TableCode.ACTIVITIES):
            least = k.subject if code is TableCode.SUBJECT else k.characteristic
            assert number >= least, (code, row, number)
    for each in dimensions(tally, level, {}):
        assert not list(open_cells(each, report)), each.name
    crossed = report.table(TableCode.SUBJECT_ORIGIN)
    assert (crossed is not None) == (tally.melders >= CROSSED_FROM)
    assert (crossed is None) == (report.table(TableCode.ORIGIN) is not None)
    assert crossed is None or (crossed.total, crossed.together) == (None, None)


@given(years, st.sampled_from(PROTECTED), st.integers(0, 1000))
@settings(deadline=None, max_examples=3)
def test_nothing_small_is_printed_or_follows_from_a_page(
    tally: Tally, level: Level, key: int
) -> None:
    examine(tally, level, key)


@pytest.mark.campaign
@given(years, st.sampled_from(PROTECTED), st.integers(0, 1000))
@settings(deadline=None, max_examples=40)
def test_nothing_small_is_printed_or_follows_from_many_pages(
    tally: Tally, level: Level, key: int
) -> None:
    examine(tally, level, key)


def test_control_a_page_that_hides_only_what_is_small_is_open() -> None:
    found = 0
    for seed in range(3):
        tally = random_year(seed, 25)
        naive = {
            table.code: {line.code for line in table.lines if line.number >= 5}
            for table in tally.tables
        }
        report = protect(tally, Level.STANDARD, draw_of(seed)).report
        for each in dimensions(tally, Level.STANDARD, {}):
            page = page_of(each, report)
            shown = dict(page.shown)
            for (code, row, _), cell in each.places.items():
                if row in naive[code] and each.problem.fixed.get(cell) is not False:
                    shown[cell] = each.problem.values[cell]
            attacker = Attacker(replace(page, shown=shown))
            found += any(
                attacker.misses(cell) and each.problem.values[cell] < 5
                for cell in attacker.page.hidden
                if each.problem.system.cells[cell].threshold == 5
            )
    assert found > 1


# --- what is hidden makes no difference -------------------------------------------------------


def with_values(tally: Tally, each: Dimension, values: tuple[int, ...]) -> Tally:
    """The same year with other numbers in the cells of one dimension."""
    tables = []
    for table in tally.tables:
        lines = tuple(
            replace(
                line,
                counts=tuple(
                    Count(values[each.places[place]]) if place in each.places else count
                    for column, count in enumerate(line.counts)
                    for place in [(table.code, line.code, column)]
                ),
            )
            for line in table.lines
        )
        tables.append(replace(table, lines=lines))
    return replace(tally, tables=tuple(tables))


def test_years_that_differ_only_in_what_is_hidden_give_the_same_report() -> None:
    """Every witness of the attacker is such a year; under the same pattern no byte may differ."""
    tried = 0
    for seed, melders in enumerate((30, 75)):
        tally = random_year(seed, melders)
        year = ProtectedYear.of(tally, Level.STANDARD, ())
        chosen = choices(year.to_choose, draw_of(seed), None)
        report = year.protected(chosen, False).report
        for position, (each, pattern) in enumerate(chosen):
            attacker = Attacker(page_of(each, report), pattern.known)
            cell = next((c for c in each.places.values() if c not in pattern.shown), None)
            witnesses = attacker.possible(cell).witnesses if cell is not None else {}
            for witness in (witnesses.get(0), witnesses.get(2)):
                if witness is not None:
                    other = with_values(tally, each, witness)
                    again = [*chosen]
                    (same,) = [
                        d for d in dimensions(other, Level.STANDARD, {}) if d.name == each.name
                    ]
                    again[position] = (same, pattern)
                    told = ProtectedYear.of(other, Level.STANDARD, ())
                    assert told.protected(again, False).report == report
                    tried += witness != each.problem.values
    assert tried > 40


# --- tables by themselves, and small totals ---------------------------------------------------


@pytest.mark.parametrize("numbers, k", [((1, 1, 1, 1, 1), 3), ((1, 1, 1, 1, 1), 5), ((3, 2), 5)])
@pytest.mark.parametrize("key", range(4))
def test_five_times_one_and_three_beside_two_are_all_hidden(
    numbers: tuple[int, ...], k: int, key: int
) -> None:
    builder = Builder("tabel")
    total = builder.cell("totaal", value=5, threshold=5, shown=True)
    cells = [builder.cell(str(n), value=v, threshold=k) for n, v in enumerate(numbers)]
    builder.sum(total, cells)
    for cell in cells:
        builder.person(total, cell)

    assert choose(builder.finished(insiders=True), draw_of(key)).shown == {total}


def test_below_the_threshold_of_detail_no_table_is_looked_at() -> None:
    """Two years of 11 melders have the same page, whatever they came for."""

    def page(seed: int) -> SafeReport:
        return protect(random_year(seed, 11), Level.STANDARD, draw_of(0)).report

    assert page(1) == page(2) == page(3)
    assert [table.code for table in page(1).tables] == [TableCode.KEY, TableCode.ACTIVITIES]


def test_where_more_became_known_than_there_are_melders_every_line_is_hidden() -> None:
    tally = random_year(3, 12)
    table = tally.table(TableCode.HANDLING)
    lines = tuple(replace(line, counts=(Count(6),)) for line in table.lines)
    many = replace(
        tally,
        tables=tuple(
            replace(each, lines=lines) if each.code is table.code else each for each in tally.tables
        ),
    )
    shown = protect(many, Level.STANDARD, draw_of(0)).report.table(TableCode.HANDLING)

    assert shown is not None
    assert shown.shows_nothing


def test_a_leaf_and_its_rest_stand_only_under_a_class_that_is_shown() -> None:
    for seed in range(2):
        report = protect(random_year(seed, 40), Level.STANDARD, draw_of(seed)).report
        table = report.table(TableCode.SUBJECT)
        assert table is not None
        shown: dict[str | None, int] = {}
        for row in table.rows:
            if row.kind is RowKind.TOP and isinstance(row.figures[0], int):
                shown[row.main] = row.figures[0]
        parts: dict[str | None, int] = {}
        for row in table.rows:
            if row.kind in (RowKind.LEAF, RowKind.REST):
                assert isinstance(row.figures[0], int)
                parts[row.main] = parts.get(row.main, 0) + row.figures[0]
        assert all(shown[main] == number for main, number in parts.items())


def test_the_same_key_gives_the_same_page_and_another_key_another() -> None:
    tally = random_year(5, 40)
    pages = [protect(tally, Level.STANDARD, draw_of(key)).report for key in (1, 1, 2, 3)]

    assert pages[0] == pages[1]
    assert len({str(page) for page in pages}) > 1


@pytest.mark.parametrize("melders, crossed", [(59, False), (60, True)])
def test_without_threshold_the_crossed_table_stands_beside_the_flat_one(
    melders: int, crossed: bool
) -> None:
    tally = random_year(2, melders)
    report = protect(tally, Level.NONE, draw_of(0)).report
    table = report.table(TableCode.SUBJECT_ORIGIN)

    assert report.table(TableCode.ORIGIN) is not None
    assert (table is not None) is crossed
    if table is not None:
        assert sum(f for f in table.total or () if isinstance(f, int)) == melders
        exact = tally.table(TableCode.SUBJECT_ORIGIN)
        assert [row.figures for row in table.rows] == [
            tuple(count.number for count in line.counts) for line in exact.lines
        ]
