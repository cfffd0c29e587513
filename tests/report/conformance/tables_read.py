"""What a table is when it is read aloud, compared with the table of the SafeReport."""

from collections.abc import Iterator

from tests.report.conformance.any_report import Printing
from tests.report.conformance.reading import Node, read
from vp_logboek.domain.safe_report import Figure, Mark, SafeTable
from vp_logboek.domain.tables import RowKind, TableCode
from vp_logboek.report.fonts import clean

INSTEAD = {Mark.HIDDEN: "niet getoond", Mark.OUTSIDE: "buiten de taak"}
Cells = list[list[str]]


def assert_is_read(printing: Printing, pdf: bytes) -> None:
    """Every table is one table, whatever pages it is on."""
    document = read(pdf)
    expected = {table.title: _cells(table) for table in _as_tables(printing)}
    found = {_caption(table): _cells_read(table) for table in document.all("Table")}

    assert found == expected, printing.name


def _as_tables(printing: Printing) -> Iterator[SafeTable]:
    """The tables that are printed as such: not those that show nothing, nor the tiles again."""
    report = printing.report
    alone = {TableCode.KEY, TableCode.ACTIVITIES}
    details = any(table.code not in alone for table in report.tables)
    for table in report.tables:
        if not table.shows_nothing and (details or table.code is not TableCode.KEY):
            yield table


def _cells(table: SafeTable) -> Cells:
    """What is to be read; what is seen below its class is read with the name of the class."""
    rows, whole = [], ""
    for row in table.rows:
        label = clean(row.label)
        if row.kind in (RowKind.LEAF, RowKind.REST):
            label = f"{whole}, {label}"
        else:
            whole = label
        rows.append([label, *map(_said, row.figures)])
    return rows if table.total is None else [*rows, ["Totaal", *map(_said, table.total)]]


def _said(figure: Figure) -> str:
    return INSTEAD[figure] if isinstance(figure, Mark) else str(figure)


def _caption(table: Node) -> str:
    (caption,) = table.all("Caption")
    return caption.text


def _cells_read(table: Node) -> Cells:
    """The rows of the body, each a head and figures, under as many heads of columns."""
    (head,), (body,) = table.all("THead"), table.all("TBody")
    (names,) = head.kids
    assert all(
        name.kind == "TH" and name.attributes == {"/Scope": "/Column"} for name in names.kids
    )
    for row in body.kids:
        label, *figures = row.kids
        assert (label.kind, label.attributes) == ("TH", {"/Scope": "/Row"})
        assert {cell.kind for cell in figures} == {"TD"}
        assert len(row.kids) == len(names.kids)
    return [[_read_aloud(cell) for cell in row.kids] for row in body.kids]


def _read_aloud(node: Node) -> str:
    if "ActualText" in node.instead:
        return node.instead["ActualText"]
    return "".join(each if isinstance(each, str) else _read_aloud(each) for each in node.content)
