"""Where there is nothing to do the keyboard stands on words that say so, with a ring around it."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from vp_logboek.gui.theme import colours_of

_WIDTH, _RADIUS = 2, 6


def paint_ring(around: QWidget, place: QRect | None = None) -> None:
    """The ring of who has the keyboard, for what has none of itself; called while it is painted.

    It goes around the whole, or around this ``place`` in it.
    """
    painter = QPainter(around)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours_of(around).focus), _WIDTH))
    half = _WIDTH / 2
    inside = QRectF(place or around.rect()).adjusted(half, half, -half, -half)
    painter.drawRoundedRect(inside, _RADIUS, _RADIUS)


class Statement(QLabel):
    """Words that the keyboard can come to."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            air = self.margin()
            room = self.rect().adjusted(air, air, -air, -air)
            how = int(self.alignment().value) | int(Qt.TextFlag.TextWordWrap.value)
            words = self.fontMetrics().boundingRect(room, how, self.text())
            paint_ring(self, words.adjusted(-air, -air, air, air).intersected(self.rect()))
