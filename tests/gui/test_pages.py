"""A page that is not in sight takes no room from the one that is."""

from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from vp_logboek.gui.widgets.pages import Pages


def least_height(qtbot: QtBot, stack: QStackedWidget) -> list[int]:
    """Of the window around it, with a low page in sight and then with a high one."""
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(stack)
    heights = []
    for height in (100, 300):
        page = QWidget()
        page.setMinimumHeight(height)
        stack.addWidget(page)
    for page in range(2):
        stack.setCurrentIndex(page)
        QApplication.processEvents()
        heights.append(window.minimumSizeHint().height())
    return heights


def test_only_the_page_in_sight_takes_room(qtbot: QtBot) -> None:
    low, high = least_height(qtbot, Pages())
    assert high - low == 200
    low, high = least_height(qtbot, QStackedWidget())  # the control: Qt's own
    assert low == high
