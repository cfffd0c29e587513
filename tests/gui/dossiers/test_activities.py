"""Activities by year: added, changed and taken out by keyboard."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt

from tests.gui.dossiers.conftest import shown
from tests.gui.keeping.conftest import read_only
from tests.gui.opened import Opened
from vp_logboek.domain.activity import Activity, ActivityKind
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.dossiers.activities_page import ActivitiesPage
from vp_logboek.gui.dossiers.activity_table import DATE, HOURS, KIND, LINE, ORGANISATION
from vp_logboek.gui.undo import Step
from vp_logboek.services import notebook


@pytest.fixture
def page(book: Opened) -> ActivitiesPage:
    return shown(book, ActivitiesPage(book.session))


def test_each_year_has_its_own_list_and_hours(page: ActivitiesPage) -> None:
    assert [page.year.itemText(n) for n in range(page.year.count())] == ["2026", "2025"]
    assert page.total.text() == "1 activiteit, samen 1,5 uur"
    page.year.setCurrentIndex(1)
    assert page.model.item(0).on == date(2025, 6, 1)  # type: ignore[union-attr]


def test_the_form_comes_when_it_is_asked_for(book: Opened, page: ActivitiesPage) -> None:
    assert not page.form.isVisible()
    page.new.click()
    assert page.on.edit.hasFocus()
    page.hours.setText("0,75")
    book.qtbot.keyClick(page.hours, Qt.Key.Key_Return)
    book.settle()
    assert page.total.text() == "2 activiteiten, samen 2,25 uur"
    assert page.form.isVisible(), "for the next one"


def test_enter_in_the_list_changes_an_activity(book: Opened, page: ActivitiesPage) -> None:
    steps: list[Step] = []
    page.did.connect(steps.append)
    page.table.selectRow(0)
    book.qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert (page.hours.text(), page.line.text()) == ("1,5", "overleg")
    page.hours.setText("2")
    page.on.choose(date(2025, 12, 1))
    page.add.click()
    book.settle()
    changed = book.ask(notebook.activities)[0]
    assert (changed.hours, changed.on, changed.line) == (2, date(2025, 12, 1), "overleg")
    assert [step.name for step in steps] == ["activiteit wijzigen"]
    assert page.year.currentText() == "2025", "one sees where it went"


def test_changing_can_be_let_go(book: Opened, page: ActivitiesPage) -> None:
    page.table.selectRow(0)
    page.change.click()
    page.hours.setText("9")
    page.form.leave.click()
    assert not page.form.isVisible()
    assert page.table.hasFocus()
    assert book.ask(notebook.activities)[0].hours == 1.5


def test_delete_takes_one_out(book: Opened, page: ActivitiesPage) -> None:
    page.table.selectRow(0)
    book.qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    book.settle()
    assert len(book.ask(notebook.activities)) == 1


def test_an_empty_page_offers_one_thing(empty: Opened) -> None:
    page = shown(empty, ActivitiesPage(empty.session))
    assert page.nothing.text().startswith("Nog geen activiteiten in 2026.")
    assert page.new.isVisible()
    assert not page.year.isVisible()
    assert not page.table.isVisible()


def test_where_nothing_can_be_written_the_list_is_only_read(book: Opened) -> None:
    read_only(book)
    page = shown(book, ActivitiesPage(book.session))
    assert page.read_only.isVisible()
    for one in (page.new, page.change, page.remove):
        assert not one.isVisible()
    page.table.selectRow(0)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Delete):
        book.qtbot.keyClick(page.table, key)
    assert not page.form.isVisible()
    assert len(book.ask(notebook.activities)) == 2


def test_what_has_nothing_to_say_gives_its_room_to_the_organisations(
    book: Opened, page: ActivitiesPage
) -> None:
    name = "Samenwerkingsverband Zuidoost (verzonnen)"
    book.change(lambda logbook: notebook.save_organisation(logbook, Organisation(name)))
    assert not page.table.isColumnHidden(LINE)
    wide = page.table.columnWidth(ORGANISATION)
    assert wide >= page.table.fontMetrics().averageCharWidth() * 30
    for one in book.ask(notebook.activities):
        book.change(partial(notebook.save_activity, activity=replace(one, line="")))
    assert page.table.isColumnHidden(LINE)
    assert page.table.columnWidth(ORGANISATION) > wide
    needed = sum(page.table.columnWidth(column) for column in (DATE, KIND, HOURS)) + wide
    page.table.resize(needed + 40, 300)
    assert not page.table.isColumnHidden(ORGANISATION), "there is room where nothing else is told"


def test_after_one_goes_the_keyboard_is_at_the_next(book: Opened, page: ActivitiesPage) -> None:
    for line in ("een", "twee"):
        book.change(
            partial(
                notebook.save_activity,
                activity=Activity(1, date(2026, 2, 1), ActivityKind.ADVICE, 1, line),
            )
        )
    page.table.selectRow(1)
    after = page.model.item(2)
    book.qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    book.settle()
    assert page.table.current() == after
    book.qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    book.settle()
    assert page.table.current() == page.model.item(0), "the last one"


def test_escape_leaves_a_change_and_keeps_what_is_new(book: Opened, page: ActivitiesPage) -> None:
    page.table.selectRow(0)
    page.change.click()
    book.qtbot.keyClick(page.hours, Qt.Key.Key_Escape)
    assert not page.form.isVisible()
    assert page.table.hasFocus()
    page.new.click()
    page.hours.setText("2")
    book.qtbot.keyClick(page.hours, Qt.Key.Key_Escape)
    assert page.form.isVisible()
    page.hours.clear()
    book.qtbot.keyClick(page.on.edit, Qt.Key.Key_Escape)
    assert not page.form.isVisible()
