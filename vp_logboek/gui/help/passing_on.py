"""Keys for larger and smaller text: the help hears them for the window it is about."""

from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

TEXT_KEYS = ("Ctrl++", "Ctrl+=", "Ctrl+-", "Ctrl+0")


def pass_on_text_keys(heard_by: QWidget, owner: QWidget) -> None:
    """Let ``heard_by`` hear these keys and do what ``owner``, or a window behind it, does."""
    for said in TEXT_KEYS:
        key = QKeySequence(said)
        QShortcut(key, heard_by, partial(_press, owner, key))


def _press(owner: QWidget, key: QKeySequence) -> None:
    window: QWidget | None = owner
    while window is not None:
        found = [one for one in window.actions() if key in one.shortcuts()]
        if found:
            found[0].trigger()
            return
        above = window.parentWidget()
        window = above.window() if above is not None else None
