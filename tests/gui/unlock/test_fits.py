"""No word is cut off and every control has a name, on every page before the window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.gui.controls import controls, cut_off, nameless
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.errors import PassphraseProblem, PassphraseRefused, WrongPassphrase
from vp_logboek.domain.recovery_sheet import LINES, check_line, sheet_of
from vp_logboek.gui import theme
from vp_logboek.gui.preferences import Preferences
from vp_logboek.gui.session import Session
from vp_logboek.gui.tasks import StoreThread
from vp_logboek.gui.unlock.frame import CalmPage
from vp_logboek.gui.unlock.habits_page import HabitsPage
from vp_logboek.gui.unlock.open_page import OpenPage
from vp_logboek.gui.unlock.recover_page import RecoverPage
from vp_logboek.gui.unlock.sheet_pages import CheckPage, SheetPage
from vp_logboek.gui.unlock.who_page import WhoPage
from vp_logboek.gui.unlock.words_page import WordsPage

LONG_WORDS = "fluitketeltje dorpspleinen zeilbootje winterjassen potloodstreep kastanjeboom"
SIZES = (900, 680), (1280, 680)


@pytest.fixture(params=[100, 150, 200], ids=lambda percent: f"{percent}%")
def percent(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[int]:
    font = qapp.font()
    theme.apply(qapp, theme.Mode.LIGHT, request.param)
    yield request.param
    qapp.setStyleSheet("")
    qapp.setFont(font)


def who() -> CalmPage:
    page = WhoPage("Stap 1 van 5")
    page.level.choose(Level.NONE)
    page.next.click()
    return page


def words(own: bool) -> CalmPage:
    store = StoreThread()
    page = WordsPage(
        Session(store), lambda: LONG_WORDS, "Stap 2 van 5", "Uw wachtzin", "Maak het logboek"
    )
    page.asked.own.setChecked(own)
    page.asked.show_problem(PassphraseRefused(PassphraseProblem.TOO_WEAK))
    return page


def sheet() -> CalmPage:
    page = SheetPage("Stap 3 van 5")
    made = sheet_of(b"MW" * 16, b"MW" * 8)
    page.panel.show_sheet(made.number, made.lines)
    page.panel.pdf_button.click()
    return page


def check() -> CalmPage:
    page = CheckPage("Stap 4 van 5")
    page.check.ask(((2, 3), (6, 1)))
    return page


def habits() -> CalmPage:
    return HabitsPage(Preferences(QSettings()), "Stap 5 van 5")


def recover() -> CalmPage:
    page = RecoverPage(LINES, check_line)
    page.show_number("123-456")
    page.go_on.click()
    return page


def locked() -> CalmPage:
    page = OpenPage()
    page.show_number("123-456")
    page.show_error(WrongPassphrase())
    return page


PAGES = {
    "who": who, "drawn": lambda: words(False), "own": lambda: words(True), "sheet": sheet,
    "check": check, "habits": habits, "recover": recover, "locked": locked,
}  # fmt: skip


@pytest.mark.parametrize("name", list(PAGES))
def test_nothing_is_cut_off_at_any_size(name: str, percent: int, qtbot: QtBot) -> None:
    page = PAGES[name]()
    qtbot.addWidget(page)
    for size in SIZES:
        page.resize(*size)
        with qtbot.waitExposed(page):
            page.show()
        qtbot.waitUntil(lambda: cut_off(page) == [])
        qtbot.waitUntil(lambda: page.widget().width() <= page.viewport().width())


@pytest.mark.parametrize("percent", [100], indirect=True)
@pytest.mark.parametrize("name", list(PAGES))
def test_every_control_has_a_name_and_can_be_hit(name: str, percent: int, qtbot: QtBot) -> None:
    page = PAGES[name]()
    qtbot.addWidget(page)
    page.show()
    assert nameless(page) == []
    assert all(one.sizeHint().height() >= 24 for one in controls(page))


@pytest.mark.parametrize("name", list(PAGES))
def test_no_key_is_given_out_twice_on_a_page(name: str, qtbot: QtBot) -> None:
    page = PAGES[name]()
    qtbot.addWidget(page)
    page.show()
    keys = mnemonics(page)
    assert len(keys) == len(set(keys)), keys


def mnemonics(page: CalmPage) -> list[str]:
    """The letters after an & on what can be seen."""
    seen = [*page.findChildren(QAbstractButton), *page.findChildren(QLabel)]
    said = [one.text() for one in seen if one.isVisible() and "&" in one.text()]
    return [text[text.index("&") + 1].lower() for text in said]
