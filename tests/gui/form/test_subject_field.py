"""A few letters find a subject; Enter takes the first, Esc closes the list and nothing else."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.opened import Opened
from tests.words.hearing import hearing
from vp_logboek.gui.talks.editor import TalkEditor
from vp_logboek.gui.talks.subject_field import SubjectField
from vp_logboek.services import notebook
from vp_logboek.services.safekeeping import default_tree


@pytest.fixture(name="field")
def subject_field(qtbot: QtBot) -> SubjectField:
    made = SubjectField()
    made.set_tree(default_tree())
    qtbot.addWidget(made)
    made.resize(400, 40)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def press(qtbot: QtBot, field: SubjectField, key: Qt.Key) -> None:
    """A key as it comes: to the list while that is open."""
    qtbot.keyClick(QApplication.activePopupWidget() or field, key)


def test_enter_takes_the_first_that_was_found(qtbot: QtBot, field: SubjectField) -> None:
    qtbot.keyClicks(field, "conflict met")
    with qtbot.waitSignal(field.chosen):
        press(qtbot, field, Qt.Key.Key_Return)
    assert field.code() == "met_leidinggevende"
    assert not field._finder.rows.isVisible()


def test_the_arrow_keys_go_before_the_first(qtbot: QtBot, field: SubjectField) -> None:
    qtbot.keyClicks(field, "conflict met")
    press(qtbot, field, Qt.Key.Key_Down)
    press(qtbot, field, Qt.Key.Key_Down)
    press(qtbot, field, Qt.Key.Key_Return)
    assert field.code() == "met_collega"


def test_escape_closes_the_list_and_keeps_the_letters(qtbot: QtBot, field: SubjectField) -> None:
    qtbot.keyClicks(field, "pest")
    assert field._finder.rows.isVisible()
    press(qtbot, field, Qt.Key.Key_Escape)
    assert not field._finder.rows.isVisible()
    assert field.text() == "pest"
    assert field.code() is None


@pytest.mark.parametrize("letters", ["financiële sch", "financiele sch", "FINANCIELE SCH"])
def test_accents_and_capitals_do_not_matter(
    qtbot: QtBot, field: SubjectField, letters: str
) -> None:
    field.insert(letters)
    field.settle()
    assert field.code() == "financiele_schending"
    field.choose(None)
    field._finder.setCompletionPrefix(field._finder.splitPath(letters)[0])
    assert field._finder.completionCount() == 1


def test_after_a_pause_what_was_found_is_said_aloud(qtbot: QtBot, field: SubjectField) -> None:
    with hearing() as heard:
        qtbot.keyClicks(field, "pest")
        assert heard == [], "not while typing"
        qtbot.waitUntil(lambda: bool(heard), timeout=2000)
    field._finder.rows.hide()
    assert heard == [("1 gevonden. Enter kiest Pesten, Ongewenste omgangsvormen.", True)]


@pytest.mark.parametrize(
    "typed, meant",
    [
        ("pessten", "Pesten"),
        ("discriminatei", "Discriminatie"),
        ("stalkign", "Stalking"),
        ("vakantie", ""),
        ("qq", ""),
    ],
)
def test_a_slip_is_told_with_what_was_meant(field: SubjectField, typed: str, meant: str) -> None:
    field.setText(typed)
    assert field.nearest() == meant
    field.settle()
    assert field.code() is None, "nothing is guessed"


@pytest.mark.parametrize("letters, groups", [("intim", 1), ("over", 5)])
def test_the_list_is_as_high_as_what_was_found(
    qtbot: QtBot, field: SubjectField, letters: str, groups: int
) -> None:
    qtbot.keyClicks(field, letters)
    rows = field._finder.rows
    qtbot.waitUntil(rows.isVisible)
    model = rows.model()
    last = rows.visualRect(model.index(model.rowCount() - 1, 0)).bottom() + 1
    height = field.fontMetrics().height() + 12
    assert last >= (model.rowCount() + groups) * height, "the control: so many groups"
    assert 0 <= rows.viewport().height() - last < height / 2


def test_letters_that_are_no_choice_yet_are_not_called_kept(
    book: Opened, editor: TalkEditor
) -> None:
    form = editor.form
    assert form.close_button.text() == "Sluiten", "nothing was typed, so nothing stays"
    for typed, said in (
        ("rooster", "Concept, nog zonder onderwerp."),
        ("", "Bewaard als concept."),
    ):
        form.matter.subject.setText(typed)
        form.matter.subject.textEdited.emit(typed)
        editor._keep()
        book.settle()
        assert form._head.kept == said
    assert form.close_button.accessibleName() == "Sluiten: blijft als concept"
    ((_, entry),) = book.ask(notebook.drafts)
    assert entry.conversation.subject is None
