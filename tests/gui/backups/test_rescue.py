"""A damaged logbook: a copy put back, or what can still be read rescued into a new file."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.gui.backups.conftest import Book
from tests.gui.conftest import NOW, PASSPHRASE, Running
from tests.gui.controls import nameless
from tests.gui.test_window import add
from vp_logboek.domain.errors import NothingToRescue
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.backups import rescue as module
from vp_logboek.gui.backups import words
from vp_logboek.gui.backups.place import CopyPlace
from vp_logboek.gui.backups.rescue import ASK, DONE, RescueDialog
from vp_logboek.gui.backups.restore import RestoreDialog
from vp_logboek.gui.backups.work import ToRestore, of_damaged, rescued_name
from vp_logboek.services import backups, notebook
from vp_logboek.services.rescue import UNKNOWN, Rescued
from vp_logboek.services.safekeeping import make_logbook, open_logbook

PAGE = 4096
LOST = (("gesprekken", 3), ("aantekeningen bij gesprekken", UNKNOWN))


def damage(path: Path) -> None:
    """One byte of the last page."""
    content = bytearray(path.read_bytes())
    content[-PAGE // 2] ^= 1
    path.write_bytes(content)


@pytest.fixture
def damaged(book: Book) -> Path:
    with book.open() as logbook:
        for day in range(1, 5):
            add(logbook, NOW.date().replace(day=1).replace(month=day % 3 + 1), "pesten")
        backups.make(logbook, NOW, book.folder)
        backups.set_folder(logbook, book.folder)
    damage(book.path)
    return book.path


@pytest.fixture
def dialog(outside: Running, damaged: Path) -> RescueDialog:
    made = RescueDialog(None, outside.program.session, damaged, PASSPHRASE)
    outside.qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def outside(make_running: Callable[..., Running]) -> Running:
    return make_running()


def choose_target(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    monkeypatch.setattr(CopyPlace, "target", classmethod(lambda cls, parent, proposed: path))


def test_what_can_be_read_goes_into_a_new_file_and_the_damaged_one_stays(
    dialog: RescueDialog, outside: Running, damaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = damaged.read_bytes()
    target = damaged.with_name("gered.vplogboek")
    choose_target(monkeypatch, target)
    dialog.begin.click()
    assert not dialog.close_button.isEnabled()
    outside.settle()

    assert dialog.now == DONE, dialog.message.text()
    assert "Gered: 4 gesprekken en 4 dossiers." in dialog.done_step.outcome.text()
    assert damaged.read_bytes() == before
    assert dialog.asked.field.text() == ""
    with open_logbook(target, PASSPHRASE) as rescued:
        assert len(notebook.talks(rescued, TalkQuery())) == 4
    dialog.open_now.click()
    assert dialog.to_open == target


def test_what_was_lost_is_listed(
    dialog: RescueDialog, outside: Running, damaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_target(monkeypatch, damaged.with_name("gered.vplogboek"))
    monkeypatch.setattr(module, "rescue", lambda *_: Rescued(1, 1, LOST))
    dialog.begin.click()
    outside.settle()

    assert "Gered: 1 gesprek en 1 dossier." in dialog.done_step.outcome.text()
    assert dialog.done_step.lost.text().splitlines() == [
        "• 3 gesprekken",
        "• een onbekend aantal aantekeningen bij gesprekken",
    ]


def test_where_nothing_can_be_read_the_newest_copy_is_named(
    dialog: RescueDialog, outside: Running, damaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose_target(monkeypatch, damaged.with_name("gered.vplogboek"))

    def nothing(*_: object) -> None:
        raise NothingToRescue("logboek-reservekopie.vplogboek")

    monkeypatch.setattr(module, "rescue", nothing)
    dialog.begin.click()
    outside.settle()

    assert dialog.now == ASK
    assert "“logboek-reservekopie.vplogboek”" in dialog.message.text()
    assert dialog.begin.isEnabled()
    dialog.reject()
    assert not dialog.isVisible()


def test_without_a_passphrase_nothing_can_be_rescued(outside: Running, damaged: Path) -> None:
    dialog = RescueDialog(None, outside.program.session, damaged, "")
    outside.qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.begin.isEnabled()
    assert dialog.accessibleDescription() == "Red wat er te lezen is", "one step is not counted"
    dialog.asked.field.edit.setText(PASSPHRASE)
    assert dialog.begin.isEnabled()
    assert nameless(dialog) == []


def test_the_copies_of_a_damaged_logbook_are_found_where_it_kept_them(
    book: Book, damaged: Path
) -> None:
    found = of_damaged(damaged, PASSPHRASE)

    assert [copy.path.parent for copy in found.copies] == [book.folder]
    assert found.present is None


@pytest.fixture
def previous(damaged: Path) -> Path:
    """The whole file of before a change of passphrase."""
    made = damaged.with_name(f"{damaged.name}.vorige")
    make_logbook(made, "de wachtzin van vroeger was anders", Organisation("Gemeente")).close()
    return made


def test_what_the_program_kept_itself_can_be_chosen_and_is_told_for_what_it_is(
    outside: Running, damaged: Path, previous: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    aside = damaged.with_name(f"{damaged.name}.beschadigd")
    aside.write_bytes(bytes(16) + damaged.read_bytes()[16:])
    found = of_damaged(damaged, PASSPHRASE)
    assert {copy.path for copy in found.copies[1:]} == {previous, aside}
    dialog = RestoreDialog(None, outside.program.session, found)
    outside.qtbot.addWidget(dialog)
    dialog.show()
    rows = {copy.path: row for row, copy in enumerate(found.copies)}
    assert dialog.choose.needs.isHidden(), "a copy needs no word"

    dialog.choose.table.selectRow(rows[previous])
    assert "oude wachtzin" in dialog.choose.needs.text()
    assert "vóór de nieuwe wachtzin" in dialog.choose.model.index(rows[previous], 0).data()
    target = damaged.with_name("terug.vplogboek")
    choose_target(monkeypatch, target)
    dialog.next.click()
    dialog.passphrase.field.edit.setText("de wachtzin van vroeger was anders")
    dialog.next.click()
    outside.settle()
    dialog.put_back.click()
    outside.settle()
    open_logbook(target, "de wachtzin van vroeger was anders").close()


def test_a_damaged_file_that_was_kept_is_asked_for_on_the_lock_screen(
    outside: Running, damaged: Path
) -> None:
    aside = damaged.with_name(f"{damaged.name}.beschadigd")
    aside.write_bytes(bytes(16) + damaged.read_bytes()[16:])
    found = of_damaged(damaged, PASSPHRASE)
    dialog = RestoreDialog(None, outside.program.session, found)
    outside.qtbot.addWidget(dialog)
    dialog.show()
    dialog.choose.table.selectRow(len(found.copies) - 1)
    assert "herstelblad" in dialog.choose.needs.text()
    dialog.next.click()
    assert dialog.to_open == aside
    assert not dialog.isVisible()


def test_the_file_itself_under_its_older_name_is_no_choice(damaged: Path) -> None:
    damaged.with_name(f"{damaged.name}.vorige").hardlink_to(damaged)

    assert len(of_damaged(damaged, PASSPHRASE).copies) == 1


def test_the_proposed_name_lies_beside_it_and_is_free(damaged: Path) -> None:
    assert rescued_name(damaged).name == "logboek-gered.vplogboek"
    damaged.with_name("logboek-gered.vplogboek").touch()
    assert rescued_name(damaged).name == "logboek-gered 2.vplogboek"
    kept = damaged.with_name("logboek.vplogboek.beschadigd")
    assert rescued_name(kept).name == "logboek-gered 2.vplogboek"


def test_what_is_said_is_short(book: Book) -> None:
    kept = [f"x.vplogboek.{end}" for end in ("vorige", "beschadigd-2")]
    for text in (
        *words.BEFORE_RESCUE,
        *map(words.what_it_needs, kept),
        words.rescued(3, 2, "naam"),
    ):
        for sentence in re.split(r"(?<=[.!?:]) ", text):
            assert len(sentence.split()) <= 20, sentence


# --- from the lock screen ---------------------------------------------------------------------


@pytest.fixture
def locked(make_running: Callable[..., Running], damaged: Path) -> Running:
    """The lock screen after the damage was found."""
    running = make_running(damaged)
    page = running.program.unlock.open
    page.field.edit.setText(PASSPHRASE)
    page.open_button.click()
    running.settle()
    return running


def test_the_lock_screen_offers_both_ways_only_when_the_file_is_damaged(
    locked: Running, make_running: Callable[..., Running], damaged: Path
) -> None:
    page = locked.program.unlock.open
    assert "beschadigd" in page.message.text()
    assert not page.restore_button.isHidden()
    assert not page.rescue_button.isHidden()
    assert nameless(page) == []

    page.field.edit.setText("iets heel anders dan het was")
    page.open_button.click()
    locked.settle()
    assert page.rescue_button.isHidden()


@pytest.mark.parametrize("left", [b"", b"iets anders" * 1000], ids=["empty", "overwritten"])
def test_where_nothing_is_left_of_the_file_only_a_copy_is_offered(
    make_running: Callable[..., Running], damaged: Path, left: bytes
) -> None:
    damaged.write_bytes(left)
    running = make_running(damaged)
    page = running.program.unlock.open
    page.field.edit.setText(PASSPHRASE)
    page.open_button.click()
    running.settle()

    assert not page.restore_button.isHidden()
    assert page.rescue_button.isHidden()


def test_a_copy_that_is_put_back_is_asked_for_at_once(
    locked: Running, damaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, offered = damaged.with_name("terug.vplogboek"), list[ToRestore]()

    def put_back(_cls: object, _parent: object, _session: object, found: ToRestore) -> Path:
        offered.append(found)
        return target

    monkeypatch.setattr(RestoreDialog, "restore", classmethod(put_back))
    unlock = locked.program.unlock
    unlock.open.restore_button.click()
    locked.settle()

    assert len(offered[0].copies) == 1
    assert unlock._path == target
    assert unlock.currentWidget() is unlock.open
    assert unlock.open.message.isHidden()
    assert unlock.open.rescue_button.isHidden()


def test_what_was_rescued_is_asked_for_at_once(
    locked: Running, damaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, given = damaged.with_name("gered.vplogboek"), list[str]()

    def rescue(
        _cls: object, _parent: object, _session: object, _path: Path, typed: str, _copy: object
    ) -> Path:
        given.append(typed)
        return target

    monkeypatch.setattr(RescueDialog, "rescue", classmethod(rescue))
    locked.program.unlock.open.rescue_button.click()

    assert given == [PASSPHRASE]
    assert locked.program.unlock._path == target
