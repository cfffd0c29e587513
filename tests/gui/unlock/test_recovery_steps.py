"""The passphrase is forgotten, or the start of the file is gone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.gui.conftest import PASSPHRASE, Running
from tests.gui.controls import nameless, texts
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.recovery_sheet import Sheet
from vp_logboek.gui.backups.place import CopyPlace
from vp_logboek.gui.backups.rescue import RescueDialog
from vp_logboek.gui.unlock.screen import UnlockScreen
from vp_logboek.services import recovery
from vp_logboek.services.safekeeping import make_logbook, open_logbook

NEW = "een heel andere zin met zeven woorden"


@pytest.fixture
def sheet(path: Path, cheap_program: None) -> Sheet:
    """The sheet of a logbook that nobody has open."""
    with make_logbook(path, PASSPHRASE, Organisation("Gemeente Voorbeeld")) as logbook:
        return recovery.sheet(logbook)


@pytest.fixture
def locked(sheet: Sheet, path: Path, make_running) -> Running:
    running: Running = make_running(path)
    running.settle()
    return running


def typed(unlock: UnlockScreen, lines: tuple[str, ...]) -> None:
    for field, line in zip(unlock.recovery.typing.entry.fields, lines, strict=True):
        field.setText(line)
    unlock.recovery.typing.go_on.click()


def at_the_sheet(running: Running) -> UnlockScreen:
    unlock = running.program.unlock
    unlock.open.sheet_button.click()
    running.settle()
    assert unlock.currentWidget() is unlock.recovery
    return unlock


def choose(running: Running, passphrase: str) -> None:
    asked = running.program.unlock.recovery.words.asked
    asked.own.setChecked(True)
    asked.passphrase.edit.setText(passphrase)
    asked.again.edit.setText(passphrase)
    running.program.unlock.recovery.words.go_on.click()
    running.settle()


def test_the_lock_screen_names_the_sheet_of_this_logbook(locked: Running, sheet: Sheet) -> None:
    assert sheet.number in locked.program.unlock.open.sheet_button.text()


def test_a_sheet_without_a_fault_and_a_new_passphrase_open_the_logbook(
    locked: Running, sheet: Sheet, path: Path
) -> None:
    unlock = at_the_sheet(locked)
    typed(unlock, tuple(line.lower().replace(" ", "") for line in sheet.lines))
    assert unlock.recovery.currentWidget() is unlock.recovery.words
    choose(locked, NEW)
    window = locked.program.window
    assert window.isVisible()
    assert window.bars.sheet.isVisible(), "a new sheet belongs to a new passphrase"
    said = " ".join(texts(unlock)).split()
    assert not [group for line in sheet.lines for group in line.split() if group in said]
    locked.program.session.close()
    locked.settle()
    open_logbook(path, NEW).close()


def test_a_line_with_a_fault_is_named_when_it_is_left(locked: Running, sheet: Sheet) -> None:
    unlock = at_the_sheet(locked)
    entry = unlock.recovery.typing.entry
    wrong = sheet.lines[2][:-1] + ("2" if sheet.lines[2][-1] != "2" else "3")
    entry.fields[2].setFocus()
    locked.qtbot.keyClicks(entry.fields[2], wrong)
    assert not entry.rows[2].problem
    locked.qtbot.keyClick(entry.fields[2], Qt.Key.Key_Tab)
    locked.qtbot.waitUntil(lambda: bool(entry.rows[2].problem))
    typed(unlock, (*sheet.lines[:2], wrong, *sheet.lines[3:]))
    assert unlock.recovery.currentWidget() is unlock.recovery.typing


def test_the_sheet_of_another_logbook_is_told_by_its_number(
    locked: Running, sheet: Sheet, tmp_path: Path
) -> None:
    other_path = tmp_path / "ander.vplogboek"
    with make_logbook(other_path, PASSPHRASE, Organisation("Een ander")) as logbook:
        other = recovery.sheet(logbook)
    unlock = at_the_sheet(locked)
    typed(unlock, other.lines)
    assert unlock.recovery.currentWidget() is unlock.recovery.typing
    assert other.number in unlock.recovery.typing.message.text()
    assert sheet.number in unlock.recovery.typing.message.text()


def test_a_weak_new_passphrase_is_refused_and_the_sheet_need_not_be_typed_again(
    locked: Running, sheet: Sheet, path: Path
) -> None:
    unlock = at_the_sheet(locked)
    typed(unlock, sheet.lines)
    choose(locked, "welkom")
    assert unlock.recovery.words.asked.own_row.problem
    assert unlock.recovery.typing.entry.lines() == sheet.lines
    choose(locked, NEW)
    assert locked.program.window.isVisible()


@pytest.mark.parametrize("tag", [b"XXXX", b"VPL1"], ids=["no logbook", "another salt"])
def test_a_damaged_start_is_healed_by_the_sheet(
    sheet: Sheet, path: Path, make_running, tag: bytes
) -> None:
    whole = path.read_bytes()
    path.write_bytes(tag + bytes(12) + whole[16:])
    running: Running = make_running(path)
    running.settle()
    unlock = at_the_sheet(running)
    typed(unlock, sheet.lines)
    if unlock.recovery.currentWidget() is unlock.recovery.typing:
        unlock.recovery.typing.message.action.click()
    choose(running, NEW)
    assert running.program.window.isVisible()
    running.program.session.close()
    running.settle()
    open_logbook(path, NEW).close()


def test_a_damaged_start_is_healed_by_a_copy_and_the_passphrase(
    sheet: Sheet, path: Path, make_running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = path.read_bytes()
    copy = tmp_path / "kopie.vplogboek"
    copy.write_bytes(whole)
    path.write_bytes(b"VPL1" + bytes(12) + whole[16:])
    monkeypatch.setattr(CopyPlace, "existing", lambda *_: copy)
    running: Running = make_running(path)
    page = running.program.unlock.open
    assert not page.copy_button.isVisible(), "only where the passphrase did not open it"
    page.field.edit.setText(PASSPHRASE)
    page.open_button.click()
    running.settle()
    assert "herstelblad" in page.message.text()
    page.field.edit.setText("")
    page.copy_button.click()
    assert page.row.problem, "without the passphrase a copy does not help"
    page.field.edit.setText(PASSPHRASE)
    page.copy_button.click()
    running.settle()
    assert running.program.window.isVisible()
    running.program.session.close()
    running.settle()
    open_logbook(path, PASSPHRASE).close()


@pytest.fixture
def very_damaged(sheet: Sheet, path: Path) -> Path:
    """Neither its start nor its last page can be read."""
    content = bytearray(path.read_bytes())
    content[:16], content[-2000] = bytes(16), content[-2000] ^ 1
    path.write_bytes(content)
    return path


def test_with_more_damage_than_the_start_the_sheet_rescues_the_rest(
    very_damaged: Path, sheet: Sheet, make_running, monkeypatch: pytest.MonkeyPatch
) -> None:
    running: Running = make_running(very_damaged)
    target, shown = very_damaged.with_name("gered.vplogboek"), list[str]()
    monkeypatch.setattr(CopyPlace, "target", lambda *_: target)

    def walk(dialog: RescueDialog) -> None:
        dialog.begin.click()
        running.settle()
        shown.append(dialog.done_step.outcome.text())
        dialog.open_now.click()

    monkeypatch.setattr(RescueDialog, "exec", walk)
    unlock = at_the_sheet(running)
    typed(unlock, sheet.lines)
    assert not unlock.recovery.typing.rescue_button.isVisible(), "only when it did not open"
    choose(running, NEW)
    assert "beschadigd" in unlock.recovery.typing.message.text()
    unlock.recovery.typing.rescue_button.click()
    running.settle()
    assert "hetzelfde herstelblad" in shown[0]
    assert unlock._path == target
    at_the_sheet(running)
    typed(unlock, sheet.lines)
    choose(running, NEW)
    assert running.program.window.isVisible()


def test_with_more_damage_than_the_start_a_copy_rescues_the_rest(
    sheet: Sheet, path: Path, make_running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy, target = tmp_path / "kopie.vplogboek", tmp_path / "gered.vplogboek"
    copy.write_bytes(path.read_bytes())
    content = bytearray(path.read_bytes())
    content[:16], content[-2000] = bytes(16), content[-2000] ^ 1
    path.write_bytes(content)
    running: Running = make_running(path)
    monkeypatch.setattr(CopyPlace, "existing", lambda *_: copy)
    monkeypatch.setattr(CopyPlace, "target", lambda *_: target)

    def walk(dialog: RescueDialog) -> None:
        dialog.begin.click()
        running.settle()
        dialog.open_now.click()

    monkeypatch.setattr(RescueDialog, "exec", walk)
    page = running.program.unlock.open
    page.field.edit.setText(PASSPHRASE)
    page.open_button.click()
    running.settle()
    page.copy_button.click()
    running.settle()
    assert page.rescue_button.isVisible()
    page.rescue_button.click()
    assert running.program.unlock._path == target
    open_logbook(target, PASSPHRASE).close()


def test_going_back_keeps_what_was_typed_of_the_sheet(locked: Running, sheet: Sheet) -> None:
    unlock = at_the_sheet(locked)
    typed(unlock, sheet.lines)
    unlock.recovery.words.back.click()
    assert unlock.recovery.typing.entry.lines() == sheet.lines
    assert unlock.recovery.currentWidget() is unlock.recovery.typing


def test_every_control_has_a_name(locked: Running) -> None:
    unlock = at_the_sheet(locked)
    assert nameless(unlock.recovery.typing) == nameless(unlock.recovery.words) == []
