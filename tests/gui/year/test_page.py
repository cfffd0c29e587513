"""The room of the year in a real logbook."""

from threading import Event

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from tests.gui.controls import nameless, texts
from tests.gui.opened import CANARY, Opened, add_year
from vp_logboek.domain.safe_report import Mark
from vp_logboek.domain.tables import TableCode, Unit
from vp_logboek.gui.year.page import YearPage


def column(page: YearPage, which: str, number: int) -> dict[str, str]:
    model = getattr(page.figures, which).table.sheet_model
    return {
        model.cell(row, 0).text: model.cell(row, number).text for row in range(model.rowCount())
    }


def test_u_ziet_every_number_with_the_year_before(page: YearPage) -> None:
    assert column(page, "mine", 1)["Integriteit"] == "2"
    assert column(page, "mine", 1)["Ongewenste omgangsvormen"] == "9"
    assert column(page, "mine", 2)["Ongewenste omgangsvormen"] == "3"


def test_hr_ziet_the_published_page(page: YearPage) -> None:
    assert column(page, "theirs", 1) == {
        "Integriteit": "•", "Ongewenste omgangsvormen": "9", "Discriminatie": "•",
        "Arbeidsconflict": "5", "Onveiligheid": "4", "Advies algemeen": "5", "Totaal": "25",
    }  # fmt: skip


def test_the_tiles_keep_units_apart(page: YearPage) -> None:
    names = [page.tiles.tiles[unit].accessibleName() for unit in Unit if unit in page.tiles.tiles]
    assert "25 melders. 2024: 3. HR ziet: 25" in names
    assert "25 gesprekken. 2024: 3. HR ziet: verborgen" in names


def test_a_hidden_number_is_nowhere_on_the_side_of_hr(page: YearPage) -> None:
    """Integriteit has 2 melders: no text, tip or spoken text of HR's side may say 2."""
    page.figures.parts_box.setChecked(True)
    table = page.figures.theirs.table
    for code in TableCode:
        page.figures.show_table(code)
        for row in range(table.sheet_model.rowCount()):
            table.selectRow(row)
            said = " ".join(texts(page.figures.theirs)).replace(
                "Niet getoond, samen: 2 melders", ""
            )
            assert "2" not in said.replace(".", " ").replace(",", " ").split()


def test_choosing_a_hidden_row_tells_why(page: YearPage) -> None:
    page.figures.theirs.table.selectRow(0)
    assert "Verborgen. Dit aantal is te klein." in texts(page.figures.theirs)


def test_what_is_said_of_a_row_comes_into_sight_and_the_row_stays(
    page: YearPage, qtbot: QtBot
) -> None:
    page.resize(1160, 460)
    (scroll,) = (one for one in page.findChildren(QScrollArea) if one.isVisible())
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() > 0)
    said = page.figures.theirs.explanation
    assert said.visibleRegion().isEmpty()
    page.figures.theirs.table.selectRow(2)
    qtbot.waitUntil(lambda: said.visibleRegion().boundingRect().height() == said.height())
    table = page.figures.theirs.table
    row = table.visualRect(table.currentIndex())
    assert table.viewport().visibleRegion().boundingRect().contains(row)


def test_a_table_that_hr_never_sees_says_so_in_a_sentence(page: YearPage) -> None:
    page.figures.show_table(TableCode.CHANNEL)
    assert page.figures.theirs.table.isHidden()
    assert any("alleen bij het niveau Zonder drempel" in text for text in texts(page.figures))
    assert column(page, "mine", 1)["telefoon"] == "25"


def test_the_same_sentence_is_not_said_twice(page: YearPage, book: Opened) -> None:
    page.step(-1)
    book.settle()
    assert "minder dan 5 melders" in page.figures.theirs.absent
    assert page.not_seen.isHidden()
    page.figures.show_table(TableCode.ACTIVITIES)
    assert "minder dan 5 melders" in page.not_seen.text()
    assert page.not_seen.isVisible()


def test_parts_appear_when_asked_for(page: YearPage) -> None:
    assert "Pesten" not in column(page, "mine", 1)
    page.figures.parts_box.setChecked(True)
    assert column(page, "mine", 1)["Pesten"] == "5"
    assert column(page, "theirs", 1)["overig"] == "4"


def test_the_table_that_was_chosen_stays_when_the_year_changes(
    page: YearPage, book: Opened
) -> None:
    page.figures.show_table(TableCode.ORIGIN)
    page.step(-1)
    book.settle()
    assert page.figures.table_list.currentText() == TableCode.ORIGIN.label


def test_a_year_can_be_asked_for_before_anything_was_shown(book: Opened, qtbot: QtBot) -> None:
    page = YearPage(book.session)
    qtbot.addWidget(page)
    page.show_year(book.organisation, 2024)
    book.settle()
    assert column(page, "mine", 1)["Totaal"] == "3"


def test_the_arrows_walk_the_years(page: YearPage, book: Opened) -> None:
    page.chooser.earlier.click()
    book.settle()
    assert page.chosen[1] == 2024
    page.chooser.later.click()
    book.settle()
    assert page.chosen[1] == 2025


def test_the_table_is_reached_and_walked_with_the_keyboard(page: YearPage, qtbot: QtBot) -> None:
    with qtbot.waitExposed(page):
        page.show()
    table = page.figures.theirs.table
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Up)
    assert "Verborgen. Dit aantal is te klein." in texts(page.figures.theirs)
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert not table.hasFocus()


def test_the_years_with_talks_and_the_present_one_are_offered(page: YearPage) -> None:
    years = page.chooser.year_list
    assert [years.itemText(n) for n in range(years.count())] == ["2026", "2025", "2024"]


def test_an_empty_year_has_one_sentence_and_one_action(
    page: YearPage, book: Opened, qtbot: QtBot
) -> None:
    page.step(1)
    book.settle()
    assert page.figures.isHidden()
    assert "Nog geen gesprekken in 2026." in page.empty.sentence()
    assert not page.export_button.isEnabled()
    (offer,) = page.empty.offers()
    with qtbot.waitSignal(page.new_talk_requested):
        offer.click()


def test_a_saved_talk_is_counted_at_once(page: YearPage, book: Opened) -> None:
    book.change(lambda logbook: add_year(logbook, 2025, {"integriteit_overig": 1}))
    book.settle()
    assert column(page, "mine", 1)["Integriteit"] == "3"
    assert column(page, "theirs", 1)["Totaal"] == "26"


def test_what_changes_out_of_sight_is_counted_when_the_page_is_seen_again(
    page: YearPage, book: Opened
) -> None:
    page.hide()
    book.change(lambda logbook: add_year(logbook, 2025, {"integriteit_overig": 1}))
    assert column(page, "mine", 1)["Integriteit"] == "2"
    page.show()
    book.settle()
    assert column(page, "mine", 1)["Integriteit"] == "3"


def test_the_present_year_is_shown_at_first(book: Opened, qtbot: QtBot) -> None:
    page = YearPage(book.session)
    qtbot.addWidget(page)
    book.change(lambda logbook: add_year(logbook, 2026, {"pesten": 1}))
    page.show()
    book.settle()
    assert page.chosen[1] == 2026


def test_the_button_asks_for_the_pdf_of_what_is_shown(page: YearPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.export_requested) as asked:
        page.export_button.click()
    assert asked.args == [page.chosen[0], 2025]


def test_the_level_is_told_with_what_it_does(page: YearPage) -> None:
    assert page.level_line.text().startswith(
        "Niveau van bescherming in 2025: Standaard. Onderwerpen met minder"
    )


def test_no_note_is_on_the_page(page: YearPage) -> None:
    assert not [text for text in texts(page) if CANARY in text]


def test_every_control_has_a_name(page: YearPage) -> None:
    assert nameless(page) == []


def test_the_halves_fold_where_it_is_narrow(page: YearPage, qtbot: QtBot) -> None:
    page.show()
    page.resize(440, 620)
    mine, theirs = page.figures.mine, page.figures.theirs
    qtbot.waitUntil(lambda: theirs.y() > mine.y() and theirs.x() == mine.x())
    page.resize(1300, 620)
    qtbot.waitUntil(lambda: theirs.y() == mine.y() and theirs.x() > mine.x())


def test_hidden_marks_are_the_mark_of_the_report(page: YearPage) -> None:
    marks = [text for text in column(page, "theirs", 1).values() if not text.isdigit()]
    assert set(marks) == {Mark.HIDDEN.value}


def test_an_answer_that_was_overtaken_is_dropped(page: YearPage, book: Opened) -> None:
    page.step(-1)
    page.step(1)
    book.settle()
    assert page.chosen[1] == 2025
    assert column(page, "mine", 1)["Totaal"] == "25"


def test_the_row_that_has_the_keyboard_is_seen_to_have_it(page: YearPage, qtbot: QtBot) -> None:
    with qtbot.waitActive(page):
        page.activateWindow()
    for table in (page.figures.mine.table, page.figures.theirs.table):
        table.setFocus()
        assert table.selectionModel().isRowSelected(0)


def test_who_is_brought_to_the_figures_sees_the_top_of_the_page(
    page: YearPage, qtbot: QtBot
) -> None:
    with qtbot.waitActive(page):
        page.activateWindow()
    page.resize(1160, 460)
    page.figures.mine.table.setFocus()
    QCoreApplication.processEvents()
    assert page._scroll.verticalScrollBar().value() == 0


def test_the_tiles_stay_in_a_row_where_the_window_is_narrow(page: YearPage, qtbot: QtBot) -> None:
    wide = {tile.height() for tile in page.tiles.tiles.values()}
    page.resize(760, 620)
    tiles = page.tiles.tiles.values()
    qtbot.waitUntil(lambda: min(tile.height() for tile in tiles) > max(wide))
    assert len({tile.y() for tile in tiles}) == 1


def test_while_a_year_is_worked_out_the_figures_of_the_one_before_are_away(
    page: YearPage, book: Opened
) -> None:
    figures = (page.figures, page.tiles)
    assert all(part.isVisible() for part in figures), "the control"
    held = Event()
    book.session.ask(lambda _: held.wait(10), bool)
    page.show_year(book.organisation, 2024)
    page._reading._tell_so_far()  # a moment later
    meanwhile = [part.isVisible() for part in (page.calculating, *figures)]
    held.set()
    book.settle()
    assert meanwhile == [True, False, False]
    assert all(part.isVisible() for part in figures)
