"""The list of dossiers: which are shown, in which order, and what it says when there are none."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.dossiers.conftest import NOW, add, fill, shown
from tests.gui.opened import CANARY, Opened, opened
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.dossiers.list_columns import ACTIONS, LAST, ORGANISATION, STATE, SUBJECT, TALKS
from vp_logboek.gui.dossiers.list_filter import Order, Which
from vp_logboek.gui.dossiers.list_pane import DossierList
from vp_logboek.gui.session import Session
from vp_logboek.gui.tasks import StoreThread
from vp_logboek.services import notebook
from vp_logboek.store.logbook import Logbook


@pytest.fixture
def page(book: Opened) -> DossierList:
    return shown(book, DossierList(book.session))


def numbers(page: DossierList) -> list[str]:
    return [line.row.number for line in page.model.items()]


@pytest.mark.parametrize(
    "which,found,words",
    [
        (Which.OPEN, ["2026-002", "2026-001"], "2 open dossiers"),
        (Which.CLOSED, ["2026-003"], "1 gesloten dossier"),
        (Which.ALL, ["2026-003", "2026-002", "2026-001"], "3 dossiers"),
    ],
)
def test_open_ones_closed_ones_or_all(
    page: DossierList, which: Which, found: list[str], words: str
) -> None:
    page.filter.which.choose(which)
    assert numbers(page) == found
    assert page.count.text() == words


@pytest.mark.parametrize("words", ["pest", "PÉST", "001", "2026-001", "2026 pesten"])
def test_a_few_letters_of_the_subject_or_the_number_find_it(page: DossierList, words: str) -> None:
    page.filter.words.setText(words)
    assert numbers(page) == ["2026-001"]


def test_words_of_a_note_find_no_dossier(page: DossierList) -> None:
    page.filter.words.setText(CANARY)
    assert page.nothing.sentence() == "Er is geen dossier dat hierbij past."
    page.nothing.offers()[0].click()
    assert len(numbers(page)) == 3
    assert not page.filter.words.text()


def test_an_order_is_chosen_by_keyboard_and_a_head_tells_the_field(page: DossierList) -> None:
    page.filter.order.choose(Order.NUMBER)
    page.filter.order.activated.emit(page.filter.order.currentIndex())
    assert numbers(page) == ["2026-001", "2026-002"]
    page.table.horizontalHeader().setSortIndicator(
        SUBJECT, page.table.horizontalHeader().sortIndicatorOrder()
    )
    assert page.filter.order.choice() is Order.SUBJECT


def test_what_is_to_be_done_is_counted_where_there_is_room(page: DossierList) -> None:
    cells = [page.model.index(row, ACTIONS).data() for row in range(2)]
    assert cells == ["1", "1"]
    assert not page.table.isColumnHidden(ACTIONS)
    page.resize(420, 700)
    assert page.table.isColumnHidden(ACTIONS)
    assert not page.table.isColumnHidden(LAST)


def test_a_long_subject_is_not_cut_off_while_another_column_stands_beside_it(
    page: DossierList,
) -> None:
    words = page.table.fontMetrics().horizontalAdvance("Intimidatie en machtsmisbruik")
    others = set[int]()
    for width in range(400, 720, 20):
        page.resize(width, 700)
        shown = {n for n in (TALKS, ACTIONS) if not page.table.isColumnHidden(n)}
        assert not shown or page.table.columnWidth(SUBJECT) >= words + 20, width
        others |= shown
    assert others == {TALKS, ACTIONS}


def test_whether_it_is_open_is_told_only_among_all(page: DossierList) -> None:
    assert page.table.isColumnHidden(STATE)
    page.filter.which.choose(Which.ALL)
    assert not page.table.isColumnHidden(STATE)


def test_the_chosen_dossier_stays_chosen_when_all_is_read_again(
    book: Opened, page: DossierList
) -> None:
    page.table.selectRow(1)
    book.change(lambda logbook: add(logbook, NOW, "fysiek"))
    here = page.model.item(page.table.currentIndex().row())
    assert here is not None
    assert here.row.number == "2026-001"


def test_without_dossiers_there_is_nothing_to_filter(empty: Opened) -> None:
    page = shown(empty, DossierList(empty.session))
    assert not page.filter.isVisible()
    assert page.nothing.sentence() == "Een eerste gesprek opent vanzelf een dossier."


def test_when_all_are_closed_it_says_so_and_offers_them(book: Opened, page: DossierList) -> None:
    for one in (1, 2):
        book.change(lambda logbook, one=one: notebook.close_dossier(logbook, one, NOW))
    assert page.nothing.sentence() == "Er is nu geen open dossier."
    page.nothing.offers()[0].click()
    assert len(numbers(page)) == 3


def two_organisations(logbook: Logbook) -> None:
    fill(logbook)
    notebook.save_organisation(logbook, Organisation("School"))
    add(logbook, NOW, "fysiek", 2)


@pytest.fixture
def two(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    with opened(tmp_path, qtbot, Organisation("Gemeente Dorp"), two_organisations) as one:
        yield one


def test_of_several_organisations_one_can_be_chosen(two: Opened) -> None:
    page = shown(two, DossierList(two.session))
    assert not page.table.isColumnHidden(ORGANISATION)
    page.filter.organisation.setCurrentIndex(2)
    assert numbers(page) == ["2026-004"]
    assert page.table.isColumnHidden(ORGANISATION)


def test_of_one_organisation_there_is_nothing_to_choose(page: DossierList) -> None:
    assert not page.filter.organisation.isVisible()


def test_before_a_logbook_is_open_it_can_be_dressed(qtbot: QtBot) -> None:
    """The window is made before the key is known, and may change its letters meanwhile."""
    made = DossierList(Session(StoreThread()))
    qtbot.addWidget(made)
    QApplication.sendEvent(made, QEvent(QEvent.Type.FontChange))
    assert made.table.isColumnHidden(ORGANISATION)
