"""No word is cut off in the rooms of the year, the export, the settings and the import."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.controls import cut_off
from tests.gui.imports.conftest import UNKNOWN
from tests.gui.keeping.conftest import bin_some, fill
from tests.gui.opened import PUBLISHED, Opened, add_year, opened
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.tables import TableCode
from vp_logboek.gui import theme
from vp_logboek.gui.export.dialog import ExportDialog
from vp_logboek.gui.imports.dialog import ImportDialog
from vp_logboek.gui.keeping.page import KeepingPage
from vp_logboek.gui.settings.adding import AddOrganisation
from vp_logboek.gui.settings.page import SettingsPage
from vp_logboek.gui.talks.bin_page import BinPage
from vp_logboek.gui.widgets.tick_table import TickTable
from vp_logboek.gui.year.page import YearPage
from vp_logboek.services import notebook
from vp_logboek.store.logbook import Logbook

SIZES = (1160, 620), (800, 620)
LONG = Organisation("Gemeenschappelijke Regeling voor de Zeer Lange Namen in het Noordoosten " * 2)


@pytest.fixture(params=[100, 150, 200], ids=lambda percent: f"{percent}%")
def percent(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[int]:
    font = qapp.font()
    theme.apply(qapp, theme.Mode.LIGHT, request.param)
    yield request.param
    qapp.setStyleSheet("")
    qapp.setFont(font)


def two_years(logbook: Logbook) -> None:
    add_year(logbook, 2025, PUBLISHED)
    add_year(logbook, 2024, {"bedrijfsmiddelen": 3})


@pytest.fixture
def book(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    organisation = Organisation("Provincie", columns=("discriminatie",))
    with opened(tmp_path, qtbot, organisation, two_years) as one:
        yield one


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


def test_the_year(book: Opened, percent: int) -> None:
    page = YearPage(book.session)
    for size in SIZES:
        shown(page, book, size)
        page.show_year(book.organisation, 2025)
        book.settle()
        page.figures.parts_box.setChecked(True)
        for code in TableCode:
            page.figures.show_table(code)
            assert_nothing_cut_off(page, book.qtbot)


def test_the_settings(book: Opened, percent: int) -> None:
    page = SettingsPage(book.session)
    page.refresh()
    page.level.radio(Level.NONE).click()
    for size in SIZES:
        shown(page, book, size)
        assert_nothing_cut_off(page, book.qtbot)


def test_the_export(book: Opened, percent: int) -> None:
    for year in (2025, 2026):
        dialog = ExportDialog(None, book.session, book.organisation, year)
        shown(dialog, book, (760, 600))
        for step in range(4):
            dialog.steps.setCurrentIndex(step)
            assert_nothing_cut_off(dialog, book.qtbot)


def test_the_question_for_a_new_organisation(book: Opened, percent: int) -> None:
    dialog = AddOrganisation()
    shown(dialog, book, (600, 420))
    dialog.level.choose(Level.NONE)
    dialog.accept()
    assert_nothing_cut_off(dialog, book.qtbot)


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


def test_the_import(book: Opened, percent: int, tmp_path: Path) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text(UNKNOWN, encoding="utf-8")
    dialog = ImportDialog(None, book.session, path)
    shown(dialog, book, (820, 600))
    assert_nothing_cut_off(dialog, book.qtbot)
    dialog.next.click()
    book.settle()
    assert_nothing_cut_off(dialog, book.qtbot)


@pytest.mark.parametrize("room", [KeepingPage, BinPage])
def test_keeping_and_the_bin(
    book: Opened, percent: int, room: type[KeepingPage] | type[BinPage]
) -> None:
    book.change(fill)
    book.change(bin_some)
    page = room(book.session)
    for size in SIZES:
        shown(page, book, size)
        page.arrive()
        book.settle()
        assert_nothing_cut_off(page, book.qtbot)
        page.findChild(TickTable).choose_all()
        assert_nothing_cut_off(page, book.qtbot)
