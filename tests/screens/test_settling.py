"""Nothing is judged that still changes: what settles is waited for, what never does is told."""

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.screens import settling
from tests.screens.settling import Unsettled, settle
from vp_logboek.gui.throttle import Throttle


class Restless(QWidget):
    """Answers each new layout by asking for another, as rows of fields once did."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.layout().setSpacing(7)
        return super().event(event)


def shown(qtbot: QtBot, made: QWidget) -> QWidget:
    qtbot.addWidget(made)
    QVBoxLayout(made).addWidget(QLabel("Rust"))
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_what_is_asked_far_below_has_come_to_the_window(qtbot: QtBot) -> None:
    deepest = holder = shown(qtbot, QWidget())
    for _ in range(12):
        inner = QWidget()
        deepest.layout().addWidget(inner)
        QVBoxLayout(inner)
        deepest = inner
    settle()
    words = QLabel("Een regel")
    words.setMinimumHeight(900)
    deepest.layout().addWidget(words)
    settle()
    assert words.height() >= 900
    assert holder.height() >= 900


def test_what_an_answer_asks_again_is_waited_for(qtbot: QtBot) -> None:
    one, left = shown(qtbot, QWidget()), [6]

    def go_on() -> None:
        left[0] -= 1
        one.resize(one.width() + 10, one.height())
        if left[0]:
            QTimer.singleShot(0, one, go_on)

    QTimer.singleShot(0, one, go_on)
    settle()
    assert left == [0]


def test_an_answer_that_is_awaited_is_there(qtbot: QtBot) -> None:
    one, answers = shown(qtbot, QWidget()), list[str]()
    QTimer.singleShot(30, one, lambda: answers.append("ja"))
    settle(lambda: not answers)
    assert answers == ["ja"]


def test_nobody_waits_for_a_pause(qtbot: QtBot) -> None:
    one, done = shown(qtbot, QWidget()), list[bool]()
    pause = Throttle(one, 60_000)
    pause.due.connect(lambda: done.append(True))
    pause.kick()
    settle()
    assert done == [True]


def test_what_never_rests_is_told(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settling, "LONGEST_S", 0.2)
    one = shown(qtbot, Restless())
    with pytest.raises(Unsettled, match="LayoutRequest"):
        settle()
    one.hide()
