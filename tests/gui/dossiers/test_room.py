"""One dossier: its talks, what happened in it, and what cannot be changed in a logbook to read."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.gui.controls import texts
from tests.gui.dossiers.conftest import NOW, shown
from tests.gui.dossiers.test_actions import lines
from tests.gui.keeping.conftest import read_only
from tests.gui.opened import CANARY, Opened
from vp_logboek.gui.dossiers.page import DossierRoom
from vp_logboek.services import notebook


def room_of(book: Opened, dossier: int) -> DossierRoom:
    page = DossierRoom(book.session)
    page.show_dossier(dossier)
    return shown(book, page, 640)


@pytest.fixture
def room(book: Opened) -> DossierRoom:
    return room_of(book, 1)


def rows(table: QWidget) -> list[str]:
    model = table.model()  # type: ignore[attr-defined]
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


def test_what_happened_is_a_list_with_days_in_words(room: DossierRoom) -> None:
    assert rows(room.history) == [
        "3 januari 2026, Dossier geopend",
        "3 januari 2026, Eerste gesprek",
        "3 maart 2026, Actie gedaan",
    ]


def test_what_is_done_here_comes_in_the_history(book: Opened, room: DossierRoom) -> None:
    room.close_button.click()
    book.settle()
    assert rows(room.history)[-1] == "4 maart 2026, Dossier afgesloten"
    room.reopen_button.click()
    book.settle()
    assert "Dossier afgesloten" not in rows(room.history)[-1]


def test_tab_comes_to_the_bar_after_all_that_stands_above_it(
    book: Opened, room: DossierRoom
) -> None:
    for part, after in (
        (room.history, room.follow),
        (room.follow, room.close_button),
        (room.close_button, room.talks),
        (room.talks, lines(room)[0].box),
    ):
        part.setFocus()
        book.qtbot.keyClick(part, Qt.Key.Key_Tab)
        assert room.focusWidget() is after


def test_enter_on_a_talk_opens_it_and_so_does_its_line_in_the_history(
    book: Opened, room: DossierRoom
) -> None:
    asked: list[int] = []
    room.talk_requested.connect(asked.append)
    for table, row in ((room.talks, 0), (room.history, 1), (room.history, 0)):
        table.selectRow(row)
        book.qtbot.keyClick(table, Qt.Key.Key_Return)
    assert asked == [1, 1], "the line that it was opened tells of no talk"


def test_the_fields_of_a_new_action_come_when_they_are_asked_for(
    book: Opened, room: DossierRoom
) -> None:
    assert not room.new_action.isVisible()
    room.actions_part.begin_button.click()
    assert room.new_action.line.hasFocus()
    room.new_action.line.setText("nog eens bellen")
    book.qtbot.keyClick(room.new_action.line, Qt.Key.Key_Return)
    book.settle()
    (new,) = [a for a in book.ask(notebook.open_actions) if a.line == "nog eens bellen"]
    assert (new.dossier, new.on) == (1, NOW)


def test_that_another_counsellor_knows_of_it_is_kept(book: Opened, room: DossierRoom) -> None:
    room.known.elsewhere.click()
    book.settle()
    assert book.ask(lambda logbook: logbook.dossiers.get(1)).elsewhere


def test_a_closed_dossier_keeps_the_keyboard_on_its_button(book: Opened, room: DossierRoom) -> None:
    room.close_button.setFocus()
    room.close_button.click()
    book.settle()
    assert room.reopen_button.hasFocus()


def test_in_a_logbook_to_read_what_is_known_is_plain_text(book: Opened) -> None:
    read_only(book)
    room = room_of(book, 1)
    assert room._read_only.isVisible()
    assert not room.known.rows.isVisible()
    assert "nog niet bekend" in texts(room.known.facts)
    assert not room.melders.add_button.isVisible()
    assert not room.actions_part.begin_button.isVisible()
    for one in (room.follow, room.close_button):
        assert not one.isEnabled()
        assert one.accessibleDescription() == room._read_only.text()


def test_nothing_is_told_before_a_dossier_is_read(book: Opened) -> None:
    room = DossierRoom(book.session)
    book.qtbot.addWidget(room)
    room.show()
    assert not room._page.isVisible()
    assert not room.close_button.isVisible()


def test_what_is_forgotten_leaves_no_word(book: Opened, room: DossierRoom) -> None:
    room.new_action.line.setText(CANARY)
    assert "Dossier 2026-001" in texts(room)
    room.forget()
    told = " ".join(texts(room))
    assert "2026-001" not in told
    assert "terugbellen" not in told
    assert CANARY not in told


def test_another_dossier_begins_at_the_top(book: Opened, room: DossierRoom) -> None:
    bar = room._scroll.verticalScrollBar()
    book.qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    room.show_dossier(2)
    book.settle()
    assert bar.value() == 0
