"""F1, also in dialogs and before a logbook is open."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from vp_logboek.gui.ears import Ears
from vp_logboek.gui.help.desk import show_help_here


class HelpKey(QObject):
    """Hears F1 where no menu of the main window does, as ``LockKey`` hears Ctrl+L."""

    def __init__(self, ears: Ears) -> None:
        super().__init__()
        self._ears = ears

    def start(self) -> None:
        """Begin to listen; twice is as good as once."""
        self._ears.listen((QEvent.Type.KeyPress,), self._hear)

    def stop(self) -> None:
        """Stop listening."""
        self._ears.leave(self._hear)

    def _hear(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        if event.key() != Qt.Key.Key_F1 or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        if not isinstance(watched, QWidget):  # the system's window hears it before its widget
            return False
        show_help_here(watched)
        return True
