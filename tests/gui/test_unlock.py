"""Before the logbook is open."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.gui.conftest import PASSPHRASE, Running
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.gui.dialogs import FilePlace
from vp_logboek.services import notebook


def test_the_first_screen_offers_to_make_to_open_and_to_look_around(outside: Running) -> None:
    unlock = outside.program.unlock
    assert unlock.currentWidget() is unlock.welcome
    names = [t.accessibleName() for t in (unlock.welcome.make, unlock.welcome.open)]
    assert names == ["Maak een logboek", "Open een logboek"]


def test_a_logbook_is_made_with_what_was_filled_in(outside: Running, tmp_path: Path) -> None:
    unlock, qtbot = outside.program.unlock, outside.qtbot
    qtbot.mouseClick(unlock.welcome.make, Qt.MouseButton.LeftButton)
    make = unlock.make
    make.name.setText("Provincie Zuid-Holland")
    make.place.setText(str(tmp_path / "nieuwe map" / "boek.vplogboek"))
    make.month.setCurrentIndex(7)
    make.level.choose(Level.STRICT)
    make.passphrase.edit.setText(PASSPHRASE)
    make.again.edit.setText(PASSPHRASE)
    with qtbot.waitSignal(outside.program.session.opened):
        qtbot.mouseClick(make.make_button, Qt.MouseButton.LeftButton)
    outside.settle()
    organisation = outside.program.session.organisations[0]
    assert (organisation.name, organisation.start_month) == ("Provincie Zuid-Holland", 8)
    assert organisation.level_in(2026) is Level.STRICT
    assert outside.program.window.isVisible()
    assert not unlock.isVisible()
    assert make.passphrase.text() == make.again.text() == ""


def test_the_level_without_a_threshold_asks_for_a_reason(outside: Running) -> None:
    make = outside.program.unlock.make
    make.name.setText("Gemeente")
    make.level.choose(Level.NONE)
    assert not make.reason_row.isHidden()
    with outside.qtbot.assertNotEmitted(make.make_requested):
        make.make_button.click()
    assert make.reason_row.problem


def test_without_a_name_nothing_is_made_and_the_field_says_why(outside: Running) -> None:
    make = outside.program.unlock.make
    with outside.qtbot.assertNotEmitted(make.make_requested):
        make.make_button.click()
    assert make.name_row.problem


def test_two_different_passphrases_are_refused(outside: Running) -> None:
    make = outside.program.unlock.make
    make.name.setText("Gemeente")
    make.passphrase.edit.setText(PASSPHRASE)
    make.again.edit.setText(PASSPHRASE + "s")
    with outside.qtbot.assertNotEmitted(make.make_requested):
        make.make_button.click()
    assert make.again_row.problem
    assert not make.message.isHidden()


def test_a_weak_passphrase_is_refused_and_everything_stays(outside: Running, path: Path) -> None:
    make = outside.program.unlock.make
    make.name.setText("Gemeente")
    make.place.setText(str(path))
    for field in (make.passphrase, make.again):
        field.edit.setText("welkom")
    make.make_button.click()
    outside.settle()
    assert make.message.text()
    assert make.name.text() == "Gemeente"
    assert not path.exists()


def test_the_meter_follows_the_typing(outside: Running) -> None:
    make, qtbot = outside.program.unlock.make, outside.qtbot
    with qtbot.waitSignal(make.meter.judged):
        make.passphrase.edit.setText("welkom")
    weak = make.meter._steps.score
    with qtbot.waitSignal(make.meter.judged):
        make.passphrase.edit.setText(PASSPHRASE)
    assert make.meter._steps.score > weak
    assert make.meter.sentence()


def test_the_place_is_chosen_in_the_systems_own_dialog(
    outside: Running, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    make = outside.program.unlock.make
    monkeypatch.setattr(FilePlace, "new", lambda *_: tmp_path / "x.vplogboek")
    make.choose_place.click()
    assert make.place.text() == str(tmp_path / "x.vplogboek")


def test_a_wrong_passphrase_is_told_in_three_parts_and_can_be_tried_again(
    running: Running, path: Path, make_running
) -> None:
    running.program.session.close()
    running.settle()
    again = make_running(path)
    unlock = again.program.unlock
    assert unlock.currentWidget() is unlock.open
    unlock.open.field.edit.setText("niet deze wachtzin")
    again.qtbot.keyClick(unlock.open.field.edit, Qt.Key.Key_Return)
    assert not unlock.open.open_button.isEnabled()
    again.settle()
    assert "wachtzin klopt niet" in unlock.open.message.text()
    assert unlock.open.open_button.isEnabled()
    unlock.open.field.edit.setText(PASSPHRASE)
    with again.qtbot.waitSignal(again.program.session.opened):
        again.qtbot.keyClick(unlock.open.field.edit, Qt.Key.Key_Return)
    again.settle()
    assert again.program.window.isVisible()
    assert unlock.open.field.text() == ""


def test_the_lock_screen_shows_no_path_and_the_window_no_content(
    running: Running, path: Path
) -> None:
    unlock = running.program.unlock
    unlock.ask_for(path)
    shown = " ".join(w.text() for w in unlock.open.findChildren(QLineEdit))
    assert path.name not in shown + unlock.windowTitle()
    assert running.program.window.windowTitle() == "VP Logboek"


def test_what_is_typed_can_be_shown_with_the_keyboard(outside: Running) -> None:
    field = outside.program.unlock.make.passphrase
    assert field.edit.echoMode() is QLineEdit.EchoMode.Password
    assert field.shown.focusPolicy() & Qt.FocusPolicy.TabFocus
    outside.qtbot.keyClick(field.shown, Qt.Key.Key_Space)
    assert field.edit.echoMode() is QLineEdit.EchoMode.Normal
    assert field.shown.text() == "Verberg"


def test_capitals_without_shift_mean_caps_lock(outside: Running) -> None:
    field = outside.program.unlock.make.passphrase
    outside.qtbot.keyClick(field.edit, "A")
    assert not field._caps.isHidden()
    outside.qtbot.keyClick(field.edit, "a")
    assert field._caps.isHidden()


def test_the_example_opens_without_asking_anything(
    outside: Running, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(FilePlace, "example", lambda: tmp_path / "Voorbeeld.vplogboek")
    unlock = outside.program.unlock
    with outside.qtbot.waitSignal(outside.program.session.opened, timeout=20000):
        unlock.welcome.example.click()
    outside.settle()
    window = outside.program.window
    assert "voorbeeld" in window.bars.example.text()
    assert outside.program.preferences.logbook is None
    assert outside.ask(notebook.years)
