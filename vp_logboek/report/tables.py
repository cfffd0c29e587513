"""The tables: a title, the unit above every column, rows, a total and what must be said of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from vp_logboek.domain.safe_report import SafeColumn, SafeRow, SafeTable, printed
from vp_logboek.domain.tables import RowKind
from vp_logboek.report import fonts, style, wording, wrap
from vp_logboek.report.flow import Group, Part, Space
from vp_logboek.report.paper import Paper
from vp_logboek.report.prose import Heading, Lines, baseline, set_text
from vp_logboek.report.style import COLUMN, TextStyle

_INDENT = style.GRID
_EDGE = 3.0
_PADDING = 1.75
_BETWEEN = 6.0
_NARROWEST = 34.0


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the figures of a table end, from left to right, and how wide its labels may be.

    ``after`` is kept free to the right of the last figure for the unit of a total.
    """

    ends: tuple[float, ...]
    widths: tuple[float, ...]
    label: float
    after: float

    @classmethod
    def of(cls, table: SafeTable) -> "Columns":
        """Columns as wide as their heads and figures need."""
        widths = tuple(
            _column_width(column, _figures_in(table, position))
            for position, column in enumerate(table.columns)
        )
        after = _unit_width(table)
        ends = []
        right = COLUMN - after
        for width in reversed(widths):
            ends.append(right)
            right -= width + _BETWEEN
        return cls(tuple(reversed(ends)), widths, right, after)


@dataclass(frozen=True, slots=True)
class Head:
    """The names of the columns with the unit each counts."""

    cells: tuple[tuple[str, ...], ...]
    columns: Columns

    @property
    def height(self) -> float:
        """Its height in points."""
        return self._lines * style.COLUMN_HEAD.leading + 4

    @property
    def _lines(self) -> int:
        return max(len(cell) for cell in self.cells)

    def draw(self, paper: Paper, x: float, y: float) -> None:
        """Draw it with its left upper corner here."""
        leading = style.COLUMN_HEAD.leading
        for cell, end in zip(self.cells, self.columns.ends, strict=True):
            top = y + (self._lines - len(cell)) * leading
            for number, line in enumerate(cell):
                at = baseline(top + number * leading, style.COLUMN_HEAD)
                paper.text_right(x + end, at, line, style.COLUMN_HEAD)
        paper.rule(x, y + self.height - 1, COLUMN)


@dataclass(frozen=True, slots=True)
class Row:
    """One row. Its figures stand on the last line of its label, so that they are read together."""

    label: tuple[str, ...]
    figures: tuple[str, ...]
    columns: Columns
    style: TextStyle
    indent: float = 0.0
    colour: str | None = None
    unit: str = ""
    ruled: bool = False

    @property
    def height(self) -> float:
        """Its height in points."""
        return len(self.label) * self.style.leading + 2 * _PADDING + (2 if self.ruled else 0)

    def draw(self, paper: Paper, x: float, y: float) -> None:
        """Draw it with its left upper corner here."""
        if self.ruled:
            paper.rule(x, y + 1, COLUMN)
            y += 2
        if self.colour is not None:
            paper.box(x, y + _PADDING, _EDGE, self.height - 2 * _PADDING, self.colour)
        for number, line in enumerate(self.label):
            at = baseline(y + _PADDING + number * self.style.leading, self.style)
            paper.text(x + self.indent, at, line, self.style)
        for figure, end in zip(self.figures, self.columns.ends, strict=True):
            paper.text_right(x + end, at, figure, self.style)
        if self.unit:
            paper.text(x + self.columns.ends[-1] + 4, at, self.unit, style.COLUMN_HEAD)


def table_group(table: SafeTable) -> Group:
    """A table as it comes on the page."""
    columns = Columns.of(table)
    head = Head(tuple(_head_cell(c, w) for c, w in zip(table.columns, columns.widths, strict=True)),
                columns)  # fmt: skip
    title = set_text(table.title, style.TABLE_TITLE, COLUMN, 1)
    again = set_text(f"{table.title} ({wording.CONTINUED})", style.TABLE_TITLE, COLUMN, 1)
    return Group(
        head=(Heading(title, 1), head),
        rows=tuple(_row(row, table, columns) for row in table.rows),
        tail=(*_total(table, columns), *_notes(table), Space(2.25 * style.GRID)),
        again=(again, head),
    )


def not_shown(tables: Sequence[SafeTable]) -> Group:
    """The one sentence that names the tables of which no figure may be shown."""
    names = "; ".join(table.title for table in tables)
    text = set_text(f"{wording.NOT_SHOWN_INTRO} {names}.", style.SMALL, COLUMN, 2 * style.GRID)
    return Group(head=(text,))


def _row(row: SafeRow, table: SafeTable, columns: Columns) -> Row:
    has_parts = any(r.kind in (RowKind.LEAF, RowKind.REST) for r in table.rows)
    is_part = row.kind in (RowKind.LEAF, RowKind.REST)
    whole = style.CELL_STRONG if has_parts else style.CELL
    indent = (_INDENT if row.main else 0.0) + (_INDENT if is_part else 0.0)
    return Row(
        wrap.lines(row.label, style.CELL_PART if is_part else whole, columns.label - indent),
        tuple(printed(figure) for figure in row.figures),
        columns,
        style.CELL_PART if is_part else whole,
        indent,
        style.colour_of(row.main) if row.main else None,
    )


def _total(table: SafeTable, columns: Columns) -> tuple[Part, ...]:
    if table.total is None:
        return ()
    figures = tuple(printed(figure) for figure in table.total)
    unit = table.columns[0].unit.label if len(table.columns) == 1 else ""
    return (Row(("Totaal",), figures, columns, style.CELL_STRONG, unit=unit, ruled=True),)


def _notes(table: SafeTable) -> tuple[Lines, ...]:
    said = []
    if table.together is not None:
        said.append(wording.together(table.together, table.columns[0].unit.label))
    if not table.adds_up and len(table.rows) > 1 and table.code in wording.DOES_NOT_ADD_UP:
        said.append(wording.DOES_NOT_ADD_UP[table.code])
    return tuple(set_text(text, style.SMALL, COLUMN) for text in said)


def _head_cell(column: SafeColumn, width: float) -> tuple[str, ...]:
    unit = column.unit.label
    text = unit if column.label == unit else f"{column.label} {unit}"
    return wrap.lines(text, style.COLUMN_HEAD, width)


def _column_width(column: SafeColumn, figures: Sequence[str]) -> float:
    words = f"{column.label} {column.unit.label}".split()
    widest_word = max(_wide(word, style.COLUMN_HEAD) for word in words)
    widest_figure = max((_wide(figure, style.CELL_STRONG) for figure in figures), default=0.0)
    return max(_NARROWEST, widest_word + 0.1, widest_figure)


def _unit_width(table: SafeTable) -> float:
    if table.total is None or len(table.columns) > 1:
        return 0.0
    return _wide(table.columns[0].unit.label, style.COLUMN_HEAD) + 4


def _figures_in(table: SafeTable, position: int) -> list[str]:
    rows = [row.figures for row in table.rows]
    return [printed(f[position]) for f in (*rows, *([table.total] if table.total else []))]


def _wide(text: str, text_style: TextStyle) -> float:
    return fonts.width(text, text_style.face, text_style.size)
