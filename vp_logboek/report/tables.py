"""The tables: a title, the unit above every column, rows, a total and what must be said of them."""

from collections.abc import Iterator, Sequence

from vp_logboek.domain.safe_report import SafeRow, SafeTable, printed
from vp_logboek.domain.tables import RowKind
from vp_logboek.report import style, table_words, wording, wrap
from vp_logboek.report.columns import Columns
from vp_logboek.report.flow import Group, Part, Space
from vp_logboek.report.prose import CAPTION, Heading, Lines, Repeated, heading, set_text
from vp_logboek.report.rows import Head, Line, Row, TableTags
from vp_logboek.report.style import COLUMN

_INDENT = style.GRID
_LEAST_LABEL = 7 * style.GRID


def table_group(table: SafeTable, width: float = COLUMN) -> Group:
    """A table as it comes on the page."""
    columns = Columns.of(table, width)
    tags = TableTags()
    head = Head(columns, tags.head)
    return Group(
        head=(_caption(table.title, width, tags), head),
        rows=tuple(_rows(table, columns, tags)),
        tail=(_total(table, columns, tags), *_notes(table, width), Space(2.25 * style.GRID)),
        again=(
            _repeated(table.title, width),
            head.again(),
        ),
        openers=frozenset(
            position
            for position, below in enumerate(table.rows[1:])
            if _is_part(below) and not _is_part(table.rows[position])
        ),
    )


def needs_the_width(table: SafeTable) -> bool:
    """Whether half the page leaves too little room for the labels."""
    return Columns.of(table).label < _LEAST_LABEL


def not_shown(tables: Sequence[SafeTable], width: float = COLUMN) -> Group:
    """The one sentence that names the tables of which no figure may be shown."""
    said = table_words.not_shown([table.title for table in tables])
    return Group(head=(set_text(said, style.SMALL, width, 2 * style.GRID),))


def _caption(title: str, width: float, tags: TableTags) -> Heading:
    return heading(title, style.TABLE_TITLE, width, CAPTION, 1, tags.table)


def _repeated(title: str, width: float) -> Repeated:
    return Repeated(set_text(table_words.continued(title), style.TABLE_TITLE, width, 1))


def _rows(table: SafeTable, columns: Columns, tags: TableTags) -> Iterator[Row]:
    whole = ""
    for row in table.rows:
        whole = whole if _is_part(row) else row.label
        yield _row(row, whole, table, columns, tags)


def _row(row: SafeRow, whole: str, table: SafeTable, columns: Columns, tags: TableTags) -> Row:
    strong = style.CELL_STRONG if any(map(_is_part, table.rows)) else style.CELL
    text_style = style.CELL_PART if _is_part(row) else strong
    indent = (_INDENT if row.main else 0.0) + (_INDENT if _is_part(row) else 0.0)
    return Row(
        wrap.lines(row.label, text_style, columns.label - indent),
        tuple(printed(figure) for figure in row.figures),
        columns,
        tags.body,
        text_style,
        indent,
        style.colour_of(row.main) if row.main else None,
        table_words.part_of(whole, row.label) if _is_part(row) else "",
    )


def _is_part(row: SafeRow) -> bool:
    return row.kind in (RowKind.LEAF, RowKind.REST)


def _total(table: SafeTable, columns: Columns, tags: TableTags) -> Part:
    """The total, or the line that ends a table without one."""
    if table.total is None:
        return Line(columns.width)
    figures = tuple(printed(figure) for figure in table.total)
    return Row((wording.TOTAL,), figures, columns, tags.body, style.CELL_STRONG, is_total=True)


def _notes(table: SafeTable, width: float) -> tuple[Lines, ...]:
    return tuple(set_text(text, style.SMALL, width) for text in table_words.notes(table))
