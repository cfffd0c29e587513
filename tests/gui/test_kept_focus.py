"""The keyboard is never nowhere."""

import pytest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.words.hearing import hearing
from vp_logboek.gui.widgets.empty import EmptyState
from vp_logboek.gui.window.kept_focus import KeptFocus


class Window(QWidget):
    """A list at the left and a field beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.home, self.field = QLineEdit(), QLineEdit()
        row = QHBoxLayout(self)
        row.addWidget(self.home)
        row.addWidget(self.field)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitActive(made)
    return made


def lose(window: Window) -> None:
    window.field.setFocus()
    window.field.clearFocus()


def test_where_nothing_has_the_keyboard_it_goes_home(window: Window, qtbot: QtBot) -> None:
    KeptFocus(window, window.home)
    lose(window)
    qtbot.waitUntil(window.home.hasFocus)


def test_without_it_the_keyboard_is_lost(window: Window) -> None:
    lose(window)
    QApplication.processEvents()
    assert QApplication.focusWidget() is None


def test_who_is_sent_somewhere_else_is_left_there(window: Window) -> None:
    KeptFocus(window, window.home)
    lose(window)
    window.field.setFocus()
    QApplication.processEvents()
    assert window.field.hasFocus()


def test_a_page_with_nothing_in_it_says_so_and_lets_the_keyboard_go(window: Window) -> None:
    page = EmptyState()
    window.layout().addWidget(page)
    page.say("De prullenbak is leeg.")
    page.show()
    window.field.setFocus()
    with hearing() as heard:
        page.setFocus()
    assert heard == [("De prullenbak is leeg.", True)]
    assert QApplication.focusWidget() is None
    page.say("Nog geen gesprekken.", ("Nieuw gesprek", lambda: None))
    QApplication.processEvents()
    page.setFocus()
    assert QApplication.focusWidget() is page.offers()[0]
