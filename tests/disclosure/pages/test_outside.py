"""Half a year was told outside the program; then the year comes, and must not tell the rest.

The attacker here enumerates the second half: what came after the figures that were handed out.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import pytest

from tests.disclosure.pages.auditing import draw_of, printed_numbers, random_year
from tests.domain.making import one_each
from vp_logboek.domain.disclosure.levels import THRESHOLDS, Level
from vp_logboek.domain.disclosure.problems import dimensions
from vp_logboek.domain.disclosure.protector import protect
from vp_logboek.domain.outside import Outside
from vp_logboek.domain.safe_report import Mark, SafeReport
from vp_logboek.domain.subjects import MainClass
from vp_logboek.domain.tables import RowKind, TableCode
from vp_logboek.domain.tally import Tally

CLASSES = list(MainClass)
K = THRESHOLDS[Level.STANDARD]


def year(numbers: Sequence[int]) -> Tally:
    codes = [f"{main}_overig" for main, n in zip(CLASSES, numbers, strict=True) for _ in range(n)]
    return Tally.of(one_each(codes))


def told(half: Mapping[int, int], total: int | None = None) -> list[Outside]:
    """What was handed out of the first half: of some classes, and of the total."""
    given = [Outside(TableCode.SUBJECT, CLASSES[n], number) for n, number in half.items()]
    return given if total is None else [*given, Outside(TableCode.KEY, "totaal", total)]


def worlds(left: int, cells: int) -> Iterator[tuple[int, ...]]:
    if cells == 1:
        yield (left,)
        return
    for first in range(left + 1):
        for rest in worlds(left - first, cells - 1):
            yield (first, *rest)


def small_of_second_half(
    report: SafeReport, half: Sequence[int], k: int
) -> dict[int, frozenset[int]]:
    """Of every hidden class which small numbers of the second half are possible."""
    printed = printed_numbers(report)
    shown = {n: printed.get((TableCode.SUBJECT, CLASSES[n], 0)) for n in range(len(CLASSES))}
    total = printed[TableCode.KEY, "totaal", 0]
    hidden = [n for n, figure in shown.items() if figure is None]
    left = total - sum(half) - sum(f - half[n] for n, f in shown.items() if f is not None)
    found: dict[int, set[int]] = {n: set() for n in hidden}
    for world in worlds(left, len(hidden)) if hidden else ():
        for n, value in zip(hidden, world, strict=True):
            found[n].add(value)
    return {n: frozenset(values & set(range(k))) for n, values in found.items()}


SEQUENCES = [
    ((2, 9, 5, 4, 5), (1, 5, 4, 0, 3)),
    ((9, 9, 9, 9, 9), (9, 5, 4, 8, 3)),
    ((20, 3, 3, 0, 6), (10, 3, 0, 0, 6)),
    ((5, 5, 5, 5, 5), (5, 5, 5, 0, 0)),
]  # fmt: skip


@pytest.mark.parametrize("whole, half", SEQUENCES)
def test_nothing_small_of_the_second_half_follows_from_the_year(
    whole: tuple[int, ...], half: tuple[int, ...]
) -> None:
    outside = told(dict(enumerate(half)), sum(half))
    report = protect(year(whole), Level.STANDARD, draw_of(1), outside).report

    printed = printed_numbers(report)
    for n, main in enumerate(CLASSES):
        number = printed.get((TableCode.SUBJECT, main, 0))
        assert number is None or number - half[n] >= K.subject
    for possible in small_of_second_half(report, half, K.subject).values():
        assert possible in (frozenset(), frozenset(range(K.subject)))


def test_control_a_year_that_forgets_what_was_told_gives_the_second_half_away() -> None:
    leaks = Counter[bool]()
    for whole, half in SEQUENCES:
        report = protect(year(whole), Level.STANDARD, draw_of(0)).report
        printed = printed_numbers(report)
        shown = [printed.get((TableCode.SUBJECT, main, 0)) for main in CLASSES]
        leaks[
            any(f is not None and f - h < K.subject for f, h in zip(shown, half, strict=True))
        ] += 1
    assert leaks[True] >= 3


def test_of_all_but_one_class_and_the_total_the_last_is_told_too() -> None:
    """The reader subtracts: 12 in the first half, 12 of them in the first four classes."""
    half = {0: 3, 1: 3, 2: 3, 3: 2}
    report = protect(year((9, 9, 9, 9, 5)), Level.STANDARD, draw_of(0), told(half, 15)).report

    assert (TableCode.SUBJECT, CLASSES[4], 0) not in printed_numbers(report)


@pytest.mark.parametrize("total, shown", [(0, True), (20, True), (21, False), (25, False)])
def test_the_total_is_a_mark_where_fewer_came_since_than_may_be_told(
    total: int, shown: bool
) -> None:
    report = protect(year((5, 5, 5, 5, 5)), Level.STANDARD, draw_of(0), told({}, total)).report
    key = report.table(TableCode.KEY)

    assert key is not None
    assert (key.rows[0].figures[0] == 25) is shown
    assert report.fewer_than is None
    if not shown:
        assert set(key.rows[0].figures) == {Mark.HIDDEN}
        assert [t.code for t in report.tables] == [TableCode.KEY, TableCode.ACTIVITIES]


@pytest.mark.parametrize("number", [2, 9])
def test_a_figure_that_is_more_than_there_is_hides_the_row(number: int) -> None:
    numbers = (9, number, 9, 9, 9)
    report = protect(year(numbers), Level.STANDARD, draw_of(0), told({1: 30})).report
    table = report.table(TableCode.SUBJECT)

    assert table is not None
    figures = {row.code: row.figures[0] for row in table.rows if row.kind is RowKind.TOP}
    assert figures[CLASSES[1]] is Mark.HIDDEN
    assert table.together is not None
    assert table.together >= (9 if number == 9 else 9 + number)


def test_the_rest_of_a_class_is_no_small_number_beside_what_was_told_of_its_leaves() -> None:
    codes = ["pesten"] * 9 + ["intimidatie"] * 9 + ["agressie"] * 3 + ["beoordeling"] * 9
    outside = [Outside(TableCode.SUBJECT, "agressie", 2)]
    report = protect(Tally.of(one_each(codes)), Level.STANDARD, draw_of(0), outside).report

    rest = printed_numbers(report).get((TableCode.SUBJECT, "ongewenste_omgangsvormen_samen", 0))
    assert rest is None or rest - 2 >= K.subject


def test_what_was_told_of_intern_and_extern_is_reckoned_with_in_the_crossed_table() -> None:
    tally = random_year(4, 75)
    lines = tally.table(TableCode.ORIGIN).lines
    kind = next(line.code for line in lines if line.parent == "extern" and line.number)
    outside = [Outside(TableCode.ORIGIN, "intern", 3), Outside(TableCode.ORIGIN, kind, 1)]
    given = {(told.table, told.row): told.number for told in outside}
    subjects = next(dimensions(tally, Level.STANDARD, given))
    cells, told = subjects.problem.system.cells, subjects.problem.told

    assert {cells[n].name.split("/")[-1]: number for n, number in told.items()} == {
        "intern": 3,
        "extern": 1,
    }
    protect(tally, Level.STANDARD, draw_of(0), outside)
