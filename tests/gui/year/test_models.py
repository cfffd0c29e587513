"""The tables of the year screen as Qt models and as pixels."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.gui.controls import picture
from tests.gui.year.test_comparison import compared
from tests.gui.year.views import view
from vp_logboek.domain.subjects import MainClass
from vp_logboek.domain.tables import TableCode
from vp_logboek.gui.theme import DARK, LIGHT, Colours, colours_of, palette_of
from vp_logboek.gui.year.models import SheetModel
from vp_logboek.gui.year.pair import FigureTable, line_up
from vp_logboek.gui.year.sheets import my_sheet
from vp_logboek.gui.year.their_sheet import their_sheet

NUMBERS = {"pesten": 9, "met_collega": 6, "fysiek": 1, "procedurevraag": 2}


@pytest.fixture
def tester(qtmodeltester: ModelTester) -> ModelTester:
    return qtmodeltester


def test_the_model_keeps_qts_rules(tester: ModelTester) -> None:
    model = SheetModel()
    tester.check(model)
    model.show_sheet(my_sheet(compared(view(NUMBERS)), "2025", ""))
    tester.check(model)


def test_a_figure_is_read_aloud_with_its_reason(qtbot: QtBot) -> None:
    model = SheetModel()
    model.show_sheet(their_sheet(compared(view(NUMBERS)), "2025", exact=False))
    said = [
        model.index(row, 1).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(model.rowCount())
    ]
    assert "Verborgen. Dit aantal is te klein." in said


def table(qtbot: QtBot, numbers: dict[str, int], colours: Colours = LIGHT) -> FigureTable:
    made = FigureTable("HR ziet")
    qtbot.addWidget(made)
    made.setPalette(palette_of(colours))
    made.resize(520, 10)
    made.show_sheet(their_sheet(compared(view(numbers)).wholes(), "2025", exact=False))
    made.set_heights(made.natural_heights())
    return made


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_hidden_numbers_have_the_same_pixels_whatever_they_are(
    qtbot: QtBot, colours: Colours
) -> None:
    one = table(qtbot, NUMBERS, colours)
    other = table(qtbot, {**NUMBERS, "fysiek": 2, "procedurevraag": 1}, colours)
    none = table(qtbot, {**NUMBERS, "fysiek": 3, "procedurevraag": 0}, colours)
    assert picture(one) == picture(other)
    assert picture(one) != picture(none)


def test_a_longer_bar_has_more_pixels_of_its_colour(qtbot: QtBot) -> None:
    numbers = {"pesten": 12, "met_collega": 6, "procedurevraag": 3}
    made = table(qtbot, {**numbers, "integriteitsdilemma": 3, "fysiek": 3})
    made.resize(1400, made.height())  # room for bars, also at the size an earlier test left
    seen = picture(made)

    def pixels(main: MainClass) -> int:
        wanted = QColor(colours_of(made).main(main)).rgb()  # light, or dark after another test
        left = made.columnWidth(0) + 8
        places = ((x, y) for x in range(left, seen.width()) for y in range(seen.height()))
        return sum(seen.pixel(x, y) == wanted for x, y in places)

    conduct, conflict, advice = map(
        pixels, (MainClass.CONDUCT, MainClass.CONFLICT, MainClass.ADVICE)
    )
    assert conduct > 1.8 * conflict > 3 * advice > 0


def test_rows_of_both_halves_have_the_same_heights(qtbot: QtBot) -> None:
    year = view({"bedrijfsmiddelen": 4, "pesten": 9, "met_collega": 6})
    found = compared(year)
    left, right = FigureTable("U ziet"), FigureTable("HR ziet")
    for made, sheet in (
        (left, my_sheet(found, "2025", "")),
        (right, their_sheet(found, "2025", exact=False)),
    ):
        qtbot.addWidget(made)
        made.resize(420, 10)
        made.show_sheet(sheet)
    line_up(left, right)
    heights = [[one.rowHeight(n) for n in range(len(found.rows))] for one in (left, right)]
    assert heights[0] == heights[1]
    assert max(heights[0]) > min(heights[0]) >= 36


def test_letters_do_nothing_in_a_table_that_is_only_read(qtbot: QtBot) -> None:
    made = table(qtbot, NUMBERS)
    made.selectRow(1)
    qtbot.keyClicks(made, "o")
    assert made.currentIndex().row() == 1
    qtbot.keyClick(made, Qt.Key.Key_Down)
    assert made.currentIndex().row() == 2


def test_a_table_without_bars_gives_the_labels_the_room(qtbot: QtBot) -> None:
    made = FigureTable("U ziet")
    qtbot.addWidget(made)
    made.resize(500, 10)
    made.show_sheet(my_sheet(compared(view(NUMBERS), TableCode.ACTIVITIES), "2025", ""))
    assert made.columnWidth(0) > 250
