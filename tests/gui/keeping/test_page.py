"""Opruimen: what is due is shown, chosen, confirmed with a number, and gone."""

from collections.abc import Callable
from datetime import date, datetime
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.gui.controls import nameless, texts
from tests.gui.keeping.conftest import LONG_AGO, TODAY, add, read_only
from tests.gui.opened import CANARY, Opened
from tests.services.keeping import tallies
from vp_logboek.domain.activity import Action
from vp_logboek.domain.errors import DiskTrouble, NotSaved
from vp_logboek.domain.listing import DossierQuery
from vp_logboek.gui import theme
from vp_logboek.gui.keeping import work
from vp_logboek.gui.keeping.confirm import DestroyDialog
from vp_logboek.gui.keeping.due import TALKS
from vp_logboek.gui.keeping.page import KeepingPage
from vp_logboek.gui.window.focus import focus_first
from vp_logboek.services import notebook, purge
from vp_logboek.services.safekeeping import Logbook

YEARS = (2023, 2025, 2026)
Make = Callable[[Opened], KeepingPage]


def due_numbers(page: KeepingPage) -> list[str]:
    return [one.number for one in page.due.table.rows.items()]


def left(book: Opened) -> list[str]:
    return sorted(row.number for row in book.ask(notebook.dossier_rows))


# --- what is shown ----------------------------------------------------------------------------


def test_what_is_due_is_shown_with_the_reason(page: KeepingPage) -> None:
    assert due_numbers(page) == ["2023-001", "2023-002", "2023-003", "2023-004"]
    cells = [page.due.table.rows.index(0, column).data() for column in range(6)]
    assert cells == ["2023-001", "Pesten", "2 mei 2023", "1", "2 jaar gesloten", "2 mei 2025"]
    assert page.due.heading.text() == "4 dossiers te vernietigen"


def test_it_says_what_goes_and_what_stays(page: KeepingPage) -> None:
    said = " ".join(texts(page))
    assert "houden dezelfde aantallen" in said
    assert "Gesprekken, aantekeningen" in said


def test_no_note_is_anywhere_on_the_page(page: KeepingPage) -> None:
    assert CANARY not in " ".join(texts(page))


def test_nothing_due_is_one_calm_sentence(empty: Opened, page_of: Make) -> None:
    page = page_of(empty)
    assert page.due.heading.text() == "Er is nu geen dossier dat u moet vernietigen."
    assert page.due.table.isHidden()
    assert page.due.bar.isHidden()
    assert page.quiet.isHidden()
    assert page.backups.isHidden()


def test_an_open_dossier_is_never_due(empty: Opened, page_of: Make) -> None:
    empty.change(lambda logbook: add(logbook, LONG_AGO, "pesten"))
    assert due_numbers(page_of(empty)) == []


# --- choosing ---------------------------------------------------------------------------------


def test_rows_are_chosen_with_the_space_bar(page: KeepingPage, qtbot: QtBot) -> None:
    table = page.due.table
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Home)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert [one.number for one in table.chosen()] == ["2023-001", "2023-003"]
    assert page.due.destroy_button.text() == "Vernietig 2 dossiers…"
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert page.due.destroy_button.text() == "Vernietig 1 dossier…"


def test_a_click_chooses_a_row_and_a_second_one_lets_it_go(page: KeepingPage, qtbot: QtBot) -> None:
    table = page.due.table
    middle = table.visualRect(table.rows.index(1, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert [one.number for one in table.chosen()] == ["2023-002"]
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert table.chosen() == []


def test_all_are_chosen_with_one_button_or_key(page: KeepingPage, qtbot: QtBot) -> None:
    page.due.bar.all.click()
    assert len(page.due.table.chosen()) == 4
    assert page.due.bar.all.text() == "Kies niets"
    page.due.bar.all.click()
    assert page.due.table.chosen() == []
    page.due.table.setFocus()
    qtbot.keyClick(page.due.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(page.due.table.chosen()) == 4


def test_what_is_chosen_stays_chosen_when_something_else_changes(
    page: KeepingPage, book: Opened
) -> None:
    page.due.table.selectRow(2)
    book.change(lambda logbook: add(logbook, TODAY, "pesten"))
    assert [one.number for one in page.due.table.chosen()] == ["2023-003"]
    assert page.due.destroy_button.isEnabled()


def test_without_a_choice_the_button_says_why_it_cannot_be_pressed(page: KeepingPage) -> None:
    assert not page.due.destroy_button.isEnabled()
    assert page.due.bar.reason.text() == "Kies eerst een of meer dossiers."
    assert page.due.destroy_button.accessibleDescription() == page.due.bar.reason.text()
    page.due.table.selectRow(0)
    assert page.due.destroy_button.isEnabled()
    assert page.due.bar.reason.isHidden()


def test_enter_opens_a_dossier(page: KeepingPage, qtbot: QtBot) -> None:
    page.due.table.setFocus()
    qtbot.keyClick(page.due.table, Qt.Key.Key_End)
    wanted = page.due.table.current()
    assert wanted is not None
    with qtbot.waitSignal(page.dossier_requested) as asked:
        qtbot.keyClick(page.due.table, Qt.Key.Key_Return)
    assert asked.args == [wanted.dossier]
    assert page.due.table.chosen() == []


# --- destroying -------------------------------------------------------------------------------


def test_some_are_destroyed_and_the_others_stay(
    page: KeepingPage, book: Opened, typed: list[tuple[str, ...]]
) -> None:
    page.due.table.selectRow(0)
    page.due.table.selectRow(2)
    page.due.destroy_button.click()
    book.settle()
    assert typed == [("2023-001", "2023-003")]
    assert due_numbers(page) == ["2023-002", "2023-004"]
    assert "2023-001" not in left(book)
    assert "2023-002" in left(book)
    assert "2 dossiers zijn vernietigd." in page.message.text()
    assert "De telling is niet veranderd." in page.message.text()
    assert "2 dossiers" in page.total.text()
    assert page.due.table.chosen() == []
    assert page.focusWidget() is page.message


def test_all_are_destroyed_and_the_years_keep_counting(
    page: KeepingPage, book: Opened, typed: list[tuple[str, ...]]
) -> None:
    before = book.ask(lambda logbook: tallies(logbook, YEARS))
    page.due.bar.all.click()
    page.due.destroy_button.click()
    book.settle()
    assert due_numbers(page) == []
    assert page.due.heading.text() == "Er is nu geen dossier dat u moet vernietigen."
    assert book.errors == []
    assert page.focusWidget() is page.message
    assert not page.message.visibleRegion().isEmpty()
    assert book.ask(lambda logbook: tallies(logbook, YEARS)) == before


def test_turning_back_destroys_nothing(
    page: KeepingPage, book: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(DestroyDialog, "ask", classmethod(lambda *_: None))
    page.due.bar.all.click()
    page.due.destroy_button.click()
    book.settle()
    assert len(due_numbers(page)) == 4
    assert page.message.isHidden()
    assert len(page.due.table.chosen()) == 4


def test_what_the_disk_refuses_is_told_and_nothing_is_gone(
    page: KeepingPage, book: Opened, typed: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> int:
        raise NotSaved(DiskTrouble.FULL)

    monkeypatch.setattr(purge, "destroy", full)
    page.due.table.selectRow(0)
    page.due.destroy_button.click()
    book.settle()
    assert "schijf is vol" in page.message.text()
    assert len(due_numbers(page)) == 4


def test_old_backups_are_named_after_a_destruction(
    page: KeepingPage,
    book: Opened,
    typed: list[tuple[str, ...]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def known(_: object, day: date) -> tuple[work.OldBackup, ...]:
        assert day == TODAY
        return tuple(
            work.OldBackup(f"Logboek-reservekopie-2026-02-{n:02}-1403.vplogboek", made)
            for n in range(10, 0, -1)
            for made in [datetime(2026, 2, n, 14, 3)]
        )

    monkeypatch.setattr(work, "old_backups", known)
    assert page.backups.isHidden()
    page.due.table.selectRow(0)
    page.due.destroy_button.click()
    book.settle()
    assert page.backups.isVisible()
    said = texts(page.backups)
    assert "Logboek-reservekopie-2026-02-10-1403.vplogboek" in said
    assert "en nog 2 oudere kopieën" in said
    assert any("4 maart 2026" in one for one in said)


def test_where_backups_are_looked_for_is_said_also_where_none_is_known(
    page: KeepingPage, book: Opened, typed: list[tuple[str, ...]]
) -> None:
    page.due.table.selectRow(0)
    page.due.destroy_button.click()
    book.settle()
    assert page.backups.isVisible()
    said = " ".join(texts(page.backups))
    assert "kent geen reservekopie" in said
    assert "alleen in de map voor reservekopieën en naast het logboek" in said


def test_a_dossier_with_something_to_be_done_is_marked(book: Opened, page: KeepingPage) -> None:
    def act(logbook: Logbook) -> None:
        second = logbook.dossiers.rows(DossierQuery())
        due = next(row.id for row in second if row.number == "2023-002")
        logbook.actions.save(Action(date(2026, 12, 5), "nabellen", due))
        logbook.actions.save(Action(date(2026, 12, 3), "bellen", due))
        logbook.actions.save(Action(date(2026, 12, 1), "gedaan", due, date(2026, 12, 1)))

    assert page.due.left.isHidden()
    book.change(act)
    book.settle()
    assert page.due.left.text() == "1 dossier heeft nog een actie op 3 december 2026."
    assert page.due.table.rows.index(0, 0).data() == "2023-001"
    assert page.due.table.rows.index(1, 0).data() == "2023-002 (actie)"


def test_a_real_old_copy_beside_the_logbook_is_named(
    page: KeepingPage, book: Opened, typed: list[tuple[str, ...]]
) -> None:
    from vp_logboek.services import backups

    def copy(logbook: object) -> None:
        backups.make(logbook, datetime(2026, 2, 20, 14, 3), logbook.path.parent)

    book.session.ask(copy, lambda _: None)
    book.settle()
    page.due.table.selectRow(0)
    page.due.destroy_button.click()
    book.settle()
    assert page.backups.isVisible()
    assert "Logboek-reservekopie-2026-02-20-1403.vplogboek" in texts(page.backups)


# --- quiet dossiers ---------------------------------------------------------------------------


def quiet_numbers(page: KeepingPage) -> list[str]:
    return [one.number for one in page.quiet.table.rows.items()]


def test_quiet_dossiers_are_closed_and_opened_again(
    page: KeepingPage, book: Opened, qtbot: QtBot
) -> None:
    assert quiet_numbers(page) == ["2025-001", "2025-002"]
    page.quiet.bar.all.click()
    with qtbot.waitSignal(page.did) as told:
        page.quiet.close_them.click()
    book.settle()
    assert page.quiet.isHidden()
    (step,) = told.args
    assert step.done == "2 dossiers zijn afgesloten."
    book.change(step.back)
    book.settle()
    assert quiet_numbers(page) == ["2025-001", "2025-002"]


def test_a_quiet_dossier_may_go_on_and_is_not_asked_about_again(
    page: KeepingPage, book: Opened, qtbot: QtBot
) -> None:
    page.quiet.table.selectRow(1)
    with qtbot.waitSignal(page.did) as told:
        page.quiet.let_run.click()
    book.settle()
    assert quiet_numbers(page) == ["2025-001"]
    (step,) = told.args
    assert step.done == "Dossier 2025-002 blijft open."
    book.change(step.back)
    book.settle()
    assert quiet_numbers(page) == ["2025-001", "2025-002"]


# --- where nothing can be written, and who does not see ---------------------------------------


def test_a_logbook_that_can_only_be_read_shows_why_nothing_can_be_pressed(
    book: Opened, page_of: Make
) -> None:
    read_only(book)
    page = page_of(book)
    page.due.bar.all.click()
    page.quiet.bar.all.click()
    for card, buttons in (
        (page.due, [page.due.destroy_button]),
        (page.quiet, [page.quiet.close_them, page.quiet.let_run]),
    ):
        assert card.bar.reason.text() == "U kunt dit logboek hier alleen lezen."
        assert not any(one.isEnabled() for one in buttons)


def test_every_control_has_a_name(page: KeepingPage) -> None:
    assert nameless(page) == []


def test_tab_walks_the_page_from_top_to_bottom(page: KeepingPage) -> None:
    page.due.table.selectRow(0)
    wanted = [
        page.due.table, page.due.bar.all, page.due.destroy_button, page.quiet.table,
        page.quiet.bar.all, page.quiet.close_them, page.quiet.let_run,
    ]  # fmt: skip
    seen = [wanted[0]]
    one = wanted[0].nextInFocusChain()
    while one is not wanted[0]:
        seen.append(one)
        one = one.nextInFocusChain()
    places = [seen.index(control) for control in wanted]
    assert places == sorted(places)


def test_the_rows_keep_qts_rules(page: KeepingPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page.due.table.rows)


def test_the_space_bar_chooses_the_first_row_at_once(page: KeepingPage, qtbot: QtBot) -> None:
    table = page.due.table
    assert page.due.table.chosen() == []
    qtbot.keyClick(table, Qt.Key.Key_Space)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert [one.number for one in table.chosen()] == ["2023-001"]
    assert table.currentIndex().row() == 1


def test_one_frame_tells_where_the_keyboard_is(
    page: KeepingPage, qtbot: QtBot, qapp: QApplication
) -> None:
    theme.apply(qapp, theme.Mode.LIGHT, 100)
    page.activateWindow()
    table = page.due.table
    page.due.bar.all.setFocus()
    qtbot.waitUntil(page.due.bar.all.hasFocus)
    before = table.grab().toImage()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    after = table.grab().toImage()
    qapp.setStyleSheet("")
    left = 3, 3 * table.rowHeight(0)
    assert before != after, "the control: the ring is there"
    assert before.pixelColor(0, left[1]) == after.pixelColor(0, left[1])
    assert before.pixelColor(*left) == after.pixelColor(*left)


def test_a_column_that_comes_back_into_sight_has_room_for_its_head(page: KeepingPage) -> None:
    table = page.due.table
    page.resize(420, 620)
    table.resize(360, 200)
    assert table.isColumnHidden(TALKS), "the control: it was out of sight"
    table.resize(1000, 200)
    assert not table.isColumnHidden(TALKS)
    assert table.columnWidth(TALKS) >= table.horizontalHeader().sectionSizeHint(TALKS) > 0


def test_who_comes_before_the_page_is_made_stands_in_its_first_list(book: Opened) -> None:
    page = KeepingPage(book.session)
    book.qtbot.addWidget(page)
    with book.qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.setFocus()
    assert page.hasFocus(), "there is nothing else yet"
    page.arrive()
    book.settle()
    assert page.due.table.hasFocus()
    assert page.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_with_nothing_to_do_the_keyboard_stands_on_the_words_that_say_so(
    empty: Opened, page_of: Callable[[Opened], KeepingPage]
) -> None:
    page = page_of(empty)
    assert focus_first(page)
    assert page.focusWidget() is page.due
    assert page.due.accessibleName().startswith("Er is nu geen dossier dat u moet vernietigen.")


def test_destroying_that_is_stopped_leaves_everything(
    page: KeepingPage, book: Opened, typed: list[tuple[str, ...]]
) -> None:
    waits = Event()
    book.session.ask(lambda _: waits.wait(), lambda _: None)
    page.due.table.choose_all()
    page.due.destroy_button.click()
    page.working._appear()  # a second later
    assert page.working.words.text() == "4 dossiers worden vernietigd…"
    page.working.cancel.click()
    waits.set()
    book.settle()
    assert len(page.due.table.rows.items()) == 4
    assert page.message.text().startswith("Het is gestopt. Er is niets veranderd.")
    assert page.focusWidget() is page.due.table
    page.due.destroy_button.click()
    book.settle()
    assert page.due.table.rows.items() == []
    assert len(typed) == 2
