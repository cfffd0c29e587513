"""Taking over a list: nothing is written before the dry run, and all of it can be undone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.gui.controls import cells, nameless, texts
from tests.gui.imports.conftest import GOOD, NO_SUBJECT, UNKNOWN
from tests.gui.opened import CANARY, Opened, add_year
from vp_logboek.domain.errors import ImportNotUndoable
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.domain.subjects import MainClass
from vp_logboek.gui.imports.columns import MISSING
from vp_logboek.gui.imports.dialog import COLUMNS, DONE, TRIAL, ImportDialog
from vp_logboek.gui.imports.place import TablePlace
from vp_logboek.gui.imports.plan_rows import HEADS
from vp_logboek.gui.imports.undo import AskUndo, undo_last_import
from vp_logboek.services import notebook
from vp_logboek.services.import_table import Field

Make = Callable[[str], ImportDialog]


def talks(book: Opened) -> int:
    return len(book.ask(lambda logbook: notebook.talks(logbook, TalkQuery())))


def go_on(dialog: ImportDialog, book: Opened) -> None:
    dialog.next.click()
    book.settle()


def take_over(dialog: ImportDialog, book: Opened) -> None:
    go_on(dialog, book)
    dialog.take_over.click()
    book.settle()


def test_known_columns_are_filled_in(dialog_of: Make) -> None:
    dialog = dialog_of(GOOD)
    lists = dialog.columns.lists
    assert lists[Field.DATE].currentText() == "Datum"
    assert lists[Field.DOSSIER].currentText() == "Zaak"
    assert lists[Field.MELDER].currentText() == "staat niet in de lijst"


def test_a_column_that_is_needed_is_asked_for(dialog_of: Make, book: Opened) -> None:
    dialog = dialog_of(NO_SUBJECT)
    assert MISSING in texts(dialog.columns)
    assert not dialog.next.isEnabled()
    subject = dialog.columns.lists[Field.SUBJECT]
    subject.setCurrentIndex(subject.findText("Waarover"))
    subject.activated.emit(subject.currentIndex())
    assert dialog.next.isEnabled()
    go_on(dialog, book)
    assert dialog.trial.can_go_on


def test_a_column_can_be_left_out(dialog_of: Make, book: Opened) -> None:
    dialog = dialog_of(GOOD)
    note = dialog.columns.lists[Field.NOTE]
    note.setCurrentIndex(0)
    note.activated.emit(0)
    fields = dialog.columns.fields()
    assert Field.NOTE not in fields
    assert "Aantekening" in fields.ignored
    take_over(dialog, book)
    rows = book.ask(lambda logbook: notebook.talks(logbook, TalkQuery()))
    assert not any(row.has_note for row in rows)


def test_the_dry_run_writes_nothing_and_says_what_each_row_becomes(
    dialog_of: Make, book: Opened
) -> None:
    dialog = dialog_of(GOOD)
    go_on(dialog, book)
    assert dialog.steps.currentIndex() == TRIAL
    assert talks(book) == 0
    assert "3 gesprekken in 2 dossiers. Er is nog niets overgenomen." in texts(dialog.trial)
    assert "Er is geen kolom melder: elk dossier telt als één melder." in dialog.trial.notices()
    said = cells(dialog.trial.model)
    assert {"nieuw dossier", "vervolg in dossier A1", "4 februari 2026"} <= set(said)
    assert not [text for text in texts(dialog) if CANARY in text]


def test_a_row_that_cannot_be_taken_over_says_why_and_holds_back_all(
    dialog_of: Make, book: Opened
) -> None:
    dialog = dialog_of(UNKNOWN)
    go_on(dialog, book)
    assert not dialog.take_over.isEnabled()
    assert dialog.trial.refused_box.isChecked()
    assert dialog.trial.model.rowCount() == 1
    assert "“Roddelen”" in cells(dialog.trial.model), "so it can be found in the list"
    said = " ".join(cells(dialog.trial.model))
    assert "Dit onderwerp kent het logboek niet." in said
    assert "--" not in said
    dialog.trial.refused_box.setChecked(False)
    assert dialog.trial.model.rowCount() == 4


def test_a_main_class_takes_in_unknown_subjects(dialog_of: Make, book: Opened) -> None:
    dialog = dialog_of(UNKNOWN)
    dialog.columns.main_list.choose(MainClass.CONDUCT)
    take_over(dialog, book)
    leaf = book.session.tree.find("Roddelen")
    assert leaf is not None
    assert leaf.main is MainClass.CONDUCT
    assert "Nieuwe onderwerpen: “Roddelen”." in texts(dialog.done_step)
    assert talks(book) == 4


def test_all_is_taken_over_in_one_go_and_can_be_undone(dialog_of: Make, book: Opened) -> None:
    dialog = dialog_of(GOOD)
    take_over(dialog, book)
    assert dialog.steps.currentIndex() == DONE
    assert "Overgenomen: 3 gesprekken in 2 dossiers, van 2 melders." in texts(dialog.done_step)
    assert talks(book) == 3
    dialog.done_step.undo_button.click()
    book.settle()
    assert talks(book) == 0
    assert "ongedaan gemaakt" in dialog.done_step.outcome.text()
    assert dialog.done_step.undo_button.isHidden()
    assert dialog.result_of_import is None


def test_one_can_go_back_and_choose_another_column(dialog_of: Make, book: Opened) -> None:
    dialog = dialog_of(GOOD)
    go_on(dialog, book)
    dialog.back.click()
    assert dialog.steps.currentIndex() == COLUMNS
    assert dialog.next.isVisible()


def test_a_list_that_cannot_be_read_is_told_in_three_parts(dialog_of: Make) -> None:
    dialog = dialog_of("")
    assert "Er is niets overgenomen." in dialog.message.text()
    assert not dialog.next.isEnabled()


def test_every_control_has_a_name(dialog_of: Make, book: Opened) -> None:
    dialog = dialog_of(UNKNOWN)
    go_on(dialog, book)
    assert nameless(dialog) == []


def test_the_rows_of_the_dry_run_keep_qts_rules(
    dialog_of: Make, book: Opened, qtmodeltester: ModelTester
) -> None:
    dialog = dialog_of(UNKNOWN)
    go_on(dialog, book)
    qtmodeltester.check(dialog.trial.model)


def test_turning_back_in_the_file_dialog_does_nothing(
    book: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TablePlace, "ask", classmethod(lambda _, parent: None))
    assert ImportDialog.import_table(None, book.session) is False  # type: ignore[arg-type]


def test_asking_answers_whether_anything_was_taken_over(
    book: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text(GOOD, encoding="utf-8")

    def walk(dialog: ImportDialog) -> int:
        book.settle()
        take_over(dialog, book)
        return 0

    monkeypatch.setattr(TablePlace, "ask", classmethod(lambda _, parent: path))
    monkeypatch.setattr(ImportDialog, "exec", walk)
    assert ImportDialog.import_table(None, book.session) is True  # type: ignore[arg-type]


# --- from the menu ----------------------------------------------------------------------------


def answer(monkeypatch: pytest.MonkeyPatch, sure: bool) -> list[str]:
    asked: list[str] = []

    def ask_sure(_: type[AskUndo], parent: object, found: object) -> bool:
        asked.append("sure")
        return sure

    def say_nothing(_: type[AskUndo], parent: object) -> None:
        asked.append("nothing")

    monkeypatch.setattr(AskUndo, "sure", classmethod(ask_sure))
    monkeypatch.setattr(AskUndo, "nothing", classmethod(say_nothing))
    return asked


@pytest.mark.parametrize("sure,left", [(True, 0), (False, 3)])
def test_the_last_import_is_undone_after_asking(
    dialog_of: Make, book: Opened, monkeypatch: pytest.MonkeyPatch, sure: bool, left: int
) -> None:
    dialog = dialog_of(GOOD)
    take_over(dialog, book)
    asked = answer(monkeypatch, sure)
    undo_last_import(dialog, book.session)
    book.settle()
    book.settle()
    assert asked == ["sure"]
    assert talks(book) == left


def test_without_an_import_that_is_said(
    book: Opened, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asked = answer(monkeypatch, True)
    undo_last_import(None, book.session)  # type: ignore[arg-type]
    book.settle()
    assert asked == ["nothing"]


def test_what_was_changed_since_is_not_undone_and_told(
    dialog_of: Make, book: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = dialog_of(GOOD)
    take_over(dialog, book)
    first = book.ask(lambda logbook: notebook.talks(logbook, TalkQuery()))[0]
    book.change(lambda logbook: logbook.conversations.save(logbook.conversations.get(first.id)))
    asked = answer(monkeypatch, True)
    undo_last_import(dialog, book.session)
    book.settle()
    assert asked == []
    assert isinstance(book.errors[-1], ImportNotUndoable)
    assert talks(book) == 3


def test_other_talks_stay_when_an_import_is_undone(dialog_of: Make, book: Opened) -> None:
    book.change(lambda logbook: add_year(logbook, 2025, {"pesten": 2}))
    dialog = dialog_of(GOOD)
    take_over(dialog, book)
    dialog.done_step.undo_button.click()
    book.settle()
    assert talks(book) == 2


def test_columns_in_which_nothing_stands_leave_their_room_to_the_reason(
    dialog_of: Make, book: Opened
) -> None:
    dialog = dialog_of(UNKNOWN)
    go_on(dialog, book)
    heads = [head.title for head in HEADS]
    hidden = dialog.trial.view.isColumnHidden
    assert hidden(heads.index("Soort gesprek"))
    dialog.trial.refused_box.setChecked(False)
    assert not hidden(heads.index("Soort gesprek"))
    assert not hidden(heads.index("Dossier"))


def test_an_organisation_that_is_not_known_is_shown_where_there_is_one_too(
    dialog_of: Make, book: Opened
) -> None:
    column = [head.title for head in HEADS].index("Organisatie")
    rows = "Datum;Onderwerp;Organisatie\n31-2-2026;Pesten;Blaricum\n"
    dialog = dialog_of(rows)
    go_on(dialog, book)
    assert not dialog.trial.view.isColumnHidden(column)
    assert {"“31-2-2026”", "“Blaricum”"} <= set(cells(dialog.trial.model))
    control = dialog_of(rows.replace("Blaricum", "Gemeente Dorp"))
    go_on(control, book)
    assert control.trial.view.isColumnHidden(column)


def test_a_page_is_as_high_as_what_stands_on_it(dialog_of: Make, book: Opened) -> None:
    """Of a long list there are as many rows in sight as the screen has room for."""
    dialog = dialog_of(GOOD)
    most = dialog.height()
    go_on(dialog, book)
    book.qtbot.waitUntil(lambda: dialog.height() < most)
    trial = dialog.height()
    dialog.take_over.click()
    book.settle()
    book.qtbot.waitUntil(lambda: dialog.height() < trial)
    many = dialog_of(GOOD + "3-2-2026;;Pesten;60;rood;\n" * 40)
    go_on(many, book)
    book.qtbot.waitUntil(lambda: many.height() == most)
