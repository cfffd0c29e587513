"""From nowhere the keys go into a table, past rows that are only headings."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from pytestqt.qtbot import QtBot

from vp_logboek.gui.widgets.table import CalmTable

KEYS = [(Qt.Key.Key_Down, 1), (Qt.Key.Key_PageDown, 1), (Qt.Key.Key_Home, 1), (Qt.Key.Key_End, 2)]


@pytest.fixture
def table(qtbot: QtBot) -> CalmTable:
    made = CalmTable("Gesprekken")
    model = QStandardItemModel(made)
    for text in ("maart 2026", "2 maart", "1 maart", "februari 2026"):
        item = QStandardItem(text)
        if text.endswith("2026"):
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        model.appendRow(item)
    made.setModel(model)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("key, row", KEYS)
def test_the_first_key_goes_to_a_row(qtbot: QtBot, table: CalmTable, key: Qt.Key, row: int) -> None:
    assert not table.currentIndex().isValid()
    qtbot.keyClick(table, key)

    assert table.currentIndex().row() == row


def test_an_empty_table_stays_as_it_is(qtbot: QtBot) -> None:
    table = CalmTable("Gesprekken")
    table.setModel(QStandardItemModel(table))
    qtbot.addWidget(table)
    qtbot.keyClick(table, Qt.Key.Key_Down)

    assert not table.currentIndex().isValid()


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, None])
def test_where_the_keyboard_only_comes_nothing_is_chosen(qtbot: QtBot, key: Qt.Key | None) -> None:
    """Else the first dossier would take the place of the form that is being written."""
    table = CalmTable("Dossiers")
    model = QStandardItemModel(table)
    model.appendRow(QStandardItem("2026-001"))
    table.setModel(model)
    qtbot.addWidget(table)
    with qtbot.waitExposed(table):
        table.show()
    table.setFocus()
    if key is not None:
        qtbot.keyClick(table, key)

    assert table.currentIndex().isValid() is (key is not None)
