"""Rows of fields: once they have their place nothing is laid out any more."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from vp_logboek.gui.widgets import FieldRows


class Asked(QObject):
    """Counts how often a widget was asked to lay itself out."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.LayoutRequest
        return False


def test_once_they_have_their_place_the_program_rests(qtbot: QtBot) -> None:
    rows = FieldRows()
    qtbot.addWidget(rows)
    row = rows.add("Organisatie", QLineEdit(), "Een hint.")
    rows.add("Plaats", QLineEdit())
    asked = Asked()
    rows.installEventFilter(asked)
    rows.resize(600, 200)
    rows.show()
    for _ in range(20):
        QApplication.processEvents()
    seen, asked.times = asked.times, 0
    for _ in range(50):
        QApplication.processEvents()
    assert asked.times == 0
    row.show_problem("De organisatie heeft nog geen naam.")
    for _ in range(20):
        QApplication.processEvents()
    assert asked.times > 0, "the control: it hears"
    assert asked.times + seen < 20
