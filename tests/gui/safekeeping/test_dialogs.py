"""The recovery sheet and another passphrase, from the menu of an open logbook."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.gui.conftest import PASSPHRASE, Running
from tests.gui.controls import cut_off, nameless, texts
from vp_logboek.domain.errors import DiskTrouble, NotSaved
from vp_logboek.gui.dialogs import FilePlace
from vp_logboek.gui.export.place import PdfPlace
from vp_logboek.gui.printing import Printing
from vp_logboek.gui.safekeeping import sheet_dialog as sheets
from vp_logboek.gui.safekeeping.passphrase_dialog import DONE, NEW, OLD, PassphraseDialog
from vp_logboek.gui.safekeeping.sheet_dialog import SheetDialog
from vp_logboek.services import passphrase, recovery
from vp_logboek.services.safekeeping import open_logbook
from vp_logboek.store import rekeying
from vp_logboek.store.connection import Connection

WORDS = "kastanje fluitketel dorpsplein zeilboot winterjas potlood"


@pytest.fixture
def sheet(running: Running) -> SheetDialog:
    made = SheetDialog(running.program.window, running.program.session)
    running.qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def changing(running: Running) -> PassphraseDialog:
    made = PassphraseDialog(running.program.window, running.program.session)
    running.qtbot.addWidget(made)
    made.show()
    return made


def unlocked(sheet: SheetDialog, running: Running) -> None:
    """Past the question for the passphrase."""
    sheet.asked.field.edit.setText(PASSPHRASE)
    running.qtbot.keyClick(sheet.asked.field.edit, Qt.Key.Key_Return)
    running.settle()
    assert sheet.now == sheets.SHEET


def asked_groups(running: Running) -> tuple[str, str]:
    lines = running.ask(recovery.sheet).lines
    first, second = running.ask(recovery.asked_groups)
    return tuple(lines[line - 1].split()[group - 1] for line, group in (first, second))


# --- the sheet --------------------------------------------------------------------------------


def test_the_sheet_is_shown_only_after_the_passphrase(sheet: SheetDialog, running: Running) -> None:
    lines = running.ask(recovery.sheet).lines
    sheet.asked.field.edit.setText("niet deze wachtzin")
    sheet.next.click()
    running.settle()
    assert sheet.now == sheets.ASK
    assert sheet.asked.row.problem
    assert lines[0].split()[0] not in " ".join(texts(sheet)).split()
    unlocked(sheet, running)
    assert all(group in sheet.panel.text() for line in lines for group in line.split())
    assert sheet.asked.field.text() == "", "the passphrase is not needed any more"


def test_two_groups_typed_back_confirm_the_sheet_and_the_bar_goes(
    sheet: SheetDialog, running: Running
) -> None:
    bar = running.program.window.bars.sheet
    assert bar.isVisible()
    unlocked(sheet, running)
    sheet.printed.click()
    first, second = asked_groups(running)
    sheet.check.fields[0].setText(first.lower())
    sheet.check.fields[1].setText("ZZZZ")
    sheet.compare.click()
    running.settle()
    assert sheet.now == sheets.CHECK
    assert sheet.check.message.isVisible()
    assert bar.isVisible()
    sheet.check.fields[1].setText(second)
    running.qtbot.keyClick(sheet.check.fields[1], Qt.Key.Key_Return)
    running.settle()
    assert sheet.now == sheets.DONE
    assert not bar.isVisible()
    assert running.ask(recovery.is_confirmed)


def test_nothing_of_the_sheet_stays_when_the_dialog_has_been_closed(
    sheet: SheetDialog, running: Running
) -> None:
    unlocked(sheet, running)
    group = running.ask(recovery.sheet).lines[2].split()[1]
    assert group in " ".join(texts(sheet)), "the control: it was there"
    sheet.forget()
    QApplication.processEvents()
    assert group not in " ".join(texts(sheet)).split()


def test_a_pdf_is_made_only_when_asked_for_and_holds_the_sheet(
    sheet: SheetDialog, running: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "blad.pdf"
    monkeypatch.setattr(PdfPlace, "ask", lambda *_: target)
    before = sorted(tmp_path.iterdir())
    unlocked(sheet, running)
    sheet.panel.pdf_button.click()
    running.settle()
    assert sorted(tmp_path.iterdir()) == before, "only a warning so far"
    sheet.panel.message.action.click()
    running.settle()
    assert "blad.pdf" in sheet.panel.message.text()
    assert target.read_bytes().startswith(b"%PDF")


def test_without_a_printer_it_is_said_and_the_sheet_stays(
    sheet: SheetDialog, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Printing, "is_possible", lambda: False)
    unlocked(sheet, running)
    sheet.panel.print_button.click()
    running.settle()
    assert "printer" in sheet.panel.message.text()
    assert running.ask(recovery.sheet).number in sheet.panel.text()


# --- another passphrase -----------------------------------------------------------------------


def at_the_new(changing: PassphraseDialog, running: Running) -> None:
    changing.old.field.edit.setText(PASSPHRASE)
    changing.next.click()
    running.settle()
    assert changing.now == NEW


def test_the_old_passphrase_is_asked_first(changing: PassphraseDialog, running: Running) -> None:
    changing.old.field.edit.setText("niet deze wachtzin")
    changing.next.click()
    running.settle()
    assert changing.now == OLD
    assert changing.old.row.problem


def test_after_a_change_the_new_passphrase_opens_and_the_sheet_must_be_made_anew(
    changing: PassphraseDialog, running: Running, path: Path
) -> None:
    first, second = asked_groups(running)
    running.change(lambda book: recovery.confirm(book, (first, second)))
    number = running.ask(recovery.sheet).number
    bar = running.program.window.bars.sheet
    assert not bar.isVisible()
    at_the_new(changing, running)
    drawn = changing.new.words.text()
    changing.new.copied.edit.setText(drawn)
    changing.change_button.click()
    running.settle()
    assert changing.now == DONE
    assert "herstelblad" in " ".join(texts(changing))
    assert drawn not in " ".join(texts(changing)), "the words are gone"
    assert running.ask(recovery.sheet).number != number
    assert bar.isVisible()
    running.program.session.close()
    running.settle()
    open_logbook(path, drawn).close()


def test_a_change_that_fails_leaves_the_old_passphrase_and_an_open_logbook(
    changing: PassphraseDialog,
    running: Running,
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise NotSaved(DiskTrouble.FULL)

    monkeypatch.setattr(passphrase, "change", fail)
    at_the_new(changing, running)
    changing.new.copied.edit.setText(changing.new.words.text())
    changing.change_button.click()
    running.settle()
    assert changing.now == NEW
    assert "schijf is vol" in changing.message.text()
    assert running.ask(lambda book: book.organisations.all())
    running.program.session.close()
    running.settle()
    open_logbook(path, PASSPHRASE).close()


@pytest.mark.parametrize("locks", [False, True], ids=["by itself", "while it is being locked"])
def test_a_logbook_that_cannot_be_opened_again_after_a_failed_change_is_locked(
    changing: PassphraseDialog,
    running: Running,
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
    locks: bool,
) -> None:
    def fail(*_: object) -> None:
        raise NotSaved(DiskTrouble.FAILED)

    at_the_new(changing, running)
    changing.new.copied.edit.setText(changing.new.words.text())
    monkeypatch.setattr(rekeying, "_refuse_journal", fail)
    monkeypatch.setattr(Connection, "reopen", fail)
    answers = list[object]()
    with running.qtbot.captureExceptions() as crashes:
        changing.change_button.click()
        if locks:
            running.program.lock.lock()
        running.program.session.ask(recovery.is_confirmed, answers.append)
        running.qtbot.waitUntil(lambda: bool(running.restarts))
        running.settle()
        running.program.session.ask(recovery.is_confirmed, answers.append)
        running.settle()
    assert running.restarts == [path]
    assert running.program.window.cover.isVisible()
    assert (answers, crashes) == ([], [])
    open_logbook(path, PASSPHRASE).close()


@pytest.mark.parametrize("by", ["button", "escape"])
def test_a_change_can_be_stopped_until_the_new_passphrase_counts(
    changing: PassphraseDialog,
    running: Running,
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
    by: str,
) -> None:
    may_go_on = Event()
    change = passphrase.change

    def slowly(*given: object, **named: object) -> object:
        assert may_go_on.wait(20)
        return change(*given, **named)

    monkeypatch.setattr(passphrase, "change", slowly)
    before = sorted(path.parent.iterdir())
    at_the_new(changing, running)
    drawn = changing.new.words.text()
    changing.new.copied.edit.setText(drawn)
    changing.change_button.click()
    line = changing.halting.line
    keyboard = changing.focusWidget()
    if by == "button":
        line._appear()
        assert line.cancel.text() == "Wijzigen stoppen"
        line.cancel.click()
    else:
        changing.reject()
    said = changing.isVisible(), line.isVisible(), line.words.text(), line.cancel.isEnabled()
    may_go_on.set()
    running.settle()

    assert keyboard is changing
    assert said == (True, True, "Het stopt…", False)
    assert line.isHidden()
    assert changing.now == NEW
    assert changing.message.text().endswith("Uw wachtzin van nu blijft gelden.")
    assert sorted(path.parent.iterdir()) == before
    assert running.ask(lambda book: book.opens_with(PASSPHRASE))

    changing.change_button.click()  # the control: what was typed still stands there
    running.settle()
    assert changing.now == DONE
    assert running.ask(lambda book: book.opens_with(drawn))


def test_where_it_is_too_late_to_stop_the_keyboard_stays_on_what_is_going_on(
    changing: PassphraseDialog, running: Running
) -> None:
    with running.qtbot.waitActive(changing):
        changing.activateWindow()
    halting = changing.halting
    halt = halting.begin("Bezig", "Stop", "Te laat")
    changing.show_step()
    halting.line._appear()
    assert changing.focusWidget() is halting.line.cancel
    halt.close()
    halting._tell_too_late()
    assert changing.focusWidget() is halting.line.bar
    changing.reject()
    assert halting.line.words.text() == "Te laat"
    assert halting.line.isVisible()
    halting.end()


def test_a_weak_new_passphrase_is_refused_beside_its_field(
    changing: PassphraseDialog, running: Running
) -> None:
    at_the_new(changing, running)
    changing.new.own.setChecked(True)
    changing.new.passphrase.edit.setText("welkom")
    changing.new.again.edit.setText("welkom")
    changing.change_button.click()
    running.settle()
    assert changing.now == NEW
    assert changing.new.own_row.problem


def test_the_new_sheet_is_offered_at_once(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[bool] = []
    monkeypatch.setattr(PassphraseDialog, "change", lambda *_: True)
    monkeypatch.setattr(SheetDialog, "keep", lambda *_, already_asked: shown.append(already_asked))
    running.program.window.actions_by_name["change_passphrase"].trigger()
    assert shown == [True]


# --- safe -------------------------------------------------------------------------------------


def test_a_lock_takes_the_sheet_off_the_screen(
    running: Running, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    group = running.ask(recovery.sheet).lines[3].split()[1]
    seen: list[bool] = []

    def shown(dialog: SheetDialog) -> None:
        dialog.show_sheet()
        dialog.show()
        running.settle()
        seen.append(group in dialog.panel.text())
        running.program.lock.lock()
        seen.append(dialog.isVisible())

    monkeypatch.setattr(SheetDialog, "exec", shown)
    running.program.window.actions_by_name["recovery_sheet"].trigger()
    running.qtbot.waitUntil(lambda: bool(running.restarts))
    assert seen == [True, False], "it was there, and is hidden at once"
    assert running.restarts == [path]
    said = [one.text() for one in QApplication.allWidgets() if isinstance(one, QLabel)]
    assert group not in said


def test_a_lock_during_a_change_waits_for_it_behind_the_cover(
    running: Running, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on = Event()
    change = passphrase.change

    def slowly(*given: object, **named: object) -> object:
        assert may_go_on.wait(20)
        return change(*given, **named)

    drawn: list[str] = []

    def shown(dialog: PassphraseDialog) -> None:
        dialog.show()
        at_the_new(dialog, running)
        drawn.append(dialog.new.words.text())
        dialog.new.copied.edit.setText(drawn[0])
        dialog.change_button.click()
        running.program.lock.lock()
        assert not dialog.isVisible()

    monkeypatch.setattr(passphrase, "change", slowly)
    monkeypatch.setattr(PassphraseDialog, "exec", shown)
    running.program.window.actions_by_name["change_passphrase"].trigger()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    may_go_on.set()
    running.qtbot.waitUntil(lambda: bool(running.restarts))
    open_logbook(path, drawn[0]).close()


def test_what_was_typed_cannot_be_undone_back(sheet: SheetDialog, running: Running) -> None:
    field = sheet.asked.field
    field.shown.setChecked(True)
    running.qtbot.keyClicks(field.edit, "zeven sloten")
    assert field.edit.isUndoAvailable(), "the control"
    field.clear()
    field.edit.undo()
    assert field.text() == ""


def test_the_example_asks_for_no_sheet_and_keeps_its_passphrase(
    outside: Running, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(FilePlace, "example", lambda: tmp_path / "Voorbeeld.vplogboek")
    with outside.qtbot.waitSignal(outside.program.session.opened, timeout=30000):
        outside.program.unlock.welcome.example.click()
    outside.settle()
    window = outside.program.window
    assert not window.bars.sheet.isVisible()
    for name in ("recovery_sheet", "change_passphrase"):
        assert not window.actions_by_name[name].isEnabled()


def test_nothing_of_it_is_in_the_preferences(
    sheet: SheetDialog, running: Running, tmp_path: Path
) -> None:
    unlocked(sheet, running)
    lines = running.ask(recovery.sheet).lines
    running.program.preferences._settings.sync()
    kept = (tmp_path / "venster.ini").read_text()
    assert "logbook" in kept, "the control: they are there"
    assert not [group for line in lines for group in line.split() if group in kept]
    assert PASSPHRASE not in kept


# --- for everybody ----------------------------------------------------------------------------


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("percent", [100, 150, 200])
def test_no_word_is_cut_off_in_either_dialog(
    sheet: SheetDialog, changing: PassphraseDialog, running: Running, percent: int
) -> None:
    running.program.preferences.set_text_percent(percent)
    unlocked(sheet, running)
    at_the_new(changing, running)
    for dialog in (sheet, changing):
        for size in ((680, 560), (1000, 690)):
            dialog.resize(*size)
            for step in range(dialog.steps.count()):
                dialog.steps.setCurrentIndex(step)
                running.qtbot.waitUntil(lambda dialog=dialog: cut_off(dialog) == [])
    running.program.preferences.set_text_percent(100)


def test_every_control_of_both_dialogs_has_a_name(
    sheet: SheetDialog, changing: PassphraseDialog
) -> None:
    for dialog in (sheet, changing):
        for step in range(dialog.steps.count()):
            dialog.steps.setCurrentIndex(step)
            assert nameless(dialog) == []
