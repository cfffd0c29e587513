"""A page of a dialog is made when it is first shown or asked for, and only once."""

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from vp_logboek.gui.later import Later


def counted(made: list[QWidget]) -> QLabel:
    made.append(QLabel("bladzijde"))
    return made[-1]  # type: ignore[return-value]


def test_it_is_made_when_it_shows(qtbot: QtBot) -> None:
    made: list[QWidget] = []
    later = Later(lambda: counted(made))
    qtbot.addWidget(later)
    assert not later.is_made
    with qtbot.waitSignal(later.made):
        later.show()
    assert made == [later.page]
    assert later.page.isVisible()


def test_it_is_made_when_it_is_asked_for_and_not_again_when_it_shows(qtbot: QtBot) -> None:
    made: list[QWidget] = []
    later = Later(lambda: counted(made))
    qtbot.addWidget(later)
    assert later.page.text() == "bladzijde"
    later.show()
    for _ in later.build():
        pass
    assert len(made) == 1
