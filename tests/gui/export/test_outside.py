"""The question whether anything was handed over before, and its fields."""

from tests.gui.export.conftest import Walk
from vp_logboek.domain.outside import Outside
from vp_logboek.domain.tables import TableCode
from vp_logboek.gui.export import given, words
from vp_logboek.gui.export.dialog import CONTENTS, OUTSIDE
from vp_logboek.gui.export.outside import OutsideStep

PESTEN = (TableCode.SUBJECT, "pesten")


def at_the_fields(walk: Walk) -> OutsideStep:
    walk.next()
    walk.dialog.outside.yes.click()
    return walk.dialog.outside


def test_the_question_names_the_year(walk: Walk) -> None:
    walk.next()
    assert walk.dialog.outside._question.text() == "Is over 2025 al iets verstrekt?"
    assert walk.dialog.outside.figures.isHidden()


def test_the_total_and_the_rows_of_one_table_can_be_told(walk: Walk) -> None:
    outside = at_the_fields(walk)
    outside.figures.total_field.insert("12")
    outside.figures.show_table(TableCode.SUBJECT)
    outside.figures.field(PESTEN).insert("3")
    assert outside.figures.summary.text() == "Ingevuld: totaal 12, Pesten 3."
    outside.figures.show_table(TableCode.CONTACT)
    assert outside.numbers() == {given.TOTAL: 12, PESTEN: 3}
    walk.next()
    assert walk.dialog.now == CONTENTS
    prepared = walk.dialog._prepared
    assert prepared is not None
    assert set(prepared.prospect.outside) == {
        Outside(TableCode.KEY, "totaal", 12), Outside(TableCode.SUBJECT, "pesten", 3),
    }  # fmt: skip


def test_what_is_no_number_is_told_beside_the_field(walk: Walk) -> None:
    outside = at_the_fields(walk)
    outside.figures.total_field.insert("zes")
    walk.next()
    assert walk.dialog.now == OUTSIDE
    assert outside.figures.total_field.remark.text() == given.NO_NUMBER
    assert outside.figures.total_field.hasFocus()


def test_a_part_that_is_more_than_the_total_is_brought_into_sight(walk: Walk) -> None:
    outside = at_the_fields(walk)
    outside.figures.total_field.insert("2")
    outside.figures.show_table(TableCode.SUBJECT)
    outside.figures.field(PESTEN).insert("3")
    outside.figures.show_table(TableCode.CONTACT)
    walk.next()
    assert walk.dialog.now == OUTSIDE
    assert outside.figures.field(PESTEN).isVisible()
    assert outside.figures.field(PESTEN).remark.text() == given.MORE_THAN_TOTAL


def test_more_than_is_counted_is_asked_and_not_refused(walk: Walk) -> None:
    outside = at_the_fields(walk)
    outside.figures.total_field.insert("26")
    walk.next()
    assert "U telt er nu 25." in outside.figures.total_field.remark.text()
    assert walk.dialog.now == CONTENTS


def test_yes_without_a_figure_is_no_answer(walk: Walk) -> None:
    outside = at_the_fields(walk)
    walk.next()
    assert walk.dialog.now == OUTSIDE
    assert outside.problem.isVisible()
    assert outside.problem.text() == words.NOTHING_TYPED


def test_no_takes_back_what_was_typed(walk: Walk) -> None:
    outside = at_the_fields(walk)
    outside.figures.total_field.insert("12")
    outside.no.click()
    assert outside.numbers() == {}


def test_another_year_begins_with_an_open_question(walk: Walk) -> None:
    at_the_fields(walk).figures.total_field.insert("12")
    walk.dialog.back.click()
    years = walk.dialog.period.year_list
    years.setCurrentIndex(years.findText("2026"))
    years.activated.emit(years.currentIndex())
    walk.book.settle()
    assert not walk.dialog.outside.is_answered
    assert walk.dialog.outside.figures.numbers() == {}
