"""The help by keyboard: F1, type, Enter, read, Esc, and one is back where one was."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QThreadPool, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import NOW, Running
from tests.gui.controls import controls, nameless
from tests.gui.test_window import add
from vp_logboek.gui.ears import Ears
from vp_logboek.gui.export.place import PdfPlace
from vp_logboek.gui.help.desk import prepare_help, show_help, show_help_here
from vp_logboek.gui.help.key import HelpKey
from vp_logboek.gui.help.pages import ABOUT, IT, LICENCES, START
from vp_logboek.gui.help.result_rows import SENTENCE
from vp_logboek.gui.help.where import page_here
from vp_logboek.gui.help.window import HelpWindow
from vp_logboek.gui.printing import Printing
from vp_logboek.gui.window.places import Kind

Key = Qt.Key


@pytest.fixture
def f1(qapp: QApplication) -> Iterator[None]:
    """F1 is heard, as in the running program."""
    key = HelpKey(Ears(qapp))
    key.start()
    yield
    key.stop()


def press_f1(qtbot: QtBot, window: QWidget) -> None:
    """As the system brings it: to the window in front."""
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    QTest.keyClick(window.windowHandle(), Key.Key_F1)


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    """A window with a field one writes in."""
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(QLineEdit())
    window.show()
    field(window).setFocus()
    return window


def field(window: QWidget) -> QLineEdit:
    found = window.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def open_help(window: QWidget) -> HelpWindow:
    shown = [one for one in window.findChildren(HelpWindow) if one.isVisible()]
    assert len(shown) == 1
    return shown[0]


@pytest.mark.usefixtures("f1")
def test_f1_type_enter_read_and_esc_leads_back(qtbot: QtBot, owner: QWidget) -> None:
    press_f1(qtbot, owner)
    help_ = open_help(owner)
    assert not help_.isModal()
    assert help_.focusWidget() is help_.contents.field
    qtbot.keyClicks(help_.contents.field, "wachtzin verg")
    qtbot.keyClick(help_.contents.field, Key.Key_Return)
    assert help_.focusWidget() is help_.text
    assert help_.windowTitle() == "Help: Wachtzin vergeten"
    assert help_.text.accessibleName() == "Wachtzin vergeten"
    assert help_.text.toPlainText().startswith("Wachtzin vergeten\n")
    qtbot.keyClick(help_.text, Key.Key_Escape)
    assert not help_.isVisible()
    qtbot.waitUntil(owner.isActiveWindow)
    assert field(owner).hasFocus()


def test_the_arrows_walk_the_list_from_the_field_and_esc_first_empties_it(
    qtbot: QtBot, owner: QWidget
) -> None:
    help_ = show_help(owner, START)
    typed = help_.contents.field
    qtbot.keyClicks(typed, "kopie")
    qtbot.waitUntil(help_.contents.said.isVisible)
    first = help_.text.page
    qtbot.keyClick(typed, Key.Key_Down)
    assert help_.text.page is not None
    assert help_.text.page != first
    assert typed.text() == "kopie"
    assert help_.contents.said.text().endswith("gevonden")
    qtbot.keyClicks(typed, "xyz")
    qtbot.waitUntil(lambda: help_.contents.said.text().startswith("Niets gevonden."))
    qtbot.keyClick(typed, Key.Key_Escape)
    assert typed.text() == ""
    assert help_.isVisible()
    qtbot.waitUntil(lambda: help_.contents.list.count() > 20)
    qtbot.keyClick(typed, Key.Key_Escape)
    assert not help_.isVisible()


def test_links_lead_on_and_alt_with_an_arrow_back_and_forth(qtbot: QtBot, owner: QWidget) -> None:
    help_ = show_help(owner, ABOUT)
    assert help_.back.isHidden()
    assert help_.forward.isHidden()
    help_.text.followed.emit(LICENCES)
    help_.text.followed.emit("licentie-lgpl")
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in help_.text.toPlainText()
    help_.text.followed.emit("https://voorbeeld.nl")
    assert "GNU LESSER" in help_.text.toPlainText(), "nothing leads out of the program"
    help_.go_back()
    help_.go_back()
    assert help_.windowTitle() == "Help: Over VP Logboek"
    help_.forward.click()
    assert help_.windowTitle() == "Help: Licenties"
    assert not help_.text.openLinks()
    assert not help_.text.openExternalLinks()


class Blocked(QObject):
    """Hears that a dialog shuts a window off."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.is_blocked = False
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.WindowBlocked, QEvent.Type.WindowUnblocked):
            self.is_blocked = event.type() == QEvent.Type.WindowBlocked
        return False


@pytest.mark.usefixtures("f1")
def test_in_a_dialog_that_must_be_answered_the_help_can_be_used(
    qtbot: QtBot, owner: QWidget
) -> None:
    before = show_help(owner, START)
    seen: list[object] = []
    dialog = QDialog(owner)
    QVBoxLayout(dialog).addWidget(QLineEdit())
    old = Blocked(before)

    def press() -> None:
        seen.append(old.is_blocked)
        press_f1(qtbot, dialog)
        help_ = open_help(dialog)
        new = Blocked(help_)
        qtbot.keyClicks(help_.contents.field, "licen")
        qtbot.keyClick(help_.contents.field, Key.Key_Return)
        seen.extend([before.isVisible(), new.is_blocked, dialog.isVisible()])
        qtbot.keyClick(help_.text, Key.Key_Escape)
        seen.extend([help_.isVisible(), dialog.isVisible()])
        dialog.reject()

    QTimer.singleShot(0, press)
    dialog.exec()
    assert seen == [True, False, False, True, False, True]


def test_what_hides_the_window_hides_its_help(owner: QWidget) -> None:
    help_ = show_help(owner, START)
    owner.hide()
    assert not help_.isVisible()


# --- in the program ---------------------------------------------------------------------------


def test_every_room_opens_its_own_page(running: Running) -> None:
    window = running.program.window
    running.change(lambda logbook: add(logbook, NOW.date(), "pesten", "een notitie"))
    found = {}
    for kind in (Kind.YEAR, Kind.DOSSIERS, Kind.ACTIONS, Kind.ACTIVITIES, Kind.KEEPING, Kind.BIN):
        window.places.go_to(kind)
        running.settle()
        window.places.setFocus()
        found[kind.name] = page_here(window)
    window.navigation.show_year()
    running.settle()
    found["year"] = page_here(window)
    window.navigation.show_settings()
    found["settings"] = page_here(window)
    window.talk_actions.new()
    running.settle()
    found["form"] = page_here(window)
    window.tools.search.setFocus()
    found["search"] = page_here(window)
    assert found == {
        "YEAR": "gesprekken-lezen", "DOSSIERS": "dossiers", "ACTIONS": "acties",
        "ACTIVITIES": "activiteiten", "KEEPING": "opruimen", "BIN": "ongedaan-maken",
        "year": "het-jaar", "settings": "instellingen", "form": "een-gesprek-vastleggen",
        "search": "zoeken-en-filteren",
    }  # fmt: skip


def test_before_a_logbook_is_open_there_is_help_too(outside: Running) -> None:
    unlock = outside.program.unlock
    found = []
    for page in (unlock.welcome, unlock.make, unlock.open, unlock.recovery):
        unlock.setCurrentWidget(page)
        found.append(page_here(unlock))
    assert found == [START, START, "openen-en-vergrendelen", "wachtzin-vergeten"]


@pytest.mark.usefixtures("f1")
def test_under_the_cover_there_is_no_help(running: Running) -> None:
    window = running.program.window
    help_ = show_help_here(window)
    assert help_ is not None
    assert help_.isVisible(), "the control"
    window.cover.cover()
    assert not help_.isVisible()
    press_f1(running.qtbot, window)
    assert show_help_here(window) is None
    assert not help_.isVisible()
    window.cover.uncover()


# --- looks ------------------------------------------------------------------------------------


@pytest.mark.usefixtures("dressed")
def test_it_has_names_and_grows_with_the_text(running: Running) -> None:
    help_ = show_help(running.program.window, IT)
    assert nameless(help_) == []
    assert not [one for one in controls(help_) if one.sizeHint().height() < 24]
    before = help_.text.document().firstBlock().charFormat().fontPointSize()
    running.program.preferences.set_text_percent(200)
    QApplication.processEvents()
    after = help_.text.document().firstBlock().charFormat().fontPointSize()
    assert after == pytest.approx(2 * before, rel=0.02)
    assert help_.windowTitle() == "Help: Voor uw IT-afdeling"
    running.program.preferences.set_text_percent(100)


def test_the_keys_for_larger_text_are_heard_in_the_help_too(running: Running) -> None:
    window, preferences = running.program.window, running.program.preferences
    help_ = show_help(window, START)
    QTest.keySequence(help_.text, QKeySequence("Ctrl++"))
    assert preferences.text_percent == 110
    QTest.keySequence(help_.text, QKeySequence("Ctrl+0"))
    assert preferences.text_percent == 100


def test_f1_in_the_help_leads_to_the_search_and_keeps_the_page(owner: QWidget) -> None:
    help_ = show_help(owner, ABOUT)
    help_.text.setFocus()
    assert show_help_here(help_.text) is help_
    assert help_.focusWidget() is help_.contents.field
    assert help_.page_name == ABOUT


# --- the page for the IT department -----------------------------------------------------------


def test_the_page_for_it_is_saved_as_a_file(
    owner: QWidget, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "it.pdf"
    monkeypatch.setattr(PdfPlace, "ask", lambda *_: target)
    buttons = show_help(owner, IT).it_buttons
    assert not buttons.isHidden()
    buttons.save_button.click()
    qtbot.waitUntil(buttons.message.isVisible)
    QThreadPool.globalInstance().waitForDone()
    assert target.read_bytes().startswith(b"%PDF-1.7")
    assert buttons.message.text() == "De bladzijde is bewaard als “it.pdf”."
    show_help(owner, START)
    assert buttons.isHidden()


@pytest.mark.parametrize("place", [lambda folder: folder / "geen" / "it.pdf"])
def test_where_it_cannot_be_saved_that_is_told(
    owner: QWidget,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    place: Callable[[Path], Path],
) -> None:
    monkeypatch.setattr(PdfPlace, "ask", lambda *_: place(tmp_path))
    monkeypatch.setattr(Printing, "is_possible", lambda: False)
    buttons = show_help(owner, IT).it_buttons
    buttons.save_button.click()
    qtbot.waitUntil(buttons.message.isVisible)
    QThreadPool.globalInstance().waitForDone()
    assert "bewaard als" not in buttons.message.text()
    assert buttons.save_button.isEnabled()
    buttons.print_button.click()
    assert buttons.message.text() == "Op deze computer staat geen printer klaar."


def test_a_row_is_as_high_as_its_words_also_beside_a_scroll_bar(
    owner: QWidget, qtbot: QtBot
) -> None:
    help_ = show_help(owner, START)
    help_.contents.field.setText("kopie")
    list_ = help_.contents.list
    qtbot.waitUntil(help_.contents.said.isVisible)
    QApplication.processEvents()
    assert list_.count() > 5
    for row in range(list_.count()):
        item = list_.item(row)
        assert item is not None
        text = item.data(SENTENCE)
        lines = list_.visualItemRect(item).height() / list_.fontMetrics().lineSpacing()
        needed = list_.fontMetrics().horizontalAdvance(text) / list_.viewport().width()
        assert lines >= 1 + needed, text


def test_the_page_for_it_is_printed(
    owner: QWidget, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def printer(*_: object) -> QPrinter:
        made = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(tmp_path / "papier.pdf"))
        return made

    monkeypatch.setattr(Printing, "is_possible", lambda: True)
    monkeypatch.setattr(Printing, "ask", printer)
    buttons = show_help(owner, IT).it_buttons
    buttons.print_button.click()
    qtbot.waitUntil(buttons.message.isVisible)
    QThreadPool.globalInstance().waitForDone()
    assert buttons.message.text() == "De bladzijde is naar de printer gestuurd."
    assert (tmp_path / "papier.pdf").stat().st_size > 10_000


def test_what_was_made_ahead_is_what_opens(owner: QWidget) -> None:
    for _ in prepare_help(owner):
        assert [one for one in owner.findChildren(HelpWindow) if one.isVisible()] == []
    (ahead,) = owner.findChildren(HelpWindow)
    assert show_help(owner, START) is ahead
    assert ahead.isVisible()
