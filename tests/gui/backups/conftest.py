"""A running program on a logbook that the test made, with a clock that the test sets."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.conftest import cheapen
from tests.gui.conftest import NOW, PASSPHRASE, Running, make_running  # noqa: F401
from vp_logboek.domain.organisation import Organisation
from vp_logboek.services import backups
from vp_logboek.services.safekeeping import Logbook, make_logbook, open_logbook


@dataclass
class Book:
    """A logbook on the disk and the folder for its copies."""

    path: Path
    folder: Path

    def open(self) -> Logbook:
        return open_logbook(self.path, PASSPHRASE)

    def copy(self, days_ago: int) -> None:
        """Make a copy so many days ago."""
        with self.open() as logbook:
            backups.make(logbook, NOW - timedelta(days=days_ago), self.folder)
        self._was_changed_at(NOW - timedelta(days=days_ago))

    def choose(self, folder: Path | None) -> None:
        with self.open() as logbook:
            backups.set_folder(logbook, folder)
        self._was_changed_at(NOW - timedelta(days=400))

    def _was_changed_at(self, when: datetime) -> None:
        """The window of a test lives at another time than its files."""
        os.utime(self.path, (when.timestamp(), when.timestamp()))

    def copies(self) -> list[datetime]:
        return [copy.made for copy in backups.copies(self.folder)]


@pytest.fixture(scope="session")
def new_book(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of a new logbook, with a cheap key under the tag of a real one."""
    path = tmp_path_factory.mktemp("nieuw") / "logboek.vplogboek"
    with pytest.MonkeyPatch.context() as patch:
        cheapen(patch)
        make_logbook(path, PASSPHRASE, Organisation("Gemeente Voorbeeld")).close()
    return path.read_bytes()


@pytest.fixture
def book(tmp_path: Path, cheap_program: None, new_book: bytes) -> Book:
    path, folder = tmp_path / "hier" / "logboek.vplogboek", tmp_path / "stick"
    folder.mkdir()
    path.parent.mkdir()
    path.touch(mode=0o600)
    path.write_bytes(new_book)
    return Book(path, folder)


@pytest.fixture
def begin(make_running: Callable[..., Running]) -> Callable[[Path], Running]:  # noqa: F811
    """Open a logbook in the window and let everything arrive."""

    def opened(path: Path) -> Running:
        running = make_running(path)
        page = running.program.unlock.open
        page.field.edit.setText(PASSPHRASE)
        with running.qtbot.waitSignal(running.program.session.opened):
            page.open_button.click()
        running.settle()
        return running

    return opened
