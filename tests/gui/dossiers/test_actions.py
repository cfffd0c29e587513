"""What is still to be done: shown by its day, done, changed and taken out by keyboard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.gui.dossiers.conftest import NOW, shown
from tests.gui.keeping.conftest import read_only
from tests.gui.opened import Opened
from vp_logboek.gui.dossiers.action_line import ActionLine
from vp_logboek.gui.dossiers.actions_page import ActionsPage
from vp_logboek.gui.undo import Step
from vp_logboek.services import notebook

NOTHING = "Hier staat straks wat u nog wilt doen. Zet hieronder uw eerste actie."


@pytest.fixture
def page(book: Opened) -> ActionsPage:
    return shown(book, ActionsPage(book.session))


def lines(page: QWidget) -> list[ActionLine]:
    found = [one for one in page.findChildren(ActionLine) if one.isVisible()]
    return sorted(found, key=lambda line: line.y())


def said(page: ActionsPage) -> list[str]:
    return [line.box.accessibleName() for line in lines(page)]


def test_each_says_when_and_for_which_dossier(page: ActionsPage) -> None:
    assert said(page) == [
        "terugbellen, te laat, 1 maart 2026, dossier 2026-001",
        "brief lezen, vandaag, dossier 2026-002",
        "folder bestellen, 13 maart 2026",
    ]
    assert page.count.text() == "3 acties staan open, 1 te laat."


def test_what_is_late_says_so_in_a_word_and_in_colour(page: ActionsPage) -> None:
    late = [
        label.text() for label in page.findChildren(QLabel)
        if label.property("role") == "problem" and label.text()
    ]  # fmt: skip
    assert late == ["te laat"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_key_does_it_and_the_keyboard_goes_to_the_next(
    book: Opened, page: ActionsPage, key: Qt.Key
) -> None:
    steps: list[Step] = []
    page.did.connect(steps.append)
    first = lines(page)[0].box
    first.setFocus()
    book.qtbot.keyClick(first, key)
    book.settle()
    assert [action.line for action in book.ask(notebook.open_actions)] == [
        "brief lezen", "folder bestellen",
    ]  # fmt: skip
    assert [step.name for step in steps] == ["actie afvinken"]
    assert QApplication.focusWidget() is lines(page)[0].box


def test_the_arrows_go_from_box_to_box(book: Opened, page: ActionsPage) -> None:
    boxes = [line.box for line in lines(page)]
    boxes[0].setFocus()
    for there, key in ((1, Qt.Key.Key_Down), (2, Qt.Key.Key_Down), (1, Qt.Key.Key_Up)):
        book.qtbot.keyClick(QApplication.focusWidget(), key)
        assert QApplication.focusWidget() is boxes[there]


def test_what_was_done_lately_is_behind_a_fold(book: Opened, page: ActionsPage) -> None:
    assert page.lines.fold.text() == "Toon 1 gedane actie"
    page.lines.fold.click()
    assert said(page)[-1] == "nazorg, gedaan op 3 maart 2026, dossier 2026-001"
    lines(page)[-1].box.click()
    book.settle()
    assert "nazorg" in [action.line for action in book.ask(notebook.open_actions)]
    assert page.lines.fold.isHidden()


def test_an_action_is_changed(book: Opened, page: ActionsPage) -> None:
    page.lines.change_requested.emit(lines(page)[0].action)
    form = page.new_action
    assert (form.line.text(), form.on.day(), form.dossiers.currentText()) == (
        "terugbellen", lines(page)[0].action.on, "2026-001",
    )  # fmt: skip
    form.line.setText("mailen")
    form.on.choose(NOW)
    form.dossiers.setCurrentIndex(0)
    form.add.click()
    book.settle()
    changed = next(one for one in book.ask(notebook.open_actions) if one.line == "mailen")
    assert (changed.on, changed.dossier) == (NOW, None)
    assert not form.is_changing
    assert not form.line.text()


def test_the_closed_dossier_of_an_action_stays_when_it_is_changed(
    book: Opened, page: ActionsPage
) -> None:
    action = lines(page)[0].action
    book.change(lambda logbook: logbook.actions.save(replace(action, dossier=3)))
    page.lines.change_requested.emit(lines(page)[0].action)
    page.new_action.add.click()
    book.settle()
    assert book.ask(notebook.open_actions)[0].dossier == 3


def test_what_is_new_can_be_for_a_dossier_that_is_open(book: Opened, page: ActionsPage) -> None:
    form = page.new_action
    offered = [form.dossiers.itemText(n) for n in range(form.dossiers.count())]
    assert offered == ["geen dossier", "2026-002", "2026-001"]
    form.dossiers.setCurrentIndex(1)
    form.line.setText("bellen")
    book.qtbot.keyClick(form.line, Qt.Key.Key_Return)
    book.settle()
    (new,) = [one for one in book.ask(notebook.open_actions) if one.line == "bellen"]
    assert (new.dossier, new.on) == (2, NOW)


def test_without_words_nothing_is_added_and_it_is_told(book: Opened, page: ActionsPage) -> None:
    page.new_action.add.click()
    book.settle()
    assert page.new_action.line_row.problem
    assert len(book.ask(notebook.open_actions)) == 3


def test_delete_takes_one_out(book: Opened, page: ActionsPage) -> None:
    box = lines(page)[1].box
    box.setFocus()
    book.qtbot.keyClick(box, Qt.Key.Key_Delete)
    book.settle()
    assert "brief lezen" not in [action.line for action in book.ask(notebook.open_actions)]


def test_after_the_last_one_the_keyboard_is_at_something_new(
    book: Opened, page: ActionsPage
) -> None:
    for _ in range(3):
        lines(page)[0].box.setFocus()
        lines(page)[0].box.click()
        book.settle()
    assert QApplication.focusWidget() is page.new_action.line
    assert page.part.nothing.text() == "Er staat niets open."


def test_an_empty_page_says_what_will_stand_there(empty: Opened) -> None:
    page = shown(empty, ActionsPage(empty.session))
    assert page.part.nothing.isVisible()
    assert page.part.nothing.text() == NOTHING


def test_where_nothing_can_be_written_there_is_nothing_to_press(book: Opened) -> None:
    read_only(book)
    page = shown(book, ActionsPage(book.session))
    assert page.read_only.isVisible()
    assert not page.new_action.isVisible()
    assert not any(line.box.isEnabled() for line in lines(page))
    words = {button.text() for line in lines(page) for button in line._links(read_only=True)}
    assert not words
    assert len(said(page)) == 3, "it can be read all the same"


@pytest.mark.parametrize("width,columns", [(1100, True), (480, False)])
def test_the_day_stands_beside_the_words_where_there_is_room(
    book: Opened, width: int, columns: bool
) -> None:
    page = shown(book, ActionsPage(book.session), width)
    line = lines(page)[0]
    assert (line._below.y() < line.box.geometry().bottom()) is columns


def test_tab_goes_line_by_line_and_then_to_what_is_new(book: Opened, page: ActionsPage) -> None:
    for _ in range(2):  # also when they are shown anew
        walked = []
        lines(page)[0].box.setFocus()
        while (here := QApplication.focusWidget()) is not page.new_action.line:
            walked.append(here)
            book.qtbot.keyClick(here, Qt.Key.Key_Tab)
        shown = [part for line in lines(page) for part in line.controls]
        assert walked == [*shown, page.lines.fold]
        page.reload()
        book.settle()


def test_escape_leaves_a_change_and_keeps_what_is_new(book: Opened, page: ActionsPage) -> None:
    lines(page)[0].controls[2].click()
    assert page.new_action.is_changing
    book.qtbot.keyClick(page.new_action.line, Qt.Key.Key_Escape)
    assert not page.new_action.is_changing
    assert page.new_action.line.hasFocus()
    page.new_action.line.setText("bellen")
    book.qtbot.keyClick(page.new_action.line, Qt.Key.Key_Escape)
    assert page.new_action.line.text() == "bellen"
