"""How a place at the left looks: its name, its count, a hairline above a section."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from vp_logboek.gui.theme import LIGHT, colours_of

if TYPE_CHECKING:
    from vp_logboek.gui.window.place_kinds import Place

Index = QModelIndex | QPersistentModelIndex
PLACE = Qt.ItemDataRole.UserRole


class PlaceRows(QStyledItemDelegate):
    """Label left, count right, a hairline above a section; around a count that asks an edge."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        place: Place = index.data(PLACE)
        height = option.fontMetrics.height() + 16
        return QSize(120, height + (17 if place.begins_section else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place: Place = index.data(PLACE)
        widget = option.widget
        colours = colours_of(widget) if widget is not None else LIGHT
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = option.rect.adjusted(8, 1, -8, -1)
        if place.begins_section:
            painter.fillRect(QRect(row.left(), row.top() + 8, row.width(), 1), colours.hairline)
            row.setTop(row.top() + 17)
        text = _ground(painter, option, row, QColor(colours.hover))
        if option.state & QStyle.StateFlag.State_HasFocus:
            chosen = option.state & QStyle.StateFlag.State_Selected
            ring = colours.on_selection if chosen else colours.focus
            painter.setPen(QPen(QColor(ring), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(row.adjusted(3, 3, -3, -3), 3, 3)
        count = QColor(colours.warning if place.asks else colours.muted)
        _write(painter, row.adjusted(10, 0, -10, 0), place, text, count)
        painter.restore()


def _ground(painter: QPainter, option: QStyleOptionViewItem, row: QRect, hover: QColor) -> QColor:
    """Paint what lies behind the words; returns the colour of the words, valid when chosen."""
    role = QPalette.ColorRole
    painter.setPen(Qt.PenStyle.NoPen)
    if option.state & QStyle.StateFlag.State_Selected:
        painter.setBrush(option.palette.color(role.Highlight))
        painter.drawRoundedRect(row, 5, 5)
        return option.palette.color(role.HighlightedText)
    if option.state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(hover)
        painter.drawRoundedRect(row, 5, 5)
    return option.palette.color(role.WindowText)


def _write(painter: QPainter, row: QRect, place: "Place", text: QColor, count: QColor) -> None:
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.setPen(text)
    font = QFont(painter.font())
    painter.setFont(font)
    number = "" if place.count is None else f"{place.count} !" if place.asks else str(place.count)
    space = painter.fontMetrics().horizontalAdvance(number) + 8
    fitting = painter.fontMetrics().elidedText(
        place.label, Qt.TextElideMode.ElideRight, row.width() - space
    )
    painter.drawText(row, middle | Qt.AlignmentFlag.AlignLeft, fitting)
    chosen = text == QColor(Qt.GlobalColor.white)
    painter.setPen(text if chosen else count)
    if place.asks:
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
    painter.drawText(row, middle | Qt.AlignmentFlag.AlignRight, number)
