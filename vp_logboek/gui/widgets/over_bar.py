"""A page that scrolls above a bar of buttons, which stays in sight."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from vp_logboek.gui.widgets.flow import Flow
from vp_logboek.gui.widgets.scrolling import scrolling


def scroll_over_bar(holder: QWidget, page: QWidget, *buttons: QWidget) -> None:
    """Lay out ``holder`` with ``page`` above these buttons."""
    scroll = scrolling(page)
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
