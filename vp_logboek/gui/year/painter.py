"""Draws the cells of the year screen: the ground, the edge of a main class and the labels."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from vp_logboek.gui.theme import colours_of
from vp_logboek.gui.year.cells import Cell
from vp_logboek.gui.year.ink import (
    GAP,
    LEFT,
    Ink,
    Place,
    beside_width,
    draw_figure,
    figure_width,
    strong,
)
from vp_logboek.gui.year.models import CELL, SheetModel

Index = QModelIndex | QPersistentModelIndex

EDGE = 4
INDENT = 16
ROW = 36
"""Least height of a row at 100 % text, in pixels."""
_WRAP = int(Qt.TextFlag.TextWordWrap)


class CellPainter(QStyledItemDelegate):
    """Paints every cell of a sheet; the view gives it the palette."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: Cell = index.data(CELL)
        view = _view(option)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        painter.setFont(strong(option.font) if cell.strong else option.font)
        ink = Ink(painter, colours_of(view), QFontMetrics(painter.font()), option.font)
        _ground(ink, option, index, view)
        if cell.is_label:
            _label(ink, option.rect, cell)
        else:
            draw_figure(ink, option.rect, cell, _place(option.font, index))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        cell: Cell = index.data(CELL)
        metrics = QFontMetrics(strong(option.font) if cell.strong else option.font)
        least = max(ROW, round(metrics.height() * 1.7))
        if not cell.is_label:
            return QSize(figure_width(metrics) + 2 * GAP, least)
        width = _view(option).columnWidth(index.column())
        text = _label_rect(QRect(0, 0, width, 10_000), cell)
        high = metrics.boundingRect(text, _WRAP, cell.text).height()
        return QSize(width, max(least, high + GAP))


def _place(font: QFont, index: Index) -> Place:
    model, column, metrics = index.model(), index.column(), _bold(font)
    if not isinstance(model, SheetModel):
        raise TypeError("cells are of a sheet")
    width = figure_width(metrics, _header(index), model.is_hatched(column))
    words = beside_width(metrics, model.beside(column))
    return Place(width, words, alone=not model.has_bars(column), drawn=model.is_drawn(column))


def _bold(font: QFont) -> QFontMetrics:
    return QFontMetrics(strong(font))


def _header(index: Index) -> str:
    return str(index.model().headerData(index.column(), Qt.Orientation.Horizontal))


def _view(option: QStyleOptionViewItem) -> QTableView:
    widget: QWidget = option.widget
    if not isinstance(widget, QTableView):
        raise TypeError("cells are painted in a table")
    return widget


def _ground(ink: Ink, option: QStyleOptionViewItem, index: Index, view: QTableView) -> None:
    """The row's ground, its hairline, and where the keyboard is."""
    rect = option.rect
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    if chosen:
        ink.painter.fillRect(rect, QColor(ink.colours.hover))
    ink.painter.fillRect(
        QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(ink.colours.hairline)
    )
    if chosen and view.hasFocus():
        _ring(ink, rect, index.column() == 0, index.column() == index.model().columnCount() - 1)


def _ring(ink: Ink, rect: QRect, first: bool, last: bool) -> None:
    colour = QColor(ink.colours.focus)
    ink.painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 2), colour)
    ink.painter.fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), colour)
    if first:
        ink.painter.fillRect(QRect(rect.left(), rect.top(), 2, rect.height()), colour)
    if last:
        ink.painter.fillRect(QRect(rect.right() - 1, rect.top(), 2, rect.height()), colour)


def _label_rect(rect: QRect, cell: Cell) -> QRect:
    return rect.adjusted(EDGE + GAP + INDENT * cell.depth, 0, -GAP, 0)


def _label(ink: Ink, rect: QRect, cell: Cell) -> None:
    if cell.main is not None:
        edge = QRect(rect.left(), rect.top(), EDGE, rect.height())
        ink.painter.fillRect(edge, ink.bar_colour(cell))
    ink.painter.setPen(QColor(ink.colours.muted if cell.muted else ink.colours.text))
    ink.painter.drawText(_label_rect(rect, cell), int(LEFT) | _WRAP, cell.text)
