"""How a page stands in the list: its title, and below it the sentence that was found."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from vp_logboek.gui.theme import colours_of

NAME, TITLE, SENTENCE = (Qt.ItemDataRole.UserRole + n for n in range(3))
_SIDE = 12
"""Pixels left and right of the words."""
_WRAPS = int(Qt.TextFlag.TextWordWrap)
_TALL = 10_000

Index = QModelIndex | QPersistentModelIndex


class ResultRows(QStyledItemDelegate):
    """Rows as high as their words need at the width of the list."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._width
        heights = [
            QFontMetrics(font).boundingRect(QRect(0, 0, width, _TALL), _WRAPS, text).height()
            for text, font in self._parts(index)
        ]
        return QSize(width, sum(heights) + 2 * self._air)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        under = bool(option.state & QStyle.StateFlag.State_MouseOver)
        palette, colours = self._view.palette(), colours_of(self._view)
        area: QRect = option.rect
        if chosen:
            painter.fillRect(area, palette.color(QPalette.ColorRole.Highlight))
        elif under:
            painter.fillRect(area, QColor(colours.hover))
        ink = palette.color(
            QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        )
        inside = QRect(area.left() + _SIDE, area.top() + self._air, self._width, _TALL)
        for (text, font), colour in zip(
            self._parts(index), (ink, ink if chosen else QColor(colours.muted)), strict=False
        ):
            painter.setFont(font)
            painter.setPen(colour)
            used = painter.boundingRect(inside, _WRAPS, text)
            painter.drawText(inside, _WRAPS, text)
            inside.moveTopLeft(inside.topLeft() + QPoint(0, used.height()))

    @property
    def _width(self) -> int:
        """Of the words, with a scroll bar beside them whether it shows or not."""
        bar = self._view.verticalScrollBar().sizeHint().width()
        return max(1, self._view.width() - 2 * self._view.frameWidth() - bar - 2 * _SIDE)

    @property
    def _air(self) -> int:
        return round(self._view.fontMetrics().height() * 0.3)

    def _parts(self, index: Index) -> list[tuple[str, QFont]]:
        plain = QFont(self._view.font())
        title, sentence = str(index.data(TITLE)), str(index.data(SENTENCE))
        if not sentence:
            return [(title, plain)]
        strong = QFont(plain)
        strong.setWeight(QFont.Weight.DemiBold)
        return [(title, strong), (sentence, plain)]
