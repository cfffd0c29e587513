"""The pages of a PDF on the screen, with keys to walk through them and to see them larger."""

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette, QShowEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView

from vp_logboek.gui.export.preview_words import WHOLE, WIDTH

FACTORS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
"""Zoom, in parts of the real size on paper."""
_POINTS_PER_INCH = 72


class PageView(QPdfView):
    """All pages under each other. ``turned`` tells the page in sight, the first is 0; ``zoomed``
    the zoom: one of FACTORS, or WIDTH, or WHOLE.
    """

    turned = Signal(int)
    zoomed = Signal(float)

    def __init__(self, document: QPdfDocument) -> None:
        super().__init__()
        self.setDocument(document)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setProperty("role", "paper")  # which shows the focus
        self.pageNavigator().currentPageChanged.connect(self.turned)
        self._dress()

    @property
    def zoom(self) -> float:
        """How large the pages are now."""
        mode = QPdfView.ZoomMode
        named = {mode.FitToWidth: WIDTH, mode.FitInView: WHOLE}
        return named.get(self.zoomMode(), self.zoomFactor())

    def set_zoom(self, zoom: float) -> None:
        """Show the pages this large; the page in sight stays in sight."""
        here = self.pageNavigator().currentPage()
        mode = QPdfView.ZoomMode
        named = {WIDTH: mode.FitToWidth, WHOLE: mode.FitInView}
        if zoom > 0:
            self.setZoomFactor(zoom)
        self.setZoomMode(named.get(zoom, mode.Custom))
        self.turn_to(here)
        self.zoomed.emit(self.zoom)

    def zoom_by(self, steps: int) -> None:
        """A step larger or smaller than what is seen now."""
        seen = self._seen_factor()
        place = bisect_right(FACTORS, seen + 0.01) if steps > 0 else bisect_left(FACTORS, seen) - 1
        self.set_zoom(FACTORS[min(max(place, 0), len(FACTORS) - 1)])

    def turn_to(self, page: int) -> None:
        """Bring the top of a page into sight."""
        last = self.document().pageCount() - 1
        if last >= 0:
            self.pageNavigator().jump(min(max(page, 0), last), QPointF())

    def turn_by(self, pages: int) -> None:
        """So many pages on, or back."""
        self.turn_to(self.pageNavigator().currentPage() + pages)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.turn_by(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.turn_to(0 if key == Qt.Key.Key_Home else self.document().pageCount())
        elif steps := zoom_steps(event):
            self.zoom_by(steps)
        elif control and key == Qt.Key.Key_0:
            self.set_zoom(WIDTH)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As much as there is: the page around it gives what is left."""
        return QSize(600, 600)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def _seen_factor(self) -> float:
        """The zoom of the page in sight, also where it follows from the room there is."""
        if self.zoomMode() is QPdfView.ZoomMode.Custom:
            return self.zoomFactor()
        points = self.document().pagePointSize(max(0, self.pageNavigator().currentPage()))
        if points.isEmpty():
            return 1.0
        margins, room = self.documentMargins(), self.viewport().size()
        dots = self.logicalDpiX() / _POINTS_PER_INCH
        wide = (room.width() - margins.left() - margins.right()) / (points.width() * dots)
        high = (room.height() - self.pageSpacing()) / (points.height() * dots)
        return min(wide, high) if self.zoomMode() is QPdfView.ZoomMode.FitInView else wide

    def _dress(self) -> None:
        """The ground behind the pages is that of the window."""
        ground = self.palette().color(QPalette.ColorRole.Midlight)
        palette = self.palette()
        if palette.color(QPalette.ColorRole.Dark) != ground:
            palette.setColor(QPalette.ColorRole.Dark, ground)
            self.setPalette(palette)


_LARGER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
"""On most keyboards plus comes with Shift, which the system's own key for it has not."""


def zoom_steps(event: QKeyEvent) -> int:
    """1 for a key that asks for larger, -1 for smaller, 0 for any other."""
    if event.matches(QKeySequence.StandardKey.ZoomIn):
        return 1
    control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    if control and event.key() in _LARGER:
        return 1
    return -1 if event.matches(QKeySequence.StandardKey.ZoomOut) else 0
