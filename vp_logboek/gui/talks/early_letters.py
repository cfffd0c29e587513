"""What is typed after asking for a form that is not there yet waits for it.

Else the letters go to the list one comes from, which looks for a row that begins with them.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class EarlyLetters(QObject):
    """Holds the keys for the widget that has the keyboard, and gives them to who has it later.

    Who takes the keyboard elsewhere types there as always.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._held: list[QKeyEvent] = []
        self._from: QWidget | None = None

    def hold(self) -> None:
        """From now on the keys wait."""
        focus = QApplication.focusWidget()
        if self._from is None and focus is not None:
            self._from = focus
            focus.installEventFilter(self)
            focus.destroyed.connect(self._lose)

    def forget(self) -> None:
        """Nothing comes that they were meant for."""
        self._held.clear()
        if self._from is not None:
            self._from.removeEventFilter(self)
            self._from.destroyed.disconnect(self._lose)
            self._from = None

    def give(self, window: QWidget) -> None:
        """Give them, one by one, to whatever has the keyboard then."""
        held = list(self._held)
        self.forget()
        for key in held:
            target = QApplication.focusWidget() or window.focusWidget()
            if target is not None:
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QApplication.sendEvent(target, _as(kind, key))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.modifiers() & _COMMANDS:
            return False
        if not event.text() and not self._held:  # an arrow still moves through the list
            return False
        if event.type() == QEvent.Type.ShortcutOverride and event.text():
            event.accept()  # a letter is a letter here, not a command of the list
            return True
        if event.type() == QEvent.Type.KeyPress:
            self._held.append(event.clone())
            return True
        return False

    def _lose(self) -> None:
        self._from = None


def _as(kind: QEvent.Type, key: QKeyEvent) -> QKeyEvent:
    return QKeyEvent(kind, key.key(), key.modifiers(), key.text(), key.isAutoRepeat())
