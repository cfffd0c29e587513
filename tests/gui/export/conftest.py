"""The export of a published year."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.opened import PUBLISHED, Opened, add_year, opened
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.export.dialog import ExportDialog


@pytest.fixture
def book(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    with opened(tmp_path, qtbot, Organisation("Provincie", columns=("discriminatie",))) as one:
        one.change(lambda logbook: add_year(logbook, 2025, PUBLISHED))
        one.change(lambda logbook: add_year(logbook, 2026, {"pesten": 6}))
        yield one


@pytest.fixture
def dialog_of(book: Opened, qtbot: QtBot) -> Callable[[int], ExportDialog]:
    def make(year: int) -> ExportDialog:
        made = ExportDialog(None, book.session, book.organisation, year)
        qtbot.addWidget(made)
        made.show()
        book.settle()
        return made

    return make


@pytest.fixture
def dialog(dialog_of: Callable[[int], ExportDialog]) -> ExportDialog:
    return dialog_of(2025)
