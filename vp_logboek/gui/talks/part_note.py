"""The note of a talk."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from math import ceil

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QPlainTextEdit, QStyle, QStyleOptionFrame

from vp_logboek.gui.talks.name_line import NameLine
from vp_logboek.gui.talks.parts import Part, Surroundings
from vp_logboek.gui.widgets import FieldRows
from vp_logboek.gui.widgets.private import forget_typing, keep_private
from vp_logboek.services.talk_entry import TalkEntry

_LINES = 2
"""Lines of a note that are always in sight."""


_LEFT_OVER = 1
"""With not a pixel to spare Qt thinks that the last line does not fit."""
_INSIDE = QStyle.SubElement.SE_FrameContents


class NoteField(QPlainTextEdit):
    """Takes the height that is left over, and never less than some lines of its own letters.

    It asks for all its lines, as far as there is room for them.
    """

    def __init__(self) -> None:
        super().__init__()
        self._most = 0
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    def set_most(self, height: int) -> None:
        """The height it may ask for."""
        if height != self._most:
            self._most = height
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._least())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._least())

    def least_height(self) -> int:
        """Of an empty note."""
        return _LINES * self.line_height() + self._around()

    def _least(self) -> int:
        written = round(self.document().size().height())  # of plain text it is told in lines
        more = max(0, written - _LINES) * self.line_height()
        return max(self.least_height(), min(self.least_height() + more, self._most))

    def line_height(self) -> int:
        """The height of one line of text, as it is laid out."""
        return ceil(QFontMetricsF(self.font()).lineSpacing())

    def _around(self) -> int:
        """What stands above and below the lines: the border and the air inside it."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        option.rect = QRect(0, 0, 100, 100)
        inside = self.style().subElementRect(_INSIDE, option, self)
        border = option.rect.height() - inside.height()
        return border + ceil(2 * self.document().documentMargin()) + _LEFT_OVER


class NotePart(Part):
    """The note: free text, never counted, never exported."""

    def __init__(self, warns: Callable[[], bool]) -> None:
        super().__init__()
        self.note = NoteField()
        keep_private(self.note)
        self.note.setTabChangesFocus(True)
        self.names = NameLine(self.note, warns)

    def add_to(self, rows: FieldRows) -> Iterator[None]:
        hint = self.tr("Mag leeg blijven. Schrijf geen namen.")
        self.row = rows.add(self.tr("Aantekening"), self.note)
        self.note.setPlaceholderText(hint)
        self.note.setAccessibleDescription(hint)
        yield
        self.row.add_below(self.names)
        rows.let_grow(self.row)
        self.note.textChanged.connect(self.edited)

    def show_entry(self, entry: TalkEntry, around: Surroundings) -> None:
        self.note.setPlainText(entry.conversation.note)
        self.names.begin(is_saved=entry.conversation.id is not None)

    def forget_typing(self) -> None:
        forget_typing(self.note)
        self.names.begin()

    def put_into(self, entry: TalkEntry) -> TalkEntry:
        note = self.note.toPlainText()
        return replace(entry, conversation=replace(entry.conversation, note=note))
