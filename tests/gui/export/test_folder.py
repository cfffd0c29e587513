"""After saving the folder opens, and where it does not, its path can be copied."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from tests.gui.export.conftest import Walk
from tests.gui.opened import Opened
from tests.gui.released.conftest import shown
from vp_logboek.gui.export.folder import NOT_OPENED, FolderRow, Folders

SaveAt = Callable[[Path | None], list[str]]


@pytest.fixture
def urls(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    """What the system was asked to open."""
    asked: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: not asked.append(url))
    return asked


def test_the_folder_of_the_saved_pdf_opens_and_no_file(
    walk: Walk, save_at: SaveAt, tmp_path: Path, urls: list[QUrl]
) -> None:
    save_at(tmp_path / "uit.pdf")
    walk.issue()
    walk.dialog.done_step.folder.open_button.click()
    assert [url.toLocalFile() for url in urls] == [str(tmp_path)]
    assert urls[0].isLocalFile()
    assert walk.dialog.done_step.folder.path.isHidden()


def test_a_folder_that_does_not_open_is_told_with_its_path(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    row = FolderRow()
    qtbot.addWidget(row)
    row.show()
    row.show_folder(tmp_path)
    assert not row.path.isVisible()
    row.open_button.click()
    assert row.problem.isVisible()
    assert row.problem.text() == NOT_OPENED
    assert row.path.selectedText() == str(tmp_path)
    row.show_folder(tmp_path)
    assert not row.path.isVisible()
    assert row.path.text() == ""


def test_a_folder_that_is_gone_is_never_asked_for(tmp_path: Path, urls: list[QUrl]) -> None:
    assert not Folders.open(tmp_path / "weg")
    (tmp_path / "uit.pdf").touch()
    assert not Folders.open(tmp_path / "uit.pdf")
    assert urls == []


def test_in_what_was_issued_the_folder_is_offered_after_saving(
    issued_book: Opened, save_at: SaveAt, tmp_path: Path, urls: list[QUrl]
) -> None:
    page = shown(issued_book)
    assert page.folder.isHidden()
    save_at(tmp_path / "weer.pdf")
    page.save.click()
    issued_book.settle()
    page.folder.open_button.click()
    assert [url.toLocalFile() for url in urls] == [str(tmp_path)]
    page.arrive()
    assert page.folder.isHidden()
