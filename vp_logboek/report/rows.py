"""The head and the rows of a table, with their tags: every figure knows its row and its column."""

from dataclasses import dataclass, field, replace

from vp_logboek.report import style
from vp_logboek.report.columns import Columns
from vp_logboek.report.elements import Element
from vp_logboek.report.marks import reads_as
from vp_logboek.report.paper import Paper
from vp_logboek.report.prose import baseline, set_lines
from vp_logboek.report.style import TextStyle

_EDGE = 3.0
_PADDING = 1.75


@dataclass(frozen=True, slots=True)
class TableTags:
    """The elements of one table; it may go on over several pages."""

    table: Element = field(default_factory=lambda: Element("Table"))
    head: Element = field(init=False)
    body: Element = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "head", Element("THead", self.table))
        object.__setattr__(self, "body", Element("TBody", self.table))


@dataclass(frozen=True, slots=True)
class Head:
    """The names of the columns with the unit each counts. Without an element it stands there once
    more, above what is left of a table, and is not read again.
    """

    columns: Columns
    element: Element | None

    @property
    def height(self) -> float:
        """Its height in points."""
        return self._lines * style.COLUMN_HEAD.leading + 4

    def again(self) -> "Head":
        """The same for the next page."""
        return replace(self, element=None)

    def draw(self, paper: Paper, x: float, y: float) -> None:
        """Draw it with its left upper corner here."""
        row = Element("TR", self.element) if self.element is not None else None
        self._cell(paper, x, y, self.columns.corner, row, right=False)
        for cell, end in zip(self.columns.heads, self.columns.ends, strict=True):
            self._cell(paper, x + end, y, cell, row, right=True)
        with paper.artifact():
            paper.rule(x, y + self.height - 1, self.columns.width)

    @property
    def _lines(self) -> int:
        return max(len(cell) for cell in (self.columns.corner, *self.columns.heads))

    def _cell(
        self,
        paper: Paper,
        x: float,
        y: float,
        lines: tuple[str, ...],
        row: Element | None,
        right: bool,
    ) -> None:
        """One head; its last line stands just above the rule."""
        top = y + (self._lines - len(lines)) * style.COLUMN_HEAD.leading
        cell = Element("TH", row, scope="Column")
        with paper.content(cell) if row is not None else paper.artifact():
            for number, line in enumerate(lines):
                at = baseline(top + number * style.COLUMN_HEAD.leading, style.COLUMN_HEAD)
                put = paper.text_right if right else paper.text
                put(x, at, line, style.COLUMN_HEAD)


@dataclass(frozen=True, slots=True)
class Line:
    """The line below the last row of a table without a total."""

    width: float
    height: float = 4.0

    def draw(self, paper: Paper, x: float, y: float) -> None:
        """Draw it with its left upper corner here."""
        with paper.artifact():
            paper.rule(x, y + 1, self.width)


@dataclass(frozen=True, slots=True)
class Row:
    """One row. Its figures stand on the last line of its label, so that they are read together.

    ``instead`` is read for a label that says too little by itself.
    """

    label: tuple[str, ...]
    figures: tuple[str, ...]
    columns: Columns
    body: Element
    style: TextStyle
    indent: float = 0.0
    colour: str | None = None
    instead: str = ""
    is_total: bool = False

    @property
    def height(self) -> float:
        """Its height in points."""
        return len(self.label) * self.style.leading + 2 * _PADDING + (2 if self.is_total else 0)

    def draw(self, paper: Paper, x: float, y: float) -> None:
        """Draw it with its left upper corner here."""
        self._draw_lines(paper, x, y)
        y += 2 if self.is_total else 0
        row = Element("TR", self.body)
        self._draw_label(paper, x + self.indent, y + _PADDING, row)
        last = y + _PADDING + (len(self.label) - 1) * self.style.leading
        for figure, end in zip(self.figures, self.columns.ends, strict=True):
            with paper.content(reads_as(figure, Element("TD", row))):
                paper.text_right(x + end, baseline(last, self.style), figure, self._font(figure))

    def _draw_lines(self, paper: Paper, x: float, y: float) -> None:
        """What parts it from the row above, and the edge in the colour of its class."""
        with paper.artifact():
            if self.is_total:
                paper.rule(x, y + 1, self.columns.width)
            else:
                paper.rule(x + self.indent, y, self.columns.width - self.indent, 0.4, style.HAIR)
            if self.colour is not None:
                paper.box(x, y + _PADDING, _EDGE, self.height - 2 * _PADDING, self.colour)

    def _draw_label(self, paper: Paper, x: float, y: float, row: Element) -> None:
        head = Element("TH", row, scope="Row")
        said = Element("Span", head, instead=self.instead) if self.instead else head
        with paper.content(said):
            set_lines(paper, x, y, self.label, self.style)

    def _font(self, figure: str) -> TextStyle:
        """Marks are set heavier: a thin dot could be taken for a speck on the paper."""
        return self.style if figure.isdigit() else style.CELL_STRONG
