"""Fields that hold content: no input method learns from them, nothing is dragged out."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

SENSITIVE = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
"""Nothing typed here may land in the memory of an input method."""


class _NoDrag(QObject):
    """A press on marked text begins a new mark: a QPlainTextEdit has no switch for dragging."""

    def __init__(self, edit: QPlainTextEdit | QTextEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        edit.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            cursor = self._edit.textCursor()
            if cursor.hasSelection() and event.button() == Qt.MouseButton.LeftButton:
                self._let_go_of_mark(event)
        return False

    def _let_go_of_mark(self, event: QMouseEvent) -> None:
        cursor = self._edit.textCursor()
        at = self._edit.cursorForPosition(event.position().toPoint()).position()
        extends = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if not extends and cursor.selectionStart() <= at <= cursor.selectionEnd():
            cursor.clearSelection()
            self._edit.setTextCursor(cursor)


def keep_private(edit: QLineEdit | QPlainTextEdit | QTextEdit) -> None:
    """What is typed here stays in the logbook."""
    edit.setInputMethodHints(edit.inputMethodHints() | SENSITIVE)
    if isinstance(edit, QLineEdit):
        edit.setDragEnabled(False)
    else:
        _NoDrag(edit)


def forget_typing(edit: QLineEdit | QPlainTextEdit) -> None:
    """Drop what could be had back by undoing."""
    if isinstance(edit, QLineEdit):
        edit.setText(edit.text())  # which begins a new history
    else:
        edit.document().clearUndoRedoStacks()


def empty(edit: QLineEdit) -> None:
    """Take away what stands there, for good: what ``clear()`` took can be had back by undoing."""
    edit.setText("")
