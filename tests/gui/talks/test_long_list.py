"""A list that is too long to read as a whole: all of it is there, and read where one looks."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from tests.gui.conftest import NOW, Running
from tests.gui.test_window import add
from vp_logboek.gui.talks import list_model, list_reading
from vp_logboek.gui.talks.list_model import DATE, SUBJECT
from vp_logboek.gui.talks.list_pane import TalkList
from vp_logboek.store.logbook import Logbook

TALKS, PAGE = 45, 10
DOWN, UP = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@pytest.fixture
def talks(running: Running, monkeypatch: pytest.MonkeyPatch) -> Iterator[TalkList]:
    """Pages of ten, so that forty-five talks are many."""

    def fill(logbook: Logbook) -> None:
        for number in range(TALKS):
            subject = ("pesten", "stalking", "agressie")[number % 3]
            add(logbook, date(2026, 1, 1) + timedelta(days=number), subject)

    for module in (list_model, list_reading):
        monkeypatch.setattr(module, "PAGE", PAGE)
    running.change(fill)
    running.program.window.resize(1000, 500)
    running.settle()
    return running.program.window.talks


def shown(talks: TalkList, row: int) -> str:
    return str(talks.model.index(row, SUBJECT).data())


def until_read(running: Running, talks: TalkList, row: int) -> str:
    """Look at a row until there is something to see."""
    running.qtbot.waitUntil(lambda: shown(talks, row) != "")
    running.settle()
    return shown(talks, row)


def test_all_talks_stand_in_the_list_and_only_the_first_were_read(
    running: Running, talks: TalkList
) -> None:
    assert talks.count.text() == f"{TALKS} gesprekken"
    assert talks.model.rowCount() == TALKS + 2  # and two months
    assert [talks.model.index(row, DATE).data() for row in talks.model.groups()] == [
        "februari 2026", "januari 2026",
    ]  # fmt: skip
    assert shown(talks, 1) == "Agressie en geweld"
    last = talks.model.rowCount() - 1
    assert not talks.model.is_whole
    assert talks.model.talk_id(last) == 1
    assert until_read(running, talks, last) == "Pesten"


def test_what_was_not_read_can_be_chosen(running: Running, talks: TalkList) -> None:
    talks.table.selectRow(talks.model.rowCount() - 1)
    running.settle()
    reader = running.program.window.rooms.reader
    assert running.program.window.rooms.browse.details.currentWidget() is reader
    assert reader.talk is not None
    assert reader.talk.id == 1


def test_each_id_knows_its_row(talks: TalkList) -> None:
    model = talks.model
    for order in (UP, DOWN):
        talks.table.sortByColumn(DATE, order)
        rows = [row for row in range(model.rowCount()) if model.talk_id(row) is not None]
        assert [model.row_of(model.talk_id(row) or 0) for row in rows] == rows
        assert len(rows) == TALKS
    assert model.row_of(10_000) is None


def test_the_other_way_round_the_oldest_stand_first(running: Running, talks: TalkList) -> None:
    talks.table.sortByColumn(DATE, DOWN)
    assert talks.model.index(0, DATE).data() == "januari 2026"
    assert talks.model.talk_id(1) == 1
    assert until_read(running, talks, 1) == "Pesten"


def test_sorted_by_subject_is_sorted_as_a_whole(running: Running, talks: TalkList) -> None:
    talks.table.sortByColumn(SUBJECT, DOWN)
    running.settle()
    assert list(talks.model.groups()) == []
    ends = [until_read(running, talks, row) for row in (0, 20, TALKS - 1)]
    assert ends == ["Agressie en geweld", "Pesten", "Stalking"]
    talks.table.sortByColumn(SUBJECT, UP)
    assert until_read(running, talks, 0) == "Stalking"
    talks.table.sortByColumn(DATE, UP)
    assert talks.model.talk_id(1) == TALKS


def test_a_question_that_was_overtaken_is_not_asked(
    running: Running, talks: TalkList, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    listing = list_reading.notebook.listing

    def noted(logbook: Logbook, query: object) -> object:
        asked.append(getattr(query, "text", ""))
        return listing(logbook, query)  # type: ignore[arg-type]

    monkeypatch.setattr(list_reading.notebook, "listing", noted)
    running.program.session.ask(lambda _: running.qtbot.wait(0), lambda _: None)
    for text in ("p", "pe", "pes"):
        talks.search(text)
    running.settle()
    assert asked[-1] == "pes"
    assert talks.count.text() == "15 gesprekken gevonden in 2026"


def test_the_model_of_a_long_list_keeps_qts_rules(running: Running, talks: TalkList) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(talks.model, mode)
    for column, order in ((DATE, DOWN), (SUBJECT, UP), (DATE, UP)):
        talks.table.sortByColumn(column, order)
        running.settle()
        until_read(running, talks, talks.model.rowCount() - 1)
    running.change(lambda logbook: add(logbook, NOW.date(), "fysiek"))
    running.settle()
    talks.search("stalk")
    running.settle()
    talks.table.repaint()
    assert tester.model() is talks.model
    assert talks.count.text() == "15 gesprekken gevonden in 2026"
