"""A table as it stands in the file, beside that of the report: cell for cell."""

from collections.abc import Iterator

from vp_logboek.domain.errors_report import Fault, OverviewRefused
from vp_logboek.domain.safe_report import Figure, SafeTable, printed
from vp_logboek.domain.tables import RowKind
from vp_logboek.report import table_words, wording
from vp_logboek.report.fonts import clean
from vp_logboek.report.selfcheck import expected
from vp_logboek.report.selfcheck.element import Node

Cell = tuple[str, str | None, str, str | None]
"""The tag of a cell, the scope of a head, its text, and what is read in place of it."""
COLUMN, ROW = "Column", "Row"


def check_table(node: Node, table: SafeTable) -> int:
    """How many figures and marks there are. Raises OverviewRefused for any that differs."""
    if [kid.tag for kid in node.kids] != ["Caption", "THead", "TBody"]:
        raise OverviewRefused(Fault.STRUCTURE, "Table")
    caption, head, body = node.kids
    if caption.text != table.title:
        raise OverviewRefused(Fault.TABLE, table.code.value)
    above = [("TH", COLUMN, text, None) for text in expected.heads(table)]
    if _cells(head) != [above] or _cells(body) != list(_rows(table)):
        raise OverviewRefused(Fault.TABLE, table.code.value)
    return sum(len(row) - 1 for row in _rows(table))


def _rows(table: SafeTable) -> Iterator[list[Cell]]:
    """The rows of the report's table, its total last."""
    whole = ""
    for row in table.rows:
        is_part = row.kind in (RowKind.LEAF, RowKind.REST)
        whole = whole if is_part else row.label
        aloud = table_words.part_of(whole, row.label) if is_part else None
        yield _row(row.label, aloud, row.figures)
    if table.total is not None:
        yield _row(wording.TOTAL, None, table.total)


def _row(label: str, instead: str | None, figures: tuple[Figure, ...]) -> list[Cell]:
    cells = map(printed, figures)
    return [
        ("TH", ROW, clean(label), instead),
        *(("TD", None, text, table_words.SPOKEN.get(text)) for text in cells),
    ]


def _cells(rows: Node) -> list[list[Cell]]:
    """The cells of a head or a body."""
    return [[_cell(cell) for cell in row.kids] for row in rows.kids]


def _cell(node: Node) -> Cell:
    said, instead = spoken(node)
    return node.tag, node.scope, said, instead


def spoken(node: Node) -> tuple[str, str | None]:
    """The text of an element, and what is read in place of it. Raises OverviewRefused."""
    if not node.kids:
        return node.text, None
    if len(node.kids) > 1 or node.text:
        raise OverviewRefused(Fault.STRUCTURE, node.tag)
    return node.kids[0].text, node.kids[0].instead
