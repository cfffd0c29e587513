"""The main window: places, list, reading, undo, keys."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel

from tests.gui.conftest import NOW, Running
from vp_logboek.domain.conversation import Channel, Conversation, ConversationKind
from vp_logboek.domain.errors import DiskTrouble, NotSaved
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.subjects import MainClass
from vp_logboek.gui.window.main import MainWindow
from vp_logboek.gui.window.places import Kind
from vp_logboek.services import notebook
from vp_logboek.services.talk_entry import TalkEntry
from vp_logboek.store.logbook import Logbook

TODAY = NOW.date()
CANARY = "Kanariepietje"


def add(logbook: Logbook, on: date, subject: str, note: str = "", **more: object) -> Conversation:
    kind = more.pop("kind", ConversationKind.FIRST)
    talk = Conversation(on, kind, Channel.PHONE, subject=subject, note=note, **more)
    return notebook.save_talk(logbook, TalkEntry(talk, 1), TODAY)


@pytest.fixture
def window(running: Running) -> MainWindow:
    """Three talks this year and one of last year."""

    def fill(logbook: Logbook) -> None:
        add(logbook, date(2025, 6, 1), "stalking")
        add(logbook, date(2026, 1, 9), "met_collega", f"over {CANARY}")
        add(logbook, date(2026, 2, 26), "agressie")
        add(logbook, date(2026, 3, 2), "pesten")

    running.change(fill)
    running.settle()
    return running.program.window


def listed(window: MainWindow) -> list[str]:
    model = window.talks.model
    return [str(model.index(row, 1).data()) for row in range(model.rowCount()) if model.talk(row)]


def test_an_empty_year_says_what_will_stand_there(running: Running) -> None:
    nothing = running.program.window.talks.nothing
    assert nothing.sentence() == "Nog geen gesprekken in 2026."
    nothing.offers()[0].click()
    running.settle()
    assert running.program.window.rooms.editor.is_open


def test_the_years_stand_at_the_left_with_their_counts(window: MainWindow) -> None:
    shown = [(place.label, place.count) for place in window.places.places()]
    assert shown[:3] == [("2026", 3), ("2025", 1), ("Alle jaren", 4)]
    assert ("Dossiers", 4) in shown


def test_the_newest_talk_stands_first_under_its_month(window: MainWindow) -> None:
    assert listed(window) == ["Pesten", "Agressie en geweld", "Conflict met collega"]
    assert window.talks.model.index(0, 0).data() == "maart 2026"
    assert window.talks.model.flags(window.talks.model.index(0, 0)) == Qt.ItemFlag.NoItemFlags


def test_another_year_shows_other_talks(running: Running, window: MainWindow) -> None:
    window.actions_by_name["previous_year"].trigger()
    running.settle()
    assert listed(window) == ["Stalking"]
    window.places.go_to(Kind.ALL_YEARS)
    running.settle()
    assert len(listed(window)) == 4


def test_sorted_by_subject_there_are_no_months(window: MainWindow) -> None:
    window.talks.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert listed(window) == ["Agressie en geweld", "Conflict met collega", "Pesten"]
    assert list(window.talks.model.groups()) == []


def test_search_combines_with_year_and_filters(running: Running, window: MainWindow) -> None:
    window.tools.search.setText(CANARY.lower())
    running.qtbot.keyClick(window.tools.search, Qt.Key.Key_Return)
    running.settle()
    assert listed(window) == ["Conflict met collega"]
    window.talks.head.panel.subject.choose(MainClass.CONDUCT)
    window.talks.head.panel.subject.chosen.emit()
    running.settle()
    assert listed(window) == []
    window.talks.nothing.offers()[-1].click()
    running.settle()
    assert len(listed(window)) == 3
    assert window.tools.search.text() == ""


def test_one_organisation_needs_no_filter(window: MainWindow) -> None:
    window.talks.head.unfold.click()
    assert not window.talks.head.panel.organisation.isVisible()


def test_the_talks_of_one_of_several_organisations(running: Running, window: MainWindow) -> None:
    def second(logbook: Logbook) -> None:
        school = notebook.save_organisation(logbook, Organisation("School", start_month=8))
        talk = Conversation(
            date(2026, 2, 3), ConversationKind.FIRST, Channel.PHONE, subject="fysiek"
        )
        notebook.save_talk(logbook, TalkEntry(talk, school.key), TODAY)

    running.change(second)
    window.talks.head.unfold.click()
    chooser = window.talks.head.panel.organisation
    assert chooser.isVisible()
    assert len(listed(window)) == 4
    chooser.setCurrentIndex(chooser.findText("School"))
    chooser.activated.emit(chooser.currentIndex())
    running.settle()

    assert listed(window) == ["Fysieke onveiligheid"]
    assert {p.label: p.count for p in window.places.places() if p.kind is Kind.YEAR} == {
        "2025-2026": 1
    }
    assert window.navigation.organisation().name == "School"


def test_a_search_can_go_over_all_years(running: Running, window: MainWindow) -> None:
    window.tools.search.setText("stalk")
    running.qtbot.keyClick(window.tools.search, Qt.Key.Key_Return)
    running.settle()
    assert listed(window) == []
    window.talks.nothing.offers()[0].click()
    running.settle()
    assert listed(window) == ["Stalking"]


def test_no_note_is_in_any_cell(window: MainWindow) -> None:
    model = window.talks.model
    cells = [
        str(model.index(row, column).data(role))
        for row in range(model.rowCount())
        for column in range(model.columnCount())
        for role in range(0, 300)
    ]
    assert CANARY not in " ".join(cells)


def test_a_talk_is_read_at_the_right(running: Running, window: MainWindow) -> None:
    window.talks.table.selectRow(window.talks.model.rowCount() - 1)
    running.settle()
    assert window.rooms.browse.details.currentWidget() is window.rooms.reader
    assert window.rooms.reader._title.text() == "Gesprek van 9 januari 2026"
    assert CANARY in window.rooms.reader._note.text()


def test_the_bar_below_gives_its_room_to_the_form_and_comes_back(
    running: Running, window: MainWindow
) -> None:
    window.talks.table.selectRow(1)
    running.settle()
    window.rooms.reader.bin_button.click()
    running.settle()
    assert window.undo_bar.isVisible()
    window.actions_by_name["new_talk"].trigger()
    running.settle()
    assert not window.undo_bar.isVisible()
    window.actions_by_name["close_form"].trigger()
    running.settle()
    assert window.undo_bar.isVisible()


def test_before_a_talk_was_read_nothing_is_told_of_one(window: MainWindow) -> None:
    reader = window.rooms.reader
    told = [one for one in reader.findChildren(QLabel) if one.text() and one.isVisibleTo(reader)]
    assert [one.text() for one in told] == []
    buttons = reader.edit_button, reader.follow_button, reader.bin_button
    assert not any(one.isEnabled() for one in buttons)


def test_throwing_away_is_undone_from_the_bar_and_done_again_from_the_menu(
    running: Running, window: MainWindow
) -> None:
    window.talks.table.selectRow(1)
    running.settle()
    window.rooms.reader.bin_button.click()
    running.settle()
    assert "Pesten" not in listed(window)
    assert "2 maart 2026" in window.undo_bar.text()
    assert window.actions_by_name["undo"].text() == "&Ongedaan maken: gesprek weggooien"
    window.undo_bar.action.click()
    running.settle()
    assert "Pesten" in listed(window)
    window.actions_by_name["redo"].trigger()
    running.settle()
    assert "Pesten" not in listed(window)


def test_what_is_in_the_bin_can_be_put_back(running: Running, window: MainWindow) -> None:
    window.talk_actions.bin(window.talks.model.talk(1).id)
    running.settle()
    window.actions_by_name["place_bin"].trigger()
    running.settle()
    assert window.rooms.bin.model.rowCount() == 1
    window.rooms.bin.table.selectRow(0)
    window.rooms.bin.restore.click()
    running.settle()
    assert window.rooms.bin.model.rowCount() == 0
    assert len(running.ask(lambda book: notebook.talks(book, TalkQuery(2026)))) == 3


def test_choosing_another_talk_keeps_what_was_typed(running: Running, window: MainWindow) -> None:
    window.talk_actions.new()
    running.settle()
    window.rooms.editor.form.note.note.insertPlainText("halverwege")
    window.talks.table.selectRow(1)
    running.settle()
    ((_, entry),) = running.ask(notebook.drafts)
    assert entry.conversation.note == "halverwege"


def test_saving_elsewhere_does_not_close_the_form(running: Running, window: MainWindow) -> None:
    """The list reads itself again and takes its row back without opening it."""
    window.talks.table.selectRow(1)
    running.settle()
    window.talk_actions.new()
    running.settle()
    running.change(lambda logbook: add(logbook, date(2026, 3, 1), "stalking"))
    running.settle()
    assert window.rooms.editor.is_open
    assert window.rooms.browse.details.currentWidget() is window.rooms.editor


def test_f6_walks_through_the_panes(running: Running, window: MainWindow) -> None:
    window.resize(1366, 768)
    window.activateWindow()
    running.qtbot.waitUntil(window.isActiveWindow)
    window.places.setFocus()
    seen = []
    for _ in range(3):
        window.actions_by_name["next_pane"].trigger()
        focus = window.focusWidget()
        panes = (window.places, window.rooms.browse.lists, window.rooms.browse.details)
        seen += [n for n, p in enumerate(panes) if p is focus or p.isAncestorOf(focus)]
    assert seen[0] == 1
    assert 0 in seen


def test_an_error_nobody_shows_is_shown_by_the_window(running: Running, window: MainWindow) -> None:
    def full(_: Logbook) -> None:
        raise NotSaved(DiskTrouble.FULL)

    running.change(full)
    assert "schijf is vol" in window.bars.problem.text()
    assert "Nog niet alles" in window.status.saved_words()


@pytest.mark.usefixtures("dressed")  # what is narrow depends on its letters
def test_a_narrow_window_folds_into_one_pane_and_back(running: Running, window: MainWindow) -> None:
    window.resize(560, 600)
    running.qtbot.waitUntil(lambda: window.rooms.browse.is_folded)
    assert not window.places.isVisible()
    assert window.tools.places.isVisible()
    window.talks.table.selectRow(1)
    running.settle()
    assert not window.rooms.browse.lists.isVisible()
    window.rooms.browse._back.click()
    assert window.rooms.browse.lists.isVisible()
    window.resize(1366, 768)
    running.qtbot.waitUntil(lambda: not window.rooms.browse.is_folded)
    assert window.places.isVisible()


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_window_fits_a_small_screen(running: Running, window: MainWindow, percent: int) -> None:
    running.program.preferences.set_text_percent(percent)
    window.resize(1366, 768)
    hint = window.minimumSizeHint()
    assert hint.width() <= 1366
    assert hint.height() <= 768


def test_sizes_are_remembered_and_nothing_else(running: Running, window: MainWindow) -> None:
    window.tools.search.setText(CANARY)
    window.close()
    kept = running.program.preferences._settings
    assert kept.value("window/geometry") is not None
    written = " ".join(f"{key}{kept.value(key)}" for key in kept.allKeys())
    assert CANARY not in written
    assert "Voorbeeld" not in written


def test_every_menu_has_mnemonics_of_its_own(window: MainWindow) -> None:
    bar = window.menuBar().actions()
    menus = [bar, *(action.menu().actions() for action in bar)]
    for actions in menus:
        texts = [action.text() for action in actions if not action.isSeparator()]
        letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
        assert len(letters) == len(texts), texts
        assert not [letter for letter, times in Counter(letters).items() if times > 1], texts


def test_every_key_does_one_thing(window: MainWindow) -> None:
    keys = [
        key.toString()
        for action in window.actions()
        for key in action.shortcuts()
        if key.toString()
    ]
    assert not [key for key, times in Counter(keys).items() if times > 1]


def test_the_models_keep_qts_rules(running: Running, window: MainWindow) -> None:
    models = (
        window.talks.model, window.rooms.dossiers.model, window.rooms.bin.model,
        window.rooms.activities.model, window.places._model,
    )  # fmt: skip
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(model, mode) for model in models]
    window.talks.table.sortByColumn(3, Qt.SortOrder.AscendingOrder)
    window.rooms.dossiers.table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    running.change(lambda logbook: add(logbook, TODAY, "fysiek"))
    running.settle()
    assert len(testers) == 5


def test_where_nothing_can_be_kept_no_talk_is_begun_or_thrown_away(
    running: Running, window: MainWindow
) -> None:
    window.rooms.talks.table.selectRow(1)
    running.settle()
    session = running.program.session
    session._outline = replace(session.outline, read_only=True)
    window.show_outline()
    window.navigation.went.emit()
    for name in ("new_talk", "edit", "bin", "move_talks", "follow_up", "import_table"):
        assert not window.actions_by_name[name].isEnabled(), name
    assert not window.tools.new.isEnabled()
    window.talk_actions.new()
    window.talk_actions.bin_current()
    running.settle()
    assert window.rooms.writing is None
    assert window.undo.undoable is None
    assert len(listed(window)) == 3


def test_the_arrow_goes_from_nowhere_to_the_first_talk(
    running: Running, window: MainWindow
) -> None:
    window.talks.table.setFocus()
    assert window.rooms.reader.talk is None
    running.qtbot.keyClick(window.talks.table, Qt.Key.Key_Down)
    running.settle()

    assert window.rooms.reader.talk is not None
    assert window.rooms.reader.talk.id == window.talks.model.talk(1).id


def test_delete_in_the_list_throws_away_and_in_a_text_takes_a_letter(
    running: Running, window: MainWindow
) -> None:
    window.talks.table.selectRow(1)
    running.settle()
    window.talk_actions.edit_current()
    running.settle()
    note = window.rooms.editor.form.note.note
    note.setPlainText("ab")
    note.setFocus()
    running.qtbot.keyClick(note, Qt.Key.Key_Delete)
    running.settle()
    assert note.toPlainText() == "b"
    assert len(listed(window)) == 3

    window.talk_actions.close_form()
    window.talks.table.selectRow(3)
    running.settle()
    window.talks.table.setFocus()
    running.qtbot.keyClick(window, Qt.Key.Key_Delete)
    running.settle()
    assert len(listed(window)) == 2


def test_follow_up_is_one_key(running: Running, window: MainWindow) -> None:
    window.talks.table.selectRow(1)
    running.settle()
    ctrl_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    running.qtbot.keyClick(window, Qt.Key.Key_N, ctrl_shift)
    running.settle()

    assert window.rooms.writing is not None
    assert window.rooms.editor.form.entry().conversation.dossier is not None


def test_in_an_empty_logbook_the_keyboard_is_on_what_one_can_do(running: Running) -> None:
    window = running.program.window
    offers = window.talks.nothing.offers()

    assert window.focusWidget() in offers
    assert window.focusWidget().text() == "+ Nieuw gesprek"


@pytest.mark.parametrize("place", ["place_actions", "place_bin", "year", "settings"])
def test_delete_throws_away_no_talk_that_stands_behind_another_page(
    running: Running, window: MainWindow, place: str
) -> None:
    window.talks.table.selectRow(1)
    running.settle()
    window.actions_by_name[place].trigger()
    running.settle()
    window.talk_actions.bin_current()
    running.settle()

    assert not window.actions_by_name["bin"].isEnabled()
    assert running.ask(notebook.binned) == ()


def test_the_form_stays_where_the_keyboard_comes_to_the_dossiers(
    running: Running, window: MainWindow
) -> None:
    for kind in ("place_dossiers", "place_talks", "new_talk"):
        window.actions_by_name[kind].trigger()
        running.settle()
    window.actions_by_name["place_dossiers"].trigger()
    running.settle()

    assert window.rooms.shown is window.editor


def test_a_step_of_a_year_before_the_first_answer_steps_from_this_year(
    running: Running, window: MainWindow
) -> None:
    for name in ("place_dossiers", "year", "previous_year"):
        window.actions_by_name[name].trigger()
    running.settle()

    assert window.navigation.year_to_export()[1] == NOW.year - 1


def test_a_talk_of_another_year_is_read_no_longer(running: Running, window: MainWindow) -> None:
    window.talks.table.selectRow(1)
    running.settle()
    assert window.rooms.shown is window.rooms.reader
    window.places.go_to(Kind.YEAR, 2025)
    running.settle()

    assert window.rooms.shown is window.rooms.nothing_chosen
    assert not window.actions_by_name["bin"].isEnabled()


def test_in_an_empty_year_the_keyboard_stays_on_the_page(running: Running) -> None:
    window = running.program.window
    window.actions_by_name["year"].trigger()
    running.settle()
    page = window.rooms.year

    assert page.isAncestorOf(window.focusWidget())


def test_beside_the_form_saving_is_the_one_primary_button(
    running: Running, window: MainWindow
) -> None:
    assert window.tools.new.property("role") == "primary"
    window.actions_by_name["new_talk"].trigger()
    running.settle()

    assert window.tools.new.property("role") == "plain"


def test_beside_an_empty_list_nothing_is_to_be_chosen(running: Running) -> None:
    nothing = running.program.window.rooms.nothing_chosen
    assert nothing.sentence() == ""
    running.change(lambda logbook: add(logbook, NOW.date(), "pesten"))
    running.settle()
    assert nothing.sentence() == "Kies links een gesprek. Dan leest u het hier."
