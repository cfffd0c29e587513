"""Halves of a year, several years beside each other, and what is counted."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from pytestqt.qtbot import QtBot

from tests.gui.controls import nameless, texts
from tests.gui.keeping.conftest import read_only
from tests.gui.opened import TODAY, Opened, add_year, opened
from tests.gui.year.conftest import two_years
from tests.gui.year.test_page import column
from tests.words.hearing import hearing
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.safe_report import Mark
from vp_logboek.domain.tables import TableCode, Unit
from vp_logboek.gui.year import standing_words as says
from vp_logboek.gui.year.difference_words import difference
from vp_logboek.gui.year.page import YearPage
from vp_logboek.gui.year.span import Span
from vp_logboek.services.yearly_report import issue_overview
from vp_logboek.store.logbook import Logbook


def choose(page: YearPage, book: Opened, span: Span) -> None:
    page.figures.span.choose(span)
    book.settle()


# --- halves -----------------------------------------------------------------------------------


def test_a_half_stands_on_the_left_alone(page: YearPage, book: Opened) -> None:
    choose(page, book, Span.FIRST)
    assert column(page, "mine", 1)["Totaal"] == "25"
    assert page.figures.mine.title == "U ziet: 1e helft van 2025 (jan t/m jun)"
    assert says.HALF_RULE in texts(page.figures.mine)
    assert page.figures.theirs.table.isHidden()
    assert page.figures.theirs.absent.startswith(says.HALF_WHY)
    assert not [text for text in texts(page.figures.theirs) if any(c.isdigit() for c in text)]
    choose(page, book, Span.SECOND)
    assert column(page, "mine", 1)["Totaal"] == "0"


def test_the_tiles_tell_the_half_and_nothing_of_hr(page: YearPage, book: Opened) -> None:
    choose(page, book, Span.FIRST)
    names = [tile.accessibleName() for tile in page.tiles.tiles.values()]
    assert "25 melders. 1e helft van 2025. 1e helft van 2024: 3" in names
    assert not [name for name in names if "HR" in name]
    choose(page, book, Span.YEAR)
    assert "HR ziet: 25" in page.tiles.tiles[Unit.MELDERS].accessibleName()
    assert column(page, "theirs", 1)["Totaal"] == "25"


def test_the_pdf_is_of_the_whole_year_while_a_half_is_shown(
    page: YearPage, book: Opened, qtbot: QtBot
) -> None:
    choose(page, book, Span.SECOND)
    with qtbot.waitSignal(page.export_requested) as asked:
        page.export_button.click()
    assert asked.args == [book.organisation, 2025]


def test_nothing_of_a_half_reaches_the_clipboard(
    page: YearPage, book: Opened, qtbot: QtBot
) -> None:
    choose(page, book, Span.FIRST)
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    table = page.figures.mine.table
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == ""
    assert not table.dragEnabled()


def test_a_half_follows_the_year_and_every_change(page: YearPage, book: Opened) -> None:
    choose(page, book, Span.FIRST)
    book.change(lambda logbook: add_year(logbook, 2025, {"pesten": 1}))
    book.settle()
    assert column(page, "mine", 1)["Totaal"] == "26"
    page.step(-1)
    book.settle()
    assert page.figures.mine.title.startswith("U ziet: 1e helft van 2024")
    assert column(page, "mine", 1)["Totaal"] == "3"


# --- several years ----------------------------------------------------------------------------


def with_an_issued_year(logbook: Logbook) -> None:
    """2024 is issued, 2025 is a concept."""
    two_years(logbook)
    add_year(logbook, 2024, {"pesten": 20, "fysiek": 1, "met_collega": 6})
    (organisation,) = logbook.organisations.all()
    with TemporaryDirectory() as folder:
        issue_overview(logbook, organisation, 2024, Path(folder) / "2024.pdf", TODAY.date())


@pytest.fixture
def issued(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    organisation = Organisation("Provincie", columns=("discriminatie",))
    with opened(tmp_path, qtbot, organisation, with_an_issued_year) as one:
        yield one


@pytest.fixture
def years(issued: Opened, qtbot: QtBot) -> YearPage:
    made = YearPage(issued.session)
    qtbot.addWidget(made)
    made.resize(1160, 620)
    made.begin()
    made.figures.span.choose(Span.YEARS)
    made.show_year(issued.organisation, 2025)
    made.show()
    issued.settle()
    return made


def test_own_counts_of_two_years_stand_beside_each_other(years: YearPage) -> None:
    model = years.figures.mine.table.sheet_model
    assert [model.headerData(n, Qt.Orientation.Horizontal) for n in range(3)] == [
        "Onderwerp", "2024", "2025",
    ]  # fmt: skip
    assert column(years, "mine", 1)["Totaal"] == "30"
    assert column(years, "mine", 2)["Totaal"] == "25"


def test_hr_has_what_was_issued_and_marks_for_the_rest(years: YearPage, issued: Opened) -> None:
    theirs = column(years, "theirs", 1)
    assert theirs["Onveiligheid"] == Mark.HIDDEN.value
    assert theirs["Totaal"] == "30"
    assert column(years, "theirs", 2)["Totaal"] == "25"
    assert "2025 is nog niet uitgebracht. Daar staat een concept." in texts(years.figures.theirs)
    issued.change(lambda logbook: add_year(logbook, 2024, {"fysiek": 7}))
    issued.settle()
    assert column(years, "theirs", 1) == theirs, "an issued year does not change"


def test_a_difference_is_told_on_the_left_alone(years: YearPage) -> None:
    row = [*column(years, "mine", 1)].index("Ongewenste omgangsvormen")
    years.figures.mine.table.selectRow(row)
    told = "2025: 9, 14 minder dan in 2024."
    assert told in " ".join(texts(years.figures.mine))
    years.figures.theirs.table.selectRow(row)
    assert "minder dan in" not in " ".join(texts(years.figures.theirs))


def test_a_hidden_cell_of_a_year_tells_its_reason(years: YearPage) -> None:
    row = [*column(years, "theirs", 1)].index("Onveiligheid")
    years.figures.theirs.table.selectRow(row)
    assert "2024: Verborgen. Dit aantal is te klein." in texts(years.figures.theirs)


def test_without_a_tick_one_is_asked_for(years: YearPage, issued: Opened) -> None:
    years.figures.years.boxes[2024].click()
    issued.settle()
    assert years.figures.mine.absent == says.YEARS_NEEDED
    years.figures.years.boxes[2024].click()
    issued.settle()
    assert column(years, "mine", 2)["Totaal"] == "25"


def test_both_sheets_of_several_years_are_rectangular(years: YearPage) -> None:
    years.figures.parts_box.setChecked(True)
    sides = years.figures.mine, years.figures.theirs
    for code in TableCode:
        years.figures.show_table(code)
        mine, theirs = (panel.table.sheet_model for panel in sides)
        if theirs.rowCount():
            assert mine.rowCount() == theirs.rowCount(), code
            assert mine.columnCount() == theirs.columnCount(), code
    assert nameless(years) == []


@pytest.mark.parametrize(
    "now, then, said",
    [(5, 2, "3 meer dan in 2024"), (2, 5, "3 minder dan in 2024"), (5, 5, "evenveel als in 2024")],
)
def test_differences_are_told_in_words(now: int, then: int, said: str) -> None:
    assert difference(now, then, "2024") == said


# --- what is counted --------------------------------------------------------------------------


def test_the_unit_is_chosen_with_the_keyboard_and_everything_follows(
    page: YearPage, qtbot: QtBot
) -> None:
    first, talks, *_ = page.figures.choice.units.buttons()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert talks.isChecked()
    assert page.figures.table_list.currentText() == TableCode.TALK_SUBJECT.label
    assert column(page, "mine", 1)["Totaal"] == "25"
    marked = [unit for unit, tile in page.tiles.tiles.items() if tile.accessibleDescription()]
    assert marked == [Unit.TALKS]


def test_each_unit_remembers_its_table(page: YearPage, book: Opened) -> None:
    page.figures.show_table(TableCode.CHANNEL)
    assert page.figures.choice.unit is Unit.TALKS
    page.figures.choice.units.choose(Unit.DOSSIERS)
    page.step(-1)
    book.settle()
    page.figures.choice.units.choose(Unit.TALKS)
    assert page.figures.table_list.currentText() == TableCode.CHANNEL.label


def test_a_table_offers_its_unit_and_every_table_is_under_one(page: YearPage) -> None:
    offered = set[TableCode]()
    for button in page.figures.choice.units.buttons():
        button.click()
        table_list = page.figures.table_list
        offered |= {TableCode(table_list.itemData(n)) for n in range(table_list.count())}
    assert offered == set(TableCode)


def test_a_chart_is_a_real_table_for_a_screen_reader(page: YearPage) -> None:
    read = QAccessible.queryAccessibleInterface(page.figures.theirs.table)
    assert read.role() is QAccessible.Role.Table
    parts = [read.child(n) for n in range(read.childCount())]
    said = [part.text(QAccessible.Text.Name) for part in parts if part is not None]
    assert said[:6] == [
        "", "Onderwerp", "2025",
        "Integriteit", "Integriteit", "Verborgen. Dit aantal is te klein.",
    ]  # fmt: skip
    assert len(said) == 3 * 8


# --- seen and heard ---------------------------------------------------------------------------


def test_another_year_is_announced_once(page: YearPage, book: Opened) -> None:
    with hearing() as heard:
        page.step(-1)
        book.settle()
        book.change(lambda logbook: add_year(logbook, 2024, {"pesten": 1}))
        book.settle()
        page.show_year(book.organisation, 2026)
        book.settle()
    assert heard == [
        ("Jaaroverzicht van 2024: 3 melders en 3 gesprekken.", True),
        ("Jaaroverzicht van 2026: nog geen gesprekken.", True),
    ]


def test_both_headings_stay_in_sight_above_their_figures(page: YearPage, qtbot: QtBot) -> None:
    page.resize(1160, 420)
    bar = page._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    strips = [strip for strip, _ in page.headings.strips]
    assert not [one for one in strips if one.isVisible()]
    table = page.figures.mine.table
    bar.setValue(table.mapTo(page._inner, table.rect().topLeft()).y() + 40)
    qtbot.waitUntil(lambda: all(one.isVisible() for one in strips))
    assert [one.text() for one in strips] == [
        page.figures.mine.title, page.figures.theirs.title,
    ]  # fmt: skip
    bar.setValue(0)
    assert not [one for one in strips if one.isVisible()]


def test_a_year_is_read_in_a_logbook_that_can_only_be_read(page: YearPage, book: Opened) -> None:
    read_only(book)
    book.ask(lambda logbook: logbook._connection.run("PRAGMA query_only = 1"))
    for span in Span:
        choose(page, book, span)
    page.step(-1)
    book.settle()
    page.step(1)
    book.settle()
    choose(page, book, Span.YEAR)
    assert column(page, "theirs", 1)["Totaal"] == "25"
    assert book.errors == []
