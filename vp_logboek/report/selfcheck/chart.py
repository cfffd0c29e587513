"""The bars: their words, their figures, lengths and places. A bar of what is hidden has none."""

from collections.abc import Sequence
from itertools import pairwise

from vp_logboek.domain.errors_report import Fault, OverviewRefused
from vp_logboek.domain.safe_report import Mark, SafeRow, SafeTable, printed
from vp_logboek.report import style, table_words
from vp_logboek.report.fonts import clean
from vp_logboek.report.selfcheck import expected
from vp_logboek.report.selfcheck.box import NEAR, Box
from vp_logboek.report.selfcheck.drawing import Drawing, Filled, Shown
from vp_logboek.report.selfcheck.element import Node

_EDGE = 4.0


def check_chart(figures: Sequence[Node], table: SafeTable, drawings: Sequence[Drawing]) -> int:
    """How many bars there are. Raises OverviewRefused unless they are those of the table."""
    rows = expected.chart_rows(table)
    left = list(rows)
    parts = [_Part(node, drawings) for node in figures]
    scale = _scale(rows, [box for part in parts for box in part.boxes])
    for part in parts:
        here: list[SafeRow] = []
        while left and part.texts:
            here.append(left.pop(0))
            part.check_row(here[-1], scale)
        part.check_all(table_words.chart_alt(
            expected.chart_title(table), table.columns[0].unit.label, here
        ))  # fmt: skip
    if left:
        raise _refused()
    return len(rows)


def _refused() -> OverviewRefused:
    return OverviewRefused(Fault.TABLE, "Figure")


def _scale(rows: Sequence[SafeRow], boxes: Sequence[Filled]) -> float:
    """How many points stand for one: the longest bar is that of the largest figure."""
    largest = max((f for row in rows if isinstance(f := row.figures[0], int)), default=0)
    longest = max((box.box.sides[0] for box in boxes), default=0.0)
    return longest / largest if largest else 0.0


class _Part:
    """One figure, of which row after row is taken away: what is left belongs to no row."""

    def __init__(self, node: Node, drawings: Sequence[Drawing]) -> None:
        if len(node.pieces) != 1:
            raise _refused()
        [(page, number)] = node.pieces
        drawing = drawings[page]
        self._node = node
        self.texts = [text for text in drawing.texts if text.mark.number == number]
        self.boxes = [box for box in drawing.boxes if box.mark.number == number]
        self._stubs = [stub for stub in drawing.stubs if stub.mark.number == number]
        self._axes = [line.box for line in drawing.lines if line.mark.number == number]
        self._rows: list[tuple[Box, Box]] = []
        self._left = list(self.boxes)

    def check_row(self, row: SafeRow, scale: float) -> None:
        """Take away the next row: its edge, its label, its bar with its figure, and its axis."""
        if not self._axes or not self._left:
            raise _refused()
        axis, edge = self._axes.pop(0), self._left.pop(0)
        said = [*self._label(clean(row.label)), self._next(printed(row.figures[0]))]
        colour = style.colour_of(row.main)
        start = self._start(row, axis, colour, scale)
        self._rows.append((edge.box, axis))
        if (
            edge.colour != colour
            or abs(edge.box.sides[0] - _EDGE) > NEAR
            or not axis.beside(edge.box)
            or axis.sides[0]
            or not all(edge.box.beside(text.box) for text in said)
            or any(text.box.right > axis.left for text in said[:-1])
            or not 0 < said[-1].box.left - start < style.GRID
        ):
            raise _refused()

    def _label(self, label: str) -> list[Shown]:
        """The lines of the row's label."""
        found: list[Shown] = []
        while "".join(text.text for text in found) != label:
            if not self.texts:
                raise _refused()
            found.append(self.texts.pop(0))
        return found

    def _next(self, said: str) -> Shown:
        if not self.texts or self.texts[0].text != said:
            raise _refused()
        return self.texts.pop(0)

    def _start(self, row: SafeRow, axis: Box, colour: str, scale: float) -> float:
        """Where the bar of a row ends, so that its figure may begin."""
        figure = row.figures[0]
        if figure is Mark.HIDDEN:
            drawn, bars = style.MUTED, self._stubs
        elif isinstance(figure, int) and figure > 0:
            drawn, bars = colour, self._left
        else:
            return axis.right
        if not bars:
            raise _refused()
        bar = bars.pop(0)
        long = bar.box.sides[0] if figure is Mark.HIDDEN else scale * int(figure)
        off = bar.box.left - axis.left
        if (
            bar.colour != drawn
            or abs(bar.box.sides[0] - long) > NEAR
            or (abs(off) > NEAR and not (figure is Mark.HIDDEN and 0 <= off < style.GRID))
            or abs(bar.box.middle - axis.middle) > NEAR
        ):  # fmt: skip
            raise _refused()
        return bar.box.right

    def check_all(self, alt: str) -> None:
        """Raises OverviewRefused unless all of it was read, the axis is one line, and the figure
        lies where it says.
        """
        if not self._rows or self.texts or self._left or self._stubs or self._axes:
            raise _refused()
        axes = [axis for _edge, axis in self._rows]
        for (above_edge, above), (edge, axis) in pairwise(self._rows):
            if abs(above.low - axis.high) > NEAR or above.left != axis.left:
                raise _refused()
            if above_edge.left != edge.left:
                raise _refused()
        left = self._rows[0][0].left
        place = Box(left, axes[-1].low, left + style.WIDTH, axes[0].high)
        if self._node.alt != alt or self._node.box is None or not self._node.box.is_at(place):
            raise _refused()
