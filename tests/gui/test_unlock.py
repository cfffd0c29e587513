"""Before the logbook is open."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.gui.conftest import NOW, PASSPHRASE, Running
from tests.gui.controls import texts
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.gui.dialogs import FilePlace
from vp_logboek.gui.unlock.make_page import MakeSteps
from vp_logboek.gui.window.places import Kind
from vp_logboek.services import notebook
from vp_logboek.services.safekeeping import Logbook, open_logbook


def test_the_first_screen_offers_to_make_to_open_and_to_look_around(outside: Running) -> None:
    unlock = outside.program.unlock
    assert unlock.currentWidget() is unlock.welcome
    names = [t.accessibleName() for t in (unlock.welcome.make, unlock.welcome.open)]
    assert names == ["Maak een logboek", "Open een logboek"]


def own_passphrase(make: MakeSteps, first: str, again: str) -> None:
    """At the second step: one's own passphrase, typed twice."""
    make.words.asked.own.setChecked(True)
    make.words.asked.passphrase.edit.setText(first)
    make.words.asked.again.edit.setText(again)


def at_the_words(outside: Running, path: Path) -> MakeSteps:
    """The second step of a new logbook."""
    outside.program.unlock.welcome.make.click()
    make = outside.program.unlock.make
    make.who.name.setText("Gemeente")
    make.who.place.setText(str(path))
    make.who.next.click()
    assert make.currentWidget() is make.words
    return make


def test_a_logbook_is_made_with_what_was_filled_in(outside: Running, tmp_path: Path) -> None:
    unlock, qtbot = outside.program.unlock, outside.qtbot
    qtbot.mouseClick(unlock.welcome.make, Qt.MouseButton.LeftButton)
    who = unlock.make.who
    who.name.setText("Provincie Zuid-Holland")
    who.place.setText(str(tmp_path / "nieuwe map" / "boek.vplogboek"))
    who.month.setCurrentIndex(7)
    who.level.choose(Level.STRICT)
    qtbot.mouseClick(who.next, Qt.MouseButton.LeftButton)
    own_passphrase(unlock.make, PASSPHRASE, PASSPHRASE)
    with qtbot.waitSignal(outside.program.session.opened):
        qtbot.mouseClick(unlock.make.words.go_on, Qt.MouseButton.LeftButton)
    outside.settle()
    organisation = outside.program.session.organisations[0]
    assert (organisation.name, organisation.start_month) == ("Provincie Zuid-Holland", 8)
    assert organisation.level_in(2026) is Level.STRICT


def test_the_program_draws_six_words_that_are_typed_over(outside: Running, path: Path) -> None:
    asked = at_the_words(outside, path).words.asked
    first = asked.words.text()
    assert len(first.split()) == 6
    asked.another.click()
    drawn = asked.words.text()
    assert drawn != first
    outside.qtbot.keyClicks(asked.copied.edit, drawn)
    with outside.qtbot.waitSignal(outside.program.session.opened):
        outside.qtbot.keyClick(asked.copied.edit, Qt.Key.Key_Return)
    outside.settle()
    with open_again(outside, path, drawn):
        pass


@contextmanager
def open_again(running: Running, path: Path, passphrase: str) -> Iterator[Logbook]:
    """Whether this passphrase opens the logbook, outside the window."""
    running.program.session.close()
    running.settle()
    with open_logbook(path, passphrase) as opened:
        yield opened


def test_other_words_typed_over_make_nothing_and_the_field_says_why(
    outside: Running, path: Path
) -> None:
    make = at_the_words(outside, path)
    asked = make.words.asked
    for typed in ("", "een twee drie vier vijf zes"):
        asked.copied.edit.setText(typed)
        with outside.qtbot.assertNotEmitted(make.make_requested):
            make.words.go_on.click()
        assert asked.copied_row.problem
    assert not path.exists()


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("percent", [100, 200])
def test_a_weak_passphrase_is_refused_in_sight_as_soon_as_the_button_is_pressed(
    outside: Running, path: Path, percent: int
) -> None:
    outside.program.preferences.set_text_percent(percent)
    make = at_the_words(outside, path)
    outside.program.unlock.resize(900, 640)
    own_passphrase(make, "Gemeente2026", "Gemeente2026")
    asked, words = make.words.asked, make.words
    outside.qtbot.wait(50)
    words.ensureWidgetVisible(words.go_on)
    outside.qtbot.mouseClick(words.go_on, Qt.MouseButton.LeftButton)
    outside.settle()
    assert "raden" in asked.own_row.problem
    assert asked.passphrase.edit.hasFocus() or not outside.program.unlock.isActiveWindow()
    assert words.go_on.isEnabled()
    assert not path.exists()

    def in_sight() -> None:
        row = asked.own_row
        top = row.mapTo(words.viewport(), row.rect().topLeft()).y()
        assert top >= 0
        assert top + row.height() <= words.viewport().height()
        assert row.height() >= row.layout().totalHeightForWidth(row.width())

    outside.qtbot.waitUntil(in_sight)


def test_going_back_a_step_loses_nothing(outside: Running, path: Path) -> None:
    make = at_the_words(outside, path)
    drawn = make.words.asked.words.text()
    make.words.asked.copied.edit.setText("half getypt")
    make.words.back.click()
    assert make.currentWidget() is make.who
    assert make.who.name.text() == "Gemeente"
    make.who.next.click()
    assert make.words.asked.words.text() == drawn
    assert make.words.asked.copied.text() == "half getypt"


def test_the_passphrase_is_gone_from_the_screen_once_the_logbook_is_made(
    outside: Running, path: Path
) -> None:
    make = at_the_words(outside, path)
    asked = make.words.asked
    drawn = "kastanje fluitketel dorpsplein zeilboot winterjas potlood"  # no word of the page
    asked.words.show_words(drawn)
    asked.copied.edit.setText(drawn)
    with outside.qtbot.waitSignal(outside.program.session.opened):
        make.words.go_on.click()
    outside.settle()
    said = " ".join(texts(outside.program.unlock))
    assert not [word for word in drawn.split() if f" {word} " in f" {said} "]
    assert (asked.words.text(), asked.copied.text()) == ("", "")


def test_the_level_without_a_threshold_asks_for_a_reason(outside: Running) -> None:
    who = outside.program.unlock.make.who
    who.name.setText("Gemeente")
    who.level.choose(Level.NONE)
    assert not who.reason_row.isHidden()
    with outside.qtbot.assertNotEmitted(who.filled):
        who.next.click()
    assert who.reason_row.problem


def test_without_a_name_nothing_is_made_and_the_field_says_why(outside: Running) -> None:
    who = outside.program.unlock.make.who
    with outside.qtbot.assertNotEmitted(who.filled):
        who.next.click()
    assert who.name_row.problem


def test_a_name_that_is_taken_is_told_at_the_first_step(outside: Running, path: Path) -> None:
    path.write_bytes(b"iets van iemand")
    who = outside.program.unlock.make.who
    who.name.setText("Gemeente")
    who.place.setText(str(path))
    with outside.qtbot.assertNotEmitted(who.filled):
        who.next.click()
    assert path.name in who.place_row.problem


def test_two_different_passphrases_are_refused(outside: Running, path: Path) -> None:
    make = at_the_words(outside, path)
    own_passphrase(make, PASSPHRASE, PASSPHRASE + "s")
    with outside.qtbot.assertNotEmitted(make.make_requested):
        make.words.go_on.click()
    assert make.words.asked.again_row.problem


def test_a_weak_passphrase_is_refused_and_everything_stays(outside: Running, path: Path) -> None:
    make = at_the_words(outside, path)
    own_passphrase(make, "welkom", "welkom")
    make.words.go_on.click()
    outside.settle()
    assert "raden" in make.words.asked.own_row.problem
    assert make.words.asked.passphrase.text() == "welkom"
    assert make.who.name.text() == "Gemeente"
    assert not path.exists()


def test_the_meter_follows_the_typing(outside: Running) -> None:
    asked, qtbot = outside.program.unlock.make.words.asked, outside.qtbot
    asked.own.setChecked(True)
    with qtbot.waitSignal(asked.meter.judged):
        asked.passphrase.edit.setText("welkom")
    weak = asked.meter._steps.score
    with qtbot.waitSignal(asked.meter.judged):
        asked.passphrase.edit.setText(PASSPHRASE)
    assert asked.meter._steps.score > weak
    assert asked.meter.sentence()


def test_the_place_is_chosen_in_the_systems_own_dialog(
    outside: Running, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    who = outside.program.unlock.make.who
    monkeypatch.setattr(FilePlace, "new", lambda *_: tmp_path / "x.vplogboek")
    who.choose_place.click()
    assert who.place.text() == str(tmp_path / "x.vplogboek")


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
    field = outside.program.unlock.make.words.asked.passphrase
    assert field.edit.echoMode() is QLineEdit.EchoMode.Password
    assert field.shown.focusPolicy() & Qt.FocusPolicy.TabFocus
    outside.qtbot.keyClick(field.shown, Qt.Key.Key_Space)
    assert field.edit.echoMode() is QLineEdit.EchoMode.Normal
    assert field.shown.text() == "Verberg"


def test_capitals_without_shift_mean_caps_lock(outside: Running) -> None:
    field = outside.program.unlock.make.words.asked.passphrase
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
    newest = max(year for year, _ in outside.ask(notebook.years))
    assert newest < NOW.year, "the control: the present year is empty"
    shown = window.places.current()
    assert (shown.kind, shown.year) == (Kind.YEAR, newest)
    assert window.talks.model.rowCount() > 0


def test_opruimen_looks_in_the_example_as_it_does_in_a_logbook(
    outside: Running, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(FilePlace, "example", lambda: tmp_path / "Voorbeeld.vplogboek")
    with outside.qtbot.waitSignal(outside.program.session.opened, timeout=20000):
        outside.program.unlock.welcome.example.click()
    outside.settle()
    places = outside.program.window.places.places()
    keeping = next(place for place in places if place.kind is Kind.KEEPING)
    assert keeping.count, "the control: some of it is due"
    assert keeping.asks
