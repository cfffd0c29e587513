"""A page of a dialog that scrolls where the text is large and the screen is small."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget


def scrolling(*widgets: QWidget) -> QScrollArea:
    """A page of these under each other, at the top of the room it gets."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 4, 4, 4)
    column.setSpacing(10)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    return area


def give_room(dialog: QDialog) -> None:
    """As large as its pages want at the present text size, and no larger than a small laptop."""
    letters = dialog.fontMetrics()
    wide, high = 84 * letters.averageCharWidth(), 30 * letters.height()
    dialog.resize(min(max(680, wide), 1200), min(max(560, high), 690))
