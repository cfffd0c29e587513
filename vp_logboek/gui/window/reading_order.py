"""Tab goes as one reads: the status comes last, also after a room that was made later.

Qt goes in the order in which the widgets were made, and a room is made when somebody first comes
there. The chain of Qt is not walked from Python: PySide takes each widget for a part of the one
before, and lets go of an action of the menus with it.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_last(window: QWidget, *parts: QWidget) -> None:
    """Let Tab come to these parts of the window after everything else, in this order."""
    before = end = QWidget(window)  # what is made now stands at the end; it is never shown
    end.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for part in parts:
        QWidget.setTabOrder(before, part)
        before = part
    end.deleteLater()
