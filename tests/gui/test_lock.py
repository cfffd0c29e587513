"""Locking asks nothing, loses nothing and leaves nothing."""

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import PASSPHRASE, Running
from vp_logboek.domain.errors import DiskTrouble, NotSaved
from vp_logboek.gui.lock.clipboard import ClipboardGuard
from vp_logboek.gui.lock.inactivity import InactivityTimer
from vp_logboek.gui.lock.restart import command
from vp_logboek.services import notebook
from vp_logboek.services.safekeeping import open_logbook


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_it_locks_after_so_many_minutes_without_a_sign_of_life(
    qapp: QApplication, qtbot: QtBot
) -> None:
    clock = Clock()
    timer = InactivityTimer(qapp, 5, clock)
    timer.start()
    clock.now += 299
    with qtbot.assertNotEmitted(timer.inactive):
        timer.look()
    assert timer.minutes_left() == 1
    clock.now += 1
    with qtbot.waitSignal(timer.inactive):
        timer.look()
    timer.stop()


def test_any_key_counts_as_a_sign_of_life(qapp: QApplication, qtbot: QtBot) -> None:
    clock = Clock()
    timer = InactivityTimer(qapp, 5, clock)
    timer.start()
    clock.now += 200
    QApplication.sendEvent(QObject(), QEvent(QEvent.Type.KeyPress))
    clock.now += 200
    with qtbot.assertNotEmitted(timer.inactive):
        timer.look()
    timer.stop()


def test_ctrl_l_closes_the_logbook_and_starts_anew(running: Running, path: Path) -> None:
    running.program.window.actions_by_name["lock"].trigger()
    running.qtbot.waitUntil(lambda: bool(running.restarts))
    assert running.restarts == [path]
    assert running.program.window.cover.isVisible()
    open_logbook(path, PASSPHRASE).close()


def test_what_was_being_typed_is_a_draft_after_the_lock(running: Running, path: Path) -> None:
    window = running.program.window
    window.talk_actions.new()
    running.settle()
    window.rooms.editor.form.note.note.insertPlainText("midden in een zin")
    running.program.lock.lock()
    running.qtbot.waitUntil(lambda: bool(running.restarts))
    with open_logbook(path, PASSPHRASE) as logbook:
        ((_, entry),) = notebook.drafts(logbook)
    assert entry.conversation.note == "midden in een zin"


def test_the_draft_is_offered_after_unlocking(running: Running, path: Path, make_running) -> None:
    window = running.program.window
    window.talk_actions.new()
    running.settle()
    window.rooms.editor.form.note.note.insertPlainText("midden in een zin")
    running.program.lock.lock()
    running.qtbot.waitUntil(lambda: bool(running.restarts))
    again = make_running(path)
    again.program.unlock.open.field.edit.setText(PASSPHRASE)
    with again.qtbot.waitSignal(again.program.session.opened):
        again.program.unlock.open.open_button.click()
    again.settle()
    bar = again.program.window.bars.draft
    assert bar.isVisible()
    bar.action.click()
    again.settle()
    note = again.program.window.rooms.editor.form.note.note
    assert note.toPlainText() == "midden in een zin"


def test_when_the_draft_cannot_be_kept_the_window_is_covered_and_nothing_is_lost(
    running: Running, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise NotSaved(DiskTrouble.FULL)

    window = running.program.window
    window.talk_actions.new()
    running.settle()
    window.rooms.editor.form.note.note.insertPlainText("niet kwijt")
    with monkeypatch.context() as broken:
        broken.setattr(notebook, "keep_draft", full)
        running.program.lock.lock()
        running.settle()
    assert running.restarts == []
    assert window.cover.isVisible()
    assert "nog niet bewaard" in window.cover.message.text()
    window.cover.retry.click()
    running.qtbot.waitUntil(lambda: bool(running.restarts))
    with open_logbook(path, PASSPHRASE) as logbook:
        ((_, entry),) = notebook.drafts(logbook)
    assert entry.conversation.note == "niet kwijt"


class Board(QObject):
    """A clipboard that knows whose its content is; the offscreen one does not."""

    dataChanged = Signal()  # noqa: N815

    def __init__(self, ours: bool) -> None:
        super().__init__()
        self.ours = ours
        self.held: QMimeData | None = None
        self.cleared: list[QClipboard.Mode] = []

    def ownsClipboard(self) -> bool:
        return self.ours

    ownsSelection = ownsClipboard  # noqa: N815

    def mimeData(self) -> QMimeData | None:
        return self.held

    def setMimeData(self, data: QMimeData) -> None:
        self.held = data
        self.dataChanged.emit()

    def clear(self, mode: QClipboard.Mode) -> None:
        self.cleared.append(mode)


def copied(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


def test_what_was_copied_stays_out_of_histories_and_goes(qapp: QApplication) -> None:
    board = Board(ours=True)
    guard = ClipboardGuard(board)  # type: ignore[arg-type]
    board.setMimeData(copied("uit het logboek"))
    assert board.held is not None
    assert board.held.hasFormat("x-kde-passwordManagerHint")
    assert board.held.text() == "uit het logboek"
    assert guard._timer.interval() == 30_000
    assert guard._timer.isActive()
    guard._timer.timeout.emit()
    assert board.cleared == [QClipboard.Mode.Clipboard, QClipboard.Mode.Selection]


def test_what_another_program_copied_is_left_alone(qapp: QApplication) -> None:
    board = Board(ours=False)
    guard = ClipboardGuard(board)  # type: ignore[arg-type]
    board.setMimeData(copied("van een ander"))
    guard.clear()
    assert board.cleared == []
    assert board.held is not None
    assert not board.held.hasFormat("x-kde-passwordManagerHint")


def test_locking_clears_what_was_copied(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    board = Board(ours=True)
    running.program.clipboard._clipboard = board  # type: ignore[assignment]
    running.program.lock.lock()
    running.qtbot.waitUntil(lambda: bool(running.restarts))
    assert QClipboard.Mode.Clipboard in board.cleared


@pytest.mark.parametrize("safe_path,options", [(False, []), (True, ["-P"])])
def test_the_new_process_asks_for_the_same_logbook_and_is_as_careful(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, safe_path: bool, options: list[str]
) -> None:
    monkeypatch.setattr(sys, "flags", SimpleNamespace(safe_path=safe_path))
    program = [sys.executable, *options, "-m", "vp_logboek"]
    path = tmp_path / "een boek.vplogboek"
    assert command(path) == [*program, str(path)]
    assert command(None) == program


def test_the_status_bar_tells_when_it_will_lock(running: Running) -> None:
    assert running.program.window.status.lock_words() == "vergrendelt over 5 min"
    running.program.preferences.set_idle_minutes(12)
    assert running.program.window.status.lock_words() == "vergrendelt over 12 min"
