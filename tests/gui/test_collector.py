"""Python lets go of objects on the GUI thread alone, however hard the other threads work."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from vp_logboek.gui.collector import ENOUGH, Collector
from vp_logboek.gui.tasks import StoreThread

KNOTS = 40
LONG_MS = 30_000


class Knot:
    """In a circle, so that only the collection lets go of it; it notes on which thread."""

    def __init__(self, let_go: list[int], held: object = None) -> None:
        self.itself = self
        self.held = held
        self._let_go = let_go

    def __del__(self) -> None:
        self._let_go.append(threading.get_ident())


@pytest.fixture
def threads(qapp: QApplication) -> Iterator[StoreThread]:
    made = StoreThread()
    yield made
    made.stop()


def make_much() -> int:
    """Enough new objects to begin a collection, were it allowed."""
    return len([[number] for number in range(50_000)])


def test_a_busy_thread_lets_go_of_nothing_of_the_window(
    qapp: QApplication, qtbot: QtBot, threads: StoreThread
) -> None:
    let_go: list[int] = []
    collector = Collector(qapp)
    for _ in range(KNOTS):
        Knot(let_go, QLabel("weg"))
        threads.run(make_much, lambda _: None, print)
    qtbot.waitUntil(lambda: not threads.is_busy, timeout=LONG_MS)
    assert let_go == [], "nobody collects on another thread"
    filling = [[number] for number in range(2 * ENOUGH)]
    collector.collect()
    assert len(let_go) == KNOTS
    assert set(let_go) == {threading.get_ident()}
    assert filling
    collector.deleteLater()


def test_the_control_without_it_another_thread_does(qtbot: QtBot, threads: StoreThread) -> None:
    let_go: list[int] = []
    gc.enable()
    try:
        for _ in range(KNOTS):
            Knot(let_go)
            threads.run(make_much, lambda _: None, print)
        qtbot.waitUntil(lambda: not threads.is_busy, timeout=LONG_MS)
    finally:
        gc.disable()
    assert set(let_go) - {threading.get_ident()}, "what could have been a widget"


def test_what_is_left_out_is_not_looked_at_again(qapp: QApplication) -> None:
    let_go: list[int] = []
    collector = Collector(qapp)
    Knot(let_go)
    try:
        collector.leave_out()
        gc.collect()
        assert let_go == []
    finally:
        gc.unfreeze()
        collector.deleteLater()
    gc.collect()
    assert len(let_go) == 1, "the control: what is not left out is let go of"
