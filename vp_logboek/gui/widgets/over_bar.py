"""A page that scrolls above a bar of buttons, which stays in sight."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from vp_logboek.gui.widgets.flow import Flow


def scroll_over_bar(holder: QWidget, page: QWidget, *buttons: QWidget) -> None:
    """Lay out ``holder`` with ``page`` above these buttons."""
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(page)
    bar = QFrame()
    bar.setProperty("role", "bar")
    row = QHBoxLayout(bar)
    row.setContentsMargins(20, 10, 20, 10)
    row.addWidget(Flow(*buttons))
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(scroll, 1)
    layout.addWidget(bar)
