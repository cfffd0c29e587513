"""No word is cut off in the export and in what was issued, at any text size, in both modes."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from tests.gui.controls import cut_off, nameless
from tests.gui.export.conftest import Walk
from tests.gui.opened import Opened
from vp_logboek.domain.ledger import ReleaseKind
from vp_logboek.domain.tables import TableCode
from vp_logboek.gui import theme
from vp_logboek.gui.export import words
from vp_logboek.gui.export.dialog import PREVIEW
from vp_logboek.gui.export.folder import Folders
from vp_logboek.gui.released.look import LookDialog
from vp_logboek.gui.released.page import ReleasedPage
from vp_logboek.services import issuing
from vp_logboek.services.blocked import RESTORED_SETTING

SCREEN = (1366, 768)
"""Pixels of a small laptop."""
LOOKS = [
    pytest.param((100, theme.Mode.LIGHT), marks=pytest.mark.campaign),
    pytest.param((150, theme.Mode.DARK), marks=pytest.mark.campaign),
    (200, theme.Mode.LIGHT),
]


@pytest.fixture(params=LOOKS, ids=lambda look: f"{look[0]}%", autouse=True)
def looks(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    font, palette = qapp.font(), qapp.palette()
    theme.apply(qapp, request.param[1], request.param[0])
    yield
    qapp.setStyleSheet("")
    qapp.setFont(font)
    qapp.setPalette(palette)


def assert_fits(room: QWidget, book: Opened) -> None:
    """Every word has its room, everything a name, and it fits on a small screen."""

    def settled() -> None:
        assert cut_off(room) == []

    book.qtbot.waitUntil(settled)
    assert nameless(room) == []
    least = room.minimumSizeHint()
    assert (least.width() <= SCREEN[0], least.height() <= SCREEN[1]) == (True, True)


def test_every_step_of_a_new_year(walk_of: Callable[..., Walk]) -> None:
    walk = walk_of(2025)
    dialog = walk.dialog
    assert_fits(dialog, walk.book)
    walk.next()
    dialog.outside.yes.click()
    dialog.outside.figures.total_field.insert("2")
    dialog.outside.figures.show_table(TableCode.SUBJECT)
    dialog.outside.figures.fields[1].insert("3")
    walk.next()
    assert_fits(dialog, walk.book)
    dialog.outside.no.click()
    dialog.working.begin(words.WORKING, lambda: None)
    dialog.working.show()
    assert_fits(dialog, walk.book)
    dialog.working.end()
    while dialog.now < PREVIEW:
        walk.next()
        assert_fits(dialog, walk.book)


def test_an_issued_year_and_the_question_after_a_restore(
    walk_of: Callable[..., Walk], several: Opened
) -> None:
    several.change(lambda logbook: logbook.settings.set(RESTORED_SETTING, "2026-02-01"))
    walk = walk_of(2025, several)
    walk.dialog.period.question.yes.click()
    walk.dialog.period.question.save.click()
    for kind in ReleaseKind:
        walk.dialog.period.kind.choose(kind)
        several.settle()
        assert_fits(walk.dialog, several)


def test_what_was_issued(several: Opened) -> None:
    page = ReleasedPage(several.session)
    several.qtbot.addWidget(page)
    for size in ((1160, 620), (460, 620)):
        page.resize(*size)
        page.show()
        page.arrive()
        several.settle()
        assert_fits(page, several)
    look = LookDialog(None, several.session, several.ask(issuing.releases)[0])
    several.qtbot.addWidget(look)
    look.show()
    several.settle()
    assert_fits(look, several)


def test_the_last_page_with_its_folder_that_does_not_open(
    walk_of: Callable[..., Walk], save_at: Callable[[Path], object], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(Folders, "open", lambda _: False)
    save_at(tmp_path / "uit.pdf")
    walk = walk_of(2025)
    walk.issue()
    walk.dialog.done_step.folder.open_button.click()
    assert walk.dialog.done_step.folder.path.isVisible()
    assert_fits(walk.dialog, walk.book)
