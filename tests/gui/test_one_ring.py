"""Where the keyboard is one ring shows it: Fusion would draw a box of its own inside it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QCheckBox, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from vp_logboek.gui.style_sheet import sheet
from vp_logboek.gui.theme import LIGHT
from vp_logboek.gui.widgets import button, link_button, primary_button

MAKERS: dict[str, Callable[[], QWidget]] = {
    "button": lambda: button("Map openen", lambda: None),
    "primary": lambda: primary_button("Verder"),
    "link": lambda: link_button("Wijzigen", lambda: None),
    "radio": lambda: QRadioButton("meer jaren"),
    "tick": lambda: QCheckBox("Met onderdelen"),
}


def drawn(control: QWidget, by_tab: bool) -> QImage:
    control.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, by_tab)
    return control.grab().toImage()


@pytest.mark.parametrize("kind", MAKERS)
def test_tab_draws_no_second_box_around_the_words(kind: str, qtbot: QtBot) -> None:
    control = MAKERS[kind]()
    qtbot.addWidget(control)
    for own, is_same in ((sheet(LIGHT, 11).replace("outline: none", ""), False),
                         (sheet(LIGHT, 11), True)):  # fmt: skip
        control.setStyleSheet(own)
        control.resize(200, 40)
        with qtbot.waitActive(control):
            control.show()
        control.setFocus()
        assert QApplication.focusWidget() is control
        assert (drawn(control, True) == drawn(control, False)) is is_same
