"""Several talks at once: chosen, counted, thrown away, moved, and back again."""

from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Running
from tests.gui.talks.conftest import Listed
from tests.gui.test_window import listed
from tests.services.undoing import rows
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.gui.talks import found_words
from vp_logboek.gui.talks.list_chosen import READ_ONLY
from vp_logboek.gui.talks.move_dialog import AskDossier
from vp_logboek.gui.window.main import MainWindow
from vp_logboek.gui.window.places import Kind
from vp_logboek.services import notebook

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def choose(running: Running, window: MainWindow, down: int) -> None:
    """The first talk and so many below it, with the shift key."""
    window.talks.table.selectRow(1)
    running.settle()
    for _ in range(down):
        running.qtbot.keyClick(window.talks.table, Key.Key_Down, Modifier.ShiftModifier)
    running.settle()


def test_months_are_not_counted_and_no_talk_is_read(running: Running, window: MainWindow) -> None:
    choose(running, window, 2)
    assert window.talks.several.words.text() == "3 gesprekken gekozen"
    assert not window.talks.several.isHidden()
    assert window.rooms.shown is window.rooms.nothing_chosen
    assert window.rooms.nothing_chosen.sentence() == "3 gesprekken gekozen."
    window.talks.several.none.click()
    assert window.talks.several.isHidden()
    assert window.rooms.nothing_chosen.sentence().startswith("Kies links")
    running.qtbot.keyClick(window.talks.table, Key.Key_A, Modifier.ControlModifier)
    assert window.talks.table.number_chosen == 3
    running.qtbot.keyClick(window.talks.table, Key.Key_Up)
    running.settle()
    assert window.rooms.shown is window.rooms.reader
    assert window.talks.several.isHidden()


def test_several_go_as_one_step_and_come_back_and_go_again(
    running: Running, window: MainWindow
) -> None:
    before = running.ask(rows)
    choose(running, window, 1)
    window.talk_actions.bin_current()
    running.settle()
    assert listed(window) == ["Conflict met collega"]
    assert window.undo_bar.text() == "2 gesprekken liggen in de prullenbak."
    assert window.undo.undoable == "2 gesprekken weggooien"
    assert window.talks.several.isHidden()
    assert [place.count for place in window.places.places()][:3] == [1, 1, 2]
    window.undo.undo()
    running.settle()
    assert running.ask(rows) == before
    assert window.talks.table.number_chosen == 2, "what came back is marked"
    assert window.rooms.nothing_chosen.sentence() == "2 gesprekken gekozen."
    assert [place.count for place in window.places.places()][:3] == [3, 1, 4]
    window.undo.redo()
    running.settle()
    assert listed(window) == ["Conflict met collega"]
    assert len(running.ask(notebook.binned)) == 2


def test_several_move_to_a_dossier_as_one_step(
    running: Running, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = running.ask(rows)
    answers = [None, 2]
    monkeypatch.setattr(AskDossier, "ask", lambda *_: answers.pop(0))
    choose(running, window, 1)
    for _ in range(2):  # the first time one turns back
        assert window.undo.undoable is None
        window.talks.several.move_.click()
        running.settle()
    found = running.ask(lambda book: notebook.talks(book, TalkQuery(2026)))
    assert {row.dossier for row in found} == {2}
    assert window.undo_bar.text() == "2 gesprekken staan in een ander dossier."
    window.undo.undo()
    running.settle()
    assert running.ask(rows) == before


def test_the_question_needs_a_dossier(alone: Listed, qtbot: QtBot) -> None:
    found = alone.book.ask(notebook.dossier_rows)
    dialog = AskDossier(alone.talks, 2, found, alone.book.session.tree)
    qtbot.addWidget(dialog)
    assert dialog.move_.text() == "Verplaats 2 gesprekken"
    assert not dialog.move_.isEnabled()
    dialog.dossier.choose(found[0].id)
    assert dialog.move_.isEnabled()


def test_what_is_chosen_stays_when_the_list_is_read_again_or_sorted(alone: Listed) -> None:
    table = alone.talks.table
    table.choose((4, 3))
    alone.talks.reload()
    alone.settle()
    assert table.chosen() == (4, 3)
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert table.chosen() == (3, 4)
    alone.search("pest")
    assert table.chosen() == (4,)
    assert alone.talks.several.isHidden()


def test_after_one_went_the_keys_go_on_where_it_was(running: Running, window: MainWindow) -> None:
    window.talks.table.selectRow(3)
    running.settle()
    window.talk_actions.bin_current()
    running.settle()
    assert listed(window) == ["Pesten", "Conflict met collega"]
    running.qtbot.keyClick(window.talks.table, Key.Key_Down)
    running.settle()
    assert window.rooms.reader.talk.on.month == 1


def test_who_reads_a_talk_by_another_way_has_no_others_chosen(
    running: Running, window: MainWindow
) -> None:
    choose(running, window, 2)
    window.navigation.read(1)
    running.settle()
    assert window.talks.several.isHidden()
    assert window.talks.table.number_chosen == 0
    window.talk_actions.bin_current()
    running.settle()
    assert [one.talk.id for one in running.ask(notebook.binned)] == [1]


def test_where_one_can_only_read_the_reason_is_told(alone: Listed) -> None:
    session = alone.book.session
    session._outline = replace(session.outline, read_only=True)
    alone.talks.choose_all()
    line = alone.talks.several
    assert line.words.text() == "3 gesprekken gekozen"
    assert line.reason.text() == READ_ONLY
    assert not line.bin.isEnabled()
    assert line.bin.accessibleDescription() == READ_ONLY


def test_in_a_logbook_to_read_none_is_thrown_away_or_moved(
    running: Running, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(running, window, 1)
    before = running.ask(rows)
    session = running.program.session
    writable = session.outline
    monkeypatch.setattr(session, "_outline", replace(writable, read_only=True))
    monkeypatch.setattr(AskDossier, "ask", lambda *_: pytest.fail("nothing is asked"))
    for wish in (window.talks.bin_requested, window.talks.move_requested):
        wish.emit()
        running.settle()
    assert running.ask(rows) == before
    monkeypatch.setattr(session, "_outline", writable)
    window.talks.bin_requested.emit()
    running.settle()
    assert running.ask(rows) != before, "the control: it can be done after all"


def test_throwing_away_very_many_can_be_stopped_and_then_none_is(
    running: Running, window: MainWindow
) -> None:
    choose(running, window, 1)
    before = running.ask(rows)
    gate = Event()
    running.program.session.ask(lambda _: gate.wait(20), lambda _: None)
    window.talks.bin_requested.emit()
    window.talks.working.stop()
    gate.set()  # only now the store comes to it
    running.settle()
    assert running.ask(rows) == before
    assert window.undo.undoable is None
    assert window.talks.table.number_chosen == 2
    assert window.talks.several.reason.text() == found_words.STOPPED


@pytest.mark.parametrize("to", ["nowhere", "search", "bin"])
def test_the_keyboard_stays_where_somebody_took_it_while_they_are_thrown_away(
    running: Running, window: MainWindow, to: str
) -> None:
    with running.qtbot.waitActive(window):
        window.activateWindow()
    choose(running, window, 1)
    working, search, gate = window.talks.working, window.tools.search, Event()
    running.program.session.ask(lambda _: gate.wait(20), lambda _: None)
    window.talks.bin_requested.emit()
    if to == "search":
        search.setFocus()
    elif to == "bin":
        window.places.go_to(Kind.BIN)
    before = window.focusWidget()
    working._appear()  # a second later
    meanwhile = window.focusWidget()
    gate.set()
    running.settle()
    assert len(running.ask(notebook.binned)) == 2
    assert meanwhile is (working.cancel if to == "nowhere" else before)
    if to == "bin":
        assert window.rooms.shown.isAncestorOf(window.focusWidget())
    else:
        assert window.focusWidget() is (search if to == "search" else window.talks.table)


def test_where_one_talk_is_chosen_in_place_of_several_nothing_else_is_said(alone: Listed) -> None:
    alone.talks.choose_all()
    one = alone.talks.table.chosen()[1]
    alone.talks.select(one)
    alone.settle()
    assert alone.talks.table.chosen() == (one,)
    assert alone.talks.several.isHidden()


@pytest.mark.campaign
def test_nothing_can_be_dragged_out_of_any_list(running: Running, window: MainWindow) -> None:
    for kind in Kind:
        window.places.go_to(kind)
        running.settle()
    views = window.findChildren(QAbstractItemView)
    assert window.talks.table in views
    for view in views:
        assert not view.dragEnabled()
        assert view.dragDropMode() is QAbstractItemView.DragDropMode.NoDragDrop
    model = window.talks.model
    assert not model.flags(model.index(1, 0)) & Qt.ItemFlag.ItemIsDragEnabled
