"""The note of a talk to read: its own lines, to be marked and copied, never dragged out."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextBlock
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy

from vp_logboek.gui.widgets.private import keep_private

_MOST_LINES = 40
"""A longer note scrolls by itself: its height is not worked out, which would take long."""
_MOST_LETTERS = 6_000


class ReadNote(QPlainTextEdit):
    """As high as its text, up to some dozens of lines; ``none`` is said where there is no text."""

    AROUND = 6
    """Pixels between its edge and its words: the ring, and the margin of a document."""

    def __init__(self, none: str) -> None:
        super().__init__()
        self._height = 0
        keep_private(self)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(none)
        self.setProperty("role", "read")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """What it says."""
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Show a note from its beginning."""
        self.setPlainText(text)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(200, self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        frame = self.height() - self.maximumViewportSize().height()
        around = frame + round(2 * self.document().documentMargin())
        lines = self._lines()
        policy = Qt.ScrollBarPolicy
        fits = lines <= _MOST_LINES
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded
        )
        height = min(lines, _MOST_LINES) * line + max(around, 0)
        if height != self._height:
            self._height = height
            self.updateGeometry()

    def _lines(self) -> int:
        """How many lines it takes at this width, as far as that matters."""
        document = self.document()
        if document.characterCount() > _MOST_LETTERS or document.blockCount() > _MOST_LINES:
            return _MOST_LINES + 1
        layout, lines, block = document.documentLayout(), 0, document.begin()
        while block.isValid():
            layout.blockBoundingRect(block)  # which lays it out
            lines += max(1, _lines_of(block))
            block = block.next()
        return lines


def _lines_of(block: QTextBlock) -> int:
    return block.layout().lineCount()
