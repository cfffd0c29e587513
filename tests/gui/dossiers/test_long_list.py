"""A list of very many dossiers: rows are made where one looks, and the last question wins."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.dossiers.conftest import NOW, add, shown
from tests.gui.opened import Opened
from vp_logboek.domain.dossier import ContactKind
from vp_logboek.domain.listing import DossierRow
from vp_logboek.gui.dossiers import list_pane, list_reading
from vp_logboek.gui.dossiers.list_columns import NUMBER, SUBJECT, TALKS
from vp_logboek.gui.dossiers.list_filter import Order, Which
from vp_logboek.gui.dossiers.list_pane import DossierList
from vp_logboek.gui.dossiers.list_reading import Asked, Wanted
from vp_logboek.services import dossier_list
from vp_logboek.services.dossier_list import Line

MANY = 6000
SUBJECTS = ("pesten", "stalking", "agressie")


def many(_: object = None) -> tuple[Line, ...]:
    """Invented dossiers, the last one first; every tenth is closed."""
    first = date(2000, 1, 1)
    rows = (
        DossierRow(
            n, f"{2000 + n // 1000}-{n % 1000:03d}", SUBJECTS[n % 3], ContactKind.MELDING,
            first + timedelta(days=n), None if n % 10 else NOW, n % 7, None, 1,
        )
        for n in range(MANY, 0, -1)
    )  # fmt: skip
    return tuple(Line(row, 0) for row in rows)


class Counts(Counter[str]):
    """How often the list of dossiers did what takes time."""


@pytest.fixture
def counts(monkeypatch: pytest.MonkeyPatch) -> Counts:
    found, lines = Counts(), many()

    def noted(name: str, work: Callable[..., object]) -> Callable[..., object]:
        def do(*given: object, **named: object) -> object:
            found[name] += 1
            return work(*given, **named)

        return do

    monkeypatch.setattr(dossier_list, "lines", noted("read", lambda _: lines))
    monkeypatch.setattr(list_pane, "row_of", noted("made", list_pane.row_of))
    monkeypatch.setattr(list_reading, "listed", noted("listed", list_reading.listed))
    return found


@pytest.fixture
def page(book: Opened, counts: Counts) -> DossierList:
    made = shown(book, DossierList(book.session))
    assert not made.asking.has_few
    return made


def rest(book: Opened, page: DossierList) -> None:
    """Until who types has paused, and the answer is there."""
    book.qtbot.waitUntil(lambda: not page.asking.typing.is_waiting)
    book.settle()


def in_sight(page: DossierList) -> int:
    return page.table.viewport().height() // page.table.rowHeight(0) + 1


def test_rows_are_made_only_where_one_looks(
    book: Opened, page: DossierList, counts: Counts
) -> None:
    page.filter.which.choose(Which.ALL)
    rest(book, page)
    assert page.count.text() == f"{MANY} dossiers"
    page.grab()
    assert 0 < counts["made"] <= 4 * in_sight(page)
    last = page.model.rowCount() - 1
    assert page.model.index(last, NUMBER).data() == "2000-001"


def test_the_columns_are_fitted_without_making_a_row(page: DossierList, counts: Counts) -> None:
    page.hide()
    counts.clear()
    for width in (420, 900, 640):
        page.resize(width, 500)
        page._fit_columns()
    assert counts["made"] == 0


def test_who_types_on_waits_once_for_all_letters(
    book: Opened, page: DossierList, counts: Counts
) -> None:
    counts.clear()
    for letters in range(1, 7):
        page.filter.words.setText("pesten"[:letters])
    assert counts["listed"] == 0
    rest(book, page)
    assert counts == {"listed": 1, "made": counts["made"]}
    assert {line.row.subject for line in page.model.items()} == {"pesten"}
    assert page.count.text() == f"{page.model.rowCount()} open dossiers"


def test_an_answer_to_an_older_question_is_never_shown(
    book: Opened, page: DossierList, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers: list[Callable[[], object]] = []
    monkeypatch.setattr(
        type(book.session), "run", lambda _, work, then: answers.append(lambda: then(work()))
    )
    page.filter.words.setText("pesten")
    page.asking.typing.flush()
    work_done_early = answers.pop()
    page.filter.words.setText("stalking")
    page.asking.typing.flush()
    answers.pop()()
    work_done_early()
    assert {line.row.subject for line in page.model.items()} == {"stalking"}


def test_what_was_answered_before_another_was_asked_is_dropped_too(
    book: Opened, page: DossierList, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers: list[Callable[[], object]] = []

    def run(_: object, work: Callable[[], object], then: Callable[[object], object]) -> None:
        found = work()
        assert found is not None
        answers.append(lambda: then(found))

    monkeypatch.setattr(type(book.session), "run", run)
    for words in ("pesten", "stalking"):
        page.filter.words.setText(words)
        page.asking.typing.flush()
    answers[1]()
    answers[0]()
    assert {line.row.subject for line in page.model.items()} == {"stalking"}


def test_the_work_for_an_older_question_is_not_done(book: Opened, counts: Counts) -> None:
    tree = book.session.tree
    asked = Asked(many(), Wanted(Which.ALL), (-1, Qt.SortOrder.AscendingOrder), tree, {})
    assert list_reading.listed(asked) is not None
    assert list_reading.listed(replace(asked, is_stale=lambda: True)) is None


def test_enter_does_not_wait_for_the_pause(book: Opened, page: DossierList) -> None:
    page.filter.words.setText("2001-04")
    QTest.keyClick(page.filter.words, Qt.Key.Key_Return)
    book.settle()
    assert page.model.rowCount() == 9  # of ten one is closed
    assert page.table.hasFocus()


def test_out_of_sight_nothing_is_read_until_one_looks_again(
    book: Opened, page: DossierList, counts: Counts
) -> None:
    page.hide()
    counts.clear()
    for _ in range(3):
        book.change(lambda _: None)
    assert counts["read"] == counts["listed"] == 0
    page.show()
    book.settle()
    assert (counts["read"], counts["listed"]) == (1, 1)
    page.hide()
    page.show()
    book.settle()
    assert counts["read"] == 1, "what did not change is not read again"


def test_of_many_saves_at_once_the_last_is_read(
    book: Opened, page: DossierList, counts: Counts
) -> None:
    counts.clear()
    gate = Event()
    book.session.ask(lambda _: gate.wait(5), lambda _: None)
    for _ in range(5):
        page.reload()
    gate.set()
    book.settle()
    assert counts["read"] == 1


def test_it_is_sorted_elsewhere_and_the_chosen_one_stays_chosen(
    book: Opened, page: DossierList, qtbot: QtBot
) -> None:
    page.table.selectRow(3)
    chosen = page.model.item(3)
    with qtbot.assertNotEmitted(page.chosen):
        page.table.sortByColumn(TALKS, Qt.SortOrder.DescendingOrder)
        book.settle()
    talks = [line.row.talks for line in page.model.items()]
    assert talks == sorted(talks, reverse=True)
    assert page.model.item(page.table.currentIndex().row()) is chosen


def test_every_order_is_that_of_what_one_reads(book: Opened, page: DossierList) -> None:
    page.filter.words.setText("2003")
    rest(book, page)
    for order in Order:
        page._sort(order)
        book.settle()
        assert page.model.rowCount() == 900
    page._sort(Order.SUBJECT)
    book.settle()
    subjects = [page.model.index(row, SUBJECT).data() for row in range(900)]
    assert subjects == sorted(subjects)


def test_few_are_listed_while_one_types(book: Opened) -> None:
    few = shown(book, DossierList(book.session))
    few.filter.words.setText("pest")
    assert few.model.rowCount() == 1
    book.change(lambda logbook: add(logbook, NOW, "pesten"))
    assert few.model.rowCount() == 2
