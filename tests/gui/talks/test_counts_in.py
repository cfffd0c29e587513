"""A talk whose year was issued: told in form, reader and list, and never by a dialog."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import NOW, Running
from tests.gui.opened import PUBLISHED, add_year
from vp_logboek.gui.talks import year_words
from vp_logboek.gui.talks.editor import TalkEditor
from vp_logboek.gui.talks.list_model import DATE, SUBJECT
from vp_logboek.services.talk_years import CountsIn
from vp_logboek.services.yearly_report import issue_overview
from vp_logboek.store.logbook import Logbook

LATE_DAY = date(2025, 6, 2)
TOLD = "Telt in 2026, want 2025 is uitgebracht."


@pytest.fixture
def editor(running: Running, tmp_path: Path) -> TalkEditor:
    """A new talk on the screen, in a logbook of which 2025 is issued."""

    def issue(logbook: Logbook) -> None:
        add_year(logbook, 2025, PUBLISHED)
        organisation = logbook.organisations.all()[0]
        issue_overview(logbook, organisation, 2025, tmp_path / "2025.pdf", NOW.date())

    running.change(issue)
    running.program.window.talk_actions.new()
    running.settle()
    return running.program.window.rooms.editor


def said(room: QWidget) -> list[str]:
    return [one.text() for one in room.findChildren(QLabel)]


def test_a_late_talk_is_told_of_in_form_reader_and_list(
    running: Running, editor: TalkEditor
) -> None:
    form, rooms = editor.form, running.program.window.rooms
    assert form.talk.counts_in.isHidden()
    form.talk.day.choose(LATE_DAY)
    running.settle()
    assert form.talk.counts_in.text() == TOLD
    assert form.talk.day.edit.accessibleDescription() == f"maandag 2 juni 2025. {TOLD}"
    form.talk.day.choose(NOW.date())
    running.settle()
    assert form.talk.counts_in.isHidden()
    assert form.talk.day.edit.accessibleDescription() == "woensdag 4 maart 2026"
    form.talk.day.choose(LATE_DAY)
    form.matter.subject.choose("pesten")
    form.matter.subject.chosen.emit()
    running.settle()
    form.save.click()
    running.settle()
    assert QApplication.activeModalWidget() is None
    assert "2026, want 2025 was al uitgebracht" in said(rooms.reader)
    rooms.talks.show_year(2025, "2025", None)
    running.settle()
    assert rooms.talks.late.text() == "1 telt in 2026"
    assert not rooms.talks.late.isHidden()
    model = rooms.talks.model
    row = model.row_of(rooms.reader.talk.id)
    assert model.index(row, SUBJECT).data() == "Pesten · telt in 2026"
    index = model.index(row, DATE)
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "telt in 2026"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).endswith(", telt in 2026")
    assert model.index(row + 1, DATE).data(Qt.ItemDataRole.ToolTipRole) is None


def test_who_changes_a_counted_talk_is_told_that_its_year_stays(
    running: Running, editor: TalkEditor, qtbot: QtBot
) -> None:
    editor.close_form()
    rooms = running.program.window.rooms
    rooms.talks.show_year(2025, "2025", None)
    running.settle()
    talk = rooms.talks.model.talk(1)
    editor.edit(talk.id)
    running.settle()
    assert editor.form.talk.counts_in.text() == (
        "Is geteld in 2025. Dat jaar is uitgebracht en verandert niet meer."
    )
    rooms.reader.read(talk.id)
    running.settle()
    assert not [text for text in said(rooms.reader) if "uitgebracht" in text]


def test_each_sentence_is_short_and_plain() -> None:
    late, counted = CountsIn("2025", "2026"), CountsIn("2026", "2025", True, is_moved=True)
    assert year_words.on_the_form(None) == ""
    assert year_words.for_the_reader(late) == "2026, want 2025 was al uitgebracht"
    assert year_words.for_the_reader(counted) == "2025, want daarin is het al geteld"
    assert year_words.on_the_form(counted).startswith("Is geteld in 2025.")
    assert year_words.below_the_list(["2026", "2027", "2026"]) == "3 tellen in 2026 of 2027"
    assert year_words.below_the_list([]) == ""
