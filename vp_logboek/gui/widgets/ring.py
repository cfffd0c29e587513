"""Where there is nothing to do the keyboard stands on words that say so, with a ring around it."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from vp_logboek.gui.theme import colours_of

_WIDTH, _RADIUS = 2, 6


def paint_ring(around: QWidget) -> None:
    """The ring of who has the keyboard, for what has none of itself; called while it is painted."""
    painter = QPainter(around)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours_of(around).focus), _WIDTH))
    half = _WIDTH / 2
    inside = QRectF(around.rect()).adjusted(half, half, -half, -half)
    painter.drawRoundedRect(inside, _RADIUS, _RADIUS)


class Statement(QLabel):
    """Words that the keyboard can come to."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            paint_ring(self)
