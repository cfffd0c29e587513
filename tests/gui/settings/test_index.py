"""The page of settings is made in steps, begins with an index, and is grey where one only looks."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from tests.gui.opened import Opened
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.preferences import Preferences
from vp_logboek.gui.settings.page import SettingsPage
from vp_logboek.gui.slices import Slices
from vp_logboek.gui.window.focus import focus_first
from vp_logboek.services import notebook


def test_the_keyboard_begins_where_typing_changes_nothing(page: SettingsPage, book: Opened) -> None:
    assert focus_first(page)
    here = page.focusWidget()
    assert here is page.index.links[0]
    assert not isinstance(here, QLineEdit)


def test_a_link_brings_its_card_to_the_top_with_the_keyboard_in_it(
    page: SettingsPage, book: Opened, qtbot: QtBot
) -> None:
    book.settle()
    names = [link.text() for link in page.index.links]
    page.index.links[names.index("Uiterlijk")].click()
    assert page.look.isAncestorOf(page.focusWidget())
    (scroll,) = page.findChildren(QScrollArea)
    top = page.look.mapTo(scroll.viewport(), page.look.rect().topLeft()).y()
    assert 0 <= top < scroll.viewport().height() / 2


def test_the_cards_come_one_by_one_and_nothing_waits_for_the_last(
    book: Opened, qtbot: QtBot, preferences: Preferences, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Slices, "begin", lambda _: None)
    page = SettingsPage(book.session, preferences)
    qtbot.addWidget(page)
    page.show()
    assert not hasattr(page, "organisations")
    steps = page.build()
    next(steps)
    assert hasattr(page, "organisations")
    assert not hasattr(page, "lock")
    page.refresh()
    assert page.lock.minutes.currentData() == preferences.idle_minutes


def test_what_changed_while_nobody_looked_is_shown_when_one_comes_back(
    page: SettingsPage, book: Opened
) -> None:
    page.hide()
    book.change(lambda logbook: notebook.save_organisation(logbook, Organisation("Nieuw")))
    assert page.organisations.list.count() == 1, "the control: nobody looked"
    page.show()
    assert page.organisations.list.count() == 2


def test_where_one_can_only_look_nothing_of_the_logbook_can_be_changed(
    page: SettingsPage, book: Opened
) -> None:
    fields = (page.organisations.name, page.organisations.hire, page.subjects.label_edit)
    assert all(field.isEnabled() for field in fields), "the control"
    book.session._outline = replace(book.session.outline, read_only=True)
    page.refresh()
    for card in (page.organisations, page.level, page.subjects):
        enabled = [one for one in card.findChildren(QLineEdit) if one.isEnabled()]
        assert enabled == []
    assert not page.organisations.add_button.isEnabled()
    assert not page.organisations.start.isEnabled()
    assert page.look.percent.isEnabled()
    assert page.about.text().startswith("Dit logboek kunt u hier alleen lezen.")


def test_it_can_be_made_ahead_in_steps_before_anybody_looks(
    book: Opened, qtbot: QtBot, preferences: Preferences
) -> None:
    page = SettingsPage(book.session, preferences)
    qtbot.addWidget(page)
    for _ in page.build():
        pass
    assert page.organisations.name.text() == "Gemeente Dorp"
    page.show()
    assert page.index.links[0].isVisible()
