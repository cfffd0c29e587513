"""After a new logbook is made: its sheet, two groups of it, lock and copies, the first talk."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.gui.conftest import PASSPHRASE, Running
from tests.gui.controls import nameless, texts
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.dialogs import FilePlace
from vp_logboek.gui.talks.editor import TalkEditor
from vp_logboek.gui.unlock.make_page import MakeSteps
from vp_logboek.gui.unlock.who_page import ForWhom
from vp_logboek.services import backups, recovery


@pytest.fixture
def steps(outside: Running, path: Path) -> MakeSteps:
    """A logbook that was just made: its sheet is on the screen."""
    make = outside.program.unlock.make
    outside.program.unlock.setCurrentWidget(make)
    make.who.filled.emit(ForWhom(path, Organisation("Gemeente Voorbeeld")))
    with outside.qtbot.waitSignal(outside.program.session.opened):
        make.words.chosen.emit(PASSPHRASE)
    outside.settle()
    return make


def test_the_sheet_comes_before_the_window(steps: MakeSteps, outside: Running) -> None:
    assert steps.currentWidget() is steps.sheet
    assert outside.ask(recovery.sheet).number in steps.sheet.panel.text()
    assert not outside.program.window.isVisible()
    assert outside.program.unlock.isVisible()


def test_all_steps_lead_to_the_form_of_the_first_talk(
    steps: MakeSteps, outside: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copies = tmp_path / "stick"
    copies.mkdir()
    monkeypatch.setattr(FilePlace, "folder", lambda _: copies)
    steps.sheet.next.click()
    assert steps.currentWidget() is steps.check
    lines = outside.ask(recovery.sheet).lines
    for field, (line, group) in zip(
        steps.check.check.fields, outside.ask(recovery.asked_groups), strict=True
    ):
        field.setText(lines[line - 1].split()[group - 1])
    steps.check.next.click()
    outside.settle()
    assert steps.currentWidget() is steps.habits
    steps.habits.minutes.setCurrentIndex(steps.habits.minutes.findData(3))
    steps.habits.choose_folder.click()
    outside.settle()
    assert str(copies) in " ".join(texts(steps.habits))
    steps.habits.next.click()
    outside.settle()
    window = outside.program.window
    assert window.isVisible()
    assert not outside.program.unlock.isVisible()
    assert isinstance(window.rooms.shown, TalkEditor)
    assert not window.bars.sheet.isVisible()
    assert outside.program.preferences.idle_minutes == 3
    assert outside.ask(backups.folder) == copies


def test_later_skips_the_sheet_and_the_bar_stays(steps: MakeSteps, outside: Running) -> None:
    steps.sheet.later.click()
    steps.habits.next.click()
    outside.settle()
    assert outside.program.window.bars.sheet.isVisible()
    assert not outside.ask(recovery.is_confirmed)


def test_wrong_groups_are_told_and_one_can_go_back_to_the_sheet(
    steps: MakeSteps, outside: Running
) -> None:
    steps.sheet.next.click()
    for field in steps.check.check.fields:
        field.setText("ZZZZ")
    steps.check.next.click()
    outside.settle()
    assert steps.currentWidget() is steps.check
    assert steps.check.check.message.isVisible()
    steps.check.back.click()
    assert steps.currentWidget() is steps.sheet


def test_a_lock_during_the_steps_takes_the_sheet_off_the_screen(
    steps: MakeSteps, outside: Running, path: Path
) -> None:
    group = outside.ask(recovery.sheet).lines[1].split()[0]
    assert group in " ".join(texts(steps)), "the control: it was there"
    outside.program.lock.lock()
    outside.qtbot.waitUntil(lambda: bool(outside.restarts))
    assert outside.restarts == [path]
    assert group not in " ".join(texts(steps)).split()


def test_the_lock_is_on_guard_as_soon_as_the_sheet_is_shown(
    steps: MakeSteps, outside: Running
) -> None:
    assert outside.program.idle._timer.isActive()


def test_every_control_has_a_name(steps: MakeSteps) -> None:
    pages = (steps.who, steps.words, steps.sheet, steps.check, steps.habits)
    assert [nameless(page) for page in pages] == [[], [], [], [], []]


def test_enter_goes_from_ones_own_passphrase_to_its_second_field(outside: Running) -> None:
    make = outside.program.unlock.make
    outside.program.unlock.setCurrentWidget(make)
    make.setCurrentWidget(make.words)
    asked = make.words.asked
    asked.own.setChecked(True)
    asked.passphrase.setFocus()
    outside.qtbot.keyClicks(asked.passphrase.edit, PASSPHRASE)
    outside.qtbot.keyClick(asked.passphrase.edit, Qt.Key.Key_Return)
    assert asked.again.edit.hasFocus()
    assert not asked.again_row.problem
    make.words.go_on.click()
    assert asked.again_row.problem == "Typ hem hier nog eens."
