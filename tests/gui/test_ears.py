"""Keys and the mouse are heard once, at the windows, for all who must hear."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from vp_logboek.gui.ears import Ears

KEY, WHEEL, MOVE = QEvent.Type.KeyPress, QEvent.Type.Wheel, QEvent.Type.MouseMove


def press(widget: QWidget, key: Qt.Key) -> None:
    """As the system brings a key: to the window, which gives it to the field."""
    QTest.keyClick(widget.window().windowHandle(), key)


class Page(QDialog):
    """A window with a field that has the keyboard."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        qtbot.addWidget(self)
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)
        with qtbot.waitActive(self):
            self.show()
        self.field.setFocus()


def test_each_hears_its_own_kinds_until_one_keeps_it(qapp: QApplication, qtbot: QtBot) -> None:
    ears, heard = Ears(qapp), list[str]()

    def first(_: QEvent) -> bool:
        heard.append("first")
        return False

    def keeps(_: QEvent) -> bool:
        heard.append("keeps")
        return True

    page = Page(qtbot)
    field = page.field
    ears.listen((KEY, WHEEL), first)
    ears.listen((KEY,), first)
    press(field, Qt.Key.Key_A)
    assert (field.text(), heard) == ("a", ["first"]), "twice is as good as once"

    ears.listen((KEY,), keeps)
    press(field, Qt.Key.Key_B)
    assert (field.text(), heard) == ("a", ["first", "first", "keeps"])

    ears.leave(first)
    ears.leave(keeps)
    press(field, Qt.Key.Key_C)
    assert (field.text(), len(heard)) == ("ac", 3)


def test_a_window_that_comes_later_is_heard_too(qapp: QApplication, qtbot: QtBot) -> None:
    ears, heard = Ears(qapp), list[QEvent.Type]()

    def hears(event: QEvent) -> bool:
        heard.append(event.type())
        return False

    ears.listen((KEY, MOVE), hears)
    page = Page(qtbot)
    press(page.field, Qt.Key.Key_A)
    assert heard == [KEY]

    choice = QComboBox()
    choice.addItems(["een", "twee"])
    qtbot.addWidget(choice)
    choice.show()
    choice.showPopup()
    dropped = choice.view().window()

    def moves() -> bool:
        for at in (3, 4):
            QTest.mouseMove(dropped.windowHandle(), QPoint(at, at))
        return MOVE in heard

    qtbot.waitUntil(moves)
    choice.hidePopup()
    ears.leave(hears)


def test_a_window_that_takes_no_focus_is_heard_once_it_was_looked_for(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vp_logboek.gui.ears.FIND_MS", 10)
    ears, heard = Ears(qapp), list[QEvent.Type]()
    qapp.focusWindowChanged.disconnect(ears._find)  # here every window gets the focus

    def hears(event: QEvent) -> bool:
        heard.append(event.type())
        return False

    ears.listen((MOVE,), hears)
    list_ = QWidget(None, Qt.WindowType.Tool | Qt.WindowType.WindowDoesNotAcceptFocus)
    qtbot.addWidget(list_)
    list_.show()

    def moves() -> bool:
        for at in (3, 4):
            QTest.mouseMove(list_.windowHandle(), QPoint(at, at))
        return MOVE in heard

    qtbot.waitUntil(moves)
    ears.leave(hears)
