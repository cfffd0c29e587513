"""Taking over a long list can be stopped, and then nothing of it stays."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from tests.gui.imports.conftest import GOOD
from tests.gui.opened import Opened
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.gui.imports.dialog import TRIAL, ImportDialog
from vp_logboek.gui.progress import Progress
from vp_logboek.services import notebook

Make = Callable[[str], ImportDialog]


class StoppedAfterOne(Progress):
    """As if somebody pressed the button when the first dossier was done."""

    def told(self, done: int) -> None:
        if done == 1:
            self.stop()
        super().told(done)


def talks(book: Opened) -> int:
    return len(book.ask(lambda logbook: notebook.talks(logbook, TalkQuery())))


def at_trial(dialog: ImportDialog, book: Opened) -> ImportDialog:
    dialog.next.click()
    book.settle()
    assert dialog.now == TRIAL
    return dialog


def test_who_stops_has_nothing_of_it_and_can_do_it_again(
    dialog_of: Make, book: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = at_trial(dialog_of(GOOD), book)
    with monkeypatch.context() as patched:
        patched.setattr("vp_logboek.gui.imports.dialog.Progress", StoppedAfterOne)
        dialog.take_over.click()
        book.settle()
    assert talks(book) == 0
    assert dialog.now == TRIAL
    assert "Er is niets overgenomen." in dialog.message.text()
    assert dialog.result_of_import is None
    dialog.take_over.click()
    book.settle()
    assert talks(book) == 3, "the control"


def test_meanwhile_nothing_else_can_be_done_and_the_bar_fills(
    dialog_of: Make, book: Opened
) -> None:
    dialog = at_trial(dialog_of(GOOD), book)
    dialog.take_over.click()
    assert dialog.working.is_busy
    assert dialog.working.bar.maximum() == 2  # dossiers
    buttons = (dialog.take_over, dialog.back, dialog.close_button)
    assert not any(button.isEnabled() for button in buttons)
    dialog.reject()
    assert dialog.isVisible(), "Escape asks it to stop, and waits for the end"
    book.settle()
    assert not dialog.working.is_busy
    assert dialog.close_button.isEnabled()
    assert talks(book) in (0, 3), "all or nothing"


def test_tab_walks_the_page_before_the_buttons_also_when_it_was_made_later(
    dialog_of: Make, book: Opened
) -> None:
    dialog = at_trial(dialog_of(GOOD.replace("Pesten", "Roddelen")), book)
    dialog.trial.refused_box.setFocus()
    walked: list[QWidget] = []
    for _ in range(4):
        dialog.focusNextChild()
        walked.append(dialog.focusWidget())
    assert walked.index(dialog.trial.view) < walked.index(dialog.close_button)
