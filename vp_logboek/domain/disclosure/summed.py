"""The exact counts of several organisations added up: the rows their sum can have.

A column of its own stays one where every organisation has it; elsewhere it is part of its class
again. There are no leaves: which of them are columns differs from one organisation to the next.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from vp_logboek.domain.counts import Count, Line, TallyTable
from vp_logboek.domain.tables import RowKind, TableCode
from vp_logboek.domain.tally import Tally

OF_SUBJECTS = frozenset({TableCode.SUBJECT, TableCode.SUBJECT_ORIGIN, TableCode.TALK_SUBJECT})


def summed(tallies: Sequence[Tally], name: str) -> Tally:
    """The sum, under a name of its own. Who is known to two organisations counts in both."""
    tables = tuple(
        _summed_table([tally.table(first.code) for tally in tallies]) for first in tallies[0].tables
    )
    return Tally(name, tallies[0].period, tables)


def folded(line: Line, tables: Sequence[TallyTable]) -> str | None:
    """The code of the row of the sum in which a row stands; None for a leaf."""
    if line.kind is RowKind.LEAF:
        return None
    if line.kind is not RowKind.OWN_COLUMN or all(_has_column(line, table) for table in tables):
        return line.code
    return None if line.main is None else line.main.value


def _has_column(line: Line, table: TallyTable) -> bool:
    """Whether a table has this column, or has nothing of its class at all."""
    return any(
        (known.code == line.code and known.kind is RowKind.OWN_COLUMN)
        or (known.main is line.main and known.outside)
        for known in table.lines
    )


def _summed_table(tables: Sequence[TallyTable]) -> TallyTable:
    rows = tuple(_summed_rows(tables))
    totals = [table.total for table in tables if table.total is not None]
    return replace(tables[0], lines=rows, total=_added(totals) if totals else None)


def _summed_rows(tables: Sequence[TallyTable]) -> Iterator[Line]:
    """The rows in their order: those of the first table that has them inside the taakgebied."""
    found: dict[str, list[Line]] = {}
    for line in _in_order(tables):
        code = folded(line, tables)
        if code is not None:
            found.setdefault(code, []).append(line)
    for code, lines in found.items():
        inside = [line for line in lines if not line.outside]
        first = next((line for line in inside or lines if line.code == code), lines[0])
        yield replace(first, counts=_added([line.counts for line in inside or lines]))


def _in_order(tables: Sequence[TallyTable]) -> list[Line]:
    """All rows, those of a class together and the class itself first."""
    mains = {line.main: None for table in tables for line in table.lines}
    return [line for main in mains for table in tables for line in table.lines if line.main is main]


def _added(counts: Sequence[Sequence[Count]]) -> tuple[Count, ...]:
    return tuple(
        Count(sum(count.number for count in column), sum(count.crowd for count in column))
        for column in zip(*counts, strict=True)
    )
