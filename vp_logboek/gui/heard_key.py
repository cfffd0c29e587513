"""A key that does the same everywhere: in dialogs and menus too, and before a logbook is open."""

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Signal
from PySide6.QtGui import QKeyEvent

from vp_logboek.gui.ears import Ears


class HeardKey(QObject):
    """``pressed`` tells of this key where no menu of the main window heard it.

    A dialog that must be answered first shuts every other window off, and with it the shortcuts of
    that window (QShortcutMap in qtgui).
    """

    pressed = Signal()

    def __init__(self, ears: Ears, key: QKeyCombination) -> None:
        super().__init__()
        self._ears = ears
        self._key = key

    def start(self) -> None:
        """Begin to listen; twice is as good as once."""
        self._ears.listen((QEvent.Type.KeyPress,), self._hear)

    def stop(self) -> None:
        """Stop listening."""
        self._ears.leave(self._hear)

    def _hear(self, event: QEvent) -> bool:
        is_it = isinstance(event, QKeyEvent) and event.keyCombination() == self._key
        if is_it:
            self.pressed.emit()
        return is_it
