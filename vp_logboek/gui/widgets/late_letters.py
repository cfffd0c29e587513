"""Letters that are still on their way when a shortcut is pressed."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible

WAIT_MS = 150


def after_letters(work: Callable[[], object]) -> None:
    """Do this once what was typed before it has come.

    With a screen reader on, Qt on Linux first tells the reader of each key and gives it to the
    field up to 100 ms later (``QSpiApplicationAdaptor::eventFilter``). A shortcut does not wait for
    that, so Ctrl+S would save a note without its last letters.
    """
    if QAccessible.isActive():
        QTimer.singleShot(WAIT_MS, work)
    else:
        work()
