"""What leaves is protected: whole pages, and an attacker who tries every flat table that fits.

The attacker here enumerates. It shares no code with what it attacks.
"""

import dataclasses
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.making import TREE, dossier, facts, one_each, person, talk
from tests.draws import quiet_draw
from vp_logboek.domain.conversation import Intervention
from vp_logboek.domain.disclosure.core import choose
from vp_logboek.domain.disclosure.draw import KEY_BYTES, Draw
from vp_logboek.domain.disclosure.flat import may_show_difference
from vp_logboek.domain.disclosure.levels import THRESHOLDS, Level
from vp_logboek.domain.disclosure.problems import dimensions
from vp_logboek.domain.disclosure.protector import EXACT_ONLY, Protected, Why, protect
from vp_logboek.domain.dossier import Handling, MelderKind
from vp_logboek.domain.facts import Facts, FindingFact
from vp_logboek.domain.safe_report import Mark, SafeReport, SafeTable
from vp_logboek.domain.subjects import MainClass
from vp_logboek.domain.tables import RowKind, TableCode
from vp_logboek.domain.tally import Tally

PROTECTED = (Level.WIDE, Level.STANDARD, Level.STRICT)
CLASSES = [f"{main.value}_overig" for main in MainClass]


# --- an attacker by plain enumeration ---------------------------------------------------------


def sums_to(total: int, cells: int) -> Iterator[tuple[int, ...]]:
    """Every way to divide a total over a number of cells, nought included."""
    if cells == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in sums_to(total - first, cells - 1):
            yield (first, *rest)


def possible_values(
    numbers: Sequence[int], hidden: Collection[int], total: int
) -> dict[int, set[int]]:
    """What each hidden cell can be, for a reader of the shown cells and the total."""
    places = sorted(hidden)
    left = total - sum(n for p, n in enumerate(numbers) if p not in hidden)
    found: dict[int, set[int]] = {position: set() for position in places}
    for world in sums_to(left, len(places)) if places else ():
        for position, value in zip(places, world, strict=True):
            found[position].add(value)
    return found


def leaks(numbers: Sequence[int], hidden: Collection[int], k: int) -> bool:
    """Whether any hidden cell breaks all-or-nothing, or any small cell is shown."""
    if any(n < k for p, n in enumerate(numbers) if p not in hidden):
        return True
    small = set(range(k))
    values = possible_values(numbers, hidden, sum(numbers))
    return any(found & small not in (set(), small) for found in values.values())


def shown_classes(numbers: Sequence[int], level: Level, key: int = 0) -> tuple[object, ...]:
    """What the table of subjects shows of so many melders in each class, under a test key."""
    codes = [code for code, times in zip(CLASSES, numbers, strict=True) for _ in range(times)]
    subjects = next(dimensions(Tally.of(one_each(codes)), level, {}))
    draw = Draw(key.to_bytes(KEY_BYTES), "test")
    shown = choose(subjects.problem, draw.within(subjects.name)).shown
    cells = [subjects.places[TableCode.SUBJECT, main, 0] for main in MainClass]
    return tuple(subjects.problem.values[c] if c in shown else Mark.HIDDEN for c in cells)


def hidden_of(figures: Sequence[object]) -> frozenset[int]:
    return frozenset(p for p, figure in enumerate(figures) if figure is Mark.HIDDEN)


@pytest.mark.parametrize(
    "numbers",
    [(12, 0, 0, 0, 0), (5, 5, 4, 1, 0), (4, 4, 4, 0, 0), (9, 2, 9, 9, 9), (3, 3, 3, 3, 0)],
)
@pytest.mark.parametrize("level", PROTECTED)
def test_no_table_of_classes_lets_a_small_number_be_worked_out(
    numbers: tuple[int, ...], level: Level
) -> None:
    hidden = hidden_of(shown_classes(numbers, level))

    assert not leaks(numbers, hidden, THRESHOLDS[level].subject), hidden


@pytest.mark.campaign
@pytest.mark.parametrize("level", [Level.STANDARD, Level.STRICT])
def test_no_table_of_twelve_melders_lets_a_small_number_be_worked_out(level: Level) -> None:
    for key, numbers in list(enumerate(sums_to(12, 5)))[::8]:
        hidden = hidden_of(shown_classes(numbers, level, key))
        assert not leaks(numbers, hidden, THRESHOLDS[level].subject), (numbers, hidden)


def naive(numbers: Sequence[int], k: int) -> frozenset[int]:
    return frozenset(p for p, n in enumerate(numbers) if n < k)


def hide_two(numbers: Sequence[int], k: int) -> frozenset[int]:
    """The habit of spreadsheets: hide a second cell beside a lonely one, whatever its size."""
    hidden = set(naive(numbers, k))
    if len(hidden) == 1:
        hidden.add(
            min((p for p in range(len(numbers)) if p not in hidden), key=numbers.__getitem__)
        )
    return frozenset(hidden)


@pytest.mark.parametrize("rule", [naive, hide_two])
def test_control_the_attacker_breaks_weaker_rules(
    rule: Callable[[Sequence[int], int], frozenset[int]],
) -> None:
    broken = [numbers for numbers in sums_to(12, 4) if leaks(numbers, rule(numbers, 5), 5)]

    assert len(broken) > 10


def test_totals_that_differ_by_little_do_not_stand_side_by_side() -> None:
    assert not may_show_difference(25, 25, 5)
    assert not may_show_difference(29, 25, 5)
    assert may_show_difference(30, 25, 5)
    assert not may_show_difference(22, 25, 5)


# --- whole pages ------------------------------------------------------------------------------

ZUID_HOLLAND = (
    ["integriteit_overig"] * 2
    + ["ongewenste_omgangsvormen_overig"] * 9
    + ["arbeidsconflict_overig"] * 5
    + ["onveiligheid_overig"] * 4
    + ["advies_overig"] * 5
)


def page(given_facts: Facts, level: Level) -> SafeReport:
    return protected(given_facts, level).report


def protected(given_facts: Facts, level: Level) -> Protected:
    """Under a test key whose draw hides nothing that could be shown."""
    tally = Tally.of(given_facts)
    return protect(tally, level, quiet_draw(tally, level))


def marks(table: SafeTable | None) -> dict[str, object]:
    assert table is not None
    return {row.code: row.figures[0] for row in table.rows}


def test_zuid_holland_without_threshold_is_the_published_table() -> None:
    report = page(one_each(ZUID_HOLLAND, columns=("discriminatie",)), Level.NONE)

    assert marks(report.table(TableCode.SUBJECT)) == {
        "integriteit": 2, "ongewenste_omgangsvormen": 9, "discriminatie": 0,
        "arbeidsconflict": 5, "onveiligheid": 4, "advies": 5,
    }  # fmt: skip


def test_zuid_holland_at_standaard_hides_integriteit_and_discriminatie() -> None:
    report = page(one_each(ZUID_HOLLAND, columns=("discriminatie",)), Level.STANDARD)
    table = report.table(TableCode.SUBJECT)

    assert marks(table) == {
        "integriteit": Mark.HIDDEN, "ongewenste_omgangsvormen": 9, "discriminatie": Mark.HIDDEN,
        "arbeidsconflict": 5, "onveiligheid": 4, "advies": 5,
    }  # fmt: skip
    assert table is not None
    assert (table.total, table.together) == ((25,), 2)


@pytest.mark.parametrize("level", PROTECTED)
def test_below_the_total_threshold_the_page_says_fewer_and_nothing_else(level: Level) -> None:
    k = THRESHOLDS[level].total
    below = page(one_each(["pesten"] * (k - 1)), level)
    at = page(one_each(["pesten"] * k), level)

    assert below.fewer_than == k
    assert [table.code for table in below.tables] == [TableCode.ACTIVITIES]
    assert at.fewer_than is None
    assert [table.code for table in at.tables] == [TableCode.KEY, TableCode.ACTIVITIES]


@pytest.mark.parametrize("level", PROTECTED)
def test_detail_begins_at_twelve_melders(level: Level) -> None:
    assert page(one_each(["pesten"] * 11), level).table(TableCode.SUBJECT) is None
    assert page(one_each(["pesten"] * 12), level).table(TableCode.SUBJECT) is not None


@pytest.mark.parametrize("level", PROTECTED)
def test_no_protected_page_crosses_or_counts_anything_but_melders(level: Level) -> None:
    report = page(one_each(["pesten"] * 30), level)

    assert not EXACT_ONLY & {table.code for table in report.tables}


def test_equal_totals_are_not_shown_because_they_tell_that_nobody_came_twice() -> None:
    report = page(one_each(["pesten"] * 30), Level.STANDARD)
    table = report.table(TableCode.KEY)

    assert table is not None
    assert table.rows[0].figures == (30, Mark.HIDDEN, Mark.HIDDEN, Mark.HIDDEN)


def test_totals_far_enough_apart_are_shown_together() -> None:
    dossiers = {n: dossier("pesten", person(n % 20)) for n in range(30)}
    report = page(facts([talk(n) for n in (*range(30), *range(30))], dossiers), Level.STANDARD)
    table = report.table(TableCode.KEY)

    assert table is not None
    assert table.rows[0].figures == (20, 60, 30, 60)


def test_an_intervention_nearly_everybody_had_is_hidden_like_a_rare_one() -> None:
    dossiers = {n: dossier("pesten", person(n)) for n in range(30)}

    def figure(times: int) -> object:
        talks = [
            talk(n, interventions=frozenset({Intervention.ADVICE} if n < times else ()))
            for n in range(30)
        ]
        return marks(page(facts(talks, dossiers), Level.STANDARD).table(TableCode.INTERVENTIONS))[
            "advies"
        ]

    assert [figure(n) for n in (4, 5, 25, 26)] == [Mark.HIDDEN, 5, 25, Mark.HIDDEN]


def test_kinds_of_melder_stand_only_under_an_origin_that_is_shown() -> None:
    def origins(external: int) -> dict[str, object]:
        kinds = [MelderKind.PERMANENT] * 20 + [MelderKind.TEMPORARY] * 6
        kinds += [MelderKind.EXTERNAL] * external
        dossiers = {n: dossier("pesten", person(n, kind)) for n, kind in enumerate(kinds)}
        report = page(facts([talk(n) for n in dossiers], dossiers), Level.STANDARD)
        return marks(report.table(TableCode.ORIGIN))

    assert origins(external=2) == dict.fromkeys(("intern", "extern", "niet_ingevuld"), Mark.HIDDEN)
    wholes = {"intern": 26, "extern": Mark.HIDDEN, "niet_ingevuld": Mark.HIDDEN}
    assert origins(external=4) in (
        {**wholes, "type_vast": 20, "intern_samen": 6},
        {**wholes, "type_tijdelijk": 6, "intern_samen": 20},
    )


def _findings(numbers: Sequence[int], melders: int) -> Facts:
    dossiers = {n: dossier("pesten", person(n)) for n in range(melders)}
    values = [value for value, count in zip(Handling, numbers, strict=True) for _ in range(count)]
    known = [FindingFact(n, value) for n, value in enumerate(values)]
    return facts([talk(n) for n in range(melders)], dossiers, known)


@pytest.mark.parametrize(
    "numbers, spare",
    [
        ((0, 4, 6), 0),
        ((6, 6, 6), 1),
        ((6, 6, 6), 4),
        ((6, 6, 6), 5),
        ((0, 0, 0), 0),
        ((4, 6, 6), 0),
    ],
)
def test_what_became_known_cannot_be_worked_out_against_the_total(
    numbers: tuple[int, ...], spare: int
) -> None:
    """Even by a reader who knows that it concerns the melders of this very year."""
    counts = (*numbers, 12, 0)
    melders = sum(counts) + spare
    table = page(_findings(counts, melders), Level.STANDARD).table(TableCode.HANDLING)
    assert table is not None
    hidden = {p for p, row in enumerate(table.rows) if row.figures[0] is Mark.HIDDEN}
    cells = (*counts, spare)
    open_cells = hidden | {len(counts)}

    values = possible_values(cells, open_cells, melders)
    for position in hidden | ({len(counts)} if spare < 5 else set()):
        assert values[position] & set(range(5)) in (set(), set(range(5)))
    assert table.total is None


def every_value(thing: object) -> Iterator[object]:
    """Every value anywhere in a report."""
    if dataclasses.is_dataclass(thing) and not isinstance(thing, type):
        for part in dataclasses.fields(thing):
            yield from every_value(getattr(thing, part.name))
    elif isinstance(thing, tuple):
        for part in thing:
            yield from every_value(part)
    else:
        yield thing


leaf_codes = st.sampled_from([leaf.code for leaf in TREE])


@given(st.lists(leaf_codes, min_size=12, max_size=60), st.sampled_from(PROTECTED))
@settings(deadline=None, max_examples=3)
def test_every_whole_number_of_a_protected_page_is_no_small_number(
    codes: list[str], level: Level
) -> None:
    """Sums of hidden cells included: nothing from 0 to k-1 about persons is in a SafeReport."""
    report = page(one_each(codes), level)
    table = report.table(TableCode.SUBJECT)
    assert table is not None
    k = THRESHOLDS[level].subject

    for row in table.rows:
        assert row.figures[0] is Mark.HIDDEN or isinstance(row.figures[0], int)
        if isinstance(row.figures[0], int):
            assert row.figures[0] >= k
    assert table.together is None or table.together >= k - 1
    assert not any(value is True or isinstance(value, float) for value in every_value(table.rows))


@given(st.lists(leaf_codes, min_size=12, max_size=60), st.sampled_from(PROTECTED))
@settings(deadline=None, max_examples=3)
def test_shown_leaves_and_their_rest_add_up_to_their_shown_class(
    codes: list[str], level: Level
) -> None:
    table = page(one_each(codes), level).table(TableCode.SUBJECT)
    assert table is not None
    for main in MainClass:
        rows = [row for row in table.rows if row.main == main.value]
        parts = [row.figures[0] for row in rows if row.kind in (RowKind.LEAF, RowKind.REST)]
        if parts:
            assert sum(part for part in parts if isinstance(part, int)) == rows[0].figures[0]


def test_a_custom_label_never_stands_beside_a_hidden_mark() -> None:
    tree, leaf = TREE.with_custom("Iets van hier", MainClass.INTEGRITY)
    codes = ["integriteit_overig"] * 11 + [leaf.code]
    year = dataclasses.replace(one_each(codes), tree=tree)
    report = page(year, Level.STANDARD)

    assert "Iets van hier" not in [value for value in every_value(report) if isinstance(value, str)]


def test_a_class_outside_the_remit_is_a_dash_and_not_a_mark() -> None:
    dossiers = {n: dossier("pesten", person(n)) for n in range(20)}
    remit = [main for main in MainClass if main is not MainClass.INTEGRITY]
    year = facts([talk(n) for n in dossiers], dossiers, remit=remit)

    assert marks(page(year, Level.STANDARD).table(TableCode.SUBJECT))["integriteit"] is Mark.OUTSIDE


def test_the_counsellor_is_told_which_cell_is_small_and_which_protects_another() -> None:
    codes = ["integriteit_overig"] * 2 + ["pesten"] * 9 + ["beoordeling"] * 5
    codes += ["teamcultuur"] * 4 + ["procedurevraag"] * 5
    reasons = protected(one_each(codes), Level.STANDARD).reasons
    of_classes = Counter(
        why for (code, row, _), why in reasons.items()
        if code is TableCode.SUBJECT and row in list(MainClass)
    )  # fmt: skip

    assert reasons[TableCode.SUBJECT, "integriteit", 0] is Why.SMALL
    assert of_classes == {Why.SMALL: 1, Why.PROTECTS_ANOTHER: 1}


def test_the_layout_depends_on_the_shown_total_alone() -> None:
    """Two years of the same total have the same tables with the same rows, leaves apart."""
    one = page(one_each(ZUID_HOLLAND), Level.STANDARD)
    other = page(one_each(["pesten"] * 25), Level.STANDARD)

    def layout(report: SafeReport) -> list[tuple[TableCode, list[str]]]:
        return [(t.code, [r.code for r in t.rows if r.kind is RowKind.TOP]) for t in report.tables]

    assert layout(one) == layout(other)
