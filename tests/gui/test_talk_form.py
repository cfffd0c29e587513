"""Writing a talk down."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.gui.conftest import NOW, Running
from vp_logboek.domain.conversation import Channel, ConversationKind, Intervention, Referral
from vp_logboek.domain.dossier import CameVia, Ending, MelderKind, Relation, Role
from vp_logboek.domain.errors import DiskTrouble, NotSaved
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.gui.talks.editor import TalkEditor
from vp_logboek.gui.talks.form import TalkForm
from vp_logboek.gui.window.places import Kind
from vp_logboek.services import notebook

TODAY = NOW.date()


@pytest.fixture
def editor(running: Running) -> TalkEditor:
    """A new talk on the screen."""
    running.program.window.talk_actions.new()
    running.settle()
    return running.program.window.rooms.editor


def fill(form: TalkForm, subject: str = "pesten") -> None:
    form.matter.subject.choose(subject)
    form.matter.subject.chosen.emit()


def saved(running: Running) -> list:
    rows = running.ask(lambda logbook: notebook.talks(logbook, TalkQuery()))
    return [running.ask(lambda book, row=row: notebook.entry_of(book, row.id)) for row in rows]


def test_only_a_subject_is_needed(running: Running, editor: TalkEditor) -> None:
    fill(editor.form)
    editor.form.save.click()
    running.settle()
    (entry,) = saved(running)
    assert entry.conversation.subject == "pesten"
    assert entry.conversation.on == TODAY
    assert running.program.window.rooms.shown is running.program.window.rooms.reader
    assert "Alles is bewaard (14:03)" in running.program.window.status.saved_words()


def test_everything_on_the_form_is_saved(running: Running, editor: TalkEditor) -> None:
    form = editor.form
    fill(form, "discriminatie")
    form.talk.day.choose(TODAY - timedelta(days=3))
    form.talk.channel.choose(Channel.VIDEO)
    form.matter.role.choose(Role.WITNESS)
    form.matter.relation.choose(Relation.LINE_MANAGER)
    form.matter.did.choose(frozenset({Intervention.ADVICE, Intervention.PROCEDURE}))
    form.matter.minutes.setText("45")
    form.more.referred.choose(frozenset({Referral.HR}))
    form.more.via.choose(CameVia.INTRANET)
    form.more.melder.choose(MelderKind.HIRED)
    form.more.ending.choose(Ending.SOLVED)
    form.more.consent.setChecked(True)
    form.more.consent_for.setText("een gesprek met HR")
    form.note.note.insertPlainText("één notitie")
    form.save.click()
    running.settle()
    (entry,) = saved(running)
    talk = entry.conversation
    assert (talk.subject, talk.channel, talk.minutes) == ("discriminatie", Channel.VIDEO, 45)
    assert talk.interventions == {Intervention.ADVICE, Intervention.PROCEDURE}
    assert talk.referrals == {Referral.HR}
    assert talk.note == "één notitie"
    melder = entry.melder
    assert (melder.kind, melder.role, melder.relation) == (
        MelderKind.HIRED,
        Role.WITNESS,
        Relation.LINE_MANAGER,
    )
    assert (entry.came_via, entry.ending) == (CameVia.INTRANET, Ending.SOLVED)
    assert (entry.consent_on, entry.consent_for) == (TODAY, "een gesprek met HR")


def test_the_next_talk_begins_with_what_was_used_last(running: Running, editor: TalkEditor) -> None:
    fill(editor.form)
    editor.form.talk.channel.choose(Channel.PHONE)
    editor.form.matter.minutes.setText("25")
    editor.form.save_and_new.click()
    running.settle()
    entry = editor.form.entry()
    assert (entry.conversation.channel, entry.conversation.minutes) == (Channel.PHONE, 25)
    assert entry.conversation.subject is None
    assert "opgeslagen" in editor.form.message.text()


def test_a_signal_without_melder_has_none(running: Running, editor: TalkEditor) -> None:
    fill(editor.form)
    editor.form.more.no_melder.setChecked(True)
    assert editor.form.matter.role_row.isHidden()
    editor.form.save.click()
    running.settle()
    assert saved(running)[0].melder is None


def test_without_a_subject_it_says_so_at_the_field(running: Running, editor: TalkEditor) -> None:
    editor.form.save.click()
    running.settle()
    assert "onderwerp ontbreekt" in editor.form.matter.subject_row.problem
    assert saved(running) == []
    fill(editor.form)
    assert not editor.form.matter.subject_row.problem


def test_a_future_day_is_refused_with_the_reason(running: Running, editor: TalkEditor) -> None:
    fill(editor.form)
    editor.form.talk.day.choose(TODAY + timedelta(days=1))
    assert not editor.form.talk.day_row.problem, "never while typing"
    editor.form.save.click()
    running.settle()
    assert editor.form.talk.day_row.problem
    assert saved(running) == []


@pytest.mark.parametrize("text", ["1441", "veel", "-5"])
def test_an_impossible_duration_is_refused(running: Running, editor: TalkEditor, text: str) -> None:
    fill(editor.form)
    editor.form.matter.minutes.setText(text)
    editor.form.save.click()
    running.settle()
    assert editor.form.matter.minutes_row.problem
    assert saved(running) == []


def test_today_and_yesterday_are_one_press_away(running: Running, editor: TalkEditor) -> None:
    day = editor.form.talk.day
    day.yesterday_button.click()
    assert day.day() == TODAY - timedelta(days=1)
    day.today_button.click()
    assert day.day() == TODAY


def test_a_few_letters_find_a_subject(running: Running, editor: TalkEditor) -> None:
    subject = editor.form.matter.subject
    running.qtbot.keyClicks(subject, "pest")
    assert subject.code() is None
    subject.settle()
    assert subject.code() == "pesten"


def test_letters_that_can_mean_more_are_not_guessed(running: Running, editor: TalkEditor) -> None:
    subject = editor.form.matter.subject
    running.qtbot.keyClicks(subject, "conflict met")
    editor.form.save.click()
    assert subject.code() is None
    assert editor.form.matter.subject_row.problem
    assert subject.text() == "conflict met"


def test_the_list_of_subjects_opens_with_the_down_key(running: Running, editor: TalkEditor) -> None:
    subject = editor.form.matter.subject
    running.qtbot.keyClick(subject, Qt.Key.Key_Down)
    rows = subject._finder.rows
    assert rows.isVisible()
    assert rows.model().rowCount() == len(list(running.program.session.tree))
    rows.hide()


def test_a_follow_up_copies_the_subject_of_its_dossier(
    running: Running, editor: TalkEditor
) -> None:
    fill(editor.form, "stalking")
    editor.form.save.click()
    running.settle()
    running.program.window.rooms.reader.follow_button.click()
    running.settle()
    form = editor.form
    assert form.talk.kind.choice() is ConversationKind.FOLLOW_UP
    assert form.matter.subject.code() == "stalking"
    form.save.click()
    running.settle()
    (row,) = running.ask(notebook.dossier_rows)
    assert row.talks == 2


def test_a_follow_up_without_a_dossier_is_asked_for_it(
    running: Running, editor: TalkEditor
) -> None:
    fill(editor.form)
    editor.form.talk.kind.choose(ConversationKind.FOLLOW_UP)
    editor.form.save.click()
    assert editor.form.talk.dossier_row.problem
    editor.form.talk.dossier.setCurrentIndex(editor.form.talk.dossier.count() - 1)
    editor.form.save.click()
    running.settle()
    assert saved(running)[0].conversation.kind is ConversationKind.FOLLOW_UP


def test_a_melder_who_came_before_is_the_same_person(running: Running, editor: TalkEditor) -> None:
    fill(editor.form)
    editor.form.save_and_new.click()
    running.settle()
    fill(editor.form, "stalking")
    assert not editor.form.talk.earlier_row.isHidden()
    editor.form.talk.earlier.setCurrentIndex(1)
    editor.form.save.click()
    running.settle()
    first, second = [entry.melder.melder for entry in saved(running)]
    assert first == second


def test_what_is_typed_is_a_draft_within_two_seconds(running: Running, editor: TalkEditor) -> None:
    with running.qtbot.waitSignal(editor.draft_kept, timeout=2000):
        editor.form.note.note.insertPlainText("nog niet af")
    ((key, entry),) = running.ask(notebook.drafts)
    assert key == editor.draft_key
    assert entry.conversation.note == "nog niet af"
    assert saved(running) == []
    window = running.program.window
    assert "Concept bewaard" in window.status.saved_words()
    window.talk_actions.new()
    running.settle()
    assert "Alles is bewaard" in window.status.saved_words(), "in the new form nothing is typed"


def test_closing_keeps_the_draft_and_it_is_offered_again(
    running: Running, editor: TalkEditor
) -> None:
    window = running.program.window
    editor.form.note.note.insertPlainText("nog niet af")
    editor.form.close_button.click()
    running.settle()
    assert not window.bars.draft.isHidden()
    window.bars.draft.action.click()
    running.settle()
    assert editor.form.note.note.toPlainText() == "nog niet af"
    fill(editor.form)
    editor.form.save.click()
    running.settle()
    assert running.ask(notebook.drafts) == ()
    assert window.bars.draft.isHidden()


@pytest.mark.parametrize("how, pause", [("close", True), ("close", False), ("elsewhere", True)])
def test_who_looks_elsewhere_reads_that_all_is_kept(
    running: Running, editor: TalkEditor, how: str, pause: bool
) -> None:
    window = running.program.window
    editor.form.note.note.insertPlainText("nog niet af")
    if pause:
        editor._autosave.flush()
        running.settle()
        assert "Concept bewaard" in window.status.saved_words(), "the control"
    editor.form.close_button.click() if how == "close" else window.places.go_to(Kind.BIN)
    running.settle()
    assert "Alles is bewaard" in window.status.saved_words()


def test_a_draft_is_offered_too_when_one_reads_another_talk(
    running: Running, editor: TalkEditor
) -> None:
    window = running.program.window
    fill(editor.form)
    editor.form.save_and_new.click()
    running.settle()
    (entry,) = saved(running)
    editor.form.note.note.insertPlainText("nog niet af")
    editor._autosave.flush()
    running.settle()
    window.navigation.read(entry.conversation.id)
    running.settle()
    assert not window.bars.draft.isHidden()


def test_that_a_draft_was_not_kept_stays_said_elsewhere(
    running: Running, editor: TalkEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise NotSaved(DiskTrouble.FULL)

    window = running.program.window
    editor.form.note.note.insertPlainText("eerst")
    editor._autosave.flush()
    running.settle()
    monkeypatch.setattr(notebook, "keep_draft", full)
    editor.form.note.note.insertPlainText(" en laat")
    editor._autosave.flush()
    running.settle()
    window.places.go_to(Kind.BIN)
    running.settle()
    assert window.status.saved_words() == "⚠ Nog niet alles is bewaard"


def test_a_form_nobody_touched_leaves_no_draft(running: Running, editor: TalkEditor) -> None:
    editor.form.close_button.click()
    running.settle()
    assert running.ask(notebook.drafts) == ()


def test_a_draft_that_is_thrown_away_can_come_back(running: Running, editor: TalkEditor) -> None:
    editor.form.note.note.insertPlainText("weg ermee")
    editor._autosave.flush()
    running.settle()
    editor.form.discard.click()
    running.settle()
    assert running.ask(notebook.drafts) == ()
    running.program.window.undo_bar.action.click()
    running.settle()
    assert editor.form.note.note.toPlainText() == "weg ermee"


def test_when_saving_fails_the_text_stays_with_the_reason(
    running: Running, editor: TalkEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise NotSaved(DiskTrouble.FULL)

    fill(editor.form)
    editor.form.note.note.insertPlainText("blijft staan")
    with monkeypatch.context() as broken:
        broken.setattr(notebook, "save_talk", full)
        editor.form.save.click()
        running.settle()
    assert "schijf is vol" in editor.form.message.text()
    assert editor.form.note.note.toPlainText() == "blijft staan"
    assert editor.form.save.isEnabled()
    editor.form.save.click()
    running.settle()
    assert saved(running)[0].conversation.note == "blijft staan"


def test_a_saved_talk_can_be_changed(running: Running, editor: TalkEditor) -> None:
    fill(editor.form)
    editor.form.save.click()
    running.settle()
    running.program.window.rooms.reader.edit_button.click()
    running.settle()
    assert editor.form.save_and_new.isHidden()
    editor.form.matter.subject.choose("agressie")
    editor.form.save.click()
    running.settle()
    (entry,) = saved(running)
    assert entry.conversation.subject == "agressie"


def test_editors_keep_out_of_the_memory_of_input_methods(editor: TalkEditor) -> None:
    wanted = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
    for edit in (editor.form.note.note, editor.form.more.consent_for):
        assert edit.inputMethodHints() & wanted == wanted


def test_a_talk_is_written_down_with_keys_alone(running: Running) -> None:
    """From the list to the saved talk without touching the mouse."""
    window, qtbot = running.program.window, running.qtbot
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    def key(which: Qt.Key | str, *modifiers: Qt.KeyboardModifier) -> None:
        held = modifiers[0] if modifiers else Qt.KeyboardModifier.NoModifier
        qtbot.keyClick(QApplication.focusWidget() or window, which, held)

    def tab_to(target: QWidget) -> None:
        for _ in range(60):
            if QApplication.focusWidget() is target:
                return
            key(Qt.Key.Key_Tab)
        raise AssertionError(f"{target.accessibleName()} cannot be reached")

    window.actions_by_name["new_talk"].trigger()
    running.settle()
    form = window.rooms.editor.form
    assert QApplication.focusWidget() is form.talk.day.edit
    qtbot.keyClicks(form.talk.day.edit, "03032026")
    tab_to(form.talk.kind.buttons()[0])
    tab_to(form.talk.channel.buttons()[0])
    key(Qt.Key.Key_Right)
    tab_to(form.matter.subject)
    qtbot.keyClicks(form.matter.subject, "pest")
    form.matter.subject._finder.rows.hide()
    tab_to(form.matter.role.buttons()[0])
    key(Qt.Key.Key_Space)
    tab_to(form.matter.did.box(Intervention.LISTENING))
    key(Qt.Key.Key_Space)
    tab_to(form.matter.minutes)
    form.matter.minutes.selectAll()
    qtbot.keyClicks(form.matter.minutes, "60")
    tab_to(form.note.note)
    qtbot.keyClicks(form.note.note, "kort")
    tab_to(form.save)
    key(Qt.Key.Key_Space)
    running.settle()
    (entry,) = saved(running)
    talk = entry.conversation
    assert (talk.on, talk.channel, talk.subject) == (date(2026, 3, 3), Channel.PHONE, "pesten")
    assert (talk.minutes, talk.note) == (60, "kort")
    assert talk.interventions == {Intervention.LISTENING}
    assert entry.melder.role is Role.EXPERIENCED


def test_the_wheel_changes_nothing_one_happens_to_pass(
    running: Running, editor: TalkEditor
) -> None:
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent

    edit = editor.form.talk.day.edit
    before = edit.text()
    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(edit, wheel)
    assert edit.text() == before


def test_an_entry_survives_the_form_unchanged(running: Running, editor: TalkEditor) -> None:
    """A value in, the same value out."""
    entry = editor.form.entry()
    entry = replace(entry, conversation=replace(entry.conversation, subject="pesten", note="a"))
    editor.resume("sleutel", entry)
    running.settle()
    assert editor.form.entry() == entry


def read(room: QWidget) -> list[str]:
    """What stands there to be read."""
    return [one.text() for one in room.findChildren(QLabel) if not one.isHidden()]


def test_a_day_that_is_none_is_told_once_and_below_its_field(
    running: Running, editor: TalkEditor
) -> None:
    day, row = editor.form.talk.day, editor.form.talk.day_row
    day.edit.setText("31-02-2026")
    day.edit.editingFinished.emit()
    assert "bestaat niet" in row.problem
    assert [text for text in read(editor) if "bestaat niet" in text] == [row.problem]
    day.edit.setText("28-02-2026")
    day.edit.editingFinished.emit()
    assert row.problem == ""
    assert "zaterdag" in read(editor)
