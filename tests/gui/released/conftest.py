"""A logbook of which two years were issued."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.opened import PUBLISHED, Opened, add_year, opened
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.released.page import ReleasedPage
from vp_logboek.services import issuing
from vp_logboek.store.logbook import Logbook

DAY = date(2026, 3, 4)


def issue(logbook: Logbook, year: int, target: Path) -> None:
    """Issue a year of the first organisation."""
    organisation = logbook.organisations.all()[0]
    issuing.issue(logbook, issuing.prepare(logbook, organisation, year), target, DAY)


@pytest.fixture
def empty_book(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    with opened(tmp_path, qtbot, Organisation("Provincie", columns=("discriminatie",))) as one:
        one.change(lambda logbook: add_year(logbook, 2025, PUBLISHED))
        one.change(lambda logbook: add_year(logbook, 2024, {"pesten": 13}))
        yield one


@pytest.fixture
def book(empty_book: Opened, tmp_path: Path) -> Opened:
    for year in (2024, 2025):
        empty_book.change(lambda logbook, y=year: issue(logbook, y, tmp_path / f"{y}.pdf"))
    return empty_book


@pytest.fixture
def page(book: Opened) -> ReleasedPage:
    return shown(book)


def shown(book: Opened) -> ReleasedPage:
    made = ReleasedPage(book.session)
    book.qtbot.addWidget(made)
    made.resize(1000, 560)
    made.show()
    made.arrive()
    book.settle()
    return made
