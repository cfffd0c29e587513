"""A page of a year in a real logbook."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.opened import PUBLISHED, Opened, add_year, opened
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.year.page import YearPage


@pytest.fixture
def book(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    with opened(tmp_path, qtbot, Organisation("Provincie", columns=("discriminatie",))) as one:
        one.change(lambda logbook: add_year(logbook, 2025, PUBLISHED))
        one.change(lambda logbook: add_year(logbook, 2024, {"pesten": 3}))
        yield one


@pytest.fixture
def page(book: Opened, qtbot: QtBot) -> YearPage:
    made = YearPage(book.session)
    qtbot.addWidget(made)
    made.resize(1160, 620)
    made.show()
    book.settle()
    made.show_year(book.organisation, 2025)
    book.settle()
    return made
