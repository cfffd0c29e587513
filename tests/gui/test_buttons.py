"""Enter presses the button that has the keyboard, in every window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from vp_logboek.gui.widgets import button, primary_button


def test_enter_presses_a_button_outside_a_dialog(qtbot: QtBot) -> None:
    pressed: list[str] = []
    window = QWidget()
    qtbot.addWidget(window)
    first = button("Lees", lambda: pressed.append("lees"))
    QVBoxLayout(window).addWidget(first)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        qtbot.keyClick(first, key)
    assert pressed == ["lees"] * 3


def test_in_a_dialog_it_is_pressed_once(qtbot: QtBot) -> None:
    pressed: list[str] = []
    dialog = QDialog()
    qtbot.addWidget(dialog)
    column = QVBoxLayout(dialog)
    first = button("Lees", lambda: pressed.append("lees"))
    column.addWidget(first)
    column.addWidget(primary_button("Verder", lambda: pressed.append("verder")))
    with qtbot.waitExposed(dialog):
        dialog.show()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert pressed == ["lees"]


def test_a_button_is_primary_only_where_the_screen_is_about_it(qtbot: QtBot) -> None:
    one = primary_button("Nieuw gesprek")
    qtbot.addWidget(one)
    one.set_primary(False)
    assert one.property("role") == "plain"
    one.set_primary(True)
    assert one.property("role") == "primary"


def test_an_arrow_on_a_button_goes_nowhere(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    first = button("Lees", lambda: None)
    column.addWidget(first)
    column.addWidget(button("Schrijf", lambda: None))
    with qtbot.waitExposed(window):
        window.show()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left):
        first.setFocus()
        qtbot.keyClick(first, key)
        assert window.focusWidget() is first
