"""Putting a copy back: shown first, rehearsed, under a name of its own, and the old one stays."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QScrollArea

from tests.gui.backups.conftest import Book
from tests.gui.conftest import NOW, PASSPHRASE, Running
from tests.gui.controls import cells, nameless
from tests.gui.test_window import add
from vp_logboek.domain.errors import DiskTrouble, NotSaved
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.gui.backups import restore as module
from vp_logboek.gui.backups.choose_step import moments_of
from vp_logboek.gui.backups.place import CopyPlace
from vp_logboek.gui.backups.restore import CHOOSE, CONTENTS, DONE, RestoreDialog
from vp_logboek.gui.backups.restore import PASSPHRASE as ASK
from vp_logboek.gui.backups.work import beside, free_name, to_restore
from vp_logboek.gui.safekeeping.halting import Halting
from vp_logboek.services import backups, notebook
from vp_logboek.services.backups import Copy
from vp_logboek.services.safekeeping import open_logbook

Begin = Callable[[Path], Running]


@pytest.fixture
def running(book: Book, begin: Begin) -> Running:
    """Two copies: of 9 days ago with two talks, and of today; in the logbook there are three."""
    with book.open() as logbook:
        add(logbook, date(2025, 6, 1), "stalking")
        add(logbook, date(2026, 1, 9), "pesten")
    book.copy(9)
    book.choose(book.folder)
    running = begin(book.path)
    running.change(lambda logbook: add(logbook, date(2026, 3, 2), "agressie"))
    return running


@pytest.fixture
def dialog(running: Running) -> RestoreDialog:
    found = running.ask(lambda logbook: to_restore(logbook, NOW))
    made = RestoreDialog(running.program.window, running.program.session, found)
    running.qtbot.addWidget(made)
    made.show()
    return made


def choose_file(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    monkeypatch.setattr(CopyPlace, "existing", classmethod(lambda cls, parent, folder: path))


def choose_target(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    monkeypatch.setattr(CopyPlace, "target", classmethod(lambda cls, parent, proposed: path))


def look(dialog: RestoreDialog, running: Running, passphrase: str = PASSPHRASE) -> None:
    dialog.next.click()
    dialog.passphrase.field.edit.setText(passphrase)
    dialog.next.click()
    running.settle()


def test_the_copies_stand_there_with_their_age_and_size(dialog: RestoreDialog) -> None:
    shown = cells(dialog.choose.model)
    assert "4 maart 2026, 14:03" in shown
    assert "van vandaag" in shown
    assert "9 dagen oud" in shown
    assert any(cell.endswith(" kB") for cell in shown)
    assert dialog.choose.copy is not None
    assert "2026-03-04" in dialog.choose.copy.name, "the newest is chosen"
    assert not any("/" in cell for cell in shown), "no path on the screen"


def test_what_is_in_the_copy_stands_beside_what_is_in_the_logbook(
    dialog: RestoreDialog, running: Running
) -> None:
    dialog.choose.table.selectRow(1)
    look(dialog, running)

    model = dialog.contents.model
    rows = [tuple(model.index(row, c).data() for c in range(3)) for row in range(model.rowCount())]
    assert dialog.now == CONTENTS
    assert rows == [
        ("Gesprekken", "2", "3"),
        ("in 2026", "1", "2"),
        ("in 2025", "1", "1"),
        ("Laatste gesprek", "9 januari 2026", "2 maart 2026"),
    ]
    assert "23 februari 2026" in dialog.contents.made.text()
    assert "1 gesprek meer" in dialog.contents.lacking.text()


def test_it_is_written_as_a_new_file_and_the_current_one_stays(
    dialog: RestoreDialog, running: Running, book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = book.path.with_name("terug.vplogboek")
    choose_target(monkeypatch, target)
    dialog.choose.table.selectRow(1)
    look(dialog, running)
    dialog.put_back.click()
    assert not dialog.close_button.isEnabled()
    running.settle()

    assert dialog.now == DONE
    assert "“terug.vplogboek”" in dialog.done_step.outcome.text()
    assert dialog.passphrase.field.text() == ""
    with open_logbook(target, PASSPHRASE) as restored:
        assert len(notebook.talks(restored, TalkQuery())) == 2
    assert len(running.ask(lambda logbook: notebook.talks(logbook, TalkQuery()))) == 3
    dialog.open_now.click()
    assert dialog.to_open == target


def test_a_name_that_is_taken_is_refused_and_another_can_be_chosen(
    dialog: RestoreDialog, running: Running, book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = book.path.stat()
    choose_target(monkeypatch, book.path)
    look(dialog, running)
    dialog.put_back.click()
    running.settle()

    assert dialog.now == CONTENTS
    assert "Er staat al een bestand" in dialog.message.text()
    assert dialog.put_back.isEnabled()
    assert book.path.stat() == before


def test_a_wrong_passphrase_stays_on_its_page(dialog: RestoreDialog, running: Running) -> None:
    look(dialog, running, "iets heel anders dan het was")

    assert dialog.now == ASK
    assert "De wachtzin klopt niet" in dialog.message.text()
    assert dialog.passphrase.field.edit.selectedText()


def test_any_other_file_can_be_chosen_and_is_told_when_it_is_no_logbook(
    dialog: RestoreDialog, running: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = tmp_path / "rekening.pdf"
    wrong.write_bytes(b"%PDF-1.7 en nog meer bytes" * 9)
    choose_file(monkeypatch, wrong)
    dialog.choose.other.click()
    assert "“rekening.pdf”" in dialog.choose.file.text()
    look(dialog, running)
    assert "Dit is geen logboek." in dialog.message.text()

    dialog.back.click()
    dialog.choose.table.selectRow(1)
    assert dialog.choose.file.isHidden()
    assert dialog.choose.copy != wrong


def test_a_disk_that_is_full_is_told_and_leaves_no_file(
    dialog: RestoreDialog, running: Running, book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = book.path.with_name("terug.vplogboek")
    choose_target(monkeypatch, target)

    def full(*_: object, **__: object) -> None:
        raise NotSaved(DiskTrouble.FULL)

    monkeypatch.setattr(module, "restore", full)
    look(dialog, running)
    dialog.put_back.click()
    running.settle()

    assert "vol" in dialog.message.text()
    assert not target.exists()
    assert dialog.now == CONTENTS


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Reading and putting back wait for this."""
    may_go_on = Event()

    def waiting(work: Callable[..., object], *given: object, **named: object) -> object:
        assert may_go_on.wait(20)
        return work(*given, **named)

    for name in ("look_into", "restore"):
        monkeypatch.setattr(module, name, partial(waiting, getattr(module, name)))
    return may_go_on


def test_who_leaves_while_it_is_put_back_stops_it_and_no_file_is_left(
    dialog: RestoreDialog,
    running: Running,
    book: Book,
    held: Event,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held.set()
    target = book.path.with_name("terug") / "terug.vplogboek"
    target.parent.mkdir()
    choose_target(monkeypatch, target)
    look(dialog, running)
    held.clear()
    dialog.put_back.click()
    assert not dialog.close_button.isEnabled()
    dialog.reject()
    assert dialog.isVisible()
    held.set()
    running.settle()

    assert dialog.now == CONTENTS
    assert "gestopt" in dialog.message.text()
    assert list(target.parent.iterdir()) == []

    dialog.put_back.click()  # the control: it can be done after all
    running.settle()
    assert dialog.now == DONE
    assert target.exists()
    dialog.reject()
    assert not dialog.isVisible()


def test_reading_a_copy_can_be_stopped_with_its_button(
    dialog: RestoreDialog, running: Running, held: Event
) -> None:
    dialog.next.click()
    dialog.passphrase.field.edit.setText(PASSPHRASE)
    dialog.next.click()
    dialog.halting.line._appear()
    assert dialog.halting.line.cancel.text() == "Lezen stoppen"
    dialog.halting.line.cancel.click()
    held.set()
    running.settle()

    assert dialog.now == ASK
    assert dialog.message.text() == "Het lezen is gestopt. Er is niets veranderd."
    assert dialog.halting.line.isHidden()
    assert dialog.next.isEnabled()


def test_a_lock_stops_what_nobody_will_hear_of(
    dialog: RestoreDialog,
    running: Running,
    book: Book,
    held: Event,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held.set()
    target = book.path.with_name("terug.vplogboek")
    choose_target(monkeypatch, target)
    look(dialog, running)
    held.clear()
    dialog.put_back.click()
    dialog.hide()
    dialog.forget()
    held.set()
    running.settle()

    assert not target.exists()


def test_it_says_so_when_it_is_too_late_to_stop(outside: Running) -> None:
    halting = Halting(outside.program.unlock)
    outside.qtbot.addWidget(halting.line)
    halt = halting.begin("Het begint…", "Stop het", "Nu niet meer.")
    assert not halting.line.must_end
    halt.close()
    outside.qtbot.waitUntil(lambda: halting.line.words.text() == "Nu niet meer.")

    assert halting.line.must_end
    halting.stop()
    halt.heed()  # nothing was asked
    halting.end()
    assert not halting.is_busy


def _all_in_sight(dialog: RestoreDialog) -> bool:
    areas = dialog.steps.currentWidget().findChildren(QScrollArea)
    return not any(area.verticalScrollBar().isVisible() for area in areas)


@pytest.mark.usefixtures("dressed")
def test_the_dialog_is_as_high_as_its_step_needs(dialog: RestoreDialog, running: Running) -> None:
    running.settle()
    few = dialog.height()
    look(dialog, running)
    dialog.show()
    running.qtbot.waitUntil(lambda: dialog.height() != few)
    more = dialog.height()
    dialog.message.say("Een melding. " * 20)
    running.qtbot.waitUntil(lambda: dialog.height() > more)
    dialog.steps.setCurrentIndex(ASK)  # so much is said that it must grow before it was asked to
    running.qtbot.waitUntil(lambda: _all_in_sight(dialog))
    dialog.resize(dialog.width() - 200, dialog.height())
    running.qtbot.waitUntil(lambda: _all_in_sight(dialog))
    dialog.resize(dialog.width(), 600)
    dialog.steps.setCurrentIndex(CONTENTS)
    running.settle()
    assert dialog.height() == 600, "who drags it keeps that height"


def test_the_restored_logbook_opens_by_way_of_the_lock(
    running: Running, book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = book.path.with_name("terug.vplogboek")
    monkeypatch.setattr(RestoreDialog, "restore", classmethod(lambda cls, *_: target))
    running.program.window.actions_by_name["restore"].trigger()
    running.qtbot.waitUntil(lambda: bool(running.restarts))

    assert running.restarts == [target]


def test_turning_back_leaves_everything_as_it_was(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(RestoreDialog, "restore", classmethod(lambda cls, *_: None))
    running.program.window.actions_by_name["restore"].trigger()
    running.settle()

    assert running.restarts == []
    assert running.program.window.isVisible()


def test_without_an_open_logbook_only_the_copy_is_shown(outside: Running, book: Book) -> None:
    book.copy(3)
    copy = backups.copies(book.folder)[0].path
    outside.qtbot.addWidget(dialog := RestoreDialog(None, outside.program.session, beside(copy)))
    dialog.show()
    assert dialog.choose.copy == copy
    look(dialog, outside)

    assert dialog.now == CONTENTS
    assert dialog.contents.table.isColumnHidden(2)
    assert dialog.contents.lacking.isHidden()


def test_where_there_is_no_copy_a_file_can_be_chosen(outside: Running, tmp_path: Path) -> None:
    found = beside(tmp_path / "leeg" / "logboek.vplogboek")
    outside.qtbot.addWidget(dialog := RestoreDialog(None, outside.program.session, found))
    dialog.show()

    assert not dialog.choose.nothing.isHidden()
    assert not dialog.next.isEnabled()


def test_the_proposed_name_is_never_taken(tmp_path: Path) -> None:
    copy = tmp_path / "logboek-reservekopie-2026-03-04-1403.vplogboek"
    names = []
    for _ in range(3):
        proposed = free_name(copy, tmp_path)
        proposed.touch()
        names.append(proposed.name)

    assert names == [
        "logboek-teruggezet.vplogboek",
        "logboek-teruggezet 2.vplogboek",
        "logboek-teruggezet 3.vplogboek",
    ]


# --- from the keyboard ------------------------------------------------------------------------


def test_every_control_has_a_name_and_the_models_keep_qts_rules(dialog: RestoreDialog) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [
        QAbstractItemModelTester(model, mode)
        for model in (dialog.choose.model, dialog.contents.model)
    ]
    assert nameless(dialog) == []
    assert len(testers) == 2


def test_enter_walks_through_the_steps(dialog: RestoreDialog, running: Running) -> None:
    keys = running.qtbot.keyClick
    keys(dialog.choose.table, Qt.Key.Key_Return)
    assert dialog.now == ASK
    dialog.passphrase.field.edit.setText(PASSPHRASE)
    keys(dialog.passphrase.field.edit, Qt.Key.Key_Return)
    running.settle()
    assert dialog.now == CONTENTS
    dialog.back.click()
    dialog.back.click()
    assert dialog.now == CHOOSE


def test_copies_of_one_minute_are_told_apart() -> None:
    """The newest first, as they stand in the list."""
    minute, before = datetime(2026, 3, 4, 14, 3), datetime(2026, 3, 3, 9, 0)
    made = [Copy(Path(f"kopie-{n}"), moment, 1000) for n, moment in enumerate((minute,) * 2)]
    told = moments_of([*made, Copy(Path("kopie"), before, 1000)])
    assert told == [
        "4 maart 2026, 14:03, 2e kopie van die minuut",
        "4 maart 2026, 14:03, 1e kopie van die minuut",
        "3 maart 2026, 09:00",
    ]
