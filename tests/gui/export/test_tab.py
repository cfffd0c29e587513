"""Tab comes past everything that can be used, and round again: no step holds the keyboard."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.gui.export.conftest import Walk
from tests.gui.opened import Opened
from vp_logboek.domain.ledger import ReleaseKind
from vp_logboek.domain.tables import TableCode


def ring(walk: Walk, begin: QWidget) -> list[QWidget]:
    """Where Tab leads from here, until it is here again."""
    begin.setFocus()
    walked = [begin]
    while len(walked) < 60:
        walk.dialog.focusNextChild()
        here = walk.dialog.focusWidget()
        if here is None or here in walked:
            break
        walked.append(here)
    return walked


def assert_all_round(walk: Walk, *wanted: QWidget) -> None:
    """From the first of these Tab comes to the others in this order, and then to the buttons."""
    walked = ring(walk, wanted[0])
    places = [walked.index(one) for one in wanted]
    assert places == sorted(places)
    buttons = (walk.dialog.close_button, walk.dialog.next, walk.dialog.again)
    usable = [one for one in buttons if one.isVisible() and one.isEnabled()]
    assert all(walked.index(one) > places[-1] for one in usable)
    assert len(usable) > 1


def test_past_an_issued_year(walk_of: Callable[..., Walk], issued_book: Opened) -> None:
    walk = walk_of(2025, issued_book)
    assert_all_round(walk, walk.dialog.period.year_list, walk.dialog.period.revise)


def test_past_more_organisations_and_kinds(walk_of: Callable[..., Walk], several: Opened) -> None:
    walk = walk_of(2025, several)
    page = walk.dialog.period
    first = page.kind.buttons()[0]
    assert first.isVisible()
    assert_all_round(walk, first, page.organisation_list, page.year_list)
    page.kind.choose(ReleaseKind.YEARS)
    several.settle()
    assert_all_round(walk, page.kind.buttons()[2], page.organisation_list, *page.year_boxes)


def test_past_the_figures_of_a_table(walk: Walk) -> None:
    walk.next()
    walk.dialog.outside.yes.click()
    figures = walk.dialog.outside.figures
    figures.show_table(TableCode.SUBJECT)
    assert_all_round(walk, figures.total_field, figures.table_list, figures.fields[-1])


def test_a_long_page_is_read_on_from_the_button_that_leads_on(walk: Walk, qtbot: QtBot) -> None:
    walk.prepare()
    walk.next()
    bar = walk.dialog.hidden.verticalScrollBar()
    assert bar.maximum() > 0
    assert walk.dialog.focusWidget() is walk.dialog.next
    qtbot.keyClick(walk.dialog.next, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    qtbot.keyClick(walk.dialog.next, Qt.Key.Key_PageUp)
    assert bar.value() == 0
