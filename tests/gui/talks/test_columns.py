"""Columns of the list: remembered, readable at every size, and by importance where it is narrow."""

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Running
from tests.gui.talks.conftest import Listed
from vp_logboek.gui.talks.list_model import DATE, DOSSIER, KIND, SUBJECT, TalkModel
from vp_logboek.gui.talks.list_table import TalkTable
from vp_logboek.gui.window.main import MainWindow


@pytest.fixture
def table(qtbot: QtBot) -> TalkTable:
    model = TalkModel()
    made = TalkTable("Gesprekken", model)
    model.setParent(made)
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show()
    return made


def hidden(table: TalkTable) -> list[int]:
    return [column for column in range(4) if table.isColumnHidden(column)]


def widths(table: TalkTable) -> list[int]:
    return [table.columnWidth(column) for column in range(4)]


def test_widths_and_order_are_kept_and_nothing_else(table: TalkTable) -> None:
    table.horizontalHeader().resizeSection(KIND, 150)
    table.sortByColumn(SUBJECT, Qt.SortOrder.AscendingOrder)
    kept = table.columns.state()
    words = bytes(kept.data()).decode().split()
    assert words[:3] == ["1", "1", "0"]
    assert [one.partition("=")[0] for one in words[3:]] == ["2"]
    table.columns.reset()
    assert table.columnWidth(KIND) != 150
    assert table.model().is_descending
    table.columns.restore(kept)
    assert table.columnWidth(KIND) == pytest.approx(150, abs=2)
    assert not table.model().is_descending


def test_the_window_remembers_them(running: Running, window: MainWindow) -> None:
    window.talks.table.sortByColumn(SUBJECT, Qt.SortOrder.AscendingOrder)
    window._kept.keep()
    window.talks.table.columns.reset()
    window._kept.restore()
    assert not window.talks.model.is_descending
    assert window.talks.model.index(0, SUBJECT).data() == "Agressie en geweld"


@pytest.mark.parametrize("kept", [None, b"1 1 0"], ids=["the control: nothing kept", "sorted"])
def test_the_window_that_is_made_before_a_logbook_opens_takes_them_back(
    outside: Running, kept: bytes | None
) -> None:
    if kept is not None:
        outside.program.preferences.set_layout("talks", QByteArray(kept))
    assert outside.program.window.talks.model.is_descending is (kept is None)


@pytest.mark.parametrize(
    "kept", [b"", b"\xff", b"1 9 0", b"1 0 7", b"1 0 0 2=x", b"2 0 0", b"1 0 0 1=9", b"1 0 0 2=nan"]
)
def test_what_cannot_be_read_changes_nothing(table: TalkTable, kept: bytes) -> None:
    before = widths(table)
    table.columns.restore(QByteArray(kept))
    assert widths(table) == before
    assert table.model().is_descending


def test_where_it_is_narrow_the_dossier_goes_first_and_then_the_kind(table: TalkTable) -> None:
    letter = table.fontMetrics().averageCharWidth()
    gone = []
    for letters in range(100, 20, -4):
        table.resize(letters * letter, 300)
        QApplication.processEvents()
        gone.append(hidden(table))
    assert [one for n, one in enumerate(gone) if one not in gone[:n]] == [
        [], [DOSSIER], [KIND, DOSSIER],
    ]  # fmt: skip


def test_a_day_can_be_read_after_the_text_became_larger(table: TalkTable) -> None:
    for points in (22, 11, 16):
        font = table.font()
        font.setPointSize(points)
        table.setFont(font)
        QApplication.processEvents()
        needed = table.fontMetrics().horizontalAdvance("28 mrt") + 20
        heading = table.horizontalHeader().sectionSizeHint(DATE)
        assert table.columnWidth(DATE) >= max(needed, heading)


def test_the_kind_takes_no_more_room_than_the_words_in_the_list(alone: Listed) -> None:
    table = alone.talks.table
    narrow = table.columnWidth(KIND)
    wide = alone.talks.model.kinds | {"begeleiding"}
    table.columns.fit_to(wide, with_year=False)
    assert table.columnWidth(KIND) > narrow, "the control: such a talk asks more"
    alone.talks.reload()
    alone.settle()
    words = max(map(table.fontMetrics().horizontalAdvance, alone.talks.model.kinds))
    assert words < table.columnWidth(KIND) == narrow
