"""Where on the pages the elements lie."""

from collections.abc import Sequence

from vp_logboek.report.selfcheck.box import PAGE
from vp_logboek.report.selfcheck.drawing import Drawing, Shown
from vp_logboek.report.selfcheck.element import Node, Piece

_MIDDLE = (PAGE.left + PAGE.right) / 2


class Places:
    """The texts of every piece of content."""

    def __init__(self, drawings: Sequence[Drawing]) -> None:
        self._texts: dict[Piece, list[Shown]] = {}
        for page, drawing in enumerate(drawings):
            for text in drawing.texts:
                if text.mark.number is not None:
                    self._texts.setdefault((page, text.mark.number), []).append(text)

    def texts(self, node: Node) -> list[Shown]:
        """The texts of an element and of all below it, in reading order."""
        pieces = (piece for each in node.walk() for piece in each.pieces)
        return [text for piece in pieces for text in self._texts.get(piece, [])]

    def page(self, node: Node) -> int:
        """The page on which an element begins."""
        return next(page for each in node.walk() for page, _number in each.pieces)

    def is_wide(self, node: Node) -> bool:
        """Whether an element lies over both columns of the page."""
        boxes = [text.box for text in self.texts(node)]
        return min(box.left for box in boxes) < _MIDDLE < max(box.right for box in boxes)
