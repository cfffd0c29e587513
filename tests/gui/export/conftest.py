"""The export of a published year."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.opened import PUBLISHED, Opened, add_year, opened
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.export.dialog import CONTENTS, PREVIEW, ExportDialog
from vp_logboek.gui.export.place import PdfPlace


@pytest.fixture
def book(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    with opened(tmp_path, qtbot, Organisation("Provincie", columns=("discriminatie",))) as one:
        one.change(lambda logbook: add_year(logbook, 2025, PUBLISHED))
        one.change(lambda logbook: add_year(logbook, 2026, {"pesten": 6}))
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
def walk_of(book: Opened, qtbot: QtBot) -> Callable[..., Walk]:
    def make(year: int = 2025, of: Opened | None = None) -> Walk:
        which = of or book
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
