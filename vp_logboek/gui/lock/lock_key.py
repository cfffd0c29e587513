"""The key that locks, also where a dialog or a menu keeps it from the main window."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from vp_logboek.gui.ears import Ears

_WITH = Qt.KeyboardModifier.ControlModifier


class LockKey(QObject):
    """``pressed`` tells of Ctrl+L that no menu of the main window heard.

    A dialog that must be answered first shuts every other window off (QShortcutMap in qtgui), and a
    recovery sheet stands in such a dialog.
    """

    pressed = Signal()

    def __init__(self, ears: Ears) -> None:
        super().__init__()
        self._ears = ears

    def start(self) -> None:
        """Begin to listen; twice is as good as once."""
        self._ears.listen((QEvent.Type.KeyPress,), self._hear)

    def stop(self) -> None:
        """Stop listening."""
        self._ears.leave(self._hear)

    def _hear(self, _: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        if event.key() != Qt.Key.Key_L or event.modifiers() != _WITH:
            return False
        self.pressed.emit()
        return True
