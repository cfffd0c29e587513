"""What was handed over outside the program: which figures can be told, and whether they can be so.

No Qt here: the widgets are in ``outside``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vp_logboek.domain.counts import TallyTable
from vp_logboek.domain.tables import TableCode, Unit
from vp_logboek.domain.tally import Tally

Key = tuple[TableCode, str]
"""A table and the code of one of its rows."""

TOTAL: Key = (TableCode.KEY, "totaal")
_TOTALS = (
    (TOTAL, "Melders in totaal", "melders in totaal"),
    ((TableCode.KEY, "gesprekken"), "Gesprekken in totaal", "gesprekken in totaal"),
    ((TableCode.KEY, "dossiers"), "Dossiers in totaal", "dossiers in totaal"),
)
MOST = 9999
NO_NUMBER = "Typ een heel getal, bijvoorbeeld 6."
MORE_THAN_TOTAL = "Dit is meer dan het totaal hierboven. Kijk beide getallen na."
MORE_THAN_WHOLE = "Dit is meer dan de regel waar het bij hoort. Kijk beide getallen na."
TOGETHER_MORE = "Samen met de andere regels is dit meer dan het totaal. Kijk de getallen na."
MORE_THAN_COUNTED = "U telt er nu {0}. Klopt dit? Dan kunt u gewoon verder."
_TELLABLE = (
    TableCode.SUBJECT,
    TableCode.CONTACT,
    TableCode.ORIGIN,
    TableCode.RELATION,
    TableCode.INTERVENTIONS,
    TableCode.REFERRALS,
    TableCode.HANDLING,
    TableCode.OUTCOME,
    TableCode.MEASURE,
    TableCode.ENDING,
)


@dataclass(frozen=True, slots=True)
class GivenRow:
    """One figure that can be told; ``counted`` is what the logbook counts now."""

    key: Key
    label: str
    counted: int
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class GivenTable:
    """The rows of one table; ``adds_up`` where they are parts of the total."""

    code: TableCode
    rows: tuple[GivenRow, ...]
    adds_up: bool


def tables_of(tally: Tally) -> tuple[GivenTable, ...]:
    """Every table of which a figure can be told."""
    return tuple(_table(tally.table(code)) for code in _TELLABLE)


def totals_of(tally: Tally) -> tuple[GivenRow, ...]:
    """The totals that can be told: of melders, of talks and of dossiers."""
    table = tally.table(TableCode.KEY)
    numbers = {
        column.unit: count.number
        for column, count in zip(table.columns, table.lines[0].counts, strict=True)
    }
    counted = (tally.melders, numbers[Unit.TALKS], numbers[Unit.DOSSIERS])
    return tuple(
        GivenRow(key, label, number)
        for (key, label, _), number in zip(_TOTALS, counted, strict=True)
    )


def _table(table: TallyTable) -> GivenTable:
    rows = tuple(
        GivenRow((table.code, line.code), line.label, line.number, line.parent)
        for line in table.lines
        if not line.outside
    )
    return GivenTable(table.code, rows, table.total is not None)


def is_part(row: GivenRow) -> bool:
    """Whether this row is part of another."""
    return row.parent is not None


def number_of(text: str) -> int | None:
    """A figure as typed; None when it is no whole number from 0 to 9999."""
    plain = text.strip()
    if not plain.isascii() or not plain.isdigit() or int(plain) > MOST:
        return None
    return int(plain)


def problems(tables: tuple[GivenTable, ...], numbers: Mapping[Key, int]) -> dict[Key, str]:
    """What cannot be true, by figure: a part is no more than its whole, nor parts together."""
    found: dict[Key, str] = {}
    for table in tables:
        found.update(_problems(table, numbers))
    return found


def _problems(table: GivenTable, numbers: Mapping[Key, int]) -> Iterator[tuple[Key, str]]:
    total = numbers.get(TOTAL)
    told = [row for row in table.rows if row.key in numbers]
    for row in told:
        whole = numbers.get((table.code, row.parent)) if row.parent is not None else None
        if total is not None and numbers[row.key] > total:
            yield row.key, MORE_THAN_TOTAL
        elif whole is not None and numbers[row.key] > whole:
            yield row.key, MORE_THAN_WHOLE
    if not table.adds_up:
        return
    for parent, limit in _limits(table, numbers, total):
        parts = [row for row in told if row.parent == parent]
        if len(parts) > 1 and sum(numbers[row.key] for row in parts) > limit:
            yield parts[-1].key, TOGETHER_MORE if parent is None else MORE_THAN_WHOLE


def _limits(
    table: GivenTable, numbers: Mapping[Key, int], total: int | None
) -> Iterator[tuple[str | None, int]]:
    if total is not None:
        yield None, total
    for row in table.rows:
        if row.key in numbers and row.parent is None:
            yield row.key[1], numbers[row.key]


def named(tables: tuple[GivenTable, ...], numbers: Mapping[Key, int]) -> str:
    """The figures that were told, in one line."""
    labels = {key: label for key, _, label in _TOTALS}
    labels.update({row.key: row.label for table in tables for row in table.rows})
    return ", ".join(f"{label} {numbers[key]}" for key, label in labels.items() if key in numbers)
