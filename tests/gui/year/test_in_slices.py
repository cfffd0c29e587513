"""Who comes to the year before it was made sees its top at once; the rest comes in slices."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QStackedWidget
from pytestqt.qtbot import QtBot

from tests.gui.opened import Opened
from vp_logboek.gui.year.page import YearPage


@pytest.fixture(autouse=True)
def nothing_ahead() -> None:
    """Here slices are slices."""


@pytest.fixture
def coming(book: Opened, qtbot: QtBot) -> Iterator[YearPage]:
    """Somebody comes to the page by key, and nothing of it was made ahead."""
    window, page = QStackedWidget(), YearPage(book.session)
    qtbot.addWidget(window)
    window.resize(1160, 620)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    window.addWidget(page)
    page.show_year(book.organisation, 2025)
    page.setFocus()
    yield page
    window.close()


def test_the_top_is_there_before_the_figures_are(coming: YearPage, qtbot: QtBot) -> None:
    assert coming.chooser.year_list.isVisible()
    assert not coming.is_built
    qtbot.waitUntil(lambda: coming.is_built and coming.figures.isVisible())
    assert coming.tiles.isVisible()


def test_the_keyboard_goes_to_the_figures_when_they_come(coming: YearPage, qtbot: QtBot) -> None:
    assert QApplication.focusWidget() is coming
    qtbot.waitUntil(lambda: coming.is_built and coming.figures.mine.table.hasFocus())


def test_a_year_asked_for_meanwhile_is_the_one_that_comes(
    coming: YearPage, book: Opened, qtbot: QtBot
) -> None:
    assert not coming.is_built
    coming.step(-1)
    assert coming.chosen[1] == 2024
    qtbot.waitUntil(lambda: coming.is_built and coming.figures.isVisible())
    book.settle()
    assert "2024" in coming.standing.text()
