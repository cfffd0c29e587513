"""Who waits for the logbook longer than a second sees that it is busy."""

from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from vp_logboek.gui.tasks import StoreThread
from vp_logboek.gui.window.busy import BusyLine


def nothing(_: object) -> None:
    """For who need not hear the answer."""


def test_it_shows_while_something_takes_long_and_goes_when_it_is_done(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vp_logboek.gui.window.busy.PATIENCE_MS", 1)
    store, may_end = StoreThread(), Event()
    line = BusyLine(store)
    qtbot.addWidget(line)
    try:
        store.run(may_end.wait, nothing, nothing)
        qtbot.waitUntil(lambda: not line.isHidden())
        may_end.set()
        qtbot.waitUntil(line.isHidden)
        assert not store.is_busy
    finally:
        may_end.set()
        store.stop()


def test_nobody_is_told_of_what_takes_a_moment(qtbot: QtBot) -> None:
    store = StoreThread()
    line = BusyLine(store)
    qtbot.addWidget(line)
    try:
        with qtbot.waitSignal(store.busy_changed, check_params_cb=lambda busy: not busy):
            store.run(lambda: None, nothing, nothing)
        assert line.isHidden()
    finally:
        store.stop()
