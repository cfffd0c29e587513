"""Long work on the GUI thread is cut in slices, and the window listens in between."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from vp_logboek.app import Program
from vp_logboek.gui.slices import Slices, polished

_COUNTS = """
import sys, vp_logboek.app
from vp_logboek.gui.window.ahead import read_in
before = len(sys.modules)
print(before)
for _ in read_in():
    print(len(sys.modules) - before)
    before = len(sys.modules)
"""
MOST_NEW = 40
"""Modules that one step may bring: about 30 ms."""


@pytest.fixture(autouse=True)
def nothing_ahead() -> None:
    """Here they are really cut."""


def test_between_two_long_jobs_the_window_listens(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vp_logboek.gui.slices.SLICE_MS", 0)  # every job is a long one
    done: list[str] = []
    slices = Slices()
    slices.add(lambda: done.append("one"), lambda: done.append("two"))
    key = QTimer()
    key.setSingleShot(True)
    key.timeout.connect(lambda: done.append("key"))
    with qtbot.waitSignal(slices.done):
        slices.begin()
        key.start(0)
    assert sorted(done) == ["key", "one", "two"]
    assert done != ["one", "two", "key"]


def test_the_steps_of_a_job_come_before_the_next_job(qtbot: QtBot) -> None:
    done: list[str] = []

    def of_two() -> Iterator[None]:
        done.append("first")
        yield
        done.append("second")

    slices = Slices()
    slices.add(of_two, lambda: done.append("last"))
    with qtbot.waitSignal(slices.done):
        slices.begin()
    assert done == ["first", "second", "last"]


def test_who_cannot_wait_has_all_of_it_at_once(qtbot: QtBot) -> None:
    done: list[int] = []
    slices = Slices()
    slices.add(*(lambda n=n: done.append(n) for n in range(3)))
    with qtbot.waitSignal(slices.done):
        slices.finish()
    assert done == [0, 1, 2]
    with qtbot.assertNotEmitted(slices.done):
        slices.finish()
    assert slices.is_done


def test_what_is_stopped_is_not_done(qtbot: QtBot) -> None:
    done: list[int] = []
    slices = Slices()
    slices.add(lambda: done.append(1))
    slices.begin()
    slices.stop()
    slices.finish()
    assert done == []


def test_a_job_that_fails_is_not_tried_again(qtbot: QtBot) -> None:
    done: list[int] = []
    slices = Slices()
    slices.add(lambda: 1 / 0, lambda: done.append(2))
    with pytest.raises(ZeroDivisionError):
        slices.finish()
    slices.finish()
    assert done == [2]


def test_a_page_is_dressed_without_what_was_thrown_away_meanwhile(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    gone, stays = QLabel(page), QLabel(page)
    steps = polished(page)
    next(steps)
    gone.deleteLater()
    gone.setParent(None)
    del gone
    for _ in steps:
        pass
    assert stays.testAttribute(Qt.WidgetAttribute.WA_WState_Polished)


def test_no_step_of_reading_in_brings_much_at_once() -> None:
    told = subprocess.run(
        [sys.executable, "-c", _COUNTS], capture_output=True, text=True, check=True, timeout=60
    ).stdout.split()
    new = [int(word) for word in told]
    assert max(new[1:]) <= MOST_NEW, new
    assert new[0] > MOST_NEW  # the start itself brings more: the figures are counted


def test_the_window_is_there_before_the_passphrase_is(
    qtbot: QtBot, make_running: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vp_logboek.app.REST_MS", 0)
    program: Program = make_running().program  # type: ignore[operator]
    qtbot.waitUntil(lambda: len(program.windows) == 2)
    assert program.window.isHidden()


@pytest.mark.parametrize("gives_way", [True, False])
def test_what_is_made_ahead_waits_for_a_dialog_to_go(qtbot: QtBot, gives_way: bool) -> None:
    done: list[str] = []
    slices = Slices(gives_way=gives_way)
    slices.add(lambda: done.append("one"))
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.setModal(True)
    dialog.show()
    slices.begin()
    QTest.qWait(20)
    assert done == ([] if gives_way else ["one"])
    dialog.hide()
    qtbot.waitUntil(lambda: done == ["one"])
