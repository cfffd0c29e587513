"""The overview as it will look, from memory: no file is made for it. And the same as text."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSignalBlocker, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QKeySequence
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from vp_logboek.gui.export import preview_words as words
from vp_logboek.gui.export.page_view import FACTORS, PageView, zoom_steps
from vp_logboek.gui.export.preview_words import WHOLE, WIDTH
from vp_logboek.gui.widgets import Flow, button, calm_wheel, label
from vp_logboek.gui.widgets.choices import name_aloud
from vp_logboek.gui.widgets.private import keep_private

PAGES, TEXT = range(2)
_ZOOMS = (WIDTH, WHOLE, *FACTORS)


class TextView(QPlainTextEdit):
    """The overview as text, which gets larger with the same keys as the pages."""

    def __init__(self) -> None:
        super().__init__()
        keep_private(self)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Het overzicht als tekst"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = zoom_steps(event)
        if steps:
            self.zoomIn(2 * steps)
        else:
            super().keyPressEvent(event)


class PreviewStep(QWidget):
    """The pages, and the same as text for who has it read aloud. ``print_requested`` comes with
    the PDF that is shown.
    """

    print_requested = Signal(bytes)

    def __init__(self) -> None:
        super().__init__()
        self.pdf = b""
        self._buffer = QBuffer(self)
        self.document = QPdfDocument(self)
        self.pages = PageView(self.document)
        self.text = TextView()
        self.shown = QStackedWidget()
        self.waiting = label(self.tr("De bladzijden worden gemaakt…"), "muted", wrap=False)
        self.switch = button("", self._switch, "eye")
        self.page_list = QComboBox()
        self.zoom_list = QComboBox()
        self.print_button = button(self.tr("Afdrukken…"), self.ask_print, "printer")
        self._lay_out()
        self._connect_parts()
        self._name_switch()
        self._show_count()

    def _lay_out(self) -> None:
        self.page_list.setAccessibleName(self.tr("Bladzijde"))
        self.zoom_list.setAccessibleName(self.tr("Grootte van de bladzijden"))
        for list_ in (self.page_list, self.zoom_list):
            calm_wheel(list_)
            list_.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for zoom in _ZOOMS:
            self.zoom_list.addItem(words.zoom(zoom), zoom)
        self.print_button.setToolTip(QKeySequence(QKeySequence.StandardKey.Print).toString())
        self.pages.setAccessibleName(self.tr("Bladzijden van het overzicht"))
        for view in (self.pages, self.text):
            self.shown.addWidget(view)
        self.bar = Flow(
            self.switch, self.page_list, self.zoom_list, self.print_button, self.waiting
        )
        for list_ in (self.page_list, self.zoom_list):
            name_aloud(list_)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.bar)
        column.addWidget(self.shown, 1)

    def _connect_parts(self) -> None:
        self.page_list.activated.connect(self.pages.turn_to)
        self.zoom_list.activated.connect(self._zoom)
        self.pages.turned.connect(self._show_page)
        self.pages.zoomed.connect(self._show_zoom)

    @property
    def has_no_pages(self) -> bool:
        """Whether there are none, and none that are still to come."""
        return not self.pdf and self.waiting.isHidden()

    def show_text(self, text: str) -> None:
        """Show the overview as text; its pages come later."""
        self.text.setPlainText(text)
        self.waiting.show()
        self._load(b"")

    def show_pages(self, pdf: bytes) -> None:
        """Show the pages; no bytes where there are none to show."""
        self.waiting.hide()
        self._load(pdf)
        if pdf and self.isVisible():
            said = words.ready(self.document.pageCount())
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.pages, said))

    def clear(self) -> None:
        """Let go of the pages and the text."""
        self.text.clear()
        self._load(b"")

    def ask_print(self) -> None:
        """Ask to print what is shown, where there is something."""
        if self.pdf:
            self.print_requested.emit(self.pdf)

    def _switch(self) -> None:
        self.shown.setCurrentIndex(TEXT if self.shown.currentIndex() == PAGES else PAGES)
        self._name_switch()

    def _name_switch(self) -> None:
        as_pages = self.shown.currentIndex() == PAGES
        self.switch.setText(self.tr("Als tekst lezen") if as_pages else self.tr("Bladzijden tonen"))
        for list_ in (self.page_list, self.zoom_list):
            list_.setVisible(as_pages)

    def _zoom(self) -> None:
        self.pages.set_zoom(self.zoom_list.currentData())

    def _show_zoom(self, zoom: float) -> None:
        self.zoom_list.setCurrentIndex(_ZOOMS.index(zoom))

    def _show_page(self, page: int) -> None:
        self.page_list.setCurrentIndex(page)

    def _show_count(self) -> None:
        """How many pages there are, where one can see it and where it is said."""
        count = self.document.pageCount()
        with QSignalBlocker(self.page_list):
            self.page_list.clear()
            self.page_list.addItems([words.page_of(page, count) for page in range(count)])
        self.pages.setAccessibleDescription(words.about_pages(count))
        for control in (self.page_list, self.zoom_list, self.print_button):
            control.setEnabled(count > 0)

    def _load(self, pdf: bytes) -> None:
        self.pdf = pdf
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        if pdf:
            self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
            self.document.load(self._buffer)
        self._show_count()
