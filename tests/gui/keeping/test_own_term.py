"""A dossier can have a day of its own on which it is due."""

from datetime import date

import pytest

from tests.gui.conftest import NOW, Running
from tests.gui.test_window import add
from vp_logboek.gui.dossiers.page import DossierRoom
from vp_logboek.services import notebook, purge
from vp_logboek.services.purge import Why

TODAY = NOW.date()


@pytest.fixture
def room(running: Running) -> DossierRoom:
    running.change(lambda logbook: add(logbook, TODAY, "pesten"))
    running.program.window.navigation.read_dossier(1)
    running.settle()
    return running.program.window.rooms.dossier


def own_day(running: Running) -> date | None:
    return running.ask(lambda logbook: notebook.dossier_page(logbook, 1)).dossier.destroy_on


def test_without_one_the_terms_hold(running: Running, room: DossierRoom) -> None:
    assert not room.own_term.box.isChecked()
    assert room.own_term.on.isHidden()
    assert own_day(running) is None


def test_it_is_kept_moved_and_taken_away(running: Running, room: DossierRoom) -> None:
    room.own_term.box.click()
    running.settle()
    assert own_day(running) == date(2028, 3, 3)
    room.own_term.on.choose(date(2026, 9, 1))
    room.own_term.on.left.emit()
    running.settle()
    assert own_day(running) == date(2026, 9, 1)
    room.own_term.box.click()
    running.settle()
    assert own_day(running) is None
    assert room.own_term.on.isHidden()


def test_it_makes_a_closed_dossier_due_with_that_as_the_reason(
    running: Running, room: DossierRoom
) -> None:
    room.own_term.box.click()
    room.own_term.on.choose(TODAY)
    room.own_term.on.left.emit()
    running.settle()
    running.change(lambda logbook: notebook.close_dossier(logbook, 1, TODAY))
    (due,) = running.ask(lambda logbook: purge.tidying(logbook, TODAY)).due
    assert due.why is Why.OWN_DATE
    window = running.program.window
    window.actions_by_name["place_keeping"].trigger()
    running.settle()
    assert window.rooms.keeping.due.table.rows.index(0, 4).data() == "eigen datum"
