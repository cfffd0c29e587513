"""In the window: the place with its mark, and nobody goes on showing what is gone."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from tests.gui.conftest import NOW, Running
from tests.gui.test_window import add
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.gui.undo import Step
from vp_logboek.gui.window.main import MainWindow
from vp_logboek.gui.window.places import Kind
from vp_logboek.services import notebook
from vp_logboek.store.logbook import Logbook

TODAY = NOW.date()
CANARY = "Kanariepietje"
LONG_AGO = date(2023, 5, 2)


@pytest.fixture
def window(running: Running) -> MainWindow:
    """One dossier that is due (number 1), with a talk and its note, and one of today."""

    def fill(logbook: Logbook) -> None:
        talk = add(logbook, LONG_AGO, "pesten", CANARY)
        notebook.close_dossier(logbook, talk.dossier or 0, LONG_AGO)
        add(logbook, date(2026, 3, 2), "stalking")

    running.change(fill)
    running.settle()
    running.program.window.resize(1366, 768)
    return running.program.window


def destroy_all(running: Running, window: MainWindow) -> None:
    window.actions_by_name["place_keeping"].trigger()
    running.settle()
    window.rooms.keeping.due.bar.all.click()
    window.rooms.keeping.due.destroy_button.click()
    running.settle()


def shown_texts(window: MainWindow) -> str:
    reader = window.rooms.reader
    return " ".join((reader._note.text(), reader._title.text(), reader._dossier.text()))


def test_the_place_tells_how_many_are_due_with_a_mark_and_in_words(window: MainWindow) -> None:
    places = {place.kind: place for place in window.places.places()}
    keeping = places[Kind.KEEPING]
    assert (keeping.label, keeping.count, keeping.asks) == ("Opruimen", 1, True)
    model = window.places._model
    spoken = model.index(model.row_of(keeping.key)).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Opruimen, 1 te vernietigen"
    kinds = [place.kind for place in window.places.places()]
    assert kinds.index(Kind.KEEPING) == kinds.index(Kind.BIN) - 1


def test_without_anything_due_the_place_has_no_mark(running: Running) -> None:
    places = {place.kind: place for place in running.program.window.places.places()}
    assert (places[Kind.KEEPING].count, places[Kind.KEEPING].asks) == (0, False)


def test_what_is_read_leaves_the_reader(
    running: Running, window: MainWindow, typed: list[tuple[str, ...]]
) -> None:
    window.navigation.read(1)
    running.settle()
    assert CANARY in shown_texts(window)
    destroy_all(running, window)
    assert shown_texts(window).strip() == ""
    assert window.rooms.reader.talk is None
    assert window.rooms.browse.details.currentWidget() is window.rooms.nothing_chosen
    assert window.bars.problem.isHidden()


def test_the_dossier_that_is_shown_is_left_and_asked_for_no_more(
    running: Running, window: MainWindow, typed: list[tuple[str, ...]]
) -> None:
    window.navigation.read_dossier(1)
    running.settle()
    destroy_all(running, window)
    assert window.rooms.dossier.dossier is None
    running.change(lambda logbook: add(logbook, TODAY, "fysiek"))
    assert window.bars.problem.isHidden()


def test_a_form_about_it_is_closed_and_its_draft_is_gone(
    running: Running, window: MainWindow, typed: list[tuple[str, ...]]
) -> None:
    window.talk_actions.edit(1)
    running.settle()
    window.rooms.editor.form.note.note.insertPlainText(" halverwege")
    destroy_all(running, window)
    assert not window.rooms.editor.is_open
    assert running.ask(notebook.drafts) == ()
    assert window.bars.draft.isHidden()
    window.rooms.editor.leave()
    running.settle()
    assert running.ask(notebook.drafts) == ()


def test_a_form_about_something_else_waits_as_a_draft(
    running: Running, window: MainWindow, typed: list[tuple[str, ...]]
) -> None:
    window.talk_actions.edit(2)
    running.settle()
    window.rooms.editor.form.note.note.insertPlainText("halverwege")
    destroy_all(running, window)
    ((_, entry),) = running.ask(notebook.drafts)
    assert entry.conversation.note == "halverwege"
    assert window.bars.draft.isVisible()


def test_no_step_brings_it_back(
    running: Running, window: MainWindow, typed: list[tuple[str, ...]]
) -> None:
    came_back: list[str] = []
    window.undo.did(Step("gedaan", "iets", lambda _: came_back.append("terug")))
    destroy_all(running, window)
    window.actions_by_name["undo"].trigger()
    assert came_back == []
    assert window.undo_bar.isHidden()
    assert not window.actions_by_name["undo"].isEnabled()


def test_a_step_is_kept_when_nothing_was_destroyed(running: Running, window: MainWindow) -> None:
    came_back: list[str] = []
    window.undo.did(Step("gedaan", "iets", lambda _: came_back.append("terug")))
    window.actions_by_name["place_keeping"].trigger()
    running.settle()
    window.actions_by_name["undo"].trigger()
    running.settle()
    assert came_back == ["terug"]


def test_the_year_keeps_counting_and_says_why_its_list_is_empty(
    running: Running, window: MainWindow, typed: list[tuple[str, ...]]
) -> None:
    destroy_all(running, window)
    assert running.ask(lambda logbook: notebook.talks(logbook, TalkQuery(2023))) == ()
    counted = {p.year: p.count for p in window.places.places() if p.kind is Kind.YEAR}
    assert counted[2023] == 1
    window.places.go_to(Kind.YEAR, 2023)
    running.settle()
    assert "vernietigd" in window.talks.nothing.sentence()
    window.places.go_to(Kind.ALL_YEARS)
    running.settle()
    assert window.talks.count.text() == "1 gesprek"
    assert window.talks.counted_too.text() == "en 1 vernietigd"


def test_a_year_without_destroyed_talks_says_nothing_of_them(
    running: Running, window: MainWindow
) -> None:
    window.places.go_to(Kind.ALL_YEARS)
    running.settle()
    assert window.talks.counted_too.isHidden()


def test_emptying_the_bin_drops_the_step_that_would_put_it_back(
    running: Running, window: MainWindow, sure: list[int]
) -> None:
    window.talk_actions.bin(2)
    running.settle()
    assert window.undo_bar.isVisible()
    window.actions_by_name["place_bin"].trigger()
    running.settle()
    window.rooms.bin.empty.click()
    running.settle()
    assert sure == [1]
    assert window.undo_bar.isHidden()
    assert window.bars.problem.isHidden()


def test_closing_a_quiet_dossier_can_be_undone_from_the_bar(
    running: Running, window: MainWindow
) -> None:
    running.change(lambda logbook: add(logbook, date(2025, 9, 1), "fysiek"))
    window.actions_by_name["place_keeping"].trigger()
    running.settle()
    window.rooms.keeping.quiet.bar.all.click()
    window.rooms.keeping.quiet.close_them.click()
    running.settle()
    assert window.rooms.keeping.quiet.isHidden()
    window.undo_bar.action.click()
    running.settle()
    assert not window.rooms.keeping.quiet.isHidden()


def test_a_dossier_is_opened_from_the_list(running: Running, window: MainWindow) -> None:
    window.actions_by_name["place_keeping"].trigger()
    running.settle()
    table = window.rooms.keeping.due.table
    table.setFocus()
    running.qtbot.keyClick(table, Qt.Key.Key_Home)
    running.qtbot.keyClick(table, Qt.Key.Key_Return)
    running.settle()
    assert window.rooms.shown is window.rooms.dossier
    assert window.rooms.dossier.dossier.number == "2023-001"


def test_what_was_told_last_time_is_gone_when_one_comes_again(
    running: Running, window: MainWindow, typed: list[tuple[str, ...]]
) -> None:
    destroy_all(running, window)
    assert not window.rooms.keeping.message.isHidden()
    window.actions_by_name["place_actions"].trigger()
    window.actions_by_name["place_keeping"].trigger()
    running.settle()
    assert window.rooms.keeping.message.isHidden()
