"""Pages on their way to a printer, strip by strip: the window listens, and it can be stopped.

However the dialog goes away, the job is broken off with it: a lock only hides it, and while a job
is open the printing system may keep the pages in a file of its own, also those of a recovery sheet.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QHideEvent, QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from vp_logboek.gui.slices import Slices
from vp_logboek.gui.widgets import button, label
from vp_logboek.gui.widgets.narrow import leftmost

STRIPS = 6
"""A page in one piece takes 180 ms: to draw it 46, and to hand it to the printer the rest."""
_OVERLAP = 4
"""Rows of dots that a strip lies over the next, so that no white line comes between them."""
_POINTS_PER_INCH = 72


class Sending(QDialog):
    """Asks through ``send``."""

    @classmethod
    def send(
        cls,
        parent: QWidget | None,
        document: QPdfDocument,
        pages: Sequence[int],
        printer: QPrinter,
        dots_per_inch: int,
    ) -> bool | None:
        """Whether the printer took these pages; None when the user stopped it."""
        dialog = cls(parent, document, pages, printer, dots_per_inch)
        dialog.begin()
        dialog.deleteLater()
        return None if dialog.is_stopped else dialog.is_taken

    def __init__(
        self,
        parent: QWidget | None,
        document: QPdfDocument,
        pages: Sequence[int],
        printer: QPrinter,
        dots_per_inch: int,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Afdrukken"))
        self._document, self._pages, self._printer = document, pages, printer
        self._dots = dots_per_inch
        self.is_taken = self.is_stopped = False
        self._words = label("", wrap=False)
        self._bar = QProgressBar()
        self._bar.setRange(0, max(1, len(pages) * (STRIPS + 1)))
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Hoeveel er naar de printer is"))
        self.stop = button(self.tr("Stoppen"), self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        for part in (self._words, self._bar, leftmost(self.stop)):
            column.addWidget(part)
        self._slices = Slices(self)
        self._slices.add(self._steps)
        self._slices.done.connect(self.accept)

    def begin(self) -> None:
        """Send them; returns when all went, or it was stopped."""
        self._say(0)
        self._slices.begin()
        if not self._slices.is_done:
            self.exec()
            self._break_off()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stopped, closed, or hidden by a lock, which does not wait until ``begin`` goes on."""
        super().hideEvent(event)
        if not event.spontaneous():  # that is only a window made small
            self._break_off()

    def _break_off(self) -> None:
        """Nothing more is sent; what the printer has it may still print."""
        if not self._slices.is_done:
            self.is_stopped = True
            self._printer.abort()  # before the steps let go of the painter: that ends the job
            self._slices.stop()

    def _say(self, position: int) -> None:
        told = self.tr("Bladzijde {0} van {1} gaat naar de printer.")
        self._words.setText(told.format(position + 1, len(self._pages)))
        self.setAccessibleDescription(self._words.text())

    def _steps(self) -> Iterator[None]:
        painter = QPainter()
        if not painter.begin(self._printer):
            return
        try:
            for position, number in enumerate(self._pages):
                if position and not self._printer.newPage():
                    return
                self._say(position)
                for _ in self._strips(painter, number):
                    self._bar.setValue(self._bar.value() + 1)
                    yield
            self.is_taken = True
        finally:
            self.is_taken = painter.end() and self.is_taken

    def _strips(self, painter: QPainter, number: int) -> Iterator[None]:
        sheet = drawn(self._document, number, self._dots)
        yield
        resolution = self._printer.resolution()
        paper = QRectF(self._printer.pageLayout().fullRectPixels(resolution))
        place, height = _in_the_middle(sheet.size(), paper), sheet.height()
        for strip in range(STRIPS):
            top = strip * height // STRIPS
            end = min(height, (strip + 1) * height // STRIPS + _OVERLAP)
            target = _part_of(place, top / height, end / height)
            painter.drawImage(target, sheet, QRectF(0, top, sheet.width(), end - top))
            yield


def drawn(document: QPdfDocument, number: int, dots_per_inch: int) -> QImage:
    """One page on white paper."""
    size = (document.pagePointSize(number) * dots_per_inch / _POINTS_PER_INCH).toSize()
    sheet = QImage(size, QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    painter.drawImage(0, 0, document.render(number, size))
    painter.end()
    return sheet


def _in_the_middle(size: QSize, paper: QRectF) -> QRectF:
    """Where a page lies on the paper, as large as it can be."""
    room = QSizeF(size).scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(0, 0, room.width(), room.height())
    place.moveCenter(paper.center())
    return place


def _part_of(place: QRectF, begin: float, end: float) -> QRectF:
    """From here to there, as parts of its height."""
    height = place.height()
    return QRectF(place.left(), place.top() + begin * height, place.width(), (end - begin) * height)
