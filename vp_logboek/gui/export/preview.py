"""The overview as it will look, from memory: no file is made for it. And the same as text."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QTabWidget, QVBoxLayout, QWidget

from vp_logboek.gui.widgets import label


class PreviewStep(QWidget):
    """Pages of the concept, and the concept as text for who has it read aloud."""

    def __init__(self) -> None:
        super().__init__()
        self.name = self.tr("Voorbeeld")
        self._buffer = QBuffer(self)
        self.document = QPdfDocument(self)
        self.pages = QPdfView()
        self.pages.setDocument(self.document)
        self.pages.setPageMode(QPdfView.PageMode.MultiPage)
        self.pages.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.pages.setAccessibleName(self.tr("Bladzijden van het overzicht"))
        self.pages.setAccessibleDescription(self.tr("Dezelfde inhoud staat bij Als tekst."))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Het overzicht als tekst"))
        self.waiting: QLabel = label(self.tr("De bladzijden worden gemaakt…"), "muted")
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(self.tr("Voorbeeld"))
        self.tabs.addTab(self.pages, self.tr("Bladzijden"))
        self.tabs.addTab(self.text, self.tr("Als tekst"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.waiting)
        column.addWidget(self.tabs, 1)

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

    def _load(self, pdf: bytes) -> None:
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        if pdf:
            self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
            self.document.load(self._buffer)
