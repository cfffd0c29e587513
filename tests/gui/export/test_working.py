"""Working out can take a while: it is said, it can be stopped, and then nothing has changed."""

from collections.abc import Callable
from threading import Event

import pytest
from PySide6.QtWidgets import QDialog

from tests.gui.export.conftest import Walk
from vp_logboek.domain.errors_release import Stopped
from vp_logboek.gui.export import words
from vp_logboek.gui.export.dialog import CONTENTS, OUTSIDE
from vp_logboek.services import issuing


@pytest.fixture
def slow(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> Event:
    """Preparing waits until it is stopped, or until this is set."""
    go_on, really = Event(), issuing.prepare

    def wait(*arguments: object, **_: object) -> object:
        stop: Callable[[], bool] = arguments[-1]  # type: ignore[assignment]
        while not go_on.wait(0.005):
            if stop():
                raise Stopped
        return really(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(issuing, "prepare", wait)
    walk.next()
    walk.dialog.outside.no.click()
    walk.dialog.working._timer.setInterval(0)
    return go_on


def test_below_a_second_nothing_is_said(walk: Walk) -> None:
    assert walk.dialog.working._timer.interval() == 1000
    walk.prepare()
    assert walk.dialog.working.isHidden()
    assert walk.dialog.now == CONTENTS


def test_above_it_there_are_words_and_a_button_to_stop(walk: Walk, slow: Event) -> None:
    dialog = walk.dialog
    dialog.next.click()
    walk.book.qtbot.waitUntil(dialog.working.isVisible)
    assert dialog.working.words.text() == words.WORKING
    assert not dialog.next.isEnabled()
    assert not dialog.outside.isEnabled()
    slow.set()
    walk.book.settle()
    assert dialog.working.isHidden()
    assert dialog.now == CONTENTS


def test_stopping_leaves_everything_as_it_was(walk: Walk, slow: Event) -> None:
    dialog = walk.dialog
    dialog.next.click()
    walk.book.qtbot.waitUntil(dialog.working.isVisible)
    dialog.working.cancel.click()
    walk.book.settle()
    assert dialog.now == OUTSIDE
    assert dialog.outside.no.isChecked()
    assert dialog.next.isEnabled()
    assert "Het rekenen is gestopt." in dialog.message.text()
    assert walk.book.ask(issuing.releases) == ()
    slow.set()
    walk.next()
    assert dialog.now == CONTENTS


def test_the_keyboard_is_never_lost(walk: Walk, slow: Event) -> None:
    dialog = walk.dialog
    dialog.working._timer.setInterval(100)
    dialog.next.setFocus()
    dialog.next.click()
    assert dialog.focusWidget() is dialog.close_button
    walk.book.qtbot.waitUntil(dialog.working.isVisible)
    assert dialog.focusWidget() is dialog.working.cancel
    dialog.working.cancel.click()
    walk.book.settle()
    assert dialog.focusWidget() is dialog.next
    slow.set()
    walk.next()
    assert dialog.now == CONTENTS
    assert dialog.focusWidget() is dialog.next


@pytest.mark.parametrize("leave", [QDialog.reject, QDialog.hide], ids=["closed", "locked"])
def test_leaving_the_dialog_stops_it_too(
    walk: Walk, slow: Event, leave: Callable[[QDialog], object]
) -> None:
    walk.dialog.next.click()
    leave(walk.dialog)
    walk.book.settle()
    assert walk.book.errors == []
    assert walk.dialog._prepared is None
