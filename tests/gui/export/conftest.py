"""The export of a published year."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.export import made
from tests.gui.opened import Opened
from vp_logboek.gui.export.dialog import CONTENTS, PREVIEW, ExportDialog
from vp_logboek.gui.export.place import PdfPlace


@pytest.fixture(scope="session")
def _open_years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made.made(tmp_path_factory.mktemp("open"), made.two_open_years)


@pytest.fixture(scope="session")
def _issued_years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made.made(tmp_path_factory.mktemp("uit"), made.two_issued_years)


@pytest.fixture(scope="session")
def _several(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made.made(tmp_path_factory.mktemp("meer"), made.several)


@pytest.fixture
def book(_open_years: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    with made.copied(_open_years, tmp_path, qtbot) as one:
        yield one


@pytest.fixture
def issued_book(_issued_years: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    """Of which 2024 and 2025 were issued; the PDFs lie beside it."""
    for pdf in _issued_years.parent.glob("*.pdf"):
        shutil.copyfile(pdf, tmp_path / pdf.name)
    with made.copied(_issued_years, tmp_path, qtbot) as one:
        yield one


@pytest.fixture
def several(_several: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    with made.copied(_several, tmp_path, qtbot) as one:
        yield one


@dataclass
class Walk:
    """A dialog as a test walks through it."""

    dialog: ExportDialog
    book: Opened

    def next(self) -> None:
        self.dialog.next.click()
        self.book.settle()

    def prepare(self) -> None:
        """From the first page to the contents: nothing was given before."""
        self.next()
        if self.dialog.now < CONTENTS:
            self.dialog.outside.no.click()
            self.next()

    def preview(self) -> None:
        self.prepare()
        while self.dialog.now < PREVIEW:
            self.next()

    def issue(self) -> None:
        self.preview()
        self.dialog.save.click()
        self.book.settle()


@pytest.fixture
def walk_of(request: pytest.FixtureRequest, qtbot: QtBot) -> Callable[..., Walk]:
    def make(year: int = 2025, of: Opened | None = None) -> Walk:
        which: Opened = of or request.getfixturevalue("book")
        made = ExportDialog(None, which.session, which.organisation, year)
        qtbot.addWidget(made)
        made.show()
        which.settle()
        return Walk(made, which)

    return make


@pytest.fixture
def walk(walk_of: Callable[..., Walk]) -> Walk:
    return walk_of()


@pytest.fixture
def dialog(walk: Walk) -> ExportDialog:
    return walk.dialog


@pytest.fixture
def save_at(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path | None], list[str]]:
    """Answer the file dialog; what it proposed."""

    def answer(target: Path | None) -> list[str]:
        proposed: list[str] = []

        def ask(_: type[PdfPlace], parent: object, name: str) -> Path | None:
            proposed.append(name)
            return target

        monkeypatch.setattr(PdfPlace, "ask", classmethod(ask))
        return proposed

    return answer
