"""The bin: put back, or deleted for good after a question."""

from threading import Event

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.controls import nameless
from tests.gui.keeping.conftest import bin_some, read_only
from tests.gui.opened import Opened
from vp_logboek.gui.keeping.confirm import AskForGood
from vp_logboek.gui.talks.bin_page import BinPage
from vp_logboek.services import notebook


def binned(book: Opened) -> int:
    return len(book.ask(notebook.binned))


def test_several_are_chosen_from_the_keyboard_and_deleted(
    bin_page: BinPage, book: Opened, qtbot: QtBot, sure: list[int]
) -> None:
    bin_page.table.setFocus()
    qtbot.keyClick(bin_page.table, Qt.Key.Key_Home)
    qtbot.keyClick(bin_page.table, Qt.Key.Key_Space)
    qtbot.keyClick(bin_page.table, Qt.Key.Key_Down)
    qtbot.keyClick(bin_page.table, Qt.Key.Key_Space)
    assert bin_page.delete.text() == "Gooi 2 gesprekken voorgoed weg…"
    with qtbot.waitSignals([bin_page.going, bin_page.gone], order="strict"):
        bin_page.delete.click()
    book.settle()
    assert sure == [2]
    assert binned(book) == 1
    assert "2 gesprekken zijn voorgoed weggegooid." in bin_page.message.text()
    assert bin_page.focusWidget() is bin_page.message


def test_the_delete_key_asks_about_what_is_chosen_and_else_does_nothing(
    bin_page: BinPage, book: Opened, qtbot: QtBot, sure: list[int]
) -> None:
    qtbot.keyClick(bin_page.table, Qt.Key.Key_Delete)
    assert sure == []
    bin_page.table.selectRow(1)
    qtbot.keyClick(bin_page.table, Qt.Key.Key_Delete)
    book.settle()
    assert sure == [1]
    assert binned(book) == 2


def test_the_whole_bin_is_emptied(bin_page: BinPage, book: Opened, sure: list[int]) -> None:
    bin_page.empty.click()
    book.settle()
    assert sure == [3]
    assert binned(book) == 0
    assert bin_page.nothing.isVisible()
    assert bin_page.bar.isHidden()
    assert bin_page.old.isHidden()


def test_what_lies_there_long_is_named_and_deleted_by_itself(
    bin_page: BinPage, book: Opened, sure: list[int]
) -> None:
    assert bin_page.old.text() == "2 gesprekken liggen hier langer dan 30 dagen."
    bin_page.old.action.click()
    book.settle()
    assert sure == [2]
    assert binned(book) == 1
    assert bin_page.old.isHidden()


def test_nothing_goes_when_the_answer_is_to_keep(
    bin_page: BinPage, book: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(AskForGood, "delete", classmethod(lambda *_: False))
    bin_page.table.selectRow(0)
    with qtbot.assertNotEmitted(bin_page.going):
        for one in (bin_page.delete, bin_page.empty, bin_page.old.action):
            one.click()
    book.settle()
    assert binned(book) == 3


def test_several_are_put_back_at_once(bin_page: BinPage, book: Opened) -> None:
    bin_page.bar.all.click()
    bin_page.restore.click()
    book.settle()
    assert binned(book) == 0
    assert bin_page.nothing.isVisible()


def test_enter_chooses_a_row_where_nothing_opens(bin_page: BinPage, qtbot: QtBot) -> None:
    qtbot.keyClick(bin_page.table, Qt.Key.Key_Return)
    assert len(bin_page.table.chosen_ids()) == 1
    qtbot.keyClick(bin_page.table, Qt.Key.Key_Return)
    assert bin_page.table.chosen_ids() == []


def test_the_keyboard_stays_on_a_page_that_is_empty(bin_page: BinPage, book: Opened) -> None:
    bin_page.table.setFocus()
    bin_page.bar.all.click()
    bin_page.restore.click()
    book.settle()
    here = bin_page.focusWidget()
    assert bin_page.nothing.isAncestorOf(here)
    assert here.text() == bin_page.nothing.sentence()  # type: ignore[attr-defined]
    book.change(bin_some)
    assert bin_page.focusWidget() is bin_page.table


@pytest.mark.usefixtures("sure")
def test_what_takes_long_tells_how_far_it_is_and_can_be_stopped(
    bin_page: BinPage, book: Opened
) -> None:
    waits = Event()
    book.session.ask(lambda _: waits.wait(10), lambda _: None)
    bin_page.empty.click()
    bin_page.working._appear()  # a second later
    assert bin_page.working.words.text() == "3 gesprekken worden voorgoed weggegooid…"
    assert bin_page.working.bar.maximum() == 3
    assert bin_page.focusWidget() is bin_page.working.cancel
    assert not bin_page.table.isEnabled()
    bin_page.empty.click()  # once is enough
    bin_page.working.cancel.click()
    waits.set()
    book.settle()
    assert binned(book) == 3
    assert bin_page.message.text().startswith("Het is gestopt. Er is niets veranderd.")
    assert bin_page.working.isHidden()
    assert bin_page.focusWidget() is bin_page.table


def test_a_list_of_few_ends_after_them(bin_page: BinPage, qtbot: QtBot) -> None:
    rows = bin_page.table.verticalHeader().defaultSectionSize() * 3
    head = bin_page.table.horizontalHeader().height()
    qtbot.waitUntil(lambda: 0 <= bin_page.table.height() - rows - head < 20)


def test_in_a_logbook_that_can_only_be_read_nothing_can_be_pressed(
    bin_page: BinPage, book: Opened
) -> None:
    read_only(book)
    bin_page.arrive()
    book.settle()
    bin_page.bar.all.click()
    for one in (bin_page.restore, bin_page.delete, bin_page.empty):
        assert not one.isEnabled()
        assert one.accessibleDescription() == "U kunt dit logboek hier alleen lezen."
    assert bin_page.old.action.isHidden()


def test_every_control_has_a_name(bin_page: BinPage) -> None:
    assert nameless(bin_page) == []
