"""The overview as it will look, from memory: no file is made for it. And the same as text."""

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from vp_logboek.gui.widgets import button, label
from vp_logboek.gui.widgets.narrow import leftmost
from vp_logboek.gui.widgets.private import keep_private

PAGES, TEXT = range(2)


class PreviewStep(QWidget):
    """Pages of the concept, and the concept as text for who has it read aloud."""

    def __init__(self) -> None:
        super().__init__()
        self.name = self.tr("Voorbeeld")
        self._buffer = QBuffer(self)
        self.document = QPdfDocument(self)
        self.pages = QPdfView()
        self.text = QPlainTextEdit()
        keep_private(self.text)
        self.shown = QStackedWidget()
        self.waiting = label(self.tr("De bladzijden worden gemaakt…"), "muted")
        self.switch = button("", self._switch, "eye")
        self._set_pages()
        self._set_text()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(leftmost(self.switch, self.waiting))
        column.addWidget(self.shown, 1)
        self._name_switch()

    def _set_pages(self) -> None:
        self.pages.setDocument(self.document)
        self.pages.setPageMode(QPdfView.PageMode.MultiPage)
        self.pages.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.pages.setFrameShape(QFrame.Shape.NoFrame)
        self.pages.setAccessibleName(self.tr("Bladzijden van het overzicht"))
        self.pages.setAccessibleDescription(self.tr("Dezelfde inhoud is ook als tekst te lezen."))
        self.shown.addWidget(self.pages)
        self._dress()

    def _set_text(self) -> None:
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Het overzicht als tekst"))
        self.shown.addWidget(self.text)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def show_text(self, text: str) -> None:
        """Show the concept as text; its pages come later."""
        self.text.setPlainText(text)
        self.waiting.show()
        self._load(b"")

    def show_pages(self, pdf: bytes) -> None:
        """Show the pages of the concept."""
        self.waiting.hide()
        self._load(pdf)

    def clear(self) -> None:
        """Let go of the pages and the text."""
        self.text.clear()
        self._load(b"")

    def _switch(self) -> None:
        self.shown.setCurrentIndex(TEXT if self.shown.currentIndex() == PAGES else PAGES)
        self._name_switch()

    def _name_switch(self) -> None:
        as_pages = self.shown.currentIndex() == PAGES
        self.switch.setText(self.tr("Als tekst lezen") if as_pages else self.tr("Bladzijden tonen"))

    def _dress(self) -> None:
        """The ground behind the pages is that of the window."""
        palette = self.pages.palette()
        palette.setColor(QPalette.ColorRole.Dark, self.palette().color(QPalette.ColorRole.Midlight))
        self.pages.setPalette(palette)

    def _load(self, pdf: bytes) -> None:
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        if pdf:
            self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
            self.document.load(self._buffer)
