"""Tally to SafeReport: what each table may show at a level (design chapter 4).

Every table is flat over the same shown total, or a list of lines that do not add up; no two tables
share a hidden cell, so the closed rule of ``flat`` holds for the page as a whole. Where two tables
do share people in a way a reader can see (kinds of melder are intern or extern, leaves are part of
a class) the parts are protected below their shown whole, and a hidden whole shows no parts.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Protocol

from vp_logboek.domain.counting import UNKNOWN
from vp_logboek.domain.counts import Line, TallyTable
from vp_logboek.domain.disclosure.draw import Draw
from vp_logboek.domain.disclosure.flat import cells_to_hide, may_show_difference, parts_to_show
from vp_logboek.domain.disclosure.levels import CROSSED_FROM, THRESHOLDS, Level, Thresholds
from vp_logboek.domain.disclosure.system import Pattern, Problem
from vp_logboek.domain.safe_report import Figure, Mark, SafeColumn, SafeReport, SafeRow, SafeTable
from vp_logboek.domain.subjects import rest_of
from vp_logboek.domain.tables import RowKind, TableCode
from vp_logboek.domain.tally import Tally

REST_LABEL = "overig"

EXACT_ONLY = frozenset(
    {
        TableCode.TALK_SUBJECT,
        TableCode.CONTACT_ORIGIN,
        TableCode.DOSSIER_STATE,
        TableCode.TALK_KIND,
        TableCode.CHANNEL,
    }
)
"""Tables that count something else than persons, or cross two characteristics."""


def together_code(whole: str) -> str:
    """The code of the row in which the parts of a whole that have no row stand together."""
    return f"{whole}_samen"


_BEFORE_THE_KEY = Draw(b"", "")


class Outside(Protocol):
    """A number of melders in a part of the year that was handed out outside the program."""

    @property
    def table(self) -> TableCode:
        """The table it belongs to; that of the key figures for the total."""

    @property
    def row(self) -> str:
        """The code of its row."""

    @property
    def number(self) -> int:
        """How many."""


class Why(Enum):
    """Why a cell is hidden, for the counsellor's screen and never for the page."""

    SMALL = auto()
    PROTECTS_ANOTHER = auto()
    DRAWN = auto()


Reasons = dict[tuple[TableCode, str, int], Why]
"""By table, row code and position of the column."""


@dataclass(frozen=True, slots=True)
class Protected:
    """What may leave, and for the counsellor alone why the rest may not.

    ``cells`` are the systems of cells the report was chosen in, each with its pattern: what an
    attacker of the page must be set against.
    """

    report: SafeReport
    reasons: Reasons
    cells: tuple[tuple[Problem, Pattern], ...] = ()


def protect(
    tally: Tally,
    level: Level,
    draw: Draw = _BEFORE_THE_KEY,  # noqa: ARG001 - the chooser that draws comes next
    outside: Sequence[Outside] = (),  # noqa: ARG001
    example: bool = False,
    stop: Callable[[], bool] | None = None,  # noqa: ARG001
) -> Protected:
    """The report that may leave at this level, with the reasons for what it hides.

    ``outside`` are figures about a part of the year that were handed out outside the program.
    """
    if level is Level.NONE:
        return Protected(_exact(tally, example), {})
    k = THRESHOLDS[level]
    reasons: Reasons = {}
    tables = tuple(_tables(tally, k, reasons))
    fewer = k.total if tally.melders < k.total else None
    report = SafeReport(
        tally.organisation, tally.period.label, level.label, False,
        k.subject, k.characteristic, k.total, fewer, tables, example,
    )  # fmt: skip
    return Protected(report, reasons)


def _tables(tally: Tally, k: Thresholds, reasons: Reasons) -> Iterable[SafeTable]:
    """The small-total rules look at printed numbers only: below ``k.total`` activities alone, below
    ``k.detail`` the total besides.
    """
    if tally.melders >= k.total:
        yield _key_table(tally, k, reasons)
    if tally.melders >= k.detail:
        for table in tally.tables:
            rule = _RULES.get(table.code)
            if rule is not None:
                yield rule(table, tally, k, reasons)
    yield _as_it_is(tally.table(TableCode.ACTIVITIES))


def _columns(table: TallyTable) -> tuple[SafeColumn, ...]:
    return tuple(SafeColumn(column.label, column.unit) for column in table.columns)


def _row(line: Line, figures: tuple[Figure, ...]) -> SafeRow:
    main = line.main.value if line.main else None
    return SafeRow(line.code, line.label, figures, line.kind, main)


def _numbers(line: Line) -> tuple[Figure, ...]:
    if line.outside:
        return tuple(Mark.OUTSIDE for _ in line.counts)
    return tuple(count.number for count in line.counts)


def _total(table: TallyTable) -> tuple[Figure, ...] | None:
    return None if table.total is None else tuple(count.number for count in table.total)


def _as_it_is(table: TallyTable) -> SafeTable:
    rows = tuple(_row(line, _numbers(line)) for line in table.lines)
    adds_up = table.total is not None
    return SafeTable(table.code, _columns(table), rows, _total(table), adds_up=adds_up)


# --- zonder drempel ---------------------------------------------------------------------------


def _exact(tally: Tally, example: bool) -> SafeReport:
    """Everything as it is. Leaves and unknowns of which there are none are left out, and so are
    tables with nothing in them: every number is public here, so leaving out tells nothing.
    """
    tables = tuple(
        _as_it_is(_without_empty(table))
        for table in tally.tables
        if _says_something(table, tally.melders)
    )
    return SafeReport(
        tally.organisation, tally.period.label, Level.NONE.label, True,
        None, None, None, None, tables, example,
    )  # fmt: skip


def _says_something(table: TallyTable, melders: int) -> bool:
    if table.code is TableCode.SUBJECT_ORIGIN:
        return melders >= CROSSED_FROM
    if table.code in (TableCode.KEY, TableCode.SUBJECT, TableCode.ACTIVITIES):
        return True
    return any(c.number for line in table.lines if line.code != UNKNOWN for c in line.counts)


def _without_empty(table: TallyTable) -> TallyTable:
    """Without leaves and unknowns of which there are none, and without a rest that is the whole."""
    wholes = {line.code: line.number for line in table.lines if line.kind is RowKind.TOP}

    def kept(line: Line) -> bool:
        if line.kind is RowKind.LEAF and line.main and line.code == rest_of(line.main):
            return 0 < line.number < wholes[line.main.value]
        optional = line.kind is RowKind.LEAF or line.code == UNKNOWN
        return not optional or any(count.number for count in line.counts)

    return replace(table, lines=tuple(line for line in table.lines if kept(line)))


# --- with thresholds --------------------------------------------------------------------------


def _key_table(tally: Tally, k: Thresholds, reasons: Reasons) -> SafeTable:
    """Talks, dossiers and hours beside the melders: together, or none of them."""
    table = tally.table(TableCode.KEY)
    line = table.lines[0]
    melders, talks, dossiers, _hours = (count.number for count in line.counts)
    together = tally.melders >= k.detail and all(
        may_show_difference(larger, smaller, k.total)
        for larger, smaller in ((talks, melders), (talks, dossiers), (dossiers, melders))
    )
    figures: tuple[Figure, ...] = _numbers(line)
    if not together:
        figures = (melders, *(Mark.HIDDEN for _ in line.counts[1:]))
        reasons.update(
            {(table.code, line.code, i): Why.PROTECTS_ANOTHER for i in range(1, len(figures))}
        )
    return SafeTable(table.code, _columns(table), (_row(line, figures),), adds_up=False)


def _note(table: TallyTable, line: Line, k: int, reasons: Reasons) -> None:
    why = Why.SMALL if line.number < k else Why.PROTECTS_ANOTHER
    reasons[table.code, line.code, 0] = why


def _tree(k_of: Callable[[Thresholds], int]) -> "Rule":
    """A table of wholes with their parts: wholes by the flat rule, parts below a shown whole."""

    def rule(
        table: TallyTable, tally: Tally, thresholds: Thresholds, reasons: Reasons
    ) -> SafeTable:
        k = k_of(thresholds)
        tops = [line for line in table.lines if line.kind is not RowKind.LEAF and not line.outside]
        hidden = {tops[position].code for position in cells_to_hide([t.number for t in tops], k)}
        rows: list[SafeRow] = []
        for top in (line for line in table.lines if line.kind is not RowKind.LEAF):
            if top.code in hidden:
                rows.append(_row(top, (Mark.HIDDEN,)))
                _note(table, top, k, reasons)
            else:
                rows.append(_row(top, _numbers(top)))
                rows += _parts(table, top, k)
        together = sum(top.number for top in tops if top.code in hidden) if hidden else None
        return SafeTable(table.code, _columns(table), tuple(rows), (tally.melders,), together)

    return rule


def _parts(table: TallyTable, top: Line, k: int) -> list[SafeRow]:
    """The parts of a shown whole that may be shown; the others together as one row *overig*."""
    if top.kind is RowKind.OWN_COLUMN:
        return []
    parts = [line for line in table.lines if line.kind is RowKind.LEAF and line.parent == top.code]
    unsorted = [n for n, p in enumerate(parts) if p.main and p.code == rest_of(p.main)]
    shown = parts_to_show([part.number for part in parts], k, frozenset(unsorted))
    if not shown:
        return []
    rows = [_row(part, _numbers(part)) for position, part in enumerate(parts) if position in shown]
    rest = sum(part.number for position, part in enumerate(parts) if position not in shown)
    if len(shown) < len(parts):
        main = top.main.value if top.main else None
        rows.append(SafeRow(together_code(top.code), REST_LABEL, (rest,), RowKind.REST, main))
    return rows


def _flat(table: TallyTable, tally: Tally, thresholds: Thresholds, reasons: Reasons) -> SafeTable:
    k = thresholds.characteristic
    hidden = cells_to_hide([line.number for line in table.lines], k)
    rows = _hidden_rows(table, hidden, k, reasons)
    together = sum(table.lines[position].number for position in hidden) if hidden else None
    return SafeTable(table.code, _columns(table), rows, (tally.melders,), together)


def _hidden_rows(
    table: TallyTable, hidden: frozenset[int], k: int, reasons: Reasons
) -> tuple[SafeRow, ...]:
    for position in hidden:
        _note(table, table.lines[position], k, reasons)
    return tuple(
        _row(line, (Mark.HIDDEN,) if position in hidden else _numbers(line))
        for position, line in enumerate(table.lines)
    )


def _not_adding(
    table: TallyTable, tally: Tally, thresholds: Thresholds, reasons: Reasons
) -> SafeTable:
    """Lines that do not add up: how many have it and how many have not are both no small number."""
    k = thresholds.characteristic
    hidden = frozenset(
        position
        for position, line in enumerate(table.lines)
        if line.number < k or tally.melders - line.number < k
    )
    rows = _hidden_rows(table, hidden, k, reasons)
    return SafeTable(table.code, _columns(table), rows, adds_up=False)


def _became_known(
    table: TallyTable, tally: Tally, thresholds: Thresholds, reasons: Reasons
) -> SafeTable:
    """What became known in the year. A reader may know that it concerns the melders of this very
    year, and then those of whom nothing became known are the total less the lines. They are never
    printed; here they count as one more hidden cell, and no total is printed.
    """
    k = thresholds.characteristic
    numbers = [line.number for line in table.lines]
    unknown = max(tally.melders - sum(numbers), 0)
    hidden = frozenset(p for p, number in enumerate(numbers) if number < k)
    left = unknown + sum(numbers[p] for p in hidden)
    safe = left >= k - 1 if hidden else left >= k
    if not safe:
        showable = [position for position in range(len(numbers)) if position not in hidden]
        hidden = hidden.union(showable[-1:])
    rows = _hidden_rows(table, hidden, k, reasons)
    return SafeTable(table.code, _columns(table), rows, adds_up=False)


Rule = Callable[[TallyTable, Tally, Thresholds, Reasons], SafeTable]

_RULES: dict[TableCode, Rule] = {
    TableCode.SUBJECT: _tree(lambda k: k.subject),
    TableCode.CONTACT: _flat,
    TableCode.ORIGIN: _tree(lambda k: k.characteristic),
    TableCode.RELATION: _flat,
    TableCode.INTERVENTIONS: _not_adding,
    TableCode.REFERRALS: _not_adding,
    TableCode.HANDLING: _became_known,
    TableCode.OUTCOME: _became_known,
    TableCode.MEASURE: _became_known,
    TableCode.ENDING: _became_known,
}
