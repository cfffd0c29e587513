"""The note of a talk."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit

from vp_logboek.gui.talks.name_line import NameLine
from vp_logboek.gui.talks.parts import Part, Surroundings
from vp_logboek.gui.widgets import FieldRows
from vp_logboek.gui.widgets.private import forget_typing, keep_private
from vp_logboek.services.talk_entry import TalkEntry

_LINES, _MARGINS = 3, 18
"""Lines of a note that are always in sight, and what stands around them, in pixels."""


class _Note(QPlainTextEdit):
    """Takes the height that is left over, and never less than some lines of its own letters."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._least())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._least())

    def _least(self) -> int:
        return self.fontMetrics().lineSpacing() * _LINES + _MARGINS


class NotePart(Part):
    """The note: free text, never counted, never exported."""

    def __init__(self, warns: Callable[[], bool]) -> None:
        super().__init__()
        self.note = _Note()
        keep_private(self.note)
        self.note.setTabChangesFocus(True)
        self.names = NameLine(self.note, warns)

    def add_to(self, rows: FieldRows) -> Iterator[None]:
        hint = self.tr("Mag leeg blijven. Schrijf geen namen.")
        row = rows.add(self.tr("Aantekening"), self.note, hint)
        yield
        row.add_below(self.names)
        rows.let_grow(row)
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
