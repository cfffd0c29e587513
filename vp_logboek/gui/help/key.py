"""F1, also in dialogs and before a logbook is open."""

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtWidgets import QApplication

from vp_logboek.gui.ears import Ears
from vp_logboek.gui.heard_key import HeardKey
from vp_logboek.gui.help.desk import show_help_here


class HelpKey(HeardKey):
    """Opens the help of the window in which one is."""

    def __init__(self, ears: Ears) -> None:
        super().__init__(ears, QKeyCombination(Qt.Key.Key_F1))
        self.pressed.connect(_help)


def _help() -> None:
    here = QApplication.focusWidget() or QApplication.activeWindow()
    if here is not None:
        show_help_here(here)
