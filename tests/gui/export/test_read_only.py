"""A logbook that can only be read: looking is all, and that is said on the first page."""

from collections.abc import Callable
from pathlib import Path

from tests.gui.export.conftest import Walk
from tests.gui.keeping.conftest import read_only
from tests.gui.opened import Opened
from vp_logboek.gui.export import words
from vp_logboek.gui.export.dialog import RESULT
from vp_logboek.services.blocked import RESTORED_SETTING

SaveAt = Callable[[Path | None], list[str]]


def test_it_is_said_first_and_nothing_can_be_issued(
    book: Opened, walk_of: Callable[..., Walk]
) -> None:
    book.change(lambda logbook: logbook.settings.set(RESTORED_SETTING, "2026-02-01"))
    read_only(book)
    walk = walk_of(2025)
    period = walk.dialog.period
    assert period.standing.read_only.isVisible()
    assert period.standing.read_only.text() == words.READ_ONLY
    assert period.question.isHidden()
    assert not any(part.isVisible() for part in period.standing.new)
    walk.preview()
    assert walk.dialog.save.isHidden()
    assert walk.dialog._not_yet.text() == words.READ_ONLY


def test_of_a_year_that_is_not_over_no_day_is_promised(
    book: Opened, walk_of: Callable[..., Walk]
) -> None:
    read_only(book)
    assert walk_of(2026).dialog.period.standing.over.isHidden()


def test_an_issued_year_can_be_had_again_and_not_revised(
    issued_book: Opened, walk_of: Callable[..., Walk], tmp_path: Path, save_at: SaveAt
) -> None:
    read_only(issued_book)
    dialog = walk_of(2025, issued_book).dialog
    assert not dialog.period.revise.isVisible()
    assert dialog.period.standing.about_issued.text() == words.ISSUED_STAYS
    save_at(tmp_path / "weer.pdf")
    dialog.again.click()
    issued_book.settle()
    assert dialog.now == RESULT
