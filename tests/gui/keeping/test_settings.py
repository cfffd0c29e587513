"""How long is kept can be set, holds at once, and is refused with a reason."""

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from tests.gui.controls import nameless, texts
from tests.gui.keeping.conftest import read_only
from tests.gui.opened import Opened
from vp_logboek.domain.errors import DiskTrouble, NotSaved
from vp_logboek.gui.settings.page import SettingsPage
from vp_logboek.services import purge
from vp_logboek.services.purge import Terms


@pytest.fixture
def settings(empty: Opened, qtbot: QtBot) -> SettingsPage:
    made = SettingsPage(empty.session)
    qtbot.addWidget(made)
    made.resize(900, 620)
    made.refresh()
    made.show()
    empty.settle()
    return made


def pick(control: QComboBox, text: str) -> None:
    control.setCurrentIndex(control.findText(text))
    control.activated.emit(control.currentIndex())


def test_it_begins_with_what_is_usual_and_says_what_the_law_says(settings: SettingsPage) -> None:
    card = settings.keeping
    assert card.years.currentText() == "2 jaar na het sluiten"
    assert card.reported.isChecked()
    assert card.quiet.currentText() == "90 dagen zonder gesprek"
    assert any("De wet noemt geen termijn." in one for one in texts(card))


def test_each_choice_is_saved_at_once_and_leaves_the_others(
    settings: SettingsPage, empty: Opened
) -> None:
    card = settings.keeping
    pick(card.years, "4 jaar na het sluiten")
    empty.settle()
    assert empty.ask(purge.terms) == Terms(keep_years=4)
    card.reported.click()
    empty.settle()
    assert empty.ask(purge.terms) == Terms(keep_years=4, when_reported=False)
    pick(card.quiet, "60 dagen zonder gesprek")
    empty.settle()
    assert empty.ask(purge.terms) == Terms(keep_years=4, quiet_days=60, when_reported=False)


def test_a_term_that_was_set_in_another_way_stays(settings: SettingsPage, empty: Opened) -> None:
    empty.change(lambda logbook: purge.set_terms(logbook, Terms(keep_years=7, quiet_days=45)))
    assert settings.keeping.years.currentText() == "7 jaar na het sluiten"
    assert settings.keeping.quiet.currentText() == "45 dagen zonder gesprek"


def test_what_could_not_be_saved_is_told_and_not_shown_as_set(
    settings: SettingsPage, empty: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise NotSaved(DiskTrouble.FULL)

    monkeypatch.setattr(purge, "set_terms", full)
    pick(settings.keeping.years, "5 jaar na het sluiten")
    empty.settle()
    assert "schijf is vol" in settings.keeping.message.text()
    assert settings.keeping.years.currentText() == "2 jaar na het sluiten"


def test_in_a_logbook_that_can_only_be_read_nothing_can_be_chosen(
    settings: SettingsPage, empty: Opened
) -> None:
    read_only(empty)
    settings.refresh()
    empty.settle()
    card = settings.keeping
    assert not any(one.isEnabled() for one in (card.years, card.reported, card.quiet))


def test_every_control_has_a_name(settings: SettingsPage) -> None:
    assert nameless(settings.keeping) == []
