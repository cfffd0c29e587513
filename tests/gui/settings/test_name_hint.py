"""A label that is printed and looks like a name: a quiet word, and nobody is kept from anything."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.opened import Opened
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.settings import name_hint
from vp_logboek.gui.settings.adding import AddOrganisation
from vp_logboek.gui.settings.page import SettingsPage


def leave(qtbot: QtBot, page: SettingsPage, text: str) -> None:
    """Type a subject and go to the next field."""
    card = page.subjects
    card.label_edit.setFocus()
    card.label_edit.insert(text)
    qtbot.keyClick(card.label_edit, Qt.Key.Key_Tab)


def test_nothing_is_said_while_it_is_typed(page: SettingsPage) -> None:
    page.subjects.label_edit.insert("Kwestie Kees Jansen")
    assert page.subjects.name_hint.isHidden()


def test_a_subject_that_looks_like_a_name_is_told_when_the_field_is_left(
    page: SettingsPage, qtbot: QtBot
) -> None:
    leave(qtbot, page, "Kwestie Kees Jansen")
    assert page.subjects.name_hint.isVisible()
    assert page.subjects.name_hint.text() == name_hint.SUBJECT.format("Kees Jansen")


@pytest.mark.parametrize("label", ["Werkdruk", "Team Noord", "Roos"])
def test_of_an_ordinary_subject_nothing_is_said(
    page: SettingsPage, qtbot: QtBot, label: str
) -> None:
    leave(qtbot, page, label)
    assert page.subjects.name_hint.isHidden()


def test_it_is_added_all_the_same_and_then_it_is_told_what_can_be_done(
    page: SettingsPage, book: Opened, qtbot: QtBot
) -> None:
    card = page.subjects
    card.label_edit.insert("Kwestie Fatima")
    qtbot.keyClick(card.label_edit, Qt.Key.Key_Return)
    book.settle()
    assert "Kwestie Fatima" in {leaf.label for leaf in book.session.tree}
    assert card.name_hint.text() == name_hint.ADDED.format("Fatima")
    card.retire_button.click()
    book.settle()
    retired = {leaf.label for leaf in book.session.tree if leaf.retired}
    assert retired == {"Kwestie Fatima"}


def test_an_organisation_that_looks_like_a_name_is_saved_and_told(
    page: SettingsPage, book: Opened, qtbot: QtBot
) -> None:
    card = page.organisations
    card.name.setFocus()
    card.name.setText("Kantoor Jan de Vries")
    qtbot.keyClick(card.name, Qt.Key.Key_Return)
    book.settle()
    assert book.organisation.name == "Kantoor Jan de Vries"
    assert card.name_hint.text() == name_hint.ORGANISATION.format("Jan de Vries")


def test_an_added_organisation_is_looked_at_too(
    page: SettingsPage, book: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Organisation("Mevr. Bakker")
    monkeypatch.setattr(AddOrganisation, "ask", lambda _: replace(made))
    page.organisations.add_button.click()
    book.settle()
    assert page.organisations.name_hint.text().startswith("“Mevr. Bakker” lijkt op de naam")


@pytest.mark.parametrize("told", [name_hint.ORGANISATION, name_hint.SUBJECT, name_hint.ADDED])
def test_it_is_said_in_short_sentences(told: str) -> None:
    assert all(len(sentence.split()) <= 20 for sentence in told.split(". "))
