"""Draws the cells of the year screen: the edge of a main class, figures, bars and hatched stubs."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from vp_logboek.gui.theme import Colours, colours_of
from vp_logboek.gui.year.cells import Bar, Cell
from vp_logboek.gui.year.models import CELL, SheetModel

Index = QModelIndex | QPersistentModelIndex

EDGE = 4
GAP = 8
INDENT = 16
ROW = 36
"""Least height of a row at 100 % text, in pixels."""
BAR_SHARE = 0.36
"""Height of a bar as part of the height of a line of text times two."""
_AT_END = 6
"""Between a bar and its number, in pixels."""
STUB = 32
"""Length of the hatched stub behind every hidden number, in pixels at 100 % text."""
_WRAP = int(Qt.TextFlag.TextWordWrap)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class _Ink:
    """What drawing one cell takes."""

    painter: QPainter
    colours: Colours
    metrics: QFontMetrics
    plain: QFont

    def bar_colour(self, cell: Cell) -> QColor:
        return QColor(self.colours.main(cell.main) if cell.main else self.colours.accent)


def figure_width(metrics: QFontMetrics, header: str = "", hatched: bool = False) -> int:
    """Room for a figure left of its bar, or for a stub and a mark: its right edge is that of the
    header above it.
    """
    hidden = stub_length(metrics) + GAP + metrics.horizontalAdvance("•") if hatched else 0
    return max(metrics.horizontalAdvance("0000"), metrics.horizontalAdvance(header), hidden)


def beside_width(metrics: QFontMetrics, words: str) -> int:
    """Room for words right of a number, with the gap before them."""
    return metrics.horizontalAdvance(words) + GAP if words else 0


def stub_length(metrics: QFontMetrics) -> int:
    """The one length of every hatched stub; it follows the size of the text."""
    return round(STUB * metrics.height() / 18)


def strong(font: QFont) -> QFont:
    """The same letters, heavier."""
    heavier = QFont(font)
    heavier.setWeight(QFont.Weight.DemiBold)
    return heavier


class CellPainter(QStyledItemDelegate):
    """Paints every cell of a sheet; the view gives it the palette."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: Cell = index.data(CELL)
        view = _view(option)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)
        painter.setFont(strong(option.font) if cell.strong else option.font)
        ink = _Ink(painter, colours_of(view), QFontMetrics(painter.font()), option.font)
        _ground(ink, option, index, view)
        if cell.is_label:
            _label(ink, option.rect, cell)
        else:
            _figure(ink, option.rect, cell, _place(option.font, index))
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


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a number stands: in so much room at the left, with words beside it, or all alone at the
    right of its column; where bars are drawn at the end of its bar.
    """

    width: int
    beside: int
    alone: bool
    drawn: bool


def _place(font: QFont, index: Index) -> _Place:
    model, column, metrics = index.model(), index.column(), _bold(font)
    if not isinstance(model, SheetModel):
        raise TypeError("cells are of a sheet")
    width = figure_width(metrics, _header(index), model.is_hatched(column))
    words = beside_width(metrics, model.beside(column))
    return _Place(width, words, alone=not model.has_bars(column), drawn=model.is_drawn(column))


def _bold(font: QFont) -> QFontMetrics:
    return QFontMetrics(strong(font))


def _header(index: Index) -> str:
    return str(index.model().headerData(index.column(), Qt.Orientation.Horizontal))


def _view(option: QStyleOptionViewItem) -> QTableView:
    widget: QWidget = option.widget
    if not isinstance(widget, QTableView):
        raise TypeError("cells are painted in a table")
    return widget


def _ground(ink: _Ink, option: QStyleOptionViewItem, index: Index, view: QTableView) -> None:
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


def _ring(ink: _Ink, rect: QRect, first: bool, last: bool) -> None:
    colour = QColor(ink.colours.focus)
    ink.painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 2), colour)
    ink.painter.fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), colour)
    if first:
        ink.painter.fillRect(QRect(rect.left(), rect.top(), 2, rect.height()), colour)
    if last:
        ink.painter.fillRect(QRect(rect.right() - 1, rect.top(), 2, rect.height()), colour)


def _label_rect(rect: QRect, cell: Cell) -> QRect:
    return rect.adjusted(EDGE + GAP + INDENT * cell.depth, 0, -GAP, 0)


def _label(ink: _Ink, rect: QRect, cell: Cell) -> None:
    if cell.main is not None:
        edge = QRect(rect.left(), rect.top(), EDGE, rect.height())
        ink.painter.fillRect(edge, ink.bar_colour(cell))
    ink.painter.setPen(QColor(ink.colours.muted if cell.muted else ink.colours.text))
    ink.painter.drawText(_label_rect(rect, cell), int(_LEFT) | _WRAP, cell.text)


def _figure(ink: _Ink, rect: QRect, cell: Cell, place: _Place) -> None:
    ink.painter.setPen(QColor(ink.colours.muted if cell.muted else ink.colours.text))
    if place.drawn:
        _drawn(ink, rect, cell, place)
        return
    number = rect.adjusted(GAP, 0, -GAP, 0)
    if not place.alone:
        number.setWidth(place.width)
    ink.painter.drawText(number, int(_RIGHT), cell.text)
    if cell.small:
        _small(ink, number, cell, cell.small)
    if cell.beside:
        words = QRect(number.right() + GAP + 1, rect.top(), place.beside, rect.height())
        ink.painter.drawText(words, int(_LEFT), cell.beside)
    if cell.hatched:
        text = ink.metrics.horizontalAdvance(cell.text)
        _stub(ink, number.adjusted(0, 0, -text - GAP // 2, 0), at_right=True)


def _drawn(ink: _Ink, rect: QRect, cell: Cell, place: _Place) -> None:
    """As on the first page of the PDF: an upright line, a bar from there, its number at its end."""
    room = rect.adjusted(GAP, 0, -place.width - place.beside - GAP, 0)
    if not cell.strong:
        upright = QRect(room.left(), rect.top(), 1, rect.height())
        ink.painter.fillRect(upright, QColor(ink.colours.border))
    end = room.left()
    if cell.has_bar:
        end += _stub(ink, room) if cell.bar is None else _bars(ink, room, cell, cell.bar)
    ink.painter.setFont(strong(ink.painter.font()))
    ink.painter.setPen(QColor(ink.colours.muted if cell.muted else ink.colours.text))
    end = _words(ink, rect, 0 if cell.strong else end + _AT_END, cell.text)
    ink.painter.setFont(ink.plain)
    end = _words(ink, rect, end + GAP, cell.beside) if cell.beside else end
    if QFontMetrics(ink.plain).horizontalAdvance(cell.aside) <= rect.right() - end - GAP:
        ink.painter.setPen(QColor(ink.colours.muted))
        _words(ink, rect, end + GAP, cell.aside)  # whole or not: the row tells it in full


def _words(ink: _Ink, rect: QRect, left: int, text: str) -> int:
    """Write this from there; tells where it ends. What has no room is cut off with dots."""
    metrics = QFontMetrics(ink.painter.font())
    left = max(left, rect.left() + GAP)
    room = QRect(left, rect.top(), max(rect.right() - left, 0), rect.height())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    ink.painter.drawText(room, int(_LEFT), shown)
    return left + metrics.horizontalAdvance(shown)


def _small(ink: _Ink, room: QRect, cell: Cell, length: float) -> None:
    """The bar of one year among several: left in the cell, its number at the right."""
    place = room.adjusted(0, 0, -figure_width(ink.metrics) - GAP, 0)
    long = max(length * place.width(), 2.0)
    thick = ink.metrics.height() * BAR_SHARE
    bar = _bar_rect(place, long, place.center().y() + 0.5, thick)
    ink.painter.fillRect(bar, ink.bar_colour(cell))


def _bar_rect(room: QRect, length: float, middle: float, thick: float) -> QRectF:
    return QRectF(room.left(), middle - thick / 2, max(length, 0.0), thick)


def _bars(ink: _Ink, room: QRect, cell: Cell, bar: Bar) -> int:
    """This year thick in its colour; the year before thin and muted below it. Tells how long
    the longer of both is.
    """
    thick = ink.metrics.height() * BAR_SHARE * 2
    middle = room.center().y() + 0.5 - (2 if bar.before is not None else 0)
    if bar.now > 0:
        rect = _bar_rect(room, max(bar.now * room.width(), 2.0), middle, thick)
        ink.painter.fillRect(rect, ink.bar_colour(cell))
    if bar.before:
        below = middle + thick / 2 + 3
        rect = _bar_rect(room, max(bar.before * room.width(), 2.0), below, 3)
        ink.painter.fillRect(rect, QColor(ink.colours.border))
    return round(max(bar.now, bar.before or 0.0) * room.width())


def _stub(ink: _Ink, room: QRect, at_right: bool = False) -> int:
    """The hatched stub, at one end of this room; tells how long it is."""
    thick = ink.metrics.height() * BAR_SHARE * 2
    length = stub_length(ink.metrics)
    stub = _bar_rect(room, length, room.center().y() + 0.5, thick)
    if at_right:
        stub.moveRight(room.right())
    ink.painter.fillRect(stub, QBrush(QColor(ink.colours.border), Qt.BrushStyle.BDiagPattern))
    ink.painter.setPen(QPen(QColor(ink.colours.border), 1))
    ink.painter.drawRect(stub)
    return length
