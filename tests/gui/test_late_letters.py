"""With a screen reader on letters come late; a shortcut that was pressed after them waits."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible

from tests.gui.conftest import Running
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.gui.widgets import late_letters
from vp_logboek.gui.window.main import MainWindow
from vp_logboek.services import notebook

LATE_MS = 60


@pytest.fixture
def screen_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)


def typed_late(window: MainWindow) -> None:
    """A talk of which the last letters are still on their way."""
    form = window.rooms.editor.form
    form.matter.subject.choose("pesten")
    form.note.note.insertPlainText("zij komt mor")
    QTimer.singleShot(LATE_MS, lambda: form.note.note.insertPlainText("gen terug"))


def saved_notes(running: Running) -> set[str]:
    rows = running.ask(lambda book: notebook.talks(book, TalkQuery(2026)))
    return {running.ask(lambda book, n=row.id: book.conversations.get(n).note) for row in rows}


@pytest.fixture
def writing(running: Running) -> MainWindow:
    window = running.program.window
    window.talk_actions.new()
    running.settle()
    return window


def wait(running: Running) -> None:
    running.qtbot.wait(late_letters.WAIT_MS + LATE_MS)
    running.settle()


@pytest.mark.usefixtures("screen_reader")
def test_ctrl_s_saves_the_letters_that_were_typed_before_it(
    running: Running, writing: MainWindow
) -> None:
    typed_late(writing)
    writing.actions_by_name["save"].trigger()
    wait(running)

    assert "zij komt morgen terug" in saved_notes(running)


def test_without_a_screen_reader_nothing_waits(running: Running, writing: MainWindow) -> None:
    """The control too: the same late letters are not in it."""
    typed_late(writing)
    writing.actions_by_name["save"].trigger()
    wait(running)

    assert "zij komt mor" in saved_notes(running)


@pytest.mark.usefixtures("screen_reader")
@pytest.mark.parametrize("name", ["close_form", "lock"])
def test_closing_and_locking_wait_too(
    running: Running, writing: MainWindow, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed_late(writing)
    seen: list[str] = []
    note = writing.rooms.editor.form.note.note
    then: dict[str, Callable[[], object]] = {
        "close_form": writing.talk_actions.close_form,
        "lock": writing.actions_by_name["lock"].trigger,
    }
    writing.lock_requested.connect(lambda: seen.append(note.toPlainText()))
    monkeypatch.setattr(
        type(writing.rooms.editor),
        "close_form",
        lambda self: seen.append(self.form.note.note.toPlainText()),
    )
    then[name]()
    running.qtbot.waitUntil(lambda: bool(seen))

    assert seen == ["zij komt morgen terug"]
