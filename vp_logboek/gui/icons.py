"""Lucide icons (ISC), recoloured to the palette they are shown in."""

import math
from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

from vp_logboek.resources import resource

SIZE = 20
PROGRAM_SIZES = (16, 24, 32, 48, 64, 128, 256)
"""In which sizes window managers and task bars ask for the mark of a program, in pixels."""


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text("utf-8")


def pixmap(name: str, colour: QColor, size: int = SIZE, ratio: int = 1, gap: int = 0) -> QPixmap:
    """One icon drawn in one colour.

    ``size`` and ``gap`` (empty room at the right) in points, ``ratio`` in pixels per point.
    """
    drawn = QPixmap.fromImage(_drawn(name, colour.name(), size, ratio, gap))
    drawn.setDevicePixelRatio(ratio)
    return drawn


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, size: int, ratio: int, gap: int) -> QImage:
    """Kept: a change of looks asks for every icon of every button again."""
    image = QImage((size + gap) * ratio, size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    svg = _source(name).replace("currentColor", colour)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    return image


def size_for(widget: QWidget) -> int:
    """The size of an icon beside the words of a widget: it grows with the text."""
    return max(SIZE, round(widget.fontMetrics().height() * 1.05))


def icon(
    name: str,
    role: QPalette.ColorRole = QPalette.ColorRole.ButtonText,
    gap: int = 0,
    size: int = SIZE,
) -> QIcon:
    """An icon in the program's present palette; ask again when the palette changes."""
    palette = QApplication.palette()
    made = QIcon()
    for ratio in _ratios():
        made.addPixmap(pixmap(name, palette.color(role), size, ratio, gap))
        muted = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
        made.addPixmap(pixmap(name, muted, size, ratio, gap), QIcon.Mode.Disabled)
        chosen = palette.color(QPalette.ColorRole.HighlightedText)
        made.addPixmap(pixmap(name, chosen, size, ratio, gap), QIcon.Mode.Selected)
    return made


def _ratios() -> tuple[int, ...]:
    """Device pixels per point for which an icon is drawn: those of the screens there are.

    Drawing takes a millisecond or so, and a new size of text draws every icon at once.
    """
    ratios = {math.ceil(screen.devicePixelRatio()) for screen in QGuiApplication.screens()}
    return tuple(sorted(ratios)) or (1,)


def program_icon() -> QIcon:
    """The mark of the program itself; its colours are always the same."""
    renderer = QSvgRenderer(str(resource("program", "vp-logboek.svg")))
    made = QIcon()
    for size in PROGRAM_SIZES:
        drawn = QPixmap(size, size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        made.addPixmap(drawn)
    return made
