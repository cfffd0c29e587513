"""While an overview is issued there is no way out: that cannot be undone, and its end is told."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.export.conftest import Walk
from vp_logboek.domain.errors import TargetUnwritable
from vp_logboek.gui import printing
from vp_logboek.gui.export import words
from vp_logboek.gui.export.dialog import PREVIEW, RESULT, ExportDialog
from vp_logboek.services import issuing

SaveAt = Callable[[Path | None], list[str]]


@pytest.fixture
def slow(
    walk: Walk, save_at: SaveAt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Event:  # fmt: skip
    """The last step; issuing waits until this is set."""
    go_on, really = Event(), issuing.issue

    def wait(*arguments: object) -> object:
        assert go_on.wait(20)
        return really(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(issuing, "issue", wait)
    save_at(tmp_path / "uit.pdf")
    walk.preview()
    walk.dialog.working._timer.setInterval(0)
    return go_on


def ways_out(dialog: ExportDialog) -> list[Callable[[], object]]:
    return [
        dialog.close_button.click, dialog.back.click, dialog.save.click, dialog.reject,
        dialog.close,
        lambda: QTest.keyClick(dialog, Qt.Key.Key_Escape),
        lambda: QTest.keyClick(dialog, Qt.Key.Key_Return),
    ]  # fmt: skip


def test_no_way_leads_out_while_it_is_issued_and_the_end_is_told(walk: Walk, slow: Event) -> None:
    dialog = walk.dialog
    dialog.save.click()
    walk.book.qtbot.waitUntil(dialog.working.isVisible)
    assert dialog.working.words.text() == words.ISSUING
    assert not dialog.working.cancel.isVisible()
    for way in ways_out(dialog):
        way()
        assert (dialog.isVisible(), dialog.now) == (True, PREVIEW)
    assert not dialog.preview.isEnabled()
    slow.set()
    walk.book.settle()
    assert (dialog.now, dialog.is_issued) == (RESULT, True)
    assert "Het jaaroverzicht 2025 is uitgebracht" in dialog.done_step.text()
    assert len(walk.book.ask(issuing.releases)) == 1
    assert dialog.working.isHidden()
    dialog.close_button.click()
    assert not dialog.isVisible()


def test_before_it_is_issued_stopping_stops(walk: Walk, slow: Event) -> None:
    walk.dialog.close_button.click()  # the negative control
    assert not walk.dialog.isVisible()
    slow.set()
    walk.book.settle()
    assert walk.book.ask(issuing.releases) == ()


def test_nothing_is_printed_meanwhile(
    walk: Walk, slow: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(printing, "print_overview", lambda *_, **__: asked.append(_))
    walk.dialog.print_shown()
    assert len(asked) == 1
    walk.dialog.save.click()
    walk.dialog.print_shown()
    slow.set()
    walk.book.settle()
    assert len(asked) == 1


def test_after_a_failure_every_way_is_open_again(
    walk: Walk, slow: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise TargetUnwritable("uit.pdf")

    monkeypatch.setattr(issuing, "issue", refuse)
    dialog = walk.dialog
    dialog.save.click()
    walk.book.settle()
    assert dialog.working.isHidden()
    for control in (dialog.save, dialog.back, dialog.close_button, dialog.preview):
        assert control.isEnabled()
    assert dialog.focusWidget() is dialog.save
