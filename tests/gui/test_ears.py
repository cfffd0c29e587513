"""One filter hears for all who must hear."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from vp_logboek.gui.ears import Ears


def test_each_hears_its_own_kinds_until_one_keeps_it(qapp: QApplication, qtbot: QtBot) -> None:
    ears, heard = Ears(qapp), list[str]()

    def first(_: QObject, __: QEvent) -> bool:
        heard.append("first")
        return False

    def keeps(_: QObject, __: QEvent) -> bool:
        heard.append("keeps")
        return True

    field = QLineEdit()
    qtbot.addWidget(field)
    ears.listen((QEvent.Type.KeyPress, QEvent.Type.Wheel), first)
    ears.listen((QEvent.Type.KeyPress,), first)
    qtbot.keyClick(field, Qt.Key.Key_A)
    assert (field.text(), heard) == ("a", ["first"]), "twice is as good as once"

    ears.listen((QEvent.Type.KeyPress,), keeps)
    qtbot.keyClick(field, Qt.Key.Key_B)
    assert (field.text(), heard) == ("a", ["first", "first", "keeps"])

    ears.leave(first)
    ears.leave(keeps)
    qtbot.keyClick(field, Qt.Key.Key_C)
    assert (field.text(), len(heard)) == ("ac", 3)
