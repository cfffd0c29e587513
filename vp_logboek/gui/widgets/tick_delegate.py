"""How a row to choose looks: a box, and a ring around the row where the keyboard is."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from vp_logboek.gui.theme import colours_of
from vp_logboek.gui.widgets.table import EdgeDelegate

Index = QModelIndex | QPersistentModelIndex
_RING = 2


class TickDelegate(EdgeDelegate):
    """A box in the first column, ticked where the row is chosen, and a ring around the row
    where the keyboard is.
    """

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.column() == 0:
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            option.checkState = Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked

    def edge_colour(self, option: QStyleOptionViewItem, own: QColor) -> QColor:
        return own  # a row that is chosen here is nearly as light as the others

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        view = option.widget
        if not isinstance(view, QAbstractItemView) or not view.hasFocus():
            return
        if index.row() == view.currentIndex().row():
            _draw_ring(painter, option.rect, view, index)


def _draw_ring(painter: QPainter, cell: QRect, view: QAbstractItemView, index: Index) -> None:
    colour = QColor(colours_of(view).focus)
    painter.fillRect(cell.left(), cell.top(), cell.width(), _RING, colour)
    painter.fillRect(cell.left(), cell.bottom() + 1 - _RING, cell.width(), _RING, colour)
    if index.column() == 0:
        painter.fillRect(cell.left(), cell.top(), _RING, cell.height(), colour)
    if cell.right() >= view.viewport().width() - 1:
        painter.fillRect(cell.right() + 1 - _RING, cell.top(), _RING, cell.height(), colour)
