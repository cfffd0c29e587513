"""What is typed while the store has no time is never lost, and never makes a talk twice."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from threading import Event
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.gui.opened import Opened
from vp_logboek.domain.errors import DiskTrouble, NotSaved
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.gui.slices import Slices
from vp_logboek.gui.talks.editor import TalkEditor
from vp_logboek.gui.widgets import late_letters
from vp_logboek.services import notebook
from vp_logboek.services.talk_entry import TalkEntry


@contextmanager
def busy(book: Opened) -> Iterator[None]:
    """The store does something else; what is asked meanwhile waits. Then all of it is answered."""
    go_on = Event()
    book.session.ask(lambda _: go_on.wait(10), lambda _: None)
    try:
        yield
    finally:
        go_on.set()
        book.settle()


def write(editor: TalkEditor, text: str) -> None:
    note = editor.form.note.note
    note.setFocus()
    QTest.keyClicks(note, text)


def begin_writing(editor: TalkEditor) -> None:
    write(editor, "eerst")
    editor.form.matter.subject.choose("pesten")


def talks(book: Opened) -> list[TalkEntry]:
    rows = book.ask(lambda logbook: notebook.talks(logbook, TalkQuery()))
    return [book.ask(partial(notebook.entry_of, conversation_id=row.id)) for row in rows]


def notes(book: Opened) -> list[str]:
    return [entry.conversation.note for entry in talks(book)]


def drafts(book: Opened) -> dict[str, str]:
    return {key: entry.conversation.note for key, entry in book.ask(notebook.drafts)}


def test_what_is_typed_while_it_is_saved_stands_in_the_form_of_the_saved_talk(
    book: Opened, editor: TalkEditor
) -> None:
    begin_writing(editor)
    with busy(book):
        editor.save()
        write(editor, " en later")
    assert editor.is_open
    assert editor.form.note.note.toPlainText() == "eerst en later"
    assert editor.form.note.note.hasFocus()
    assert "daarna typte" in editor.form.message.text()
    assert editor.form.save.isEnabled()
    editor.save()
    book.settle()
    assert notes(book) == ["eerst en later"]
    assert len(book.ask(notebook.dossier_rows)) == 1
    assert drafts(book) == {}
    assert not editor.is_open


def test_where_nothing_is_typed_the_form_closes_as_always(book: Opened, editor: TalkEditor) -> None:
    begin_writing(editor)
    with busy(book):
        editor.save()
    assert not editor.is_open
    assert (notes(book), drafts(book)) == (["eerst"], {})


def test_a_draft_kept_while_it_is_saved_belongs_to_the_saved_talk(
    book: Opened, editor: TalkEditor
) -> None:
    """The pause of autosave passes before the answer: no second talk may come of it."""
    begin_writing(editor)
    with busy(book):
        editor.save()
        write(editor, " en later")
        editor._autosave.flush()
    editor._autosave.flush()
    book.settle()
    (talk,) = talks(book)
    assert drafts(book) == {f"gesprek-{talk.conversation.id}": "eerst en later"}


@pytest.mark.parametrize("away", [TalkEditor.close_form, TalkEditor.leave])
def test_who_leaves_the_form_while_it_is_saved_finds_the_rest_as_a_draft_of_that_talk(
    book: Opened, editor: TalkEditor, away: Callable[[TalkEditor], None]
) -> None:
    begin_writing(editor)
    with busy(book):
        editor.save()
        write(editor, " en later")
        away(editor)
    (talk,) = talks(book)
    number = talk.conversation.id
    assert number is not None
    assert drafts(book) == {f"gesprek-{number}": "eerst en later"}
    editor.edit(number)
    book.settle()
    editor.save()
    book.settle()
    assert (notes(book), drafts(book)) == (["eerst en later"], {})
    assert len(book.ask(notebook.dossier_rows)) == 1


def test_who_locks_while_it_is_saved_finds_the_rest_as_a_draft_of_that_talk(
    book: Opened, editor: TalkEditor
) -> None:
    begin_writing(editor)
    with busy(book):
        editor.save()
        write(editor, " en later")
        editor.keep_now(book.errors.append)
    assert list(drafts(book).values()) == ["eerst en later"]
    assert next(iter(drafts(book))).startswith("gesprek-")
    assert book.errors == []


def test_saving_twice_makes_one_talk(book: Opened, editor: TalkEditor) -> None:
    begin_writing(editor)
    with busy(book):
        editor.save()
        editor.save()
    assert notes(book) == ["eerst"]


def test_saving_again_saves_what_was_typed_in_between_as_well(
    book: Opened, editor: TalkEditor
) -> None:
    begin_writing(editor)
    with busy(book):
        editor.save()
        write(editor, " en later")
        editor.save()
    book.settle()
    assert (notes(book), drafts(book)) == (["eerst en later"], {})
    assert not editor.is_open


def test_a_dossier_that_was_not_there_yet_is_opened_once(book: Opened, editor: TalkEditor) -> None:
    """A follow-up of a dossier from before this logbook."""
    begin_writing(editor)
    talk = editor.form.talk
    talk.kind.buttons()[1].click()
    talk.dossier.setCurrentIndex(talk.dossier.count() - 1)
    with busy(book):
        editor.save()
        write(editor, " en later")
    (opened,) = book.ask(notebook.dossier_rows)
    editor.save()
    book.settle()
    assert notes(book) == ["eerst en later"]
    (row,) = book.ask(notebook.dossier_rows)
    assert row.id == opened.id, "no number of a dossier is used up"


def test_a_save_that_fails_loses_nothing_that_was_typed_after_it(
    book: Opened, editor: TalkEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise NotSaved(DiskTrouble.FULL)

    begin_writing(editor)
    with monkeypatch.context() as broken:
        broken.setattr(notebook, "save_talk", full)
        with busy(book):
            editor.save()
            write(editor, " en later")
            editor.leave()
    assert (notes(book), list(drafts(book).values())) == ([], ["eerst en later"])
    assert len(book.errors) == 1, "nobody looks at the form any more, but it is told"


def save_and_new(editor: TalkEditor) -> None:
    editor.save(and_new=True)


@pytest.mark.parametrize("ask", [TalkEditor.begin_new, save_and_new])
def test_what_is_typed_before_the_next_talk_comes_is_kept(
    book: Opened, editor: TalkEditor, ask: Callable[[TalkEditor], None]
) -> None:
    begin_writing(editor)
    with busy(book):
        ask(editor)
        write(editor, " en verder")
    book.settle()
    editor._autosave.flush()
    book.settle()
    assert list(drafts(book).values()) == ["eerst en verder"]


def test_what_is_typed_after_it_was_saved_and_before_the_next_comes_is_its_draft(
    book: Opened, editor: TalkEditor
) -> None:
    begin_writing(editor)
    editor.did.connect(lambda *_: write(editor, " en verder"))
    editor.save(and_new=True)
    book.settle()
    (talk,) = talks(book)
    assert drafts(book) == {f"gesprek-{talk.conversation.id}": "eerst en verder"}
    assert editor.form.note.note.toPlainText() == ""
    assert "is een concept" in editor.form.message.text()


def test_the_draft_and_the_new_talk_stay_two(book: Opened, editor: TalkEditor) -> None:
    begin_writing(editor)
    before = editor.draft_key
    with busy(book):
        editor.begin_new()
        write(editor, " en verder")
    assert editor.form.entry().conversation.note == ""
    assert drafts(book) == {before: "eerst en verder"}


def test_letters_wait_for_a_form_that_is_not_there_yet(book: Opened, editor: TalkEditor) -> None:
    editor.close_form()
    field = QLineEdit(editor)
    field.show()
    field.setFocus()
    with busy(book):
        editor.begin_new()
        QTest.keyClicks(field, "03032026")
        assert field.text() == ""
    assert editor.form.talk.day.edit.text() == "03032026"


def test_who_takes_the_keyboard_elsewhere_types_there(book: Opened, editor: TalkEditor) -> None:
    editor.close_form()
    first, second = QLineEdit(editor), QLineEdit(editor)
    for field in (first, second):
        field.show()
    first.setFocus()
    with busy(book):
        editor.begin_new()
        second.setFocus()
        QTest.keyClicks(second, "zoek")
        assert second.text() == "zoek"


def test_the_form_is_whole_with_its_talk_when_it_is_asked_for(
    book: Opened, editor: TalkEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Slices, "begin", lambda _: None)
    before = editor.draft_key
    editor.begin_new()
    book.settle()
    assert editor.draft_key == before
    editor.form.note.note.insertPlainText("meteen")
    assert editor.draft_key != before
    assert editor.form.entry().conversation.note == "meteen"


def lock(editor: TalkEditor) -> None:
    editor.keep_now(print)


@pytest.mark.parametrize("away", [TalkEditor.leave, lock])
def test_who_went_elsewhere_is_not_called_back_by_the_form(
    book: Opened, editor: TalkEditor, away: Callable[[TalkEditor], None]
) -> None:
    editor.close_form()
    with busy(book):
        editor.begin_new()
        away(editor)
    assert not editor.is_open


def test_only_the_talk_that_was_asked_for_last_comes(
    book: Opened, editor: TalkEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    come: list[None] = []
    editor.opened.connect(lambda: come.append(None))
    with busy(book):
        editor.begin_new()
        editor.begin_new()
    assert len(come) == 1


def test_saving_and_then_asking_for_a_new_one_ends_at_the_new_one(
    book: Opened, editor: TalkEditor
) -> None:
    begin_writing(editor)
    finished: list[object] = []
    editor.finished.connect(finished.append)
    with busy(book):
        editor.save()
        editor.begin_new()
    assert notes(book) == ["eerst"]
    assert finished == []
    assert editor.form.entry().conversation.note == ""


def test_asking_for_a_new_one_and_then_saving_saves_the_old(
    book: Opened, editor: TalkEditor
) -> None:
    begin_writing(editor)
    with busy(book):
        editor.begin_new()
        editor.save()
    assert (notes(book), drafts(book)) == (["eerst"], {})
    assert editor.is_open
    assert editor.form.entry().conversation.note == ""


@pytest.mark.parametrize("listens", [True, False])
def test_esc_waits_for_letters_that_a_screen_reader_keeps_back(
    book: Opened, editor: TalkEditor, monkeypatch: pytest.MonkeyPatch, listens: bool
) -> None:
    waiting: list[Callable[[], object]] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: listens)
    late = SimpleNamespace(singleShot=lambda _, work: waiting.append(work))
    monkeypatch.setattr(late_letters, "QTimer", late)
    write(editor, "eerst")
    QTest.keyClick(editor.form.note.note, Qt.Key.Key_Escape)
    assert editor.is_open is listens
    editor.form.note.note.insertPlainText(" en laat")
    for work in waiting:
        work()
    book.settle()
    assert not editor.is_open
    assert list(drafts(book).values()) == ["eerst en laat" if listens else "eerst"]


def test_what_takes_long_is_told(book: Opened, editor: TalkEditor) -> None:
    begin_writing(editor)
    with busy(book):
        editor.save()
        head = editor.form._head
        head._slow.timeout.emit()
        assert head.kept == "Bezig met opslaan…"
        write(editor, " en later")
    assert head.kept != "Bezig met opslaan…"


def test_a_talk_that_is_saved_does_not_stay_in_the_bin(book: Opened, editor: TalkEditor) -> None:
    """Begun to change, thrown away with others, and then written on after all."""
    begin_writing(editor)
    editor.save()
    book.settle()
    (number,) = [entry.conversation.id for entry in talks(book)]
    assert number is not None
    editor.edit(number)
    book.settle()
    write(editor, "dit en ")
    book.change(lambda logbook: notebook.bin_talk(logbook, number, book.session.today()))
    assert notes(book) == []
    editor.save()
    book.settle()
    assert notes(book) == ["dit en eerst"]
    assert book.ask(notebook.binned) == ()


def test_who_goes_elsewhere_hears_nothing_of_the_next_talk_later(
    book: Opened, editor: TalkEditor
) -> None:
    begin_writing(editor)
    editor.did.connect(lambda *_: editor.leave())
    save_and_new(editor)
    book.settle()
    assert not editor.is_open
    editor.begin_new()
    book.settle()
    assert editor.form.message.isHidden()


def test_where_the_next_talk_does_not_come_the_saved_one_can_be_written_on(
    book: Opened, editor: TalkEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise NotSaved(DiskTrouble.FULL)

    begin_writing(editor)
    monkeypatch.setattr(notebook, "new_entry", full)
    save_and_new(editor)
    book.settle()
    assert len(book.errors) == 1
    assert editor.form.save.isEnabled()
    write(editor, " en later")
    editor.save()
    book.settle()
    assert notes(book) == ["eerst en later"]
