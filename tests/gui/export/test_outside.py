"""The question whether anything was handed over before, and its fields."""

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.export.conftest import Walk
from tests.gui.year.views import view
from vp_logboek.domain.outside import Outside
from vp_logboek.domain.tables import TableCode
from vp_logboek.gui.export import given, words
from vp_logboek.gui.export.dialog import CONTENTS, OUTSIDE
from vp_logboek.gui.export.outside import OutsideStep

PESTEN = (TableCode.SUBJECT, "pesten")
TALLY = view({"pesten": 20, "met_collega": 5}).tally


@pytest.fixture
def step(qtbot: QtBot) -> OutsideStep:
    """The page by itself, of a year with 25 melders, with yes chosen."""
    made = OutsideStep()
    qtbot.addWidget(made)
    made.show_tally(TALLY)
    made.show()
    made.yes.click()
    return made


def test_the_question_names_the_year_and_is_open(qtbot: QtBot) -> None:
    step = OutsideStep()
    qtbot.addWidget(step)
    step.show_tally(TALLY)
    assert step._question.text() == words.given_question(TALLY.period.label)
    assert step.figures.isHidden()
    assert not step.is_answered


def test_what_was_told_is_what_is_prepared_with(walk: Walk) -> None:
    walk.next()
    assert walk.dialog.outside._question.text() == "Is over 2025 al iets verstrekt?"
    outside = walk.dialog.outside
    outside.yes.click()
    walk.next()
    assert walk.dialog.now == OUTSIDE
    outside.figures.total_field.insert("12")
    outside.figures.show_table(TableCode.SUBJECT)
    outside.figures.field(PESTEN).insert("3")
    walk.next()
    assert walk.dialog.now == CONTENTS
    prepared = walk.dialog._prepared
    assert prepared is not None
    assert set(prepared.prospect.outside) == {
        Outside(TableCode.KEY, "totaal", 12), Outside(TableCode.SUBJECT, "pesten", 3),
    }  # fmt: skip


def test_another_year_begins_with_an_open_question(walk: Walk) -> None:
    walk.next()
    walk.dialog.outside.yes.click()
    walk.dialog.outside.figures.total_field.insert("12")
    walk.dialog.back.click()
    years = walk.dialog.period.year_list
    years.setCurrentIndex(years.findText("2026"))
    years.activated.emit(years.currentIndex())
    walk.book.settle()
    assert not walk.dialog.outside.is_answered
    assert walk.dialog.outside.figures.numbers() == {}


def test_the_total_and_the_rows_of_one_table_can_be_told(step: OutsideStep) -> None:
    step.figures.total_field.insert("12")
    step.figures.show_table(TableCode.SUBJECT)
    step.figures.field(PESTEN).insert("3")
    assert step.figures.summary.text() == "Ingevuld: melders in totaal 12, Pesten 3."
    step.figures.show_table(TableCode.CONTACT)
    assert step.numbers() == {given.TOTAL: 12, PESTEN: 3}
    assert step.check()


def test_what_is_no_number_is_told_beside_the_field(step: OutsideStep) -> None:
    step.figures.total_field.insert("zes")
    assert not step.check()
    assert step.figures.total_field.remark.text() == given.NO_NUMBER
    assert step.problem.isHidden() is False


def test_a_part_that_is_more_than_the_total_is_brought_into_sight(step: OutsideStep) -> None:
    step.figures.total_field.insert("2")
    step.figures.show_table(TableCode.SUBJECT)
    step.figures.field(PESTEN).insert("3")
    step.figures.show_table(TableCode.CONTACT)
    assert not step.check()
    assert step.figures.field(PESTEN).isVisible()
    assert step.figures.field(PESTEN).remark.text() == given.MORE_THAN_TOTAL


def test_more_than_is_counted_is_asked_and_not_refused(step: OutsideStep) -> None:
    step.figures.total_field.insert("26")
    assert step.check()
    assert "U telt er nu 25." in step.figures.total_field.remark.text()


def test_yes_without_a_figure_is_no_answer(step: OutsideStep) -> None:
    assert not step.check()
    assert step.problem.isVisible()
    assert step.problem.text() == words.NOTHING_TYPED
    step.no.click()
    assert step.check()
    assert step.problem.isHidden()


def test_no_takes_back_what_was_typed(step: OutsideStep) -> None:
    step.figures.total_field.insert("12")
    step.no.click()
    assert step.numbers() == {}
