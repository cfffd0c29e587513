"""The note is the one place to write: it is in sight in a low window, and grows with its text."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.opened import Opened
from vp_logboek.domain.conversation import Channel, Conversation, ConversationKind
from vp_logboek.domain.dossier import Ending
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui import theme
from vp_logboek.gui.talks.editor import TalkEditor
from vp_logboek.gui.talks.form import TalkForm
from vp_logboek.gui.talks.parts import Surroundings
from vp_logboek.services.safekeeping import default_tree
from vp_logboek.services.talk_entry import TalkEntry

TODAY = date(2026, 3, 4)
ENTRY = TalkEntry(Conversation(TODAY, ConversationKind.FIRST, Channel.IN_PERSON), 1)
TOWNS = (Organisation("Gemeente Voorbeeldstad", id=1), Organisation("Provincie", id=2))
LAPTOP = (663, 513)
"""What a window of 1366x690 leaves to the form."""
VERY_LOW = (663, 230)


@pytest.fixture
def form(qtbot: QtBot, qapp: QApplication) -> TalkForm:
    theme.apply(qapp, theme.Mode.LIGHT, 100)
    made = TalkForm(TODAY, lambda: True)
    qtbot.addWidget(made)
    made.finish()
    made.show_entry(ENTRY, Surroundings(TODAY, default_tree(), TOWNS, ()))
    made.resize(*LAPTOP)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def in_sight(part: QWidget) -> int:
    """How much of its height is seen."""
    return part.visibleRegion().boundingRect().height()


def lines_in_sight(form: TalkForm) -> float:
    return in_sight(form.note.note) / form.note.note.fontMetrics().lineSpacing()


def scrolls(form: TalkForm) -> bool:
    return form._scroll.isAncestorOf(form.note.note)


@pytest.mark.parametrize("unfolded", [False, True])
def test_on_a_laptop_two_lines_of_the_note_are_in_sight(form: TalkForm, unfolded: bool) -> None:
    form.unfold.setChecked(unfolded)
    QApplication.processEvents()
    assert lines_in_sight(form) > 2
    assert not scrolls(form)


def test_who_asks_for_more_sees_it_come(form: TalkForm, qtbot: QtBot) -> None:
    first = form.more.referred
    form.resize(663, 400)
    form.unfold.setFocus()
    form.unfold.click()
    qtbot.waitUntil(lambda: in_sight(first) >= 24)
    assert in_sight(form.unfold) >= 24, "what was pressed stays too"
    form.unfold.setChecked(False)
    form.show_entry(replace(ENTRY, ending=Ending.SOLVED), form.talk._around)
    assert form.unfold.isChecked()
    qtbot.wait(60)
    assert form._scroll.verticalScrollBar().value() == 0, "a form begins at its beginning"


def test_where_it_would_take_the_room_of_the_fields_it_scrolls_with_them(form: TalkForm) -> None:
    form.resize(*VERY_LOW)
    QApplication.processEvents()
    assert scrolls(form)
    assert lines_in_sight(form) == 0, "the control: what is out of sight is seen to be"
    form.resize(*LAPTOP)
    QApplication.processEvents()
    assert lines_in_sight(form) > 2


def test_the_field_that_must_be_filled_is_in_sight_with_large_letters(
    form: TalkForm, qapp: QApplication
) -> None:
    theme.apply(qapp, theme.Mode.LIGHT, 150)
    form.resize(720, 500)  # about what a laptop leaves to it
    QApplication.processEvents()
    row = form.matter.subject_row
    assert in_sight(row) == row.height()
    assert form._scroll.verticalScrollBar().value() == 0
    form.resize(775, 800)
    QApplication.processEvents()
    assert not scrolls(form), "the control: where there is room the note stands apart"
    assert in_sight(row) == row.height()


def test_who_writes_goes_on_writing_while_the_window_gets_another_size(
    form: TalkForm, qtbot: QtBot
) -> None:
    note = form.note.note
    note.setFocus()
    qtbot.keyClicks(note, "Gesproken met Fatima")
    for size in (VERY_LOW, LAPTOP):
        form.resize(*size)
        QApplication.processEvents()
        assert note.hasFocus()
        assert form.note.names.isHidden(), "the field was not left"
    qtbot.keyClicks(note, " el A")
    assert note.toPlainText().endswith("Fatima el A")


def test_it_grows_with_what_is_written_as_far_as_the_fields_leave_room(
    form: TalkForm, qtbot: QtBot
) -> None:
    form.unfold.setChecked(True)
    note, line = form.note.note, form.note.note.line_height()
    qtbot.waitUntil(lambda: note.height() < 3 * line)
    least = note.height()
    for text, lines in (("een\ntwee\ndrie\nvier", 4), ("", 2)):
        note.setPlainText(text)
        qtbot.waitUntil(lambda: note.height() == least + (lines - 2) * line)  # noqa: B023
        assert note.verticalScrollBar().maximum() == 0, "all its lines are seen"
    note.setPlainText("woord " * 2000)
    qtbot.waitUntil(lambda: note.height() > least + 2 * line)
    assert note.height() <= form.height() / 3


@pytest.mark.parametrize("size", [(663, 800), LAPTOP, VERY_LOW])
def test_tab_goes_from_the_last_field_to_the_note_and_then_to_the_buttons(
    qtbot: QtBot, size: tuple[int, int]
) -> None:
    """Also where the form is made while it lies in a window already, as in the program."""
    window, after = QWidget(), QPushButton("na")
    form = TalkForm(TODAY, lambda: True)
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(form)
    column.addWidget(after)
    form.finish()
    form.show_entry(ENTRY, Surroundings(TODAY, default_tree(), TOWNS, ()))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for passed in (VERY_LOW, size):
        window.resize(*passed)
        QApplication.processEvents()
    form.matter.minutes.setFocus()
    walked: list[QWidget | None] = []
    for _ in range(5):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        walked.append(QApplication.focusWidget())
    bar = form.bar
    assert walked == [form.unfold, form.note.note, bar.save, bar.save_and_new, bar.close_button]


def test_the_title_tells_a_follow_up_from_a_new_talk(book: Opened, editor: TalkEditor) -> None:
    form = editor.form
    assert form.title() == "Nieuw gesprek"
    form.talk.kind.buttons()[1].click()
    assert form.title() == "Vervolggesprek"
    form.talk.kind.buttons()[0].click()
    assert form.title() == "Nieuw gesprek"
