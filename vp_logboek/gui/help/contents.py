"""The left half of the help: a field to search in, and the pages or what was found."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from vp_logboek.gui.help.pages import Page, pages
from vp_logboek.gui.help.result_rows import NAME, SENTENCE, TITLE, ResultRows
from vp_logboek.gui.help.search import Hit, search
from vp_logboek.gui.throttle import Throttle
from vp_logboek.gui.widgets import label
from vp_logboek.gui.widgets.announce import announce
from vp_logboek.gui.widgets.private import keep_private

_PAUSE_MS = 120
"""So long after a letter it is looked for: who types does not wait for each of them."""
_TO_LIST = {Qt.Key.Key_Up, Qt.Key.Key_Down}


class _Field(QLineEdit):
    """Where one types; the arrow keys walk the list below. Esc takes away what was typed."""

    walked = Signal(QKeyEvent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _TO_LIST:
            self.walked.emit(event)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class Contents(QWidget):
    """``looked`` follows the row one is on; ``opened`` tells that it is to be read now."""

    looked = Signal(str, str)
    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = _Field()
        keep_private(self.field)
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(self.tr("Typ een of meer woorden"))
        self.field.setAccessibleName(self.tr("Zoek in de help"))
        self.list = QListWidget()
        self.list.setItemDelegate(ResultRows(self.list))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMouseTracking(True)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._said = label("", "small")
        self._above = label(self.tr("&Zoek in de help"), "strong")
        self._above.setTextFormat(Qt.TextFormat.AutoText)
        self._above.setBuddy(self.field)
        self._pause = Throttle(self, _PAUSE_MS, 4 * _PAUSE_MS)
        self._lay_out()
        self._connect_parts()
        self._search()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._above, self.field, self._said):
            column.addWidget(part)
        column.addWidget(self.list, 1)

    def _connect_parts(self) -> None:
        self.field.textChanged.connect(self._pause.kick)
        self._pause.due.connect(self._search)
        self.field.returnPressed.connect(self._pause.flush)
        self.field.returnPressed.connect(self.opened)
        self.field.walked.connect(self._walk)
        self.list.currentItemChanged.connect(self._look)
        self.list.itemActivated.connect(self.opened)

    @property
    def said(self) -> QLabel:
        """How much was found."""
        return self._said

    def choose(self, name: str) -> None:
        """Mark the page that is read, where it is in the list; nobody hears of it."""
        was = self.list.blockSignals(True)
        rows = range(self.list.count())
        found = (n for n in rows if self.list.item(n).data(NAME) == name)
        self.list.setCurrentRow(next(found, -1))
        self.list.blockSignals(was)

    def look_for(self, text: str) -> None:
        """Look for these words at once; without any every page stands in the list."""
        self.field.setText(text)
        self._pause.flush()

    def _walk(self, event: QKeyEvent) -> None:
        self._pause.flush()
        self.list.event(event)

    def _search(self) -> None:
        text = self.field.text()
        hits = search(text, pages())
        if not text.strip():
            self._fill([Hit(one, "") for one in pages()])
            self._said.hide()
            return
        self._fill(hits)
        self._say(len(hits))
        self.list.setCurrentRow(0)

    def _say(self, number: int) -> None:
        found = self.tr("1 bladzijde gevonden") if number == 1 else f"{number} bladzijden gevonden"
        self._said.setText(found if number else self.tr("Niets gevonden. Probeer een ander woord."))
        self._said.show()
        announce(self.list, self._said.text())

    def _fill(self, hits: Sequence[Hit]) -> None:
        was = self.list.blockSignals(True)
        self.list.clear()
        for hit in hits:
            self.list.addItem(_item(hit.page, hit.sentence))
        self.list.blockSignals(was)
        name = self.tr("Gevonden bladzijden") if self.field.text().strip() else self.tr("Inhoud")
        self.list.setAccessibleName(name)

    def _look(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.looked.emit(item.data(NAME), item.data(SENTENCE))


def _item(page: Page, sentence: str) -> QListWidgetItem:
    made = QListWidgetItem(f"{page.title}. {sentence}" if sentence else page.title)
    made.setData(NAME, page.name)
    made.setData(TITLE, page.title)
    made.setData(SENTENCE, sentence)
    return made
