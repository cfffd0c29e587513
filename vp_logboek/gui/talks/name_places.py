"""Puts something else where a name stands, in one step of the undoing of the field itself."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from vp_logboek.services.names import names_in

Place = tuple[int, int]


def put_instead(field: QPlainTextEdit | QLineEdit, name: str, other: str) -> None:
    """Replace a name wherever it stands as a name; Ctrl+Z in the field brings it back."""
    if isinstance(field, QLineEdit):
        for start, length in _places(field.text(), name):
            field.setSelection(start, length)
            field.insert(other)
        return
    cursor = QTextCursor(field.document())
    cursor.beginEditBlock()
    for start, length in _places(field.toPlainText(), name):
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(other)
    cursor.endEditBlock()


def _places(text: str, name: str) -> list[Place]:
    """Where it stands as Qt counts, the last first: what comes before does not move."""
    wanted = name.casefold()
    spans = [one for one in names_in(text) if text[one.start : one.end].casefold() == wanted]
    return [(_units(text[: one.start]), _units(text[one.start : one.end])) for one in spans[::-1]]


def _units(text: str) -> int:
    """The length in UTF-16, in which a rare sign counts for two."""
    return len(text.encode("utf-16-le")) // 2
