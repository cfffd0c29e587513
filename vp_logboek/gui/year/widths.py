"""How wide the columns of a sheet are: labels and bars share what the figures leave."""

from PySide6.QtGui import QFont, QFontMetrics

from vp_logboek.gui.year.ink import GAP, beside_width, figure_width, strong
from vp_logboek.gui.year.models import SheetModel
from vp_logboek.gui.year.painter import EDGE, INDENT

_LABEL_SHARES = (0.35, 0.5, 0.6)
"""Of the room that labels and bars share: the least for the labels, the most for those of parts,
and the most for any.
"""
_LABEL_AND_BAR, _LABEL_ALONE = 34, 22
"""The least room for labels, with bars beside them and without, in average characters."""
_LABEL_LEAST = 12


class Widths:
    """Those of one sheet in one font; ``head`` is what the header above the labels asks."""

    def __init__(self, model: SheetModel, font: QFont, head: int) -> None:
        self._model, self._head = model, head
        self._character = QFontMetrics(font).averageCharWidth()
        self._metrics = QFontMetrics(strong(font))
        self._bars = self._column_with_bars()

    @property
    def least(self) -> int:
        """The width below which figures and words no longer fit beside each other."""
        characters = _LABEL_AND_BAR if self._bars else _LABEL_ALONE
        return sum(self._figures()) + self._character * characters

    def shared(self, whole: int) -> list[int]:
        """The width of each column, of this much together."""
        figures = self._figures()
        room = whole - sum(figures)
        if self._model.has_small_bars:
            room = self._spread(figures, room)
        label = self._label(room) if self._bars else max(room, self._least_label())
        if self._bars:
            figures[self._bars - 1] += max(room - label, 0)
        return [label, *figures]

    def _figures(self) -> list[int]:
        """The least width of each column but the first; a column with bars gets more."""
        model, metrics = self._model, self._metrics
        return [
            figure_width(metrics, model.longest(column), model.is_hatched(column))
            + beside_width(metrics, model.beside(column))
            + beside_width(metrics, model.aside(column))
            + 3 * GAP
            for column in range(1, model.columnCount())
        ]

    def _spread(self, figures: list[int], room: int) -> int:
        """Give each year as much of the room as the others; what is left is for the labels."""
        more = max(room - self._label(room), 0) // len(figures)
        figures[:] = [width + more for width in figures]
        return room - more * len(figures)

    def _label(self, room: int) -> int:
        """As wide as the longest label is, within bounds; longer parts take more lines."""
        wanted = {False: 0, True: 0}
        for row in range(self._model.rowCount()):
            cell = self._model.cell(row, 0)
            width = self._metrics.horizontalAdvance(cell.text) + INDENT * cell.depth
            wanted[cell.depth > 0] = max(wanted[cell.depth > 0], width)
        least, for_parts, greatest = (round(room * share) for share in _LABEL_SHARES)
        whole, part = (width + EDGE + 3 * GAP for width in wanted.values())
        comfortable = min(max(whole, min(part, for_parts), least), greatest)
        return max(comfortable, self._least_label())

    def _least_label(self) -> int:
        """A label breaks between words, and never in one."""
        wide = self._metrics.horizontalAdvance
        cells = [self._model.cell(row, 0) for row in range(self._model.rowCount())]
        words = (wide(word) + INDENT * cell.depth for cell in cells for word in cell.text.split())
        longest = max(words, default=0) + EDGE + 2 * GAP
        return max(self._head, self._character * _LABEL_LEAST, longest)

    def _column_with_bars(self) -> int:
        """The column in which bars stand; 0 when there are none."""
        model = self._model
        return next((n for n in range(1, model.columnCount()) if model.is_drawn(n)), 0)
