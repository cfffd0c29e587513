"""Undoing what was done outside a text field: the order, the waiting, the failing and the words."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.conftest import NOW, Running
from tests.gui.opened import Opened, opened
from tests.gui.test_window import add, listed
from tests.services.undoing import rows, without_the_bin
from vp_logboek.domain.activity import Action
from vp_logboek.domain.dossier import DossierMelder, Ending
from vp_logboek.domain.errors import Gone, NotTakenBack, ReadOnlyPlace
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.dossiers.melders import MelderDialog
from vp_logboek.gui.dossiers.steps import telling
from vp_logboek.gui.imports.dialog import ImportDialog
from vp_logboek.gui.imports.undo import AskUndo, taken_over
from vp_logboek.gui.undo import DEPTH, Step, Undo, do
from vp_logboek.gui.window.bars import UndoBar
from vp_logboek.gui.window.main import MainWindow
from vp_logboek.services import notebook
from vp_logboek.services.import_table import ImportResult
from vp_logboek.store.logbook import Logbook

TODAY = NOW.date()


@pytest.fixture
def book(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened(tmp_path, qtbot, Organisation("Gemeente Voorbeeld")) as found:
        yield found


@pytest.fixture
def undo(book: Opened) -> Undo:
    return Undo(book.session)


def to_do(book: Opened, undo: Undo, line: str) -> None:
    """Asked, not yet answered."""
    do(
        book.session,
        lambda logbook: notebook.save_action(logbook, Action(TODAY, line)),
        telling(book.session, undo.did, f"{line} staat erbij.", line),
    )


def lines(book: Opened) -> list[str]:
    return [action.line for action in book.ask(notebook.open_actions)]


# --- the order --------------------------------------------------------------------------------


def test_steps_are_undone_from_the_last_to_the_first_and_done_again(
    book: Opened, undo: Undo
) -> None:
    for line in ("een", "twee", "drie"):
        to_do(book, undo, line)
    book.settle()
    told = []
    for _ in range(3):
        told.append(undo.undoable)
        undo.undo()
        book.settle()
        told.append(len(lines(book)))
    assert told == ["drie", 2, "twee", 1, "een", 0]
    assert (undo.undoable, undo.redoable) == (None, "een")
    for _ in range(3):
        undo.redo()
    book.settle()
    assert lines(book) == ["een", "twee", "drie"]
    assert undo.redoable is None


def test_what_was_asked_before_is_done_before_it_is_undone(book: Opened, undo: Undo) -> None:
    to_do(book, undo, "een")
    book.settle()
    to_do(book, undo, "twee")
    undo.undo()
    undo.undo()
    book.settle()
    assert lines(book) == []


def test_a_wish_that_waits_does_not_undo_what_was_done_after_it(book: Opened, undo: Undo) -> None:
    to_do(book, undo, "een")
    book.settle()
    to_do(book, undo, "twee")
    undo.undo()
    undo.undo()
    to_do(book, undo, "drie")
    book.settle()
    assert lines(book) == ["een", "drie"]
    assert (undo.undoable, undo.redoable) == ("drie", None)
    assert undo.last is not None
    assert undo.last.name == "drie"


def test_another_step_takes_the_place_of_what_was_undone(book: Opened, undo: Undo) -> None:
    to_do(book, undo, "een")
    book.settle()
    undo.undo()
    book.settle()
    to_do(book, undo, "twee")
    book.settle()
    assert (undo.undoable, undo.redoable) == ("twee", None)


def test_so_many_steps_are_remembered_and_no_more(book: Opened, undo: Undo) -> None:
    for number in range(DEPTH + 2):
        undo.did(Step("gedaan", f"stap {number}", lambda _: None, can_be_redone=False))
    names = []
    while undo.undoable:
        names.append(undo.undoable)
        undo.undo()
        book.settle()
    assert (len(names), names[-1]) == (DEPTH, "stap 2")


def test_work_that_changes_nothing_is_no_step(book: Opened, undo: Undo) -> None:
    talk = book.ask(lambda logbook: add(logbook, TODAY, "pesten"))
    melder = DossierMelder(1)
    book.change(lambda logbook: notebook.add_melder(logbook, talk.dossier or 0, melder))
    told: list[object] = []
    again = partial(notebook.add_melder, dossier_id=talk.dossier or 0, melder=melder)
    do(book.session, again, told.append)
    book.settle()
    assert told == []


def test_work_that_fails_is_no_step(book: Opened, undo: Undo) -> None:
    told: list[object] = []
    do(book.session, partial(notebook.close_dossier, dossier_id=9, today=TODAY), told.append)
    book.settle()
    assert told == []
    assert book.errors == [Gone("dit dossier")]


# --- what cannot be undone --------------------------------------------------------------------


def test_a_step_that_cannot_be_undone_is_told_and_nothing_is_promised_any_more(
    book: Opened, undo: Undo
) -> None:
    for line in ("een", "twee"):
        to_do(book, undo, line)
    book.settle()
    book.change(lambda logbook: notebook.remove_action(logbook, 2))
    undo.undo()
    undo.undo()
    book.settle()
    assert book.errors == [NotTakenBack(counted=False)]
    assert lines(book) == ["een"]
    assert (undo.undoable, undo.redoable, undo.last) == (None, None, None)


def test_after_that_one_begins_anew(book: Opened, undo: Undo) -> None:
    to_do(book, undo, "een")
    book.settle()
    book.change(lambda logbook: notebook.remove_action(logbook, 1))
    undo.undo()
    book.settle()
    to_do(book, undo, "twee")
    book.settle()
    undo.undo()
    book.settle()
    assert lines(book) == []
    assert len(book.errors) == 1


def test_a_logbook_that_became_read_only_says_so(book: Opened, undo: Undo) -> None:
    to_do(book, undo, "een")
    book.settle()
    book.ask(lambda logbook: logbook._connection.run("PRAGMA query_only = ON"))
    undo.undo()
    book.settle()
    assert [type(error) for error in book.errors] == [ReadOnlyPlace]
    assert undo.undoable is None


def test_what_is_forgotten_while_it_is_under_way_stays_forgotten(book: Opened, undo: Undo) -> None:
    shown: list[str] = []
    undo.did(Step("gedaan", "een", lambda _: None, shown=lambda: shown.append("een")))
    undo.undo()
    undo.forget()
    undo.did(Step("gedaan", "twee", lambda _: None))
    book.settle()
    assert shown == []
    assert undo.undoable == "twee"
    undo.undo()
    book.settle()
    assert undo.redoable == "twee"


# --- the bar ----------------------------------------------------------------------------------


def test_the_bar_says_what_was_done_and_undone_and_offers_the_way_back(
    book: Opened, undo: Undo, qtbot: QtBot
) -> None:
    bar = UndoBar(undo)
    qtbot.addWidget(bar)
    to_do(book, undo, "een")
    book.settle()
    assert (bar.text(), bar.action.text()) == ("een staat erbij.", "Ongedaan maken")
    bar.action.click()
    book.settle()
    assert (bar.text(), bar.action.text()) == ("Ongedaan gemaakt: een.", "Opnieuw doen")
    bar.action.click()
    book.settle()
    assert lines(book) == ["een"]
    undo.forget()
    assert bar.isHidden()


# --- in the window ----------------------------------------------------------------------------


@pytest.fixture
def window(running: Running) -> MainWindow:
    running.change(lambda logbook: add(logbook, date(2026, 3, 2), "pesten"))
    return running.program.window


def menu(window: MainWindow) -> str:
    return window.actions_by_name["undo"].text().removeprefix("&Ongedaan maken: ")


Does = Callable[[Running, MainWindow], None]


def write(running: Running, window: MainWindow) -> None:
    window.talk_actions.new()
    running.settle()
    window.editor.form.matter.subject.choose("stalking")
    window.editor.save()


def change(running: Running, window: MainWindow) -> None:
    window.talk_actions.edit(1)
    running.settle()
    window.editor.form.note.note.insertPlainText("meer")
    window.editor.save()


def dossier(running: Running, window: MainWindow) -> None:
    window.navigation.read_dossier(1)
    running.settle()


def close(running: Running, window: MainWindow) -> None:
    dossier(running, window)
    window.rooms.dossier.close_button.click()


def find_out(running: Running, window: MainWindow) -> None:
    dossier(running, window)
    field = window.rooms.dossier.findings.fields["ending"]
    field.value.choose(next(iter(Ending)))
    field.value.activated.emit(0)


def consent(running: Running, window: MainWindow) -> None:
    dossier(running, window)
    window.rooms.dossier.consent.click()


def own_term(running: Running, window: MainWindow) -> None:
    dossier(running, window)
    window.rooms.dossier.own_term.box.click()


def melder(running: Running, window: MainWindow) -> None:
    dossier(running, window)
    window.rooms.dossier.melders.add_button.click()


def action(running: Running, window: MainWindow) -> None:
    dossier(running, window)
    window.rooms.dossier.new_action.line.setText("bellen")
    window.rooms.dossier.new_action.add.click()


def activity(running: Running, window: MainWindow) -> None:
    window.rooms.activities.hours.setText("2")
    window.rooms.activities.add.click()


def bin_it(running: Running, window: MainWindow) -> None:
    window.talk_actions.bin(1)


@pytest.mark.parametrize(
    "does,name,said",
    [
        (write, "gesprek opslaan", "Het gesprek van 4 maart 2026 is opgeslagen."),
        (change, "gesprek wijzigen", "Het gesprek van 2 maart 2026 is gewijzigd."),
        (bin_it, "gesprek weggooien", "Het gesprek ligt in de prullenbak."),
    ],
)
def test_a_talk_that_was_saved_changed_or_thrown_away_is_named_and_undone(
    running: Running, window: MainWindow, does: Does, name: str, said: str
) -> None:
    before = running.ask(rows)
    does(running, window)
    running.settle()
    after = running.ask(rows)
    assert after != before
    assert (menu(window), window.undo_bar.text()) == (name, said)
    window.actions_by_name["undo"].trigger()
    running.settle()
    assert without_the_bin(running.ask(rows), before) == before
    window.actions_by_name["redo"].trigger()
    running.settle()
    assert running.ask(rows) == {**after, "draft": []}


def test_every_change_on_the_pages_is_named_and_undone(
    running: Running, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MelderDialog, "ask", lambda _: DossierMelder())
    before, named = running.ask(rows), []
    for does in (find_out, consent, own_term, melder, action, activity, close):
        does(running, window)
        running.settle()
        named.append(menu(window))
    after = running.ask(rows)
    assert named == [
        "afloop wijzigen", "toestemming wijzigen", "eigen datum wijzigen", "melder toevoegen",
        "actie toevoegen", "activiteit toevoegen", "dossier afsluiten",
    ]  # fmt: skip
    for _ in named:
        window.actions_by_name["undo"].trigger()
    running.settle()
    assert running.ask(rows) == before
    for _ in named:
        window.actions_by_name["redo"].trigger()
    running.settle()
    assert running.ask(rows) == after


def test_what_was_put_back_from_the_bin_is_undone(running: Running, window: MainWindow) -> None:
    bin_it(running, window)
    running.settle()
    before = running.ask(rows)
    window.actions_by_name["place_bin"].trigger()
    running.settle()
    window.rooms.bin.table.selectRow(0)
    window.rooms.bin.restore.click()
    running.settle()
    assert (menu(window), listed(window)) == ("terugzetten", ["Pesten"])
    window.actions_by_name["undo"].trigger()
    running.settle()
    assert running.ask(rows) == before
    window.actions_by_name["undo"].trigger()
    running.settle()
    assert running.ask(notebook.binned) == ()


def test_who_reads_a_talk_reads_it_as_it_is_again_and_no_longer_when_it_is_gone(
    running: Running, window: MainWindow
) -> None:
    write(running, window)
    running.settle()
    assert window.rooms.shown is window.rooms.reader
    window.actions_by_name["undo"].trigger()
    running.settle()
    assert window.rooms.shown is window.rooms.nothing_chosen
    assert window.undo_bar.text().endswith("Het gesprek ligt in de prullenbak.")
    window.actions_by_name["redo"].trigger()
    running.settle()
    assert listed(window) == ["Stalking", "Pesten"]
    window.actions_by_name["undo"].trigger()
    running.settle()
    change(running, window)
    running.settle()
    assert "meer" in window.rooms.reader._note.text()
    window.actions_by_name["undo"].trigger()
    running.settle()
    assert "meer" not in window.rooms.reader._note.text()


def test_a_talk_that_moved_goes_back_to_its_dossier_which_is_there_again(
    running: Running, window: MainWindow
) -> None:
    running.change(lambda logbook: add(logbook, TODAY, "stalking"))
    dossier(running, window)
    before = running.ask(rows)
    window.talk_actions.edit(1)
    running.settle()
    entry = window.editor.form.entry()
    moved = replace(entry, conversation=replace(entry.conversation, dossier=2))
    window.editor.form.entry = lambda: moved
    window.editor.save()
    running.settle()
    assert menu(window) == "gesprek verplaatsen"
    assert len(running.ask(notebook.dossier_rows)) == 1
    assert window.bars.problem.isHidden()  # the page of the dossier that is gone says nothing
    window.actions_by_name["undo"].trigger()
    running.settle()
    assert running.ask(rows) == before


def test_ctrl_z_in_a_text_is_that_of_the_text(running: Running, window: MainWindow) -> None:
    bin_it(running, window)
    window.talk_actions.new()
    running.settle()
    note = window.editor.form.note.note
    note.setFocus()
    running.qtbot.keyClicks(note, "abc")
    running.qtbot.keyClick(note, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    running.settle()
    assert note.toPlainText() == ""
    assert len(running.ask(notebook.binned)) == 1
    window.talks.table.setFocus()
    running.qtbot.keyClick(window.talks.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    running.settle()
    assert running.ask(notebook.binned) == ()


def test_a_draft_that_was_thrown_away_is_written_on(running: Running, window: MainWindow) -> None:
    window.talk_actions.new()
    running.settle()
    window.editor.form.note.note.insertPlainText("half")
    window.editor._discard()
    running.settle()
    assert menu(window) == "concept weggooien"
    window.actions_by_name["undo"].trigger()
    running.settle()
    assert window.editor.form.entry().conversation.note == "half"
    assert len(running.ask(notebook.drafts)) == 1
    assert not window.actions_by_name["redo"].isEnabled()


def test_a_list_that_was_taken_over_is_a_step_and_so_is_taking_it_out(
    running: Running, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def take_over(logbook: Logbook) -> ImportResult:
        with logbook.transaction():
            number = logbook.imports.begin(TODAY, "lijst.csv")
            home = logbook.dossiers.get(1)
            mine = logbook.dossiers.save(replace(home, id=None, melders=()), number)
            talk = replace(logbook.conversations.get(1), id=None, dossier=mine.id)
            logbook.conversations.save(talk, number)
        return ImportResult(1, 1, 0, (), number)

    before = running.ask(rows)
    result = running.ask(take_over)
    after = running.ask(rows)
    monkeypatch.setattr(ImportDialog, "import_table", lambda _, __, did: did(taken_over(result)))
    window.actions_by_name["import_table"].trigger()
    assert menu(window) == "lijst overnemen"
    assert window.undo_bar.text() == "Overgenomen: 1 gesprek in 1 dossier, van 0 melders."
    for name, found in (("undo", before), ("redo", after)):
        window.actions_by_name[name].trigger()
        running.settle()
        assert running.ask(rows) == found
    monkeypatch.setattr(AskUndo, "sure", lambda *_: True)
    window.actions_by_name["undo_import"].trigger()
    running.settle()
    assert running.ask(rows) == before
    assert menu(window) == "lijst weghalen"
    for found in (after, before):
        window.actions_by_name["undo"].trigger()
        running.settle()
        assert running.ask(rows) == found


def test_locking_forgets_what_was_done(running: Running, window: MainWindow) -> None:
    bin_it(running, window)
    running.settle()
    window.prepare_lock(lambda _: None)
    assert not window.actions_by_name["undo"].isEnabled()
    assert window.undo_bar.isHidden()
    assert listed(window) == []
    assert running.ask(lambda logbook: notebook.talks(logbook, TalkQuery())) == ()
