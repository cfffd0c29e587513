"""A page of a year in a real logbook."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.draws import key_of
from tests.gui.opened import PUBLISHED, Opened, add_year, opened
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.year.page import YearPage
from vp_logboek.store.logbook import Logbook
from vp_logboek.store.schema import DRAW_KEY

QUIET, LOUD = 2, 1
"""Test keys: under the first nothing of 2025 is hidden by the draw, under the other one class."""


def quiet(logbook: Logbook, number: int = QUIET) -> None:
    """A key of the draw that is always the same."""
    logbook.settings.set(DRAW_KEY, key_of(number).hex())


def two_years(logbook: Logbook) -> None:
    """A published year, and the one before it."""
    quiet(logbook)
    add_year(logbook, 2025, PUBLISHED)
    add_year(logbook, 2024, {"pesten": 3})


@pytest.fixture
def book(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    organisation = Organisation("Provincie", columns=("discriminatie",))
    with opened(tmp_path, qtbot, organisation, two_years) as one:
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
