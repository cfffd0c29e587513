"""The factsheet's number tiles and subject bars."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from vp_logboek.domain.safe_report import Figure, Mark, SafeRow, SafeTable, printed
from vp_logboek.domain.tables import RowKind
from vp_logboek.report import style, table_words, wrap
from vp_logboek.report.elements import Element
from vp_logboek.report.marks import reads_as
from vp_logboek.report.paper import Paper, place
from vp_logboek.report.prose import baseline, fitted, set_lines
from vp_logboek.report.style import LEFT, RIGHT, WIDTH

_TILE_HEIGHT = 9.5 * style.GRID
_TILE_GAP = 1.5 * style.GRID
_TILE_PADDING = 1.75 * style.GRID
_LABEL = 22 * style.GRID
_BAR_START = _LABEL + 2 * style.GRID
_BAR_HEIGHT = 2 * style.GRID
_BAR_LONGEST = RIGHT - LEFT - _BAR_START - 5 * style.GRID
_ROOM = 40 * style.GRID
"""What the bars take together on the first page, as long as their number lets them."""
_ROOMIEST, _TIGHTEST = 1.75 * style.GRID, 0.375 * style.GRID
_HIGHEST_FIRST, _HIGHEST = 52 * style.GRID, 84 * style.GRID
"""What fits below the tiles, and on a page of its own: more bars are another figure."""
_STUB = 3 * style.GRID
_EDGE = 4.0


@dataclass(frozen=True, slots=True)
class Tiles:
    """Number tiles side by side: what stands large, and what it counts."""

    tiles: tuple[tuple[str, str], ...]

    @property
    def height(self) -> float:
        """Their height in points."""
        return _TILE_HEIGHT

    def draw(self, paper: Paper, x: float, y: float) -> None:
        """Draw them with their left upper corner here."""
        tiles = Element("L")
        width = (WIDTH - (len(self.tiles) - 1) * _TILE_GAP) / len(self.tiles)
        for number, (large, small) in enumerate(self.tiles):
            item = Element("LI", tiles)
            _tile(paper, x + number * (width + _TILE_GAP), y, width, (large, small), item)


def _tile(
    paper: Paper, x: float, y: float, width: float, said: tuple[str, str], item: Element
) -> None:
    """One tile; what it counts is read before the figure, as the label of the item. A hidden
    figure looks as it does among the bars.
    """
    large, small = said
    with paper.artifact():
        paper.card(x, y, width, _TILE_HEIGHT, style.PAPER)
    at, room = x + _TILE_PADDING, width - 2 * _TILE_PADDING
    with paper.content(Element("Lbl", item)):
        paper.text(at, y + 7.75 * style.GRID, small, style.TILE_LABEL)
    with paper.content(reads_as(large, Element("LBody", item))):
        if large == Mark.HIDDEN.value:
            paper.stub(at, y + 2.75 * style.GRID, _STUB, 2 * style.GRID)
            at += _STUB + style.GRID
        paper.text(at, y + 5 * style.GRID, large, fitted(large, style.TILE_FIGURE, room))


@dataclass(frozen=True, slots=True)
class Bar:
    """A subject: label, bar and figure. A hidden figure has a stub of fixed length."""

    label: tuple[str, ...]
    figure: Figure
    colour: str
    length: float
    padding: float

    @property
    def height(self) -> float:
        """Its height in points."""
        return len(self.label) * style.BAR_LABEL.leading + 2 * self.padding

    def draw(self, paper: Paper, x: float, y: float) -> None:
        """Draw it with its left upper corner here."""
        middle = y + self.height / 2
        start = x + _BAR_START
        paper.box(x, y + self.padding - 2, _EDGE, self.height - 2 * self.padding + 4, self.colour)
        set_lines(paper, x + 1.5 * style.GRID, y + self.padding, self.label, style.BAR_LABEL)
        end = start + self._draw_bar(paper, start, middle - _BAR_HEIGHT / 2)
        at = baseline(middle - style.BAR_FIGURE.leading / 2, style.BAR_FIGURE)
        paper.text(end + 0.75 * style.GRID, at, printed(self.figure), style.BAR_FIGURE)
        paper.upright(start, y, self.height)

    def _draw_bar(self, paper: Paper, x: float, y: float) -> float:
        if self.figure is Mark.HIDDEN:
            paper.stub(x, y, _STUB, _BAR_HEIGHT)
            return _STUB
        if self.length > 0:
            paper.box(x, y, self.length, _BAR_HEIGHT, self.colour)
        return self.length


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars below each other: one figure, which ``alt`` says in words."""

    bars: tuple[Bar, ...]
    alt: str

    @property
    def height(self) -> float:
        """Its height in points."""
        return sum(bar.height for bar in self.bars)

    def draw(self, paper: Paper, x: float, y: float) -> None:
        """Draw it with its left upper corner here."""
        with paper.content(Element("Figure", alt=self.alt, box=place(x, y, WIDTH, self.height))):
            for bar in self.bars:
                bar.draw(paper, x, y)
                y += bar.height


def charts(table: SafeTable, title: str, room: float = _ROOM) -> Iterator[Chart]:
    """The bars of a table, in one figure where they fit on the first page. There they take no more
    than ``room`` together, as far as their number and labels let them.
    """
    rows = in_chart(table)
    drawn = bars(rows, room)
    unit = table.columns[0].unit.label
    start, highest = 0, _HIGHEST_FIRST
    while start < len(rows):
        end = start + max(1, _fitting(drawn[start:], highest))
        alt = table_words.chart_alt(title, unit, rows[start:end])
        yield Chart(drawn[start:end], alt)
        start, highest = end, _HIGHEST


def _fitting(drawn: Sequence[Bar], room: float) -> int:
    """How many of the bars fit."""
    heights = accumulate(bar.height for bar in drawn)
    return sum(height <= room for height in heights)


def in_chart(table: SafeTable) -> tuple[SafeRow, ...]:
    """The rows that have a bar: main classes and columns of their own, in their fixed order. A
    column of its own of which there were none is said in a line below instead.
    """
    return tuple(
        row
        for row in table.rows
        if row.kind is RowKind.TOP or (row.kind is RowKind.OWN_COLUMN and row.figures[0] != 0)
    )


def none_in_chart(table: SafeTable) -> tuple[SafeRow, ...]:
    """The columns of their own of which there were none."""
    return tuple(r for r in table.rows if r.kind is RowKind.OWN_COLUMN and r.figures[0] == 0)


def bars(rows: Sequence[SafeRow], room: float = _ROOM) -> tuple[Bar, ...]:
    """Bars whose lengths are to scale with the largest figure that is printed."""
    shown = [row.figures[0] for row in rows if isinstance(row.figures[0], int)]
    largest = max(shown, default=0)
    labels = [wrap.lines(row.label, style.BAR_LABEL, _LABEL - 1.5 * style.GRID) for row in rows]
    lines = sum(map(len, labels)) * style.BAR_LABEL.leading
    spare = (min(room, _ROOM) - lines) / max(2 * len(rows), 1)
    padding = max(_TIGHTEST, min(_ROOMIEST, spare))
    return tuple(
        _bar(row, label, largest, padding) for row, label in zip(rows, labels, strict=True)
    )


def _bar(row: SafeRow, label: tuple[str, ...], largest: int, padding: float) -> Bar:
    figure = row.figures[0]
    length = _BAR_LONGEST * figure / largest if isinstance(figure, int) and largest else 0.0
    return Bar(label, figure, style.colour_of(row.main), length, padding)
