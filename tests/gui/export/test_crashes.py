"""Where the program itself is wrong the dialog waits for nothing, and says how it stands."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from tests.gui.export.conftest import Walk
from vp_logboek.gui.export import preparing, words
from vp_logboek.gui.export.dialog import CONTENTS, OUTSIDE, PERIOD, PREVIEW
from vp_logboek.services import issuing, yearly_report

SaveAt = Callable[[Path | None], list[str]]


class Defect(Exception):
    pass


def wrong(*_: object, **__: object) -> bytes:
    raise Defect


def test_a_crash_while_the_pages_are_made_leaves_nothing_to_issue(
    walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparing, "overview_pdf", wrong)
    with walk.book.qtbot.captureExceptions() as caught:
        walk.preview()
    assert [kind for kind, *_ in caught] == [Defect]
    assert walk.dialog.now == PREVIEW
    assert walk.dialog.preview.waiting.isHidden()
    assert not walk.dialog.save.isEnabled()
    assert walk.dialog._not_yet.text() == words.NO_PAGES
    monkeypatch.undo()
    walk.dialog._prepared = None  # the negative control
    walk.dialog.turn_to(PERIOD)
    walk.preview()
    assert walk.dialog.save.isEnabled()
    assert not walk.dialog._not_yet.isVisible()


@pytest.mark.parametrize("was_issued", [True, False])
def test_a_crash_while_it_is_issued_is_told_with_how_it_stands(
    walk: Walk, save_at: SaveAt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, was_issued: bool
) -> None:
    really = issuing.issue

    def half(*arguments: object) -> None:
        if was_issued:
            really(*arguments)  # type: ignore[arg-type]
        raise Defect

    save_at(tmp_path / "uit.pdf")
    monkeypatch.setattr(issuing, "issue", half)
    with walk.book.qtbot.captureExceptions() as caught:
        walk.issue()
    dialog = walk.dialog
    assert [kind for kind, *_ in caught] == [Defect]
    assert dialog.message.text() == words.CRASHED
    assert dialog.now == PERIOD
    assert dialog.period.standing.issued.isVisible() is was_issued
    assert dialog.working.isHidden()
    dialog.close_button.click()
    assert not dialog.isVisible()


def test_a_crash_while_it_is_worked_out_leaves_every_button(
    walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(issuing, "prepare", wrong)
    with walk.book.qtbot.captureExceptions() as caught:
        walk.prepare()
    assert [kind for kind, *_ in caught] == [Defect]
    assert walk.dialog.now == OUTSIDE
    assert walk.dialog.next.isEnabled()
    assert walk.dialog.outside.isEnabled()


def test_where_a_question_comes_first_the_keyboard_is_there(walk: Walk) -> None:
    walk.next()
    assert walk.dialog.focusWidget() is walk.dialog.outside.no
    walk.dialog.outside.no.click()
    walk.next()
    assert walk.dialog.focusWidget() is walk.dialog.next  # the negative control


def test_the_keyboard_waits_for_the_pages_and_then_leads_on(
    walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, really = Event(), yearly_report.overview_pdf

    def wait(*given: object, **named: object) -> bytes:
        assert go_on.wait(20)
        return really(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(preparing, "overview_pdf", wait)
    dialog = walk.dialog
    walk.next()
    dialog.outside.no.click()
    dialog.next.click()
    walk.book.qtbot.waitUntil(lambda: dialog.now == CONTENTS)
    for _ in range(CONTENTS, PREVIEW):
        dialog.next.click()
    assert dialog.focusWidget() is dialog.preview.switch
    assert not dialog.save.isEnabled()
    assert not dialog._not_yet.isVisible()
    go_on.set()
    walk.book.settle()
    assert dialog.focusWidget() is dialog.save
