"""Two and more organisations and their sum: one system, and nothing small follows from it."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.disclosure.pages.auditing import draw_of, printed_numbers, random_year
from tests.domain.making import one_each
from vp_logboek.domain.disclosure.core import Unsafe, check
from vp_logboek.domain.disclosure.fix import fix
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.disclosure.protector import protect
from vp_logboek.domain.disclosure.summed import summed
from vp_logboek.domain.disclosure.system import Page, Pattern
from vp_logboek.domain.disclosure.together import IssuedPart, protect_together
from vp_logboek.domain.safe_report import Mark, ReportKind
from vp_logboek.domain.subjects import MainClass
from vp_logboek.domain.tables import RowKind, TableCode
from vp_logboek.domain.tally import Tally


def issued(tally: Tally, level: Level, key: int = 0) -> IssuedPart:
    return IssuedPart(tally, protect(tally, level, draw_of(key)).report, level)


def organisations(sizes: Sequence[int], levels: Sequence[Level], seed: int) -> list[IssuedPart]:
    return [
        issued(random_year(seed + n, size, f"Organisatie {n}"), level, seed + n)
        for n, (size, level) in enumerate(zip(sizes, levels, strict=True))
    ]


def examine(parts: Sequence[IssuedPart], key: int) -> None:
    """No number of the sum is small, and its system keeps every promise."""
    protected = protect_together(parts, "Samen", draw_of(key))
    for problem, pattern in protected.cells:
        check(problem, pattern)
    whole = summed([part.tally for part in parts], "Samen")
    for (code, row, column), number in printed_numbers(protected.report).items():
        if code is not TableCode.ACTIVITIES and not row.endswith("_samen"):
            assert whole.table(code).line(row).counts[column].number == number


SIZES = st.lists(st.sampled_from([3, 8, 14, 30, 70]), min_size=2, max_size=4)


@given(SIZES, st.data(), st.integers(0, 500))
@settings(deadline=None, max_examples=2)
def test_the_sum_keeps_the_promise_of_all_pages(
    sizes: list[int], data: st.DataObject, seed: int
) -> None:
    levels = [data.draw(st.sampled_from(list(Level))) for _ in sizes]
    examine(organisations(sizes, levels, seed), seed)


@pytest.mark.campaign
@given(SIZES, st.data(), st.integers(0, 500))
@settings(deadline=None, max_examples=25)
def test_many_sums_keep_the_promise_of_all_pages(
    sizes: list[int], data: st.DataObject, seed: int
) -> None:
    levels = [data.draw(st.sampled_from(list(Level))) for _ in sizes]
    examine(organisations(sizes, levels, seed), seed)


def test_control_a_sum_that_shows_a_row_one_organisation_hides_is_unsafe() -> None:
    parts = organisations((30, 30), (Level.STANDARD, Level.STANDARD), 3)
    protected = protect_together(parts, "Samen", draw_of(0))
    problem, pattern = protected.cells[1]
    more = next(
        cell for cell, name in enumerate(problem.system.cells)
        if "/Samen/" in name.name and cell not in pattern.shown and problem.values[cell] > 3
    )  # fmt: skip
    shown = {cell: problem.values[cell] for cell in (*pattern.shown, more)}
    opened = replace(problem, fixed={**problem.fixed, more: True})

    with pytest.raises(Unsafe):
        check(opened, Pattern(frozenset(shown), known=fix(Page(problem.system, shown))))


def test_the_total_is_hidden_where_it_would_tell_one_organisations_total() -> None:
    big, small = random_year(1, 30, "Groot"), random_year(2, 3, "Klein")
    report = protect_together(
        [issued(big, Level.STANDARD), issued(small, Level.STANDARD)], "Samen", draw_of(0)
    ).report

    assert report.kind is ReportKind.TOGETHER
    assert report.parts == ("Groot", "Klein")
    assert set(report.tables[0].rows[0].figures) == {Mark.HIDDEN}
    assert [table.code for table in report.tables] == [TableCode.KEY, TableCode.ACTIVITIES]


def test_a_sum_takes_the_strictest_level_and_of_exact_years_is_exact() -> None:
    years = [random_year(n, 20, f"Organisatie {n}") for n in range(2)]
    mixed = [issued(years[0], Level.WIDE), issued(years[1], Level.STRICT)]
    exact = [issued(year, Level.NONE) for year in years]

    assert protect_together(mixed, "Samen", draw_of(0)).report.level == Level.STRICT.label
    report = protect_together(exact, "Samen", draw_of(0)).report
    assert report.exact
    table = report.table(TableCode.SUBJECT)
    assert table is not None
    assert table.total == (40,)
    assert sum(f for row in table.rows for f in row.figures if isinstance(f, int)) == 40


def test_an_own_column_of_one_organisation_is_part_of_its_class_in_the_sum() -> None:
    codes = ["pesten"] * 9 + ["discriminatie"] * 4
    with_column = Tally.of(one_each(codes, ("discriminatie",)))
    without = Tally.of(one_each(codes))
    table = summed([with_column, without], "Samen").table(TableCode.SUBJECT)
    both = summed([with_column, with_column], "Samen").table(TableCode.SUBJECT)

    assert {line.code: line.number for line in table.lines if line.number} == {
        "ongewenste_omgangsvormen": 26
    }
    assert both.line("ongewenste_omgangsvormen").number == 18
    assert both.line("discriminatie").number == 8
    assert [line.kind for line in both.lines].count(RowKind.OWN_COLUMN) == 1


def test_a_class_that_nobody_has_in_the_remit_is_a_dash_in_the_sum() -> None:
    remit = frozenset(MainClass) - {MainClass.INTEGRITY}
    years = [
        Tally.of(replace(one_each(["pesten"] * 20), remit=remit, organisation=name))
        for name in ("Een", "Twee")
    ]
    parts = [issued(year, Level.STANDARD) for year in years]
    table = protect_together(parts, "Samen", draw_of(0)).report.table(TableCode.SUBJECT)

    assert table is not None
    assert table.rows[0].figures == (Mark.OUTSIDE,)


def test_a_crossed_characteristic_has_no_flat_table_in_any_overview() -> None:
    parts = organisations((70, 30), (Level.WIDE, Level.WIDE), 1)
    codes = {table.code for table in protect_together(parts, "Samen", draw_of(0)).report.tables}

    assert not codes & {TableCode.ORIGIN, TableCode.SUBJECT_ORIGIN}
