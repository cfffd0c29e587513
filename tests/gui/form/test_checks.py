"""Fields are checked when they are left and on saving; the message stands at the field."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel

from tests.gui.opened import TODAY as NOW
from tests.gui.opened import Opened
from tests.words.hearing import hearing
from vp_logboek.domain.conversation import ConversationKind
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.gui.talks.editor import TalkEditor
from vp_logboek.services import notebook

TODAY = NOW.date()
FUTURE = "De datum 5 maart 2026 ligt in de toekomst."


def leave(editor: TalkEditor) -> None:
    editor.form.note.note.setFocus()


def test_a_future_day_is_told_when_the_field_is_left_and_aloud(
    book: Opened, editor: TalkEditor
) -> None:
    day, row = editor.form.talk.day, editor.form.talk.day_row
    day.edit.selectAll()
    with hearing() as heard:
        book.qtbot.keyClicks(day.edit, "5-3-2026")
        assert not row.problem
        leave(editor)
    assert row.problem.startswith(FUTURE)
    assert heard == [(row.problem, True)]
    assert editor.form.note.note.hasFocus(), "the keyboard is where one went"
    assert day.edit.accessibleDescription() == row.problem
    day.yesterday_button.click()
    assert not row.problem
    assert day.edit.accessibleDescription().startswith("dinsdag 3 maart 2026")


def test_what_was_typed_last_is_what_is_checked_and_saved_with_ctrl_s(
    book: Opened, editor: TalkEditor
) -> None:
    form = editor.form
    form.matter.subject.choose("pesten")
    form.talk.day.edit.selectAll()
    book.qtbot.keyClicks(form.talk.day.edit, "2-3")
    editor.save()
    book.settle()
    (row,) = book.ask(lambda logbook: notebook.talks(logbook, TalkQuery()))
    entry = book.ask(lambda logbook: notebook.entry_of(logbook, row.id))
    assert entry.conversation.on == TODAY - timedelta(days=2)


def test_a_follow_up_without_its_dossier_is_told_when_the_list_is_left(
    book: Opened, editor: TalkEditor
) -> None:
    talk = editor.form.talk
    talk.kind.choose(ConversationKind.FOLLOW_UP)
    talk.dossier.setFocus()
    assert not talk.dossier_row.problem
    leave(editor)
    assert "dossier ontbreekt" in talk.dossier_row.problem


def test_who_opens_the_list_of_dossiers_is_not_told_that_one_is_missing(
    book: Opened, editor: TalkEditor
) -> None:
    talk = editor.form.talk
    talk.kind.choose(ConversationKind.FOLLOW_UP)
    talk.dossier.setFocus()
    talk.dossier.showPopup()
    talk.dossier.view().setFocus()
    QApplication.sendEvent(talk.dossier, QFocusEvent(QEvent.Type.FocusOut))
    assert not talk.dossier_row.problem
    talk.dossier.hidePopup()
    talk.dossier.setFocus()
    assert not talk.dossier_row.problem
    leave(editor)
    assert "dossier ontbreekt" in talk.dossier_row.problem, "the control"


def test_a_box_is_named_by_its_own_words(editor: TalkEditor) -> None:
    for box in (editor.form.more.consent, editor.form.more.no_melder):
        assert box.accessibleName() == box.text()


@pytest.mark.parametrize("typed", ["5-3-2026", "31-2-2026"])
def test_the_day_of_consent_is_checked_too_and_unfolded(
    book: Opened, editor: TalkEditor, typed: str
) -> None:
    form = editor.form
    form.matter.subject.choose("pesten")
    form.more.consent.setChecked(True)
    form.more.consent_on.edit.setText(typed)
    form.unfold.setChecked(False)
    editor.save()
    book.settle()
    assert form.more.consent_row.problem
    assert form.more.consent_on.edit.isVisible()
    assert book.ask(lambda logbook: notebook.talks(logbook, TalkQuery())) == ()


def test_on_saving_the_first_wrong_field_has_the_keyboard(book: Opened, editor: TalkEditor) -> None:
    form = editor.form
    form.matter.subject.choose("pesten")
    form.matter.minutes.setText("veel")
    form.more.consent.setChecked(True)
    form.more.consent_on.edit.setText("31-2-2026")
    editor.save()
    assert form.matter.minutes.hasFocus()


def test_a_wrong_day_is_not_told_of_the_next_talk(book: Opened, editor: TalkEditor) -> None:
    editor.form.talk.day.edit.setText("31-2-2026")
    leave(editor)
    assert editor.form.talk.day_row.problem
    editor.begin_new()
    book.settle()
    assert not editor.form.talk.day_row.problem


def test_a_drop_down_behind_anders_has_a_label_to_be_named_by(editor: TalkEditor) -> None:
    """On Linux Qt names a drop-down by its label alone."""
    for combo in editor.form.findChildren(QComboBox):
        beside = combo.parentWidget().findChildren(
            QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly
        )
        hidden = combo.isHidden() and not combo.count()
        assert hidden or [one.text() for one in beside if one.buddy() is combo], combo


@pytest.mark.parametrize("where", ["day", "subject", "note", "save"])
def test_escape_closes_the_form_wherever_the_keyboard_is(
    book: Opened, editor: TalkEditor, where: str
) -> None:
    form = editor.form
    fields = {
        "day": form.talk.day.edit,
        "subject": form.matter.subject,
        "note": form.note.note,
        "save": form.save,
    }
    fields[where].setFocus()
    book.qtbot.keyClick(fields[where], Qt.Key.Key_Escape)
    book.settle()
    assert not editor.is_open


def test_escape_in_an_open_list_closes_the_list_alone(book: Opened, editor: TalkEditor) -> None:
    subject = editor.form.matter.subject
    subject.setFocus()
    book.qtbot.keyClicks(subject, "pest")
    book.qtbot.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Escape)
    book.settle()
    assert editor.is_open
    assert QApplication.activePopupWidget() is None
