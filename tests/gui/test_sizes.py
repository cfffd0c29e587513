"""A long name pushes nothing out of sight; what tests of single rooms use to look at words."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.controls import cut_off
from tests.gui.opened import PUBLISHED, Opened, add_year, opened
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui import theme
from vp_logboek.gui.settings.page import SettingsPage
from vp_logboek.gui.year.page import YearPage
from vp_logboek.services import notebook

LONG = Organisation("Gemeenschappelijke Regeling voor de Zeer Lange Namen in het Noordoosten " * 2)


@pytest.fixture(params=[100, 150, 200], ids=lambda percent: f"{percent}%")
def percent(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[int]:
    font = qapp.font()
    theme.apply(qapp, theme.Mode.LIGHT, request.param)
    yield request.param
    qapp.setStyleSheet("")
    qapp.setFont(font)


def shown(room: QWidget, book: Opened, size: tuple[int, int]) -> QWidget:
    book.qtbot.addWidget(room)
    room.resize(*size)
    with book.qtbot.waitExposed(room):
        room.show()
    book.settle()
    return room


def assert_nothing_cut_off(room: QWidget, qtbot: QtBot) -> None:
    """Layouts settle in a few rounds of the event loop; then every word has its room."""

    def settled() -> None:
        assert cut_off(room) == []

    qtbot.waitUntil(settled)


@pytest.mark.parametrize("room", [YearPage, SettingsPage])
def test_a_long_name_of_an_organisation_pushes_nothing_out_of_sight(
    tmp_path: Path, qtbot: QtBot, room: type[YearPage] | type[SettingsPage]
) -> None:
    with opened(tmp_path, qtbot, LONG) as one:
        one.change(lambda logbook: notebook.save_organisation(logbook, Organisation("Kort")))
        one.change(lambda logbook: add_year(logbook, 2026, PUBLISHED))
        page = room(one.session)
        shown(page, one, (800, 620))
        page.refresh()
        one.settle()
        (scroll,) = (one for one in page.findChildren(QScrollArea) if one.isVisible())
        assert scroll.widget().width() <= scroll.viewport().width()
