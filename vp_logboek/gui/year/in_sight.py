"""The headings of both halves, kept in sight at the top while their figures scroll below them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QScrollArea

from vp_logboek.gui.theme import colours_of
from vp_logboek.gui.year.panel import FiguresPanel

_EVENTS = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.LayoutRequest, QEvent.Type.Show)


class _Strip(QLabel):
    """One heading on a ground of its own; the mouse goes through it."""

    def __init__(self, scroll: QScrollArea) -> None:
        super().__init__(scroll.viewport())
        self.setProperty("role", "strong")
        self.setContentsMargins(17, 4, 16, 4)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), colours_of(self)
        painter.fillRect(self.rect(), QColor(colours.base))
        painter.setPen(QColor(colours.hairline))
        painter.drawLine(self.rect().topLeft(), self.rect().bottomLeft())
        painter.drawLine(self.rect().topRight(), self.rect().bottomRight())
        painter.setPen(QColor(colours.border))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        painter.end()
        super().paintEvent(event)


class HeadingsInSight(QObject):
    """Watches a scrolling page: where a half is in sight and its heading is not, it is repeated."""

    def __init__(self, scroll: QScrollArea, panels: Sequence[FiguresPanel]) -> None:
        super().__init__(scroll)
        self._scroll = scroll
        self.strips = [(_Strip(scroll), panel) for panel in panels]
        scroll.verticalScrollBar().valueChanged.connect(self._follow)
        for watched in (scroll.viewport(), *panels):
            watched.installEventFilter(self)

    @property
    def height(self) -> int:
        """The height at the top that can be covered."""
        return max(strip.sizeHint().height() for strip, _ in self.strips)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _EVENTS:
            self._follow()
        return False

    def _follow(self) -> None:
        viewport = self._scroll.viewport()
        for strip, panel in self.strips:
            if not panel.isVisible():
                strip.hide()
                continue
            place = panel.rect().translated(panel.mapTo(viewport, panel.rect().topLeft()))
            strip.setText(panel.title)
            high = strip.sizeHint().height()
            is_past = place.top() + panel.heading_top < 0 and place.bottom() > 2 * high
            strip.setGeometry(place.left(), 0, place.width(), high)
            strip.setVisible(is_past)
            strip.raise_()
