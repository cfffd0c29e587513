"""Dossiers, actions and activities."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QCheckBox

from tests.gui.conftest import NOW, Running
from tests.gui.test_window import add
from vp_logboek.domain.dossier import (
    ContactKind,
    DossierMelder,
    Handling,
    Known,
    Measure,
    MelderKind,
)
from vp_logboek.gui.dossiers.activities_page import hours_of
from vp_logboek.gui.dossiers.head import NO_BREAK
from vp_logboek.gui.dossiers.list_filter import Which
from vp_logboek.gui.dossiers.melders import MelderDialog
from vp_logboek.gui.dossiers.page import DossierRoom
from vp_logboek.services import notebook

TODAY = NOW.date()


@pytest.fixture
def room(running: Running) -> DossierRoom:
    """The dossier of one talk."""
    running.change(lambda logbook: add(logbook, TODAY, "pesten"))
    running.program.window.actions_by_name["place_dossiers"].trigger()
    running.settle()
    running.program.window.rooms.dossiers.table.selectRow(0)
    running.settle()
    return running.program.window.rooms.dossier


def stored(running: Running):
    (row,) = running.ask(notebook.dossier_rows)
    return running.ask(lambda logbook: notebook.dossier_page(logbook, row.id)).dossier


def test_a_dossier_shows_its_number_its_subject_and_its_talks(room: DossierRoom) -> None:
    assert room.head.title.text() == "Dossier 2026-001"
    assert room.head.state.text().replace(NO_BREAK, " ") == "Pesten · geopend op 4 maart 2026"
    assert room.talks.rows.rowCount() == 1


def test_what_became_known_is_kept_with_its_day(running: Running, room: DossierRoom) -> None:
    field = room.findings.fields["handling"]
    field.value.choose(Handling.IN_LINE)
    field.value.activated.emit(0)
    running.settle()
    assert stored(running).handling == Known(Handling.IN_LINE, TODAY)
    field.on.choose(TODAY - timedelta(days=40))
    field.on.left.emit()
    running.settle()
    assert stored(running).handling == Known(Handling.IN_LINE, TODAY - timedelta(days=40))
    measure = room.findings.fields["measure"]
    measure.value.choose(Measure.WARNING)
    measure.value.activated.emit(0)
    running.settle()
    assert [known.value for known in stored(running).findings()] == [
        Handling.IN_LINE,
        Measure.WARNING,
    ]


def test_the_kind_of_contact_and_the_consent_are_kept(running: Running, room: DossierRoom) -> None:
    room.known.contact.choose(ContactKind.FORMAL_COMPLAINT)
    room.known.contact.activated.emit(0)
    running.settle()
    room.consent.click()
    running.settle()
    room.known.consent_for.setText("een driegesprek")
    room.known.consent_for.editingFinished.emit()
    running.settle()
    dossier = stored(running)
    assert dossier.kind is ContactKind.FORMAL_COMPLAINT
    assert (dossier.consent_on, dossier.consent_for) == (TODAY, "een driegesprek")


def test_a_melder_is_added(
    running: Running, room: DossierRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    another = DossierMelder(kind=MelderKind.TRAINEE)
    monkeypatch.setattr(MelderDialog, "ask", lambda _: another)
    room.melders.add_button.click()
    running.settle()
    assert [melder.kind for melder in stored(running).melders] == [None, MelderKind.TRAINEE]


def test_a_dossier_is_closed_and_opened_again(running: Running, room: DossierRoom) -> None:
    window = running.program.window
    room.close_button.click()
    running.settle()
    assert stored(running).closed == TODAY
    assert window.rooms.dossiers.model.rowCount() == 0
    window.rooms.dossiers.filter.which.choose(Which.ALL)
    assert window.rooms.dossiers.model.rowCount() == 1
    assert not room.reopen_button.isHidden()
    room.reopen_button.click()
    running.settle()
    assert stored(running).closed is None


def test_a_follow_up_begins_from_the_dossier(running: Running, room: DossierRoom) -> None:
    room.follow.click()
    running.settle()
    editor = running.program.window.rooms.editor
    assert editor.is_open
    assert editor.form.talk.dossier.number() == room.dossier.id


def test_an_action_is_noted_ticked_off_and_taken_back(running: Running, room: DossierRoom) -> None:
    window = running.program.window
    room.new_action.line.setText("terugbellen")
    room.new_action.add.click()
    running.settle()
    (action,) = running.ask(notebook.open_actions)
    assert (action.line, action.on, action.dossier) == ("terugbellen", TODAY, room.dossier.id)
    window.actions_by_name["place_actions"].trigger()
    running.settle()

    def boxes() -> list[QCheckBox]:
        found = window.rooms.actions.lines.findChildren(QCheckBox)
        return [box for box in found if box.isVisible()]

    running.qtbot.waitUntil(lambda: bool(boxes()))  # a layout shows what is new a moment later
    boxes()[0].click()
    running.settle()
    assert running.ask(notebook.open_actions) == ()
    window.undo_bar.action.click()
    running.settle()
    assert len(running.ask(notebook.open_actions)) == 1


def test_activities_are_kept_in_hours_and_can_come_back(running: Running) -> None:
    window = running.program.window
    window.actions_by_name["place_activities"].trigger()
    page = window.rooms.activities
    page.hours.setText("1,5")
    page.add.click()
    running.settle()
    (activity,) = running.ask(notebook.activities)
    assert (activity.hours, activity.on) == (1.5, TODAY)
    assert "samen 1,5 uur" in page.total.text()
    page.table.selectRow(0)
    page.remove.click()
    running.settle()
    assert running.ask(notebook.activities) == ()
    window.undo_bar.action.click()
    running.settle()
    assert len(running.ask(notebook.activities)) == 1


@pytest.mark.parametrize(
    "text,hours",
    [
        ("2", 2),
        ("1,5", 1.5),
        ("0.25", 0.25),
        ("", None),
        ("veel", None),
        ("0", None),
        ("1,1", None),
    ],
)
def test_hours_are_read_in_quarters(text: str, hours: float | None) -> None:
    assert hours_of(text) == hours


def test_hours_that_are_none_are_told_at_the_field(running: Running) -> None:
    page = running.program.window.rooms.activities
    page.hours.setText("veel")
    page.add.click()
    running.settle()
    assert page.hours_row.problem
    assert running.ask(notebook.activities) == ()
