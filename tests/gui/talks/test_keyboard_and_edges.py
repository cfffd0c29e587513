"""Where the keyboard is when the list gives way or is empty, and where words begin."""

from datetime import date
from threading import Event

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from tests.gui.conftest import Running
from tests.gui.test_window import listed
from tests.services.undoing import rows
from vp_logboek.gui.window.main import MainWindow
from vp_logboek.gui.window.places import Kind
from vp_logboek.services import notebook


def test_where_the_list_gives_way_to_a_talk_the_keyboard_is_on_the_way_back(
    running: Running, window: MainWindow
) -> None:
    window.resize(500, 620)
    browse = window.rooms.browse
    assert browse.is_folded
    window.talks.table.setFocus()
    window.talks.table.selectRow(1)
    running.settle()
    assert not browse.lists.isVisible()
    assert QApplication.focusWidget() is browse._back
    running.qtbot.keyClick(browse._back, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is window.talks.table


def test_a_form_that_closes_over_an_empty_year_leaves_the_keyboard_on_what_one_can_do(
    running: Running, window: MainWindow
) -> None:
    talks = running.ask(lambda book: book.conversations.listing(window.talks.query)).ids
    running.change(lambda book: [notebook.bin_talk(book, one, date(2026, 3, 4)) for one in talks])
    window.places.go_to(Kind.YEAR)
    running.settle()
    assert listed(window) == []
    window.actions_by_name["new_talk"].trigger()
    running.settle()
    running.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    running.settle()
    assert QApplication.focusWidget() is window.talks.nothing.offers()[0]


@pytest.mark.parametrize("width", [500, 1400])
def test_a_talk_thrown_away_leaves_the_keyboard_in_the_list_also_after_an_empty_one(
    running: Running, window: MainWindow, width: int
) -> None:
    window.resize(width, 700)
    window.navigation.search("bestaatniet")
    running.settle()
    assert window.talks.nothing.offers()
    window.tools.search.clear()
    window.navigation.search("")
    running.settle()
    window.talks.table.setFocus()
    window.talks.table.selectRow(1)
    running.settle()
    running.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    running.settle()
    assert QApplication.focusWidget() is window.talks.table


@pytest.mark.usefixtures("dressed")
def test_what_is_read_begins_at_one_edge(running: Running, window: MainWindow) -> None:
    window.talks.table.selectRow(1)
    running.settle()
    reader = window.rooms.reader

    def left(part: object) -> int:
        return part.mapTo(reader, QPoint(0, 0)).x()  # type: ignore[attr-defined]

    note = reader._note
    words = left(note.viewport()) + round(note.document().documentMargin())
    assert words == left(reader._title) == left(reader._note_heading)


def test_a_talk_that_comes_back_from_the_bin_is_chosen_and_read(
    running: Running, window: MainWindow
) -> None:
    window.resize(1366, 768)
    window.talks.table.selectRow(1)
    running.settle()
    talk = window.talks.table.chosen()
    window.talk_actions.bin_current()
    running.settle()
    assert window.rooms.shown is window.rooms.nothing_chosen
    window.undo.undo()
    running.settle()
    reader = window.rooms.reader
    assert window.rooms.shown is reader
    assert reader.talk is not None
    assert (reader.talk.id,) == window.talks.table.chosen() == talk


def test_of_a_talk_behind_the_list_nothing_is_thrown_away(
    running: Running, window: MainWindow
) -> None:
    window.resize(500, 620)
    before = running.ask(rows)
    window.talks.table.selectRow(1)
    running.settle()
    window.tools.search.look_for("collega")  # the talk that was read is not in this list
    running.settle()
    assert not window.rooms.browse.shows_detail
    window.talk_actions.bin_current()
    running.settle()
    assert running.ask(rows) == before
    window.talks.table.selectRow(1)
    running.settle()
    window.talk_actions.bin_current()
    running.settle()
    assert running.ask(rows) != before, "the control: what one looks at can go"


def test_until_the_next_talk_is_there_the_one_before_cannot_be_thrown_away(
    running: Running, window: MainWindow
) -> None:
    window.resize(1366, 768)
    window.talks.table.selectRow(1)
    running.settle()
    before, gate = running.ask(rows), Event()
    running.program.session.ask(lambda _: gate.wait(20), lambda _: None)
    window.talks.table.selectRow(3)
    running.qtbot.keyClick(window.talks.table, Qt.Key.Key_Delete)
    gate.set()
    running.settle()
    assert running.ask(rows) == before
