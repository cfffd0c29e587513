"""The tables of a protected report, once it is chosen what they hide."""

from collections.abc import Iterator, Mapping, Set
from enum import Enum, auto

from vp_logboek.domain.counts import Line, TallyTable
from vp_logboek.domain.disclosure.problems import Place, parts_of, tops_of
from vp_logboek.domain.safe_report import Figure, Mark, SafeColumn, SafeRow, SafeTable
from vp_logboek.domain.tables import RowKind, TableCode

REST_LABEL = "overig"


class Why(Enum):
    """Why a cell is hidden, for the counsellor's screen and never for the page."""

    SMALL = auto()
    PROTECTS_ANOTHER = auto()
    DRAWN = auto()


Reasons = Mapping[Place, Why]
"""By table, row code and position of the column."""

WITH_TOTAL = frozenset({TableCode.SUBJECT, TableCode.CONTACT, TableCode.ORIGIN, TableCode.RELATION})
"""Tables whose rows add up to the total of melders, which is printed below them."""


def together_code(whole: str) -> str:
    """The code of the row in which the parts of a whole that have no row stand together."""
    return f"{whole}_samen"


def protected_table(table: TallyTable, chosen: Set[Place], melders: int) -> SafeTable:
    """A table with the numbers that were chosen to be shown, and marks for all others.

    Parts have a row only where their number is shown.
    """
    rows = tuple(row for top in tops_of(table) for row in _with_parts(table, top, chosen))
    if table.code not in WITH_TOTAL:
        return SafeTable(table.code, columns_of(table), rows, adds_up=False)
    tops = [top for top in tops_of(table) if not top.outside]
    shown = [top.number for top in tops if (table.code, top.code, 0) in chosen]
    together = melders - sum(shown) if len(shown) < len(tops) else None
    return SafeTable(table.code, columns_of(table), rows, (melders,), together)


def columns_of(table: TallyTable) -> tuple[SafeColumn, ...]:
    """The columns as they are printed."""
    return tuple(SafeColumn(column.label, column.unit) for column in table.columns)


def row_of(line: Line, figures: tuple[Figure, ...]) -> SafeRow:
    """A row with these figures."""
    main = line.main.value if line.main else None
    return SafeRow(line.code, line.label, figures, line.kind, main)


def numbers_of(line: Line) -> tuple[Figure, ...]:
    """The exact figures of a row."""
    if line.outside:
        return tuple(Mark.OUTSIDE for _ in line.counts)
    return tuple(count.number for count in line.counts)


def _figures(table: TallyTable, line: Line, chosen: Set[Place]) -> tuple[Figure, ...]:
    if line.outside:
        return numbers_of(line)
    return tuple(
        figure if (table.code, line.code, position) in chosen else Mark.HIDDEN
        for position, figure in enumerate(numbers_of(line))
    )


def _with_parts(table: TallyTable, top: Line, chosen: Set[Place]) -> Iterator[SafeRow]:
    """A whole, the parts of it that are shown, and the others together as one row *overig*."""
    yield row_of(top, _figures(table, top, chosen))
    parts = parts_of(table, top)
    shown = [part for part in parts if (table.code, part.code, 0) in chosen]
    if not shown:
        return
    yield from (row_of(part, numbers_of(part)) for part in shown)
    if len(shown) < len(parts):
        rest = top.number - sum(part.number for part in shown)
        main = top.main.value if top.main else None
        yield SafeRow(together_code(top.code), REST_LABEL, (rest,), RowKind.REST, main)
