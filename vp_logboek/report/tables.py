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
_NARROWEST = 3 * style.GRID
_NARROWEST_WIDE = 6 * style.GRID
"""Over the whole width of the page: the figures then stand not too far from their labels."""
_UNIT = 6 * style.GRID
_UNIT_GAP = 4.0


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the figures of a table end, from left to right, and how wide its labels may be.

    A table of one column has its unit to the right of the figures, in its head and its total.
    ``width`` is that of the whole table.
    """

    ends: tuple[float, ...]
    widths: tuple[float, ...]
    label: float
    width: float = COLUMN

    @classmethod
    def of(cls, table: SafeTable, width: float = COLUMN) -> "Columns":
        """Columns as wide as their heads and figures need."""
        least = _NARROWEST if width <= COLUMN else _NARROWEST_WIDE
        widths = tuple(
            max(least, _column_width(column, _figures_in(table, position), not _unit(table)))
            for position, column in enumerate(table.columns)
        )
        ends = []
        right = width - (_UNIT if len(widths) == 1 else 0.0)
        for each in reversed(widths):
            ends.append(right)
            right -= each + _BETWEEN
        return cls(tuple(reversed(ends)), widths, right, width)


@dataclass(frozen=True, slots=True)
class Head:
    """The names of the columns with the unit each counts."""

    cells: tuple[tuple[str, ...], ...]
    columns: Columns
    unit: str = ""

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
        if self.unit:
            paper.text(x + self.columns.ends[-1] + _UNIT_GAP, at, self.unit, style.COLUMN_HEAD)
        paper.rule(x, y + self.height - 1, self.columns.width)


@dataclass(frozen=True, slots=True)
class Line:
    """The line below the last row of a table without a total."""

    width: float
    height: float = 4.0

    def draw(self, paper: Paper, x: float, y: float) -> None:
        """Draw it with its left upper corner here."""
        paper.rule(x, y + 1, self.width)


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
            paper.rule(x, y + 1, self.columns.width)
            y += 2
        if self.colour is not None:
            paper.box(x, y + _PADDING, _EDGE, self.height - 2 * _PADDING, self.colour)
        for number, line in enumerate(self.label):
            at = baseline(y + _PADDING + number * self.style.leading, self.style)
            paper.text(x + self.indent, at, line, self.style)
        for figure, end in zip(self.figures, self.columns.ends, strict=True):
            paper.text_right(x + end, at, figure, _figure_style(figure, self.style))
        if self.unit:
            paper.text(x + self.columns.ends[-1] + _UNIT_GAP, at, self.unit, style.COLUMN_HEAD)


def table_group(table: SafeTable, width: float = COLUMN) -> Group:
    """A table as it comes on the page."""
    columns = Columns.of(table, width)
    head = _head(table, columns)
    title = set_text(table.title, style.TABLE_TITLE, width, 1)
    again = set_text(f"{table.title} ({wording.CONTINUED})", style.TABLE_TITLE, width, 1)
    return Group(
        head=(Heading(title, 1), head),
        rows=tuple(_row(row, table, columns) for row in table.rows),
        tail=(_total(table, columns), *_notes(table, width), Space(2.25 * style.GRID)),
        again=(again, head),
        openers=frozenset(
            position
            for position, below in enumerate(table.rows[1:])
            if _is_part(below) and not _is_part(table.rows[position])
        ),
    )


def not_shown(tables: Sequence[SafeTable], width: float = COLUMN) -> Group:
    """The one sentence that names the tables of which no figure may be shown."""
    names = "; ".join(table.title for table in tables)
    text = set_text(f"{wording.NOT_SHOWN_INTRO} {names}.", style.SMALL, width, 2 * style.GRID)
    return Group(head=(text,))


def _row(row: SafeRow, table: SafeTable, columns: Columns) -> Row:
    whole = style.CELL_STRONG if any(map(_is_part, table.rows)) else style.CELL
    text_style = style.CELL_PART if _is_part(row) else whole
    indent = (_INDENT if row.main else 0.0) + (_INDENT if _is_part(row) else 0.0)
    return Row(
        wrap.lines(row.label, text_style, columns.label - indent),
        tuple(printed(figure) for figure in row.figures),
        columns,
        text_style,
        indent,
        style.colour_of(row.main) if row.main else None,
    )


def _is_part(row: SafeRow) -> bool:
    return row.kind in (RowKind.LEAF, RowKind.REST)


def _total(table: SafeTable, columns: Columns) -> Part:
    """The total with its unit, or the line that ends a table without one."""
    if table.total is None:
        return Line(columns.width)
    figures = tuple(printed(figure) for figure in table.total)
    return Row((wording.TOTAL,), figures, columns, style.CELL_STRONG, unit=_unit(table), ruled=True)


def _unit(table: SafeTable) -> str:
    return table.columns[0].unit.label if len(table.columns) == 1 else ""


def _notes(table: SafeTable, width: float) -> tuple[Lines, ...]:
    said = []
    if table.together is not None:
        said.append(wording.together(table.together, table.columns[0].unit.label))
    if not table.adds_up and len(table.rows) > 1 and table.code in wording.DOES_NOT_ADD_UP:
        said.append(wording.DOES_NOT_ADD_UP[table.code])
    return tuple(set_text(text, style.SMALL, width) for text in said)


def _head(table: SafeTable, columns: Columns) -> Head:
    unit = _unit(table)
    cells = tuple(
        (column.label,) if unit else _head_cell(column, width)
        for column, width in zip(table.columns, columns.widths, strict=True)
    )
    return Head(cells, columns, unit)


def _head_cell(column: SafeColumn, width: float) -> tuple[str, ...]:
    """The label and the unit below it, once where they are the same word."""
    unit = column.unit.label
    label = wrap.lines(column.label, style.COLUMN_HEAD, width)
    return label if column.label == unit else (*label, unit)


def _column_width(column: SafeColumn, figures: Sequence[str], in_head: bool) -> float:
    words = column.label.split() + ([column.unit.label] if in_head else [])
    widest_word = max(_wide(word, style.COLUMN_HEAD) for word in words)
    widest_figure = max((_wide(figure, style.CELL_STRONG) for figure in figures), default=0.0)
    return max(widest_word + 0.1, widest_figure)


def _figures_in(table: SafeTable, position: int) -> list[str]:
    rows = [row.figures for row in table.rows]
    return [printed(f[position]) for f in (*rows, *([table.total] if table.total else []))]


def _figure_style(figure: str, text_style: TextStyle) -> TextStyle:
    """Marks are set heavier: a thin dot could be taken for a speck on the paper."""
    return text_style if figure.isdigit() else style.CELL_STRONG


def _wide(text: str, text_style: TextStyle) -> float:
    return fonts.width(text, text_style.face, text_style.size)
