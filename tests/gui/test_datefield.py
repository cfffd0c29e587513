"""A day is what was typed, or it is no day at all: never another day in silence."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCalendarWidget
from pytestqt.qtbot import QtBot

from vp_logboek.gui.widgets import DateField
from vp_logboek.gui.widgets.day_words import read_day

NOVEMBER, TOMORROW = date(2026, 11, 21), date(2026, 11, 22)


@pytest.fixture(name="field")
def date_field(qtbot: QtBot) -> DateField:
    made = DateField(NOVEMBER)
    qtbot.addWidget(made)
    made.show()
    made.start_typing()
    return made


@pytest.fixture(name="type_in")
def typing(qtbot: QtBot, field: DateField) -> Callable[[str], None]:
    def type_in(text: str) -> None:
        field.edit.selectAll()
        qtbot.keyClicks(field.edit, text)
        qtbot.keyClick(field.edit, Qt.Key.Key_Return)

    return type_in


@pytest.mark.parametrize(
    "typed, day",
    [
        ("31012026", date(2026, 1, 31)),
        ("29022024", date(2024, 2, 29)),
        ("4-3-2026", date(2026, 3, 4)),
        ("4/3/26", date(2026, 3, 4)),
        ("04.03.2026", date(2026, 3, 4)),
    ],
)
def test_a_day_is_the_day_that_was_typed(
    field: DateField, type_in: Callable[[str], None], typed: str, day: date
) -> None:
    """In November, a month of thirty days, and in a year without a 29 February."""
    type_in(typed)

    assert field.day() == day
    assert field.edit.text() == f"{day:%d-%m-%Y}"


@pytest.mark.parametrize(
    "typed", ["31022026", "29-2-2025", "31-04-2025", "0-1-2025", "ooit", "30 feb", "4 ma", ""]
)
def test_what_is_no_day_is_kept_and_told(
    qtbot: QtBot, field: DateField, type_in: Callable[[str], None], typed: str
) -> None:
    with qtbot.assertNotEmitted(field.left):
        type_in(typed or " ")

    assert not field.is_possible()
    assert field.day() == NOVEMBER
    assert field.edit.text().strip() == typed
    assert field._words.text() == "deze dag bestaat niet"


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)))
def test_every_day_can_be_typed_in_three_ways(day: date) -> None:
    for form in ("%d-%m-%Y", "%d%m%Y", "%d/%m/%Y"):
        assert read_day(day.strftime(form)) == day


def test_arrows_go_a_day_further_and_back(qtbot: QtBot, field: DateField) -> None:
    qtbot.keyClick(field.edit, Qt.Key.Key_Up)
    assert field.day() == date(2026, 11, 22)
    qtbot.keyClick(field.edit, Qt.Key.Key_Down)
    assert field.day() == NOVEMBER


def test_a_day_can_be_picked_from_the_calendar(qtbot: QtBot, field: DateField) -> None:
    field.pick.click()
    calendar = field.findChild(QCalendarWidget)
    assert isinstance(calendar, QCalendarWidget)
    assert calendar.selectedDate().toPython() == NOVEMBER
    with qtbot.waitSignal(field.left):
        calendar.clicked.emit(calendar.selectedDate().addDays(-1))
    assert field.day() == date(2026, 11, 20)


@pytest.mark.parametrize(
    "typed, day",
    [
        ("4-3", date(2026, 3, 4)),
        ("4 mrt", date(2026, 3, 4)),
        ("4 maart", date(2026, 3, 4)),
        ("4 mrt. 2025", date(2025, 3, 4)),
        ("24-12", date(2025, 12, 24)),
        ("29 feb", None),
        ("29 feb 2024", date(2024, 2, 29)),
        ("Gisteren", date(2026, 11, 20)),
        ("vandaag", NOVEMBER),
        ("4 ju", None),
        ("4 juni", date(2026, 6, 4)),
    ],
)
def test_a_day_can_be_written_as_people_do(typed: str, day: date | None) -> None:
    """Without a year it is the last such day."""
    assert read_day(typed, NOVEMBER) == day


@pytest.mark.parametrize(
    "typed, day", [("4-3", date(2027, 3, 4)), ("24 dec", date(2026, 12, 24)), ("morgen", TOMORROW)]
)
def test_a_field_that_looks_ahead_takes_the_first_day_to_come(typed: str, day: date) -> None:
    assert read_day(typed, NOVEMBER, ahead=True) == day


def test_what_was_typed_counts_with_a_shortcut_too(qtbot: QtBot, field: DateField) -> None:
    field.edit.selectAll()
    qtbot.keyClicks(field.edit, "4-3")
    assert field.day() == NOVEMBER
    field.settle()
    assert field.day() == date(2026, 3, 4)


def test_after_enter_one_types_another_day_over_it(qtbot: QtBot, field: DateField) -> None:
    qtbot.waitUntil(field.edit.hasFocus)
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    qtbot.keyClicks(field.edit, "gisteren")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.day() == date(2026, 11, 20)


@pytest.mark.parametrize("how", ["enter", "ctrl_s"])
def test_beside_what_is_no_day_stands_no_day_of_the_week(qtbot: QtBot, how: str) -> None:
    field = DateField(NOVEMBER, says_wrong=False)
    qtbot.addWidget(field)
    assert not field._words.isHidden(), "the control"
    field.edit.setText("31-2-2026")
    field.settle() if how == "ctrl_s" else field.edit.editingFinished.emit()
    assert field._words.isHidden()
    field.edit.setText("21-11-2026")
    field.edit.editingFinished.emit()
    assert field._words.text() == "zaterdag"
    assert not field._words.isHidden()
