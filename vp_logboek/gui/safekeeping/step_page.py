"""A page of a dialog that scrolls where the text is large and the screen is small."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget


def scrolling(*widgets: QWidget) -> QScrollArea:
    """A page of these under each other, at the top of the room it gets."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 4, 0, 4)
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


def bring_into_sight(widget: QWidget) -> None:
    """Scroll the page it lies on to it, once the layout has made room for it."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None:
        QTimer.singleShot(0, above, partial(above.ensureWidgetVisible, widget))


def give_room(dialog: QDialog) -> None:
    """As large as its pages want at the present text size, and no larger than a small laptop."""
    letters = dialog.fontMetrics()
    wide, high = 84 * letters.averageCharWidth(), 30 * letters.height()
    dialog.resize(min(max(680, wide), 1200), min(max(620, high), 690))
