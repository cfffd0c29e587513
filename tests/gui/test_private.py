"""No field teaches an input method, lets its text be dragged out, or gives saved text back."""

import re
from functools import cached_property
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Running
from vp_logboek.gui.widgets.private import SENSITIVE, empty, forget_typing, keep_private
from vp_logboek.gui.window.rooms import Rooms

ROOT = Path(__file__).parents[2]
_MADE = re.compile(
    r"\bQ(?:Line|PlainText|Text)Edit\(|\(Q(?:Line|PlainText|Text)Edit\):|QTextBrowser\("
)


def is_private(edit: QWidget) -> bool:
    hints = edit.inputMethodHints() & SENSITIVE == SENSITIVE
    return hints and not (isinstance(edit, QLineEdit) and edit.dragEnabled())


def test_every_field_of_every_room_is_private(running: Running) -> None:
    window = running.program.window
    rooms = [name for name, one in vars(Rooms).items() if isinstance(one, cached_property)]
    for name in ("editor", *rooms):
        getattr(window.rooms, name)
    running.settle()
    for top in running.program.windows:
        edits = [*top.findChildren(QLineEdit), *top.findChildren(QPlainTextEdit)]
        assert edits
        assert [edit.accessibleName() or edit for edit in edits if not is_private(edit)] == []
        assert top.findChildren(QTextEdit) == [], "which would need the same"


def test_every_field_is_made_private_where_it_is_made() -> None:
    for file in (ROOT / "vp_logboek" / "gui").rglob("*.py"):
        text = file.read_text("utf-8")
        assert text.count(" keep_private(") >= len(_MADE.findall(text)), file.name


@pytest.mark.parametrize("private", [True, False])
def test_a_press_on_marked_text_drags_nothing_out(qtbot: QtBot, private: bool) -> None:
    edit = QPlainTextEdit("een aantekening")
    qtbot.addWidget(edit)
    if private:
        keep_private(edit)
    edit.show()
    edit.selectAll()
    inside = edit.cursorRect().center() / 2
    qtbot.mousePress(edit.viewport(), Qt.MouseButton.LeftButton, pos=inside)
    assert edit.textCursor().hasSelection() is not private, "Qt keeps the mark, to drag it"
    qtbot.mouseRelease(edit.viewport(), Qt.MouseButton.LeftButton, pos=inside)


@pytest.mark.parametrize("edit_class", [QLineEdit, QPlainTextEdit])
def test_what_is_forgotten_cannot_be_undone(
    qtbot: QtBot, edit_class: type[QLineEdit] | type[QPlainTextEdit]
) -> None:
    edit = edit_class()
    qtbot.addWidget(edit)
    qtbot.keyClicks(edit, "getypt")
    history = edit if isinstance(edit, QLineEdit) else edit.document()
    assert history.isUndoAvailable(), "the control"
    forget_typing(edit)
    assert not history.isUndoAvailable()
    text = edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()
    assert text == "getypt"


def test_what_is_emptied_cannot_be_undone_and_what_is_cleared_can(qtbot: QtBot) -> None:
    for take_away, can_be_undone in ((QLineEdit.clear, True), (empty, False)):
        edit = QLineEdit()
        qtbot.addWidget(edit)
        qtbot.keyClicks(edit, "getypt")
        take_away(edit)
        assert edit.text() == ""
        assert edit.isUndoAvailable() is can_be_undone


def test_after_saving_nothing_can_be_undone_in_the_note(running: Running) -> None:
    window = running.program.window
    window.new_talk()
    running.settle()
    form = window.editor.form
    form.matter.subject.setText("pesten")
    form.matter.subject._finder.rows.hide()
    running.qtbot.keyClicks(form.note.note, "getypt")
    assert form.note.note.document().isUndoAvailable(), "the control"
    window.editor.save()
    running.settle()
    assert not form.note.note.document().isUndoAvailable()
