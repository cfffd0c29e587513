"""What is drawn beside the texts and says nothing: each shape goes with a text, or with the page.

A band at the top of every page, a card behind each tile, an edge beside each row of a class, rules
as wide as a column. What is left over belongs nowhere.
"""

from collections.abc import Callable, Sequence

from vp_logboek.domain.errors_report import Fault, OverviewRefused
from vp_logboek.report import style
from vp_logboek.report.selfcheck.box import NEAR, PAGE, Box
from vp_logboek.report.selfcheck.drawing import Drawing, Filled
from vp_logboek.report.selfcheck.element import Node
from vp_logboek.report.selfcheck.places import Places

_FOOTER = "Footer"
_EDGE = 3.0
_BANDS = (style.GRID, 3 * style.GRID)
_INDENTS = (0.0, style.GRID, 2 * style.GRID)
_BEGINS = (style.LEFT, style.LEFT + style.COLUMN + style.GUTTER)
_ENDS = (style.LEFT + style.COLUMN, style.RIGHT)


class Decor:
    """The rectangles that belong to no element, of which one after another finds its text."""

    def __init__(self, drawings: Sequence[Drawing], places: Places) -> None:
        self._places = places
        self._left = [[b for b in each.boxes if b.mark.number is None] for each in drawings]
        for page, drawing in enumerate(drawings):
            self._take(page, _is_band)
            _check_rules(drawing, f"pagina {page + 1}")

    def behind(self, tile: Node) -> None:
        """Take away the card of a tile. Raises OverviewRefused."""
        texts = self._places.texts(tile)
        self._take(
            self._places.page(tile),
            lambda card: (
                card.colour == style.PAPER and all(card.box.holds(t.box, NEAR) for t in texts)
            ),
        )

    def beside(self, label: Node, main: str | None) -> None:
        """Take away the edge of a row of a class, if it is one. Raises OverviewRefused."""
        if not main:
            return
        texts, colour = self._places.texts(label), style.colour_of(main)

        def is_edge(edge: Filled) -> bool:
            return (
                edge.colour == colour
                and abs(edge.box.sides[0] - _EDGE) <= NEAR
                and all(edge.box.beside(text.box) for text in texts)
                and all(0 < text.box.left - edge.box.right < 2 * style.GRID for text in texts)
            )

        self._take(self._places.page(label), is_edge)

    def check_all(self) -> None:
        """Raises OverviewRefused for a rectangle that goes with nothing."""
        for page, boxes in enumerate(self._left):
            if boxes:
                raise OverviewRefused(Fault.DRAWING, f"pagina {page + 1}")

    def _take(self, page: int, fits: Callable[[Filled], bool]) -> None:
        found = next((box for box in self._left[page] if fits(box)), None)
        if found is None:
            raise OverviewRefused(Fault.DRAWING, f"pagina {page + 1}")
        self._left[page].remove(found)


def _is_band(band: Filled) -> bool:
    high = band.box.sides[1]
    return any(
        abs(high - each) <= NEAR and band.box.is_at(Box(0, PAGE.high - each, PAGE.right, PAGE.high))
        for each in _BANDS
    )


def _check_rules(drawing: Drawing, place: str) -> None:
    """Raises OverviewRefused for a line that is not as wide as a column, or stands there twice."""
    lines = [line for line in drawing.lines if line.mark.number is None]
    boxes = [line.box for line in lines]
    foot = [line.box for line in lines if line.mark.kind == _FOOTER]
    below = [text.base for text in drawing.texts if text.mark.kind == _FOOTER][-1:]
    middle = (style.FOOT.leading + 0.7 * style.FOOT.size) / 2
    wanted = [base + middle + style.GRID for base in below]
    if (
        not all(map(_is_rule, boxes))
        or len(set(boxes)) != len(boxes)
        or len(foot) != 1
        or not all(
            foot[0].is_at(Box(style.LEFT, high, style.RIGHT, high)) for high in wanted
        )
    ):  # fmt: skip
        raise OverviewRefused(Fault.DRAWING, place)


def _is_rule(line: Box) -> bool:
    begins = any(
        abs(line.left - begin - indent) <= NEAR for begin in _BEGINS for indent in _INDENTS
    )
    return not line.sides[1] and begins and any(abs(line.right - end) <= NEAR for end in _ENDS)
