"""Draws one figure of the year screen: its number, its bar or hatched stub, and words beside it."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen

from vp_logboek.gui.theme import Colours
from vp_logboek.gui.year.cells import Bar, Cell

GAP = 8
BAR_SHARE = 0.36
"""Height of a bar as part of the height of a line of text times two."""
_AT_END = 6
"""Between a bar and its number, in pixels."""
STUB = 32
"""Length of the hatched stub behind every hidden number, in pixels at 100 % text."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Ink:
    """What drawing one cell takes."""

    painter: QPainter
    colours: Colours
    metrics: QFontMetrics
    plain: QFont

    def bar_colour(self, cell: Cell) -> QColor:
        """That of its main class, or else the accent."""
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


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number stands: in so much room at the left, with words beside it, or all alone at the
    right of its column; where bars are drawn at the end of its bar.
    """

    width: int
    beside: int
    alone: bool
    drawn: bool


def draw_figure(ink: Ink, rect: QRect, cell: Cell, place: Place) -> None:
    """Draw what stands in a cell that is not a label."""
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
        ink.painter.drawText(words, int(LEFT), cell.beside)
    if cell.hatched:
        number.setRight(number.right() - ink.metrics.horizontalAdvance(cell.text) - GAP // 2)
        number.setRight(number.right() - _stub(ink, number, at_right=True) - GAP)
    if cell.aside and ink.metrics.horizontalAdvance(cell.aside) <= number.width():
        ink.painter.setPen(QColor(ink.colours.muted))
        ink.painter.drawText(number, int(_RIGHT), cell.aside)


def _drawn(ink: Ink, rect: QRect, cell: Cell, place: Place) -> None:
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


def _words(ink: Ink, rect: QRect, left: int, text: str) -> int:
    """Write this from there; tells where it ends. What has no room is cut off with dots."""
    metrics = QFontMetrics(ink.painter.font())
    left = max(left, rect.left() + GAP)
    room = QRect(left, rect.top(), max(rect.right() - left, 0), rect.height())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    ink.painter.drawText(room, int(LEFT), shown)
    return left + metrics.horizontalAdvance(shown)


def _small(ink: Ink, room: QRect, cell: Cell, length: float) -> None:
    """The bar of one year among several: left in the cell, its number at the right."""
    place = room.adjusted(0, 0, -figure_width(ink.metrics) - GAP, 0)
    long = max(length * place.width(), 2.0)
    thick = ink.metrics.height() * BAR_SHARE
    bar = _bar_rect(place, long, place.center().y() + 0.5, thick)
    ink.painter.fillRect(bar, ink.bar_colour(cell))


def _bar_rect(room: QRect, length: float, middle: float, thick: float) -> QRectF:
    return QRectF(room.left(), middle - thick / 2, max(length, 0.0), thick)


def _bars(ink: Ink, room: QRect, cell: Cell, bar: Bar) -> int:
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


def _stub(ink: Ink, room: QRect, at_right: bool = False) -> int:
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
