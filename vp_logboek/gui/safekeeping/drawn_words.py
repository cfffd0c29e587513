"""Six words to be written down: large, numbered, and gone when the page is left for good."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QWidget

from vp_logboek.gui.widgets import label

_ROOM_FOR_THREE = 48
"""Average characters that three words need beside each other."""


class DrawnWords(QFrame):
    """Shows words, each with its place in the row. They cannot be copied: they go on paper."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "paper")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._words: list[str] = []
        self._cells: list[QWidget] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(8)

    def text(self) -> str:
        """The words with a space between them, as they are typed."""
        return " ".join(self._words)

    def show_words(self, passphrase: str) -> None:
        """Show these words; nothing takes them away again."""
        self._words = passphrase.split()
        self.setAccessibleName(self.tr("De woorden: {0}").format(", ".join(self._words)))
        for cell in self._cells:
            cell.deleteLater()
        self._cells = [_cell(number, word) for number, word in enumerate(self._words, 1)]
        self._columns = 0
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= _ROOM_FOR_THREE * self.fontMetrics().averageCharWidth()
        columns = 3 if wide else 2
        if columns == self._columns:
            return
        self._columns = columns
        for number, cell in enumerate(self._cells):
            self._grid.addWidget(cell, number // columns, number % columns)
        self._grid.setColumnStretch(2, 1 if wide else 0)
        for column in range(2):
            self._grid.setColumnStretch(column, 1)


def _cell(number: int, word: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    place = label(str(number), "muted", wrap=False)
    place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBaseline)
    written: QLabel = label(word, "heading", wrap=False)
    row.addWidget(place, 0, Qt.AlignmentFlag.AlignBaseline)
    row.addWidget(written, 0, Qt.AlignmentFlag.AlignBaseline)
    row.addStretch(1)
    return holder
