"""The bin: put back, or deleted for good after a question."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.controls import nameless
from tests.gui.keeping.conftest import read_only
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
