"""A quiet line below the note: something looks like a name. It never stands in the way."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui.opened import Opened
from tests.words.hearing import hearing
from vp_logboek.gui.talks.editor import TalkEditor
from vp_logboek.gui.talks.name_line import NameLine
from vp_logboek.gui.talks.read_pane import TalkReader

TWO = "Gesproken met Jan de Vries en mevr. Bakker. Jan de Vries wil niet verder."


class Page(QWidget):
    """A text, its line and somewhere else to go."""

    def __init__(self, field: QPlainTextEdit | QLineEdit) -> None:
        super().__init__()
        self.field = field
        self.wanted = True
        self.line = NameLine(field, lambda: self.wanted)
        self.elsewhere = QPushButton("verder")
        layout = QVBoxLayout(self)
        for one in (field, self.line, self.elsewhere):
            layout.addWidget(one)


@pytest.fixture(name="make")
def maker(qtbot: QtBot) -> Callable[..., Page]:
    def make(field: QPlainTextEdit | QLineEdit | None = None) -> Page:
        page = Page(field or QPlainTextEdit())
        qtbot.addWidget(page)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.field.setFocus()
        return page

    return make


def written(page: Page, text: str) -> Page:
    """Write it, and leave the field."""
    field = page.field
    field.insert(text) if isinstance(field, QLineEdit) else field.insertPlainText(text)
    page.elsewhere.setFocus()
    return page


def test_nothing_is_said_while_one_types(make: Callable[..., Page]) -> None:
    page = make()
    page.field.insertPlainText(TWO)
    assert page.line.isHidden()
    page.elsewhere.setFocus()
    assert page.line.text == "“Jan de Vries” lijkt een naam. Er is er nog één."


def test_it_is_said_aloud_once_and_without_the_name(make: Callable[..., Page]) -> None:
    page = make()
    with hearing() as heard:
        written(page, TWO)
        page.field.setFocus()
        page.elsewhere.setFocus()
    assert heard == [("Er lijken 2 namen te staan.", True)]


def test_more_names_in_the_same_text_are_not_said_aloud_again(make: Callable[..., Page]) -> None:
    page = make()
    with hearing() as heard:
        written(page, TWO)
        page.field.setFocus()
        written(page, " Fatima ook niet.")
    assert page.line.text.endswith("Er zijn er nog 2.")
    assert len(heard) == 1


@pytest.mark.parametrize(
    "why, looks",
    [
        (Qt.FocusReason.ActiveWindowFocusReason, False),
        (Qt.FocusReason.PopupFocusReason, False),
        (Qt.FocusReason.TabFocusReason, True),
    ],
)
def test_another_window_or_a_menu_is_not_leaving_the_field(
    make: Callable[..., Page], why: Qt.FocusReason, looks: bool
) -> None:
    page = make()
    page.field.insertPlainText(TWO)
    QApplication.sendEvent(page.field, QFocusEvent(QEvent.Type.FocusOut, why))
    assert page.line.isHidden() is not looks


def test_a_name_is_taken_away_wherever_it_stands_and_ctrl_z_brings_it_back(
    make: Callable[..., Page], qtbot: QtBot
) -> None:
    page = written(make(), f"😀 {TWO}")
    page.line.remove.click()
    assert page.field.toPlainText() == (
        "😀 Gesproken met [naam] en mevr. Bakker. [naam] wil niet verder."
    )
    assert page.line.text == "“mevr. Bakker” lijkt een naam."
    page.line.remove.click()
    assert page.line.isHidden()
    assert page.field.hasFocus()
    qtbot.keyClick(page.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(page.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.field.toPlainText() == f"😀 {TWO}"


def test_what_may_stay_is_not_asked_again_in_this_text(make: Callable[..., Page]) -> None:
    page = written(make(), "Fatima kwam langs.")
    page.line.allow.click()
    assert page.line.isHidden()
    page.field.setFocus()
    written(page, " Fatima belt morgen.")
    assert page.line.isHidden()
    page.line.begin()
    page.line.look()
    assert page.line.text == "“Fatima” lijkt een naam.", "in another text it is asked"


def test_a_line_of_text_works_the_same(make: Callable[..., Page]) -> None:
    page = written(make(QLineEdit()), "een gesprek met mevr. Bakker")
    page.line.remove.click()
    assert page.field.text() == "een gesprek met [naam]"
    page.field.undo()
    assert "Bakker" in page.field.text()


def test_of_what_was_saved_so_nothing_is_said_before_it_changes(make: Callable[..., Page]) -> None:
    page = make()
    page.field.setPlainText(TWO)
    page.line.begin(is_saved=True)
    page.elsewhere.setFocus()
    assert page.line.isHidden()
    page.field.setFocus()
    written(page, "!")
    assert not page.line.isHidden()


def test_it_can_be_switched_off(make: Callable[..., Page]) -> None:
    page = make()
    page.wanted = False
    assert written(page, TWO).line.isHidden()
    assert page.line.names() == []


def test_both_buttons_are_reached_from_the_note_with_tab(
    make: Callable[..., Page], qtbot: QtBot
) -> None:
    page = written(make(), TWO)
    for expected in (page.line.allow, page.line.remove, page.field):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
        assert page.focusWidget() is expected


def test_in_a_narrow_pane_the_buttons_go_below_the_words(
    make: Callable[..., Page], qtbot: QtBot
) -> None:
    page = written(make(), TWO)
    line = page.line

    def at(button: QWidget, corner: QPoint) -> QPoint:
        return button.mapTo(line, corner)

    for width, below in ((900, False), (260, True)):
        page.resize(width, 300)
        qtbot.waitUntil(lambda: (at(line.remove, QPoint()).y() > 20) == below)  # noqa: B023
        assert at(line.allow, line.allow.rect().topRight()).x() <= line.width()


# --- in the form -------------------------------------------------------------------------------


@pytest.fixture
def reader(book: Opened, editor: TalkEditor, qtbot: QtBot) -> TalkReader:
    made = TalkReader(book.session)
    qtbot.addWidget(made)
    made.edit_requested.connect(editor.edit)
    editor.names_left.connect(made.point_out_names)
    editor.finished.connect(lambda talk: made.read(talk.id) if talk is not None else None)
    made.show()
    return made


def save(book: Opened, editor: TalkEditor, note: str) -> None:
    editor.form.matter.subject.choose("pesten")
    editor.form.note.note.insertPlainText(note)
    editor.save()
    book.settle()


def test_saving_waits_for_no_answer_and_it_is_told_where_the_talk_is_read(
    book: Opened, editor: TalkEditor, reader: TalkReader
) -> None:
    save(book, editor, TWO)
    assert reader.talk is not None
    assert reader.talk.note == TWO
    assert reader.names.text() == "In de aantekening staat misschien een naam."
    reader.names.action.click()
    book.settle()
    assert editor.form.note.names.text.startswith("“Jan de Vries” lijkt een naam.")


def test_a_talk_without_names_is_only_read(
    book: Opened, editor: TalkEditor, reader: TalkReader
) -> None:
    save(book, editor, "De melder wordt genegeerd in het overleg.")
    assert reader.talk is not None
    assert reader.names.isHidden()


def test_after_save_and_new_it_is_told_in_the_next_form(book: Opened, editor: TalkEditor) -> None:
    editor.form.matter.subject.choose("pesten")
    editor.form.note.note.insertPlainText(TWO)
    editor.save(and_new=True)
    book.settle()
    assert "misschien een naam" in editor.form.message.text()
    assert editor.form.note.names.isHidden()
