"""The bars: their words, their figures and their lengths. A bar of what is hidden has none."""

from collections.abc import Sequence

from vp_logboek.domain.errors_report import Fault, OverviewRefused
from vp_logboek.domain.safe_report import Mark, SafeRow, SafeTable, printed
from vp_logboek.report import style, table_words
from vp_logboek.report.fonts import clean
from vp_logboek.report.selfcheck import expected
from vp_logboek.report.selfcheck.drawing import Drawing, Filled
from vp_logboek.report.selfcheck.tree import Node

_EDGE, _NEAR = 4.0, 0.02


def check_chart(figures: Sequence[Node], table: SafeTable, drawings: Sequence[Drawing]) -> int:
    """How many bars there are. Raises OverviewRefused unless they are those of the table."""
    rows = expected.chart_rows(table)
    left = list(rows)
    scale = _scale(rows, [box for node in figures for box in _boxes(node, drawings)[0]])
    for node in figures:
        here: list[SafeRow] = []
        while left and _words(here) != _squeezed(node.text):
            here.append(left.pop(0))
        alt = table_words.chart_alt(expected.chart_title(table), table.columns[0].unit.label, here)
        if _words(here) != _squeezed(node.text) or node.alt != alt:
            raise OverviewRefused(Fault.TABLE, "Figure")
        _check_bars(here, node, drawings, scale)
    if left:
        raise OverviewRefused(Fault.TABLE, "Figure")
    return len(rows)


def _words(rows: Sequence[SafeRow]) -> str:
    return _squeezed("".join(row.label + printed(row.figures[0]) for row in rows))


def _squeezed(text: str) -> str:
    """Without any space: what is read aloud of a figure is its ``alt``."""
    return "".join(clean(text).split())


def _scale(rows: Sequence[SafeRow], boxes: Sequence[Filled]) -> float:
    """How many points stand for one: the longest bar is that of the largest figure."""
    largest = max((f for row in rows if isinstance(f := row.figures[0], int)), default=0)
    longest = max((box.box.sides[0] for box in boxes), default=0.0)
    return longest / largest if largest else 0.0


def _check_bars(
    rows: Sequence[SafeRow], node: Node, drawings: Sequence[Drawing], scale: float
) -> None:
    """Raises OverviewRefused unless each row has its edge and its bar, as long as it must be."""
    boxes, stubs = _boxes(node, drawings)
    drawn = [(box.box.sides[0], box.colour) for box in boxes]
    wanted: list[tuple[float, str]] = []
    for row in rows:
        colour, figure = style.colour_of(row.main), row.figures[0]
        wanted.append((_EDGE, colour))
        if isinstance(figure, int) and figure > 0:
            wanted.append((figure * scale, colour))
    if node.box is None or not all(node.box.holds(each.box) for each in (*boxes, *stubs)):
        raise OverviewRefused(Fault.TABLE, "Figure")
    hidden = sum(row.figures[0] is Mark.HIDDEN for row in rows)
    if len(drawn) != len(wanted) or len(stubs) != hidden:
        raise OverviewRefused(Fault.TABLE, "Figure")
    for (length, colour), (right, meant) in zip(drawn, wanted, strict=True):
        if abs(length - right) > _NEAR or colour != meant:
            raise OverviewRefused(Fault.TABLE, "Figure")


def _boxes(node: Node, drawings: Sequence[Drawing]) -> tuple[list[Filled], list[Filled]]:
    """The rectangles and the hatched stubs of a figure."""
    mine = {(page, number) for page, number in node.pieces}
    boxes = [b for page, d in enumerate(drawings) for b in d.boxes if (page, b.mark.number) in mine]
    stubs = [s for page, d in enumerate(drawings) for s in d.stubs if (page, s.mark.number) in mine]
    return boxes, stubs
