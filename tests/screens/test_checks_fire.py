"""Each check says something where there is something wrong, and nothing where there is not."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.screens import checks
from tests.screens.checks import focus
from tests.screens.judged import FOLDED
from tests.screens.stage import give
from vp_logboek.gui import theme
from vp_logboek.gui.theme import Mode
from vp_logboek.gui.widgets import button, label, primary_button

Plant = Callable[[QWidget], object]


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    theme.apply(qapp, Mode.LIGHT, 100)


@pytest.fixture
def room(qtbot: QtBot) -> QWidget:
    """A form as any of the program: nothing is wrong with it."""
    made = QWidget()
    qtbot.addWidget(made)
    rows = QFormLayout(made)
    for name, field in (("&Naam", QLineEdit()), ("&Soort", _kinds()), ("&Lijst", _list())):
        words = QLabel(name)
        words.setBuddy(field)
        rows.addRow(words, field)
    rows.addRow(QCheckBox("&Altijd vragen"))
    rows.addRow(label("Dit is een korte zin.", "muted"))
    rows.addRow(primary_button("&Opslaan"))
    rows.addRow(button("Sl&uiten"))
    rows.addRow(_table("Pesten", "Kort"))
    made.resize(500, 520)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def _kinds() -> QComboBox:
    made = QComboBox()
    made.addItems(["fysiek", "telefoon"])
    return made


def _list() -> QListView:
    made = QListView()
    made.setModel(QStringListModel(["een", "twee"], made))
    made.setMaximumHeight(80)
    made.setStyleSheet("QListView::item { min-height: 30px; }")
    return made


def _table(*cells: str) -> QTableView:
    made = QTableView()
    model = QStandardItemModel(made)
    model.appendRow([QStandardItem(text) for text in cells])
    made.setModel(model)
    made.setAccessibleName("Gesprekken")
    made.setWordWrap(False)
    made.verticalHeader().hide()
    made.verticalHeader().setDefaultSectionSize(36)
    made.setMinimumHeight(90)
    return made


@pytest.mark.parametrize("check", checks.ALL, ids=lambda check: check.name)
def test_nothing_is_said_where_nothing_is_wrong(room: QWidget, check: checks.Check) -> None:
    focus.begin()
    assert check.find(room) == []


def nameless(room: QWidget) -> None:
    room.layout().addRow(QLineEdit())


def nameless_list(room: QWidget) -> None:
    room.layout().addRow(_kinds())


def same_name(room: QWidget) -> None:
    for _ in range(2):
        room.layout().addRow(button("Verwijder"))


def silent_row(room: QWidget) -> None:
    room.layout().addRow(_table("", ""))


def faint_words(room: QWidget) -> None:
    words = QLabel("Nauwelijks te lezen")
    words.setStyleSheet("color: #9A968E;")
    room.layout().addRow(words)


def faint_cell(room: QWidget) -> None:
    table = room.findChild(QTableView)
    table.model().item(0, 0).setForeground(Qt.GlobalColor.lightGray)
    table.setStyleSheet("QTableView::item { color: #BBBBBB; }")


def faint_edge(room: QWidget) -> None:
    room.findChild(QLineEdit).setStyleSheet("QLineEdit { border: 1px solid #EEEEEE; }")


def cut_button(room: QWidget) -> None:
    room.findChild(QPushButton).setMaximumWidth(40)


def cut_label(room: QWidget) -> None:
    words = QLabel("Een zin die op geen enkele manier in zo weinig ruimte past.")
    words.setWordWrap(True)
    words.setMaximumSize(80, 24)
    room.layout().addRow(words)


def cut_list(room: QWidget) -> None:
    one = room.findChild(QComboBox)
    one.setMinimumContentsLength(1)
    one.setMaximumWidth(50)


def cut_head(room: QWidget) -> None:
    table = room.findChild(QTableView)
    table.model().setHorizontalHeaderLabels(["Gesprekken", "Laatste"])
    table.setColumnWidth(0, 40)


def cut_cell(room: QWidget) -> None:
    room.layout().addRow(_table("Intimidatie en machtsmisbruik door een ander", "x"))


def sideways(room: QWidget) -> None:
    area = QScrollArea()
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    inside = QWidget()
    inside.setMinimumSize(900, 20)
    area.setWidget(inside)
    room.layout().addRow(area)


def pushed_out(room: QWidget) -> None:
    holder = QWidget()
    holder.setFixedSize(200, 40)
    one = QPushButton("Buiten beeld", holder)
    one.setGeometry(150, 0, 120, 34)
    room.layout().addRow(holder)


def too_wide(room: QWidget) -> None:
    room.setMinimumWidth(900)


def small_target(room: QWidget) -> None:
    room.findChild(QPushButton).setFixedHeight(20)


def low_rows(room: QWidget) -> None:
    head = room.findChild(QTableView).verticalHeader()
    head.setMinimumSectionSize(10)
    head.setDefaultSectionSize(18)


def no_ring(room: QWidget) -> None:
    room.findChild(QPushButton).setStyleSheet("QPushButton:focus { border: none; outline: none; }")
    one = button("Zonder rand")
    one.setStyleSheet("QPushButton, QPushButton:focus { border: 1px solid gray; padding: 4px; }")
    room.layout().addRow(one)


def faint_ring(room: QWidget) -> None:
    room.findChild(QCheckBox).setStyleSheet(
        "QCheckBox:focus { border: 2px solid #E5E2DA; border-radius: 5px; }"
    )


def same_letter(room: QWidget) -> None:
    room.layout().addRow(button("&Nieuw"))


def long_sentence(room: QWidget) -> None:
    room.layout().addRow(label("woord " * 21))


def english(room: QWidget) -> None:
    room.layout().addRow(button("Cancel"))


def blame(room: QWidget) -> None:
    room.findChild(QLineEdit).setToolTip("Ongeldige datum.")


@pytest.mark.parametrize(
    "check, plant",
    [
        *((checks.ALOUD, one) for one in (nameless, nameless_list, same_name, silent_row)),
        *((checks.CONTRAST, one) for one in (faint_words, faint_cell, faint_edge)),
        *(
            (checks.CLIPPED, one)
            for one in (
                cut_button, cut_label, cut_list, cut_head, cut_cell, sideways, pushed_out, too_wide
            )
        ),
        *((checks.TARGETS, one) for one in (small_target, low_rows)),
        *((checks.FOCUS, one) for one in (no_ring, faint_ring)),
        (checks.MNEMONICS, same_letter),
        *((checks.WORDS, one) for one in (long_sentence, english, blame)),
    ],
    ids=lambda one: getattr(one, "__name__", None) or one.name,
)  # fmt: skip
def test_a_planted_fault_is_found(room: QWidget, check: checks.Check, plant: Plant) -> None:
    plant(room)
    give(FOLDED, room)
    focus.begin()
    assert check.find(room) != []


def test_letters_are_counted_in_a_menu_too(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    for text in ("&Openen", "&Sluiten"):
        menu.addAction(text)
    assert checks.MNEMONICS.find(menu) == []
    menu.addAction("&Opslaan")
    assert checks.MNEMONICS.find(menu) != []
    menu.popup(menu.pos())
    assert checks.TARGETS.find(menu) == []
    menu.setStyleSheet("QMenu::item { padding: 0; font-size: 7pt; }")
    assert checks.TARGETS.find(menu) != []


def test_what_is_covered_is_not_looked_at(room: QWidget) -> None:
    nameless(room)
    give(FOLDED, room)
    cover = QWidget(room)
    cover.setAutoFillBackground(True)
    cover.setGeometry(room.rect())
    QVBoxLayout(cover).addWidget(label("Op slot"))
    cover.show()
    assert checks.ALOUD.find(room) == []
    cover.hide()
    assert checks.ALOUD.find(room) != []
