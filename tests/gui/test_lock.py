"""Locking asks nothing, loses nothing and leaves nothing."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import PASSPHRASE, Running
from tests.gui.controls import texts
from vp_logboek.domain.errors import DiskTrouble, NotSaved
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.gui.ears import Ears
from vp_logboek.gui.help.desk import show_help
from vp_logboek.gui.help.pages import PRIVACY
from vp_logboek.gui.lock.inactivity import InactivityTimer
from vp_logboek.gui.lock.restart import command, note_minimised, was_minimised
from vp_logboek.gui.talks.saving import Saving
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
    timer = InactivityTimer(Ears(qapp), 5, clock)
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
    timer = InactivityTimer(Ears(qapp), 5, clock)
    timer.start()
    clock.now += 200
    window = QWidget()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
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


class Disk:
    """A disk that is full for drafts until it is not."""

    is_full = True

    def __init__(self) -> None:
        self._keep = notebook.keep_draft

    def keep_draft(self, *all_: Any, **named: Any) -> None:
        if self.is_full:
            full()
        self._keep(*all_, **named)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    made = Disk()
    monkeypatch.setattr(notebook, "keep_draft", made.keep_draft)
    return made


def full(*_: object, **__: object) -> None:
    raise NotSaved(DiskTrouble.FULL)


@pytest.fixture
def refused(running: Running, disk: Disk) -> Running:
    """A window that could not lock: something was typed, and the disk is full."""
    begin_typing(running, "niet kwijt")
    running.program.lock.lock()
    running.settle()
    return running


def begin_typing(running: Running, text: str) -> None:
    running.program.window.talk_actions.new()
    running.settle()
    running.program.window.rooms.editor.form.note.note.insertPlainText(text)


def kept_notes(path: Path) -> list[str]:
    with open_logbook(path, PASSPHRASE) as logbook:
        return [entry.conversation.note for _, entry in notebook.drafts(logbook)]


def test_when_the_draft_cannot_be_kept_the_window_is_covered_and_nothing_is_lost(
    refused: Running, path: Path, disk: Disk
) -> None:
    cover = refused.program.window.cover
    assert refused.restarts == []
    assert cover.isVisible()
    assert cover.field.isVisible()
    assert "nog niet bewaard" in cover.message.text()
    disk.is_full = False
    cover._timer.timeout.emit()
    refused.qtbot.waitUntil(lambda: bool(refused.restarts))
    assert kept_notes(path) == ["niet kwijt"]


def test_nothing_is_called_kept_while_the_disk_is_full(running: Running, disk: Disk) -> None:
    window = running.program.window
    begin_typing(running, "nog niet")
    disk.is_full = False
    window.rooms.editor._keep()
    running.settle()
    assert "Concept bewaard" in window.status.saved_words(), "the control: it was kept"
    disk.is_full = True
    window.rooms.editor.form.note.note.insertPlainText(" bewaard")
    window.rooms.editor._keep()
    running.settle()
    assert window.status.saved_words() == "⚠ Nog niet alles is bewaard"
    assert "Bewaard als concept." not in texts(window.rooms.editor)


def test_the_message_of_a_draft_that_failed_goes_when_a_later_one_is_kept(
    running: Running, disk: Disk
) -> None:
    begin_typing(running, "eerst vol")
    editor = running.program.window.rooms.editor
    editor._keep()
    running.settle()
    assert "vol" in editor.form.message.text()
    assert not editor.form.message.isHidden()
    disk.is_full = False
    editor._keep()
    running.settle()
    assert editor.form.message.isHidden()


def test_the_message_of_a_talk_that_was_not_saved_stays_when_its_draft_is_kept(
    running: Running, disk: Disk
) -> None:
    begin_typing(running, "eerst vol")
    editor = running.program.window.rooms.editor
    editor._keep()
    running.settle()
    saving = Saving(editor.draft_key, editor.form.entry(), and_new=False, has_names=False)
    editor._not_saved(saving, NotSaved(DiskTrouble.FULL))
    disk.is_full = False
    editor._keep()
    running.settle()
    assert not editor.form.message.isHidden()


def test_it_is_tried_again_and_again_as_long_as_it_cannot_be_kept(refused: Running) -> None:
    cover = refused.program.window.cover
    for _ in range(2):
        assert cover._timer.isActive()
        cover._timer.timeout.emit()
        refused.settle()
    assert refused.restarts == []
    assert cover.isVisible()


def test_with_the_right_passphrase_one_goes_on_where_one_was(refused: Running) -> None:
    window = refused.program.window
    window.cover.field.edit.setText(PASSPHRASE)
    window.cover.go_on.click()
    refused.qtbot.waitUntil(window.cover.isHidden)
    refused.settle()
    assert window.cover.field.text() == ""
    assert window.rooms.editor.form.note.note.toPlainText() == "niet kwijt"
    assert window.rooms.editor.form.note.note.isEnabled()
    assert refused.program.idle._timer.isActive()


def test_under_the_cover_nothing_can_be_used_and_afterwards_all_as_before(
    refused: Running,
) -> None:
    window = refused.program.window
    buttons = (window.tools.new, window.tools.lock, window.rooms.editor.form.save)
    assert not any(button.isEnabled() for button in buttons)
    window.cover.uncover()
    assert all(button.isEnabled() for button in buttons), "the control"


def test_with_another_passphrase_it_stays_covered(refused: Running) -> None:
    cover = refused.program.window.cover
    cover.field.edit.setText(PASSPHRASE + "!")
    cover.go_on.click()
    refused.settle()
    assert cover.isVisible()
    assert cover.row.problem
    assert cover.go_on.isEnabled()
    assert cover._timer.isActive()


def test_a_draft_that_could_not_be_kept_earlier_holds_the_lock_too(
    running: Running, path: Path, disk: Disk
) -> None:
    begin_typing(running, "eerder mislukt")
    running.program.window.rooms.editor._autosave.flush()
    running.settle()
    running.program.lock.lock()
    running.settle()
    assert running.restarts == []
    disk.is_full = False
    running.program.lock.lock()
    running.qtbot.waitUntil(lambda: bool(running.restarts))
    assert kept_notes(path) == ["eerder mislukt"]


def test_a_form_that_closed_on_a_full_disk_is_kept_at_the_lock(
    running: Running, path: Path, disk: Disk
) -> None:
    begin_typing(running, "gesloten en niet weg")
    running.program.window.rooms.editor.close_form()
    running.settle()
    disk.is_full = False
    assert running.program.window.bars.problem.isVisible()
    running.program.lock.lock()
    running.qtbot.waitUntil(lambda: bool(running.restarts))
    assert kept_notes(path) == ["gesloten en niet weg"]


def test_a_save_that_fails_while_it_locks_becomes_a_draft(
    running: Running, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin_typing(running, "opslaan lukte niet")
    editor = running.program.window.rooms.editor
    editor.form.matter.subject.setText("pesten")
    editor.form.matter.subject._finder.rows.hide()
    monkeypatch.setattr(notebook, "save_talk", full)
    editor.save()
    assert editor.is_saving, "the form was accepted"
    running.program.lock.lock()
    running.qtbot.waitUntil(lambda: bool(running.restarts))
    assert kept_notes(path) == ["opslaan lukte niet"]


def test_a_save_that_succeeds_while_it_locks_leaves_no_draft(running: Running, path: Path) -> None:
    begin_typing(running, "net opgeslagen")
    editor = running.program.window.rooms.editor
    editor.form.matter.subject.setText("pesten")
    editor.form.matter.subject._finder.rows.hide()
    editor.save()
    running.program.lock.lock()
    running.qtbot.waitUntil(lambda: bool(running.restarts))
    assert kept_notes(path) == []
    with open_logbook(path, PASSPHRASE) as logbook:
        assert len(notebook.talks(logbook, TalkQuery(text="net opgeslagen"))) == 1


def test_closing_the_window_keeps_what_was_typed_and_then_leaves(
    running: Running, path: Path
) -> None:
    begin_typing(running, "bij het afsluiten")
    assert not running.program.window.close(), "first the text"
    running.qtbot.waitUntil(running.program.window.isHidden)
    running.program.end()
    assert running.restarts == []
    assert kept_notes(path) == ["bij het afsluiten"]


def test_closing_on_a_full_disk_covers_the_window_and_loses_nothing(
    running: Running, path: Path, disk: Disk
) -> None:
    begin_typing(running, "de schijf is vol")
    running.program.window.close()
    running.settle()
    assert running.program.window.cover.field.isVisible()
    disk.is_full = False
    running.program.window.close()
    running.qtbot.waitUntil(running.program.window.isHidden)
    running.program.end()
    assert kept_notes(path) == ["de schijf is vol"]


def test_what_cannot_be_kept_can_be_thrown_away_and_then_one_can_leave(refused: Running) -> None:
    window = refused.program.window
    window.cover.field.edit.setText(PASSPHRASE)
    window.cover.go_on.click()
    refused.qtbot.waitUntil(window.cover.isHidden)
    assert window.has_unkept
    assert window.rooms.editor.form.discard.isVisible()
    window.rooms.editor.form.discard.click()
    refused.settle()
    assert not window.has_unkept
    assert window.close()


def test_a_window_that_is_made_small_locks(running: Running) -> None:
    running.program.window.showMinimized()
    running.qtbot.waitUntil(lambda: bool(running.restarts))


def test_the_screen_after_it_is_as_small_and_only_then(running: Running, make_running) -> None:
    running.program.window.showMinimized()
    running.qtbot.waitUntil(lambda: bool(running.restarts))
    again = make_running()
    again.program.begin(was_minimised())
    assert again.program.unlock.isMinimized()
    assert not was_minimised(), "asked once"


def test_a_window_that_was_not_small_comes_back_as_it_was(running: Running) -> None:
    note_minimised(True)
    running.program.lock.lock()
    assert not was_minimised()
    running.qtbot.waitUntil(lambda: bool(running.restarts))


def test_a_window_that_is_made_small_stays_open_where_one_chose_so(running: Running) -> None:
    running.program.preferences.set_locks_when_minimised(False)
    running.program.window.showMinimized()
    running.settle()
    assert not running.program.lock.is_locking
    assert running.restarts == []


def open_message(window: QWidget) -> object:
    box = QMessageBox(window)
    box.setText("een vraag")
    return box.exec()


def open_files(window: QWidget) -> object:
    options = QFileDialog.Option.DontUseNativeDialog
    return QFileDialog.getSaveFileName(window, "Waar?", "", "", options=options)


def open_help(window: QWidget) -> None:
    show_help(window, PRIVACY)


def open_menu(window: QWidget) -> object:
    menu = QMenu(window)
    menu.addAction("een regel")
    return menu.exec(window.pos())


@pytest.mark.parametrize("show", [open_message, open_files, open_help, open_menu])
def test_every_dialog_disappears_at_the_lock(
    running: Running, path: Path, show: Callable[[QWidget], object]
) -> None:
    window = running.program.window
    seen: list[list[QWidget]] = []

    def others() -> list[QWidget]:
        return [
            one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not window
        ]

    def lock() -> None:
        seen.append(others())
        running.program.lock.lock()
        seen.append(others())

    QTimer.singleShot(100, lock)
    show(window)
    running.qtbot.waitUntil(lambda: bool(running.restarts))
    assert seen[0], "the control: it was there"
    assert seen[1] == []
    assert window.cover.isVisible()


@pytest.mark.parametrize("show", [open_message, open_files, open_help, open_menu])
def test_ctrl_l_locks_from_every_dialog(
    running: Running, show: Callable[[QWidget], object]
) -> None:
    window = running.program.window
    in_front: list[bool] = []

    def press() -> None:
        modal = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        front = modal or QApplication.activeWindow() or window
        in_front.append(front is not window)
        QTest.keyClick(_focus(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        if front is not window and not running.program.lock.is_locking:
            front.close()  # else a test that fails would wait for ever

    QTimer.singleShot(100, press)
    show(window)
    running.qtbot.waitUntil(lambda: bool(running.restarts))
    assert in_front == [True], "the control: it did stand before the window"


def _focus() -> QWindow:
    """The window to which the system brings the keys, also while a menu is open."""
    window = QGuiApplication.focusWindow()
    assert window is not None
    return window


def test_no_key_reaches_what_is_covered(refused: Running) -> None:
    window = refused.program.window
    heard: list[None] = []
    window.actions_by_name["help"].triggered.disconnect()
    window.actions_by_name["help"].triggered.connect(lambda: heard.append(None))
    keys = window.actions_by_name["help"].shortcut()
    QTest.keySequence(window, keys)
    assert heard == []
    window.cover.uncover()
    QTest.keySequence(window, keys)
    assert len(heard) == 1, "the control: uncovered it does"
    assert not window.cover.isVisible()


def test_tab_stays_on_the_cover(refused: Running) -> None:
    window = refused.program.window
    window.activateWindow()
    window.cover.field.setFocus()
    for _ in range(6):
        refused.qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert window.cover.isAncestorOf(window.focusWidget())


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
