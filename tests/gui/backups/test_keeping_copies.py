"""Copies in the window: once a day, when asked, on leaving, and a bar when it is time."""

import os
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt

from tests.gui.backups.conftest import Book
from tests.gui.conftest import NOW, Running
from tests.gui.controls import nameless
from vp_logboek.domain.errors import BackupFailed, BackupStopped, DiskTrouble, LogbookError
from vp_logboek.gui.backups import words, work
from vp_logboek.gui.dialogs import FilePlace
from vp_logboek.services import backups
from vp_logboek.services.backups import State
from vp_logboek.services.safekeeping import Logbook
from vp_logboek.store import backup

Begin = Callable[[Path], Running]
FULL = BackupFailed(DiskTrouble.FULL)


def fails(_logbook: Logbook, *_: object, **__: object) -> None:
    raise FULL


def note(running: Running) -> None:
    """Something that is saved by way of the session."""
    running.change(lambda logbook: logbook.settings.set("een", "1"))


def choose(monkeypatch: pytest.MonkeyPatch, folder: Path | None) -> None:
    monkeypatch.setattr(FilePlace, "folder", classmethod(lambda cls, parent: folder))


# --- after unlocking --------------------------------------------------------------------------


def test_the_first_time_of_a_day_a_copy_is_made_by_itself(book: Book, begin: Begin) -> None:
    book.copy(1)
    book.choose(book.folder)
    running = begin(book.path)

    assert [made.date() for made in book.copies()] == [NOW.date(), (NOW - timedelta(1)).date()]
    assert running.program.window.status.backup_words() == "Reservekopie: van vandaag"
    assert running.program.window.bars.backup.isHidden()


def test_a_second_time_that_day_none_is_made(book: Book, begin: Begin) -> None:
    book.copy(0)
    book.choose(book.folder)
    begin(book.path)

    assert len(book.copies()) == 1


def test_without_its_stick_it_says_only_how_old_the_last_one_is(book: Book, begin: Begin) -> None:
    book.copy(12)
    book.choose(book.folder)
    book.folder.rename(book.folder.with_name("thuis gelaten"))
    window = begin(book.path).program.window

    assert window.status.backup_words() == "Reservekopie: 12 dagen oud"
    assert window.bars.backup.isHidden()
    window.status.make_backup.click()
    assert "De map voor reservekopieën is er niet." in window.bars.backup.text()


def test_after_two_weeks_a_bar_asks_for_one(book: Book, begin: Begin) -> None:
    book.copy(14)
    book.choose(book.folder)
    book.folder.rename(book.folder.with_name("thuis gelaten"))
    bar = begin(book.path).program.window.bars.backup

    assert "14 dagen oud" in bar.text()
    assert "stick" in bar.text()
    assert bar.action.text() == "Maak nu"


def test_the_sheet_is_asked_for_when_the_place_is_put_away(book: Book, begin: Begin) -> None:
    book.copy(14)
    book.choose(book.folder)
    book.folder.rename(book.folder.with_name("thuis gelaten"))
    book.path.with_name(".stfolder").mkdir()
    running = begin(book.path)
    bars = running.program.window.bars
    assert not bars.place.isHidden()
    assert not bars.backup.isHidden()
    assert bars.sheet.isHidden()
    bars.place.action.click()
    running.settle()
    assert not bars.backup.isHidden()
    assert not bars.sheet.isHidden()


def test_a_new_logbook_is_left_in_peace_for_some_days(
    book: Book, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    running = begin(book.path)
    window = running.program.window
    assert window.status.backup_words() == "Nog geen reservekopie"
    assert window.status.make_backup.text() == "Kies een map"
    assert window.bars.backup.isHidden()

    running.ask(
        lambda logbook: logbook.settings.set(
            work.WITHOUT_SINCE, (NOW.date() - timedelta(words.FIRST_DAYS)).isoformat()
        )
    )
    window.backups.begin()
    running.settle()
    assert "nog geen reservekopie" in window.bars.backup.text()

    choose(monkeypatch, book.folder)
    window.bars.backup.action.click()
    running.settle()
    assert len(book.copies()) == 1
    assert window.status.backup_words() == "Reservekopie: van vandaag"


def test_the_example_is_never_copied_or_spoken_of(
    make_running: Callable[..., Running], book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FilePlace, "example", classmethod(lambda cls: book.path.with_name("v")))
    running = make_running()
    with running.qtbot.waitSignal(running.program.session.opened, timeout=20_000):
        running.qtbot.mouseClick(running.program.unlock.welcome.example, Qt.MouseButton.LeftButton)
    running.settle()

    assert running.program.window.status.backup_words() == ""
    assert running.program.window.bars.backup.isHidden()


def test_a_failure_of_its_own_is_told_once_and_calmly(
    book: Book, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.copy(20)
    book.choose(book.folder)
    monkeypatch.setattr(backups, "make", fails)
    running = begin(book.path)
    bars = running.program.window.bars

    assert "de schijf is vol" in bars.backup.text()
    assert bars.backup.action.text() == "Kies een andere map"
    assert bars.problem.isHidden()
    assert running.program.window.status.backup_words() == "Reservekopie: 20 dagen oud"


# --- when asked -------------------------------------------------------------------------------


def test_make_now_asks_for_a_folder_and_remembers_it(
    book: Book, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    running = begin(book.path)
    choose(monkeypatch, book.folder)
    running.program.window.actions_by_name["make_backup"].trigger()
    running.settle()

    assert len(book.copies()) == 1
    assert running.ask(backups.folder) == book.folder
    bar = running.program.window.bars.backup
    assert "dezelfde schijf" in bar.text(), "the folder of a test lies on the same disk"
    assert bar.action.text() == "Kies een andere map"


def test_turning_back_from_the_question_changes_nothing(
    book: Book, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    running = begin(book.path)
    choose(monkeypatch, None)
    running.program.window.status.make_backup.click()
    running.settle()

    assert running.ask(backups.folder) is None


def test_a_folder_that_does_not_work_is_not_remembered(
    book: Book, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    running = begin(book.path)
    choose(monkeypatch, book.folder)
    monkeypatch.setattr(backups, "make", fails)
    running.program.window.reminder.make()
    running.settle()

    assert running.ask(backups.folder) is None
    assert "de schijf is vol" in running.program.window.bars.backup.text()


def test_a_good_copy_takes_the_failure_away(
    book: Book, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.choose(book.folder)
    with monkeypatch.context() as full:
        full.setattr(backups, "make", fails)
        running = begin(book.path)
    window = running.program.window
    assert "vol" in window.bars.backup.text()
    window.status.make_backup.click()
    assert window.status.backup_words() == "Reservekopie wordt gemaakt…"
    running.settle()

    assert window.bars.backup.isHidden()
    assert window.status.backup_words() == "Reservekopie: van vandaag"


# --- the settings -----------------------------------------------------------------------------


def test_the_settings_show_the_folder_and_make_a_copy(
    book: Book, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    running = begin(book.path)
    running.program.window.navigation.show_settings()
    running.settle()
    card = running.program.window.rooms.settings.backups
    assert card.folder.text() == "nog niet gekozen"
    assert card.make_button.isHidden()

    choose(monkeypatch, book.folder)
    card.choose_button.click()
    running.settle()
    assert card.folder.text() == str(book.folder)
    assert card.last.text() == "4 maart 2026, 14:03"
    assert "nagekeken" in card.message.text()
    assert "dezelfde schijf" in card.caution.text()
    card.make_button.click()
    running.settle()
    assert len(book.copies()) == 2
    assert nameless(card) == []


@pytest.mark.parametrize(
    "make, expected",
    [
        (lambda folder: (folder / ".stfolder").mkdir(), "Syncthing"),
        (lambda folder: folder.rmdir(), "Deze map is er nu niet."),
    ],
    ids=["synced", "not there"],
)
def test_the_settings_say_what_is_the_matter_with_a_folder(
    book: Book, begin: Begin, make: Callable[[Path], object], expected: str
) -> None:
    book.choose(book.folder)
    make(book.folder)
    running = begin(book.path)
    running.program.window.navigation.show_settings()
    running.settle()

    assert expected in running.program.window.rooms.settings.backups.caution.text()


# --- on leaving -------------------------------------------------------------------------------


def test_on_leaving_what_changed_is_copied_first(book: Book, begin: Begin) -> None:
    book.copy(0)
    book.choose(book.folder)
    running = begin(book.path)
    note(running)
    window = running.program.window
    window.close()
    running.qtbot.waitUntil(lambda: not window.isVisible())

    assert len(book.copies()) == 2


def test_on_leaving_without_a_change_nothing_is_copied(book: Book, begin: Begin) -> None:
    book.copy(0)
    book.choose(book.folder)
    running = begin(book.path)
    running.program.window.close()

    assert not running.program.window.isVisible()
    assert len(book.copies()) == 1


def test_without_its_stick_the_window_closes_at_once(book: Book, begin: Begin) -> None:
    book.choose(book.folder)
    book.folder.rmdir()
    running = begin(book.path)
    note(running)
    running.program.window.close()

    assert not running.program.window.isVisible()


def test_what_was_saved_before_a_lock_is_copied_on_leaving_too(book: Book, begin: Begin) -> None:
    book.copy(0)
    book.choose(book.folder)
    later = (NOW + timedelta(hours=1)).timestamp()
    os.utime(book.path, (later, later))
    running = begin(book.path)
    window = running.program.window
    window.close()
    running.qtbot.waitUntil(lambda: not window.isVisible())

    assert len(book.copies()) == 2


def test_a_copy_that_fails_on_leaving_leaves_the_choice(
    book: Book, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.copy(0)
    book.choose(book.folder)
    running = begin(book.path)
    note(running)
    window = running.program.window
    with monkeypatch.context() as full:
        full.setattr(backups, "make", fails)
        window.close()
        running.settle()
    assert window.isVisible()
    assert window.leaving.isVisible()
    assert "de schijf is vol" in window.leaving.message.text()
    assert nameless(window.leaving) == []
    window.leaving.retry.click()
    running.qtbot.waitUntil(lambda: not window.isVisible())

    assert len(book.copies()) == 2


def test_one_can_leave_without_a_copy(
    book: Book, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.copy(0)
    book.choose(book.folder)
    running = begin(book.path)
    note(running)
    monkeypatch.setattr(backups, "make", fails)
    window = running.program.window
    window.close()
    running.settle()
    window.leaving.leave.click()

    assert not window.isVisible()
    assert len(book.copies()) == 1


def test_one_can_go_back_to_the_logbook_with_what_was_being_typed(
    book: Book, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.copy(0)
    book.choose(book.folder)
    running = begin(book.path)
    note(running)
    monkeypatch.setattr(backups, "make", fails)
    window = running.program.window
    window.new_talk()
    running.settle()
    window.editor.form.note.note.insertPlainText("midden in een zin")
    window.close()
    running.qtbot.waitUntil(window.leaving.isVisible)
    assert not window.leaving.stay.isHidden()
    window.leaving.stay.click()

    assert window.isVisible()
    assert window.leaving.isHidden()
    assert window.cover.isHidden()
    assert window.centralWidget().isEnabled()
    assert window.editor.form.note.note.toPlainText() == "midden in een zin"
    assert running.program.idle.minutes_left() > 0, "and it will lock when nobody is there"


# --- at a lock --------------------------------------------------------------------------------


def test_a_lock_makes_no_copy_and_stops_the_one_that_is_being_made(
    book: Book, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.copy(0)
    book.choose(book.folder)
    running = begin(book.path)
    note(running)
    asked = Event()

    def slow(logbook: Logbook, now: datetime, folder: Path | None = None) -> None:
        assert asked.wait(10)
        raise BackupStopped

    monkeypatch.setattr(backups, "make", slow)
    monkeypatch.setattr(Logbook, "interrupt", lambda self: asked.set())
    running.program.window.backups.make()
    running.program.lock.lock()
    running.qtbot.waitUntil(lambda: bool(running.restarts))

    assert asked.is_set()
    assert len(book.copies()) == 1


def test_a_copy_that_waits_its_turn_at_a_lock_is_not_begun(
    book: Book, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.copy(0)
    book.choose(book.folder)
    running = begin(book.path)
    going_on = Event()
    running.program.session.ask(lambda _: going_on.wait(10), bool)
    running.program.window.backups.make()
    running.program.lock.lock()
    going_on.set()
    running.qtbot.waitUntil(lambda: bool(running.restarts))

    assert len(book.copies()) == 1


def test_after_a_lock_that_was_refused_copies_are_made_again(book: Book, begin: Begin) -> None:
    book.copy(0)
    book.choose(book.folder)
    running = begin(book.path)
    keeper = running.program.window.backups
    keeper.stop()
    keeper.make()
    running.settle()

    assert len(book.copies()) == 2, "the control of the one above as well"


# --- stopping one -----------------------------------------------------------------------------


def test_a_copy_that_is_being_made_can_be_stopped_and_the_earlier_ones_stay(
    book: Book, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.copy(1)
    book.copy(0)
    book.choose(book.folder)
    running = begin(book.path)
    window, going_on = running.program.window, Event()
    status, bar = window.status, window.bars.backup
    before = sorted(book.folder.iterdir())
    vacuum = backup._vacuum_into

    def half_done(connection: backup.Connection, part: Path) -> None:
        vacuum(connection, part)
        assert list(book.folder.glob(".*.part")), "the control: half a copy is there"
        assert going_on.wait(10)

    with monkeypatch.context() as patch:
        patch.setattr(backup, "_vacuum_into", half_done)
        window.backups.make()
        assert status.make_backup.text() == "Stoppen"
        status.make_backup.click()
        assert "stopt" in status.backup_words()
        going_on.set()
        running.settle()

    assert sorted(book.folder.iterdir()) == before
    assert status.backup_words() == "Reservekopie: van vandaag"
    assert status.make_backup.text() == "Maak nu"
    assert bar.text().startswith("Het maken van de reservekopie is gestopt.")

    bar.action.click()  # the control: it can be made after all
    running.settle()
    assert len(book.copies()) == 3
    assert bar.isHidden()


def test_a_copy_that_was_whole_before_it_stopped_is_kept(
    book: Book, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.copy(0)
    book.choose(book.folder)
    running = begin(book.path)
    keeper, make_whole = running.program.window.backups, backup.make_whole

    def and_stop(path: Path, write: Callable[[Path], None]) -> None:
        make_whole(path, write)
        keeper._session.store.stop_backup()

    monkeypatch.setattr(backup, "make_whole", and_stop)
    keeper.make()
    keeper._is_cancelled = True
    keeper._again.start()
    running.settle()

    assert len(book.copies()) == 2
    assert running.program.window.bars.backup.isHidden()
    assert not keeper._again.isActive(), "nothing is asked to stop any more"
    keeper.make()
    running.settle()
    assert len(book.copies()) == 3


@pytest.mark.parametrize("by", ["lock", "user"])
@pytest.mark.parametrize("error", [BackupStopped(), FULL], ids=["stopped", "full"])
def test_however_a_copy_ends_its_stopping_ends_with_it(
    book: Book, begin: Begin, monkeypatch: pytest.MonkeyPatch, by: str, error: LogbookError
) -> None:
    book.copy(0)
    book.choose(book.folder)
    running = begin(book.path)
    keeper, status = running.program.window.backups, running.program.window.status
    begun, asked = Event(), Event()
    keeper.stop()
    assert not keeper._again.isActive(), "there is none"

    def slow(*_: object) -> None:
        begun.set()
        assert asked.wait(10)
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(backups, "make", slow)
        keeper.make()
        assert begun.wait(10)
        if by == "lock":
            keeper.stop()
        else:
            status.make_backup.click()
        assert keeper._again.isActive(), "the control"
        asked.set()
        running.settle()

    assert not keeper._again.isActive()
    assert status.backup_words() == "Reservekopie: van vandaag"
    status.make_backup.click()
    running.settle()
    assert len(book.copies()) == 2


# --- words ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "size, expected",
    [
        (0, "1 kB"),
        (4096, "4 kB"),
        (999_400, "999 kB"),
        (1_440_000, "1,4 MB"),
        (96_000_000, "96,0 MB"),
    ],
)
def test_a_size_is_said_in_round_numbers(size: int, expected: str) -> None:
    assert words.size(size) == expected


@pytest.mark.parametrize("days", [None, 0, 1, 2, 13, 14, 400])
@pytest.mark.parametrize("quiet", [0, 2, 3, 90])
@pytest.mark.parametrize("there", [True, False])
def test_a_reminder_comes_when_it_is_time_and_in_short_sentences(
    days: int | None, quiet: int, there: bool
) -> None:
    last = None if days is None else NOW - timedelta(days)
    told = words.reminder(State(Path("/stick"), there, last, days), quiet)

    wanted = quiet >= 3 if days is None else days >= 14
    assert (told is not None) is wanted
    fixed = [value for value in vars(words).values() if isinstance(value, str)]
    for text in (*fixed, words.synced_folder("OneDrive"), str(told or "")):
        for sentence in re.split(r"(?<=[.!?:]) ", text):
            assert len(sentence.split()) <= 20, sentence
