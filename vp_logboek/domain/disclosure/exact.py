"""Zonder drempel: every number as it is, because the organisation chose so."""

from dataclasses import replace

from vp_logboek.domain.counting import UNKNOWN
from vp_logboek.domain.counts import Line, TallyTable
from vp_logboek.domain.disclosure.levels import CROSSED_FROM, Level
from vp_logboek.domain.disclosure.rows import columns_of, numbers_of, row_of
from vp_logboek.domain.safe_report import Figure, SafeReport, SafeTable
from vp_logboek.domain.subjects import rest_of
from vp_logboek.domain.tables import RowKind, TableCode
from vp_logboek.domain.tally import Tally

_ALWAYS = frozenset({TableCode.KEY, TableCode.SUBJECT, TableCode.ACTIVITIES})


def exact_report(tally: Tally, example: bool) -> SafeReport:
    """Everything as it is. Leaves and unknowns of which there are none are left out, and so are
    tables with nothing in them: every number is public here, so leaving out tells nothing.
    """
    tables = tuple(
        as_it_is(_without_empty(table))
        for table in tally.tables
        if _says_something(table, tally.melders)
    )
    return SafeReport(
        tally.organisation, tally.period.label, Level.NONE.label, True,
        None, None, None, None, tables, example,
    )  # fmt: skip


def as_it_is(table: TallyTable) -> SafeTable:
    """A table with its exact numbers."""
    rows = tuple(row_of(line, numbers_of(line)) for line in table.lines)
    return SafeTable(
        table.code, columns_of(table), rows, _total(table), adds_up=table.total is not None
    )


def _total(table: TallyTable) -> tuple[Figure, ...] | None:
    return None if table.total is None else tuple(count.number for count in table.total)


def _says_something(table: TallyTable, melders: int) -> bool:
    if table.code in _ALWAYS:
        return True
    if table.code is TableCode.SUBJECT_ORIGIN:
        return melders >= CROSSED_FROM
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
