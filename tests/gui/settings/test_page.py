"""Settings hold at once, and what cannot be is told."""

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.gui.controls import nameless, texts
from tests.gui.opened import Opened
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.organisation import FROM_THE_START, LevelChoice, Organisation
from vp_logboek.domain.subjects import OUTSIDE_REMIT, MainClass, rest_of
from vp_logboek.gui.preferences import Preferences
from vp_logboek.gui.settings.adding import AddOrganisation
from vp_logboek.gui.settings.page import SettingsPage
from vp_logboek.gui.theme import Mode


def pick(list_: QComboBox, text: str) -> None:
    list_.setCurrentIndex(list_.findText(text))
    list_.activated.emit(list_.currentIndex())


def rename(page: SettingsPage, name: str) -> None:
    page.organisations.name.setText(name)
    page.organisations.name.editingFinished.emit()


# --- organisations ----------------------------------------------------------------------------


def test_a_new_name_is_saved_at_once(page: SettingsPage, book: Opened) -> None:
    rename(page, "  Gemeente   Stad ")
    book.settle()
    assert book.organisation.name == "Gemeente Stad"


def test_an_empty_name_is_refused_beside_the_field(page: SettingsPage, book: Opened) -> None:
    rename(page, "")
    book.settle()
    assert book.organisation.name == "Gemeente Dorp"
    assert "nog geen naam" in page.organisations.message.text()
    assert page.organisations.message.isVisible()


def test_the_remit_loses_a_class_and_never_advies(page: SettingsPage, book: Opened) -> None:
    page.organisations.remit.box(MainClass.CONFLICT).click()
    book.settle()
    assert book.organisation.remit == frozenset(MainClass) - {MainClass.CONFLICT}
    assert not page.organisations.remit.box(MainClass.ADVICE).isEnabled()


def test_the_month_in_which_the_year_begins(page: SettingsPage, book: Opened) -> None:
    pick(page.organisations.start, "Augustus")
    book.settle()
    assert book.organisation.start_month == 8


def test_hire_can_count_as_external(page: SettingsPage, book: Opened) -> None:
    page.organisations.hire.click()
    book.settle()
    assert book.organisation.hire_is_external


def test_a_subject_gets_a_row_of_its_own_and_loses_it(page: SettingsPage, book: Opened) -> None:
    pick(page.organisations.own_rows.offered, "Ongewenste omgangsvormen: Discriminatie")
    book.settle()
    assert book.organisation.columns == ("discriminatie",)
    remove = page.organisations.own_rows.remove_button("discriminatie")
    assert remove.accessibleName() == "Haal Discriminatie weg"
    remove.click()
    book.settle()
    assert book.organisation.columns == ()


def test_what_must_stay_in_its_class_is_not_offered_as_a_row(page: SettingsPage) -> None:
    offered = page.organisations.own_rows.offered
    codes = {offered.itemData(n) for n in range(offered.count())}
    assert rest_of(MainClass.CONDUCT) not in codes
    assert OUTSIDE_REMIT not in codes


def test_an_organisation_is_added_and_shown(
    page: SettingsPage, book: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    levels = (LevelChoice(FROM_THE_START, Level.STRICT),)
    added = Organisation("School", levels=levels)
    monkeypatch.setattr(AddOrganisation, "ask", classmethod(lambda _, parent: added))
    page.organisations.add_button.click()
    book.settle()
    assert [one.name for one in book.session.organisations] == ["Gemeente Dorp", "School"]
    assert page.organisations.name.text() == "School"
    assert "Niveau van bescherming van School" in texts(page.level)


def test_nothing_is_saved_when_nothing_was_changed(
    page: SettingsPage, book: Opened, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(book.session.changed):
        rename(page, "Gemeente Dorp")
        book.settle()


# --- the dialog for a new one -----------------------------------------------------------------


def test_a_new_organisation_has_its_level_from_the_start(qtbot: QtBot) -> None:
    dialog = AddOrganisation()
    qtbot.addWidget(dialog)
    dialog.name.setText("School")
    dialog.level.choose(Level.STRICT)
    assert dialog.organisation().levels == (LevelChoice(FROM_THE_START, Level.STRICT),)


def test_without_a_name_the_dialog_stays_open_and_says_why(qtbot: QtBot) -> None:
    dialog = AddOrganisation()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.accept()
    assert dialog.isVisible()
    assert "nog geen naam" in dialog.message.text()


def test_without_a_threshold_the_dialog_asks_for_the_reason(qtbot: QtBot) -> None:
    dialog = AddOrganisation()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.name.setText("School")
    assert not dialog.reason.isVisible()
    dialog.level.choose(Level.NONE)
    assert dialog.reason.isVisible()
    dialog.accept()
    assert "hoort een reden" in dialog.message.text()
    assert nameless(dialog) == []


# --- the level --------------------------------------------------------------------------------


def test_another_level_holds_from_the_year_that_has_not_begun(
    page: SettingsPage, book: Opened
) -> None:
    page.level.radio(Level.STRICT).click()
    book.settle()
    assert book.organisation.level_in(2026) is Level.STANDARD
    assert book.organisation.level_in(2027) is Level.STRICT
    assert "In 2026 geldt Standaard. Vanaf 2027 geldt Streng." in texts(page.level)


def test_without_a_threshold_only_with_a_reason(page: SettingsPage, book: Opened) -> None:
    page.level.radio(Level.NONE).click()
    book.settle()
    assert page.level.reason.isVisible()
    assert book.organisation.level_in(2027) is Level.STANDARD
    page.level.confirm.click()
    book.settle()
    assert "hoort een reden" in page.level.message.text()
    assert book.organisation.level_in(2027) is Level.STANDARD
    page.level.reason.setText("De raad wil alle aantallen zien.")
    page.level.confirm.click()
    book.settle()
    assert book.organisation.level_in(2027) is Level.NONE
    assert book.organisation.levels[-1].reason == "De raad wil alle aantallen zien."


def test_a_level_can_be_taken_back_before_its_year_begins(page: SettingsPage, book: Opened) -> None:
    page.level.radio(Level.WIDE).click()
    book.settle()
    page.level.radio(Level.STANDARD).click()
    book.settle()
    assert book.organisation.level_in(2027) is Level.STANDARD


# --- subjects ---------------------------------------------------------------------------------


def test_the_subject_model_keeps_qts_rules(page: SettingsPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page.subjects.model)


def test_a_subject_of_ones_own_is_added_and_shown(page: SettingsPage, book: Opened) -> None:
    page.subjects.main_list.choose(MainClass.UNSAFETY)
    page.subjects.label_edit.setText("Onveilige werkplek")
    page.subjects.add_button.click()
    book.settle()
    leaf = book.session.tree.find("Onveilige werkplek")
    assert leaf is not None
    assert (leaf.main, leaf.custom) == (MainClass.UNSAFETY, True)
    assert page.subjects.view.currentIndex().data() == "Onveilige werkplek"
    assert page.subjects.label_edit.text() == ""


def test_a_subject_that_exists_is_refused_and_stays_typed(page: SettingsPage, book: Opened) -> None:
    page.subjects.label_edit.setText("Pesten")
    page.subjects.add_button.click()
    book.settle()
    assert "“Pesten” is er al" in page.subjects.message.text()
    assert page.subjects.label_edit.text() == "Pesten"


def test_without_a_name_no_subject_is_added(page: SettingsPage, book: Opened) -> None:
    before = len(tuple(book.session.tree))
    page.subjects.add_button.click()
    book.settle()
    assert len(tuple(book.session.tree)) == before
    assert "Typ eerst hoe het onderwerp heet." in texts(page.subjects)


def test_a_subject_leaves_the_list_and_comes_back(page: SettingsPage, book: Opened) -> None:
    page.subjects.view.setCurrentIndex(page.subjects.model.place_of("stalking"))
    page.subjects.retire_button.click()
    book.settle()
    assert book.session.tree.leaf("stalking").retired
    assert page.subjects.retire_button.text() == "Terug in de keuzelijst"
    page.subjects.retire_button.click()
    book.settle()
    assert not book.session.tree.leaf("stalking").retired


@pytest.mark.parametrize("code", [OUTSIDE_REMIT, "integriteit_overig"])
def test_what_the_counting_needs_cannot_leave_the_list(page: SettingsPage, code: str) -> None:
    page.subjects.view.setCurrentIndex(page.subjects.model.place_of(code))
    assert not page.subjects.retire_button.isEnabled()


# --- this computer ----------------------------------------------------------------------------


def test_looks_and_lock_are_kept_at_once(
    page: SettingsPage, preferences: Preferences, qtbot: QtBot
) -> None:
    with qtbot.waitSignals([preferences.changed] * 3):
        pick(page.look.mode, "donker")
        pick(page.look.percent, "150 %")
        pick(page.lock.minutes, "12 minuten")
    assert preferences.mode is Mode.DARK
    assert (preferences.text_percent, preferences.idle_minutes) == (150, 12)


def test_a_change_elsewhere_is_shown(page: SettingsPage, preferences: Preferences) -> None:
    preferences.set_text_percent(200)
    assert page.look.percent.currentText() == "200 %"


def test_every_control_has_a_name(page: SettingsPage, book: Opened) -> None:
    pick(page.organisations.own_rows.offered, "Ongewenste omgangsvormen: Discriminatie")
    page.level.radio(Level.NONE).click()
    book.settle()
    assert nameless(page) == []


def test_tab_walks_the_page_from_top_to_bottom(page: SettingsPage) -> None:
    seen = []
    one = page.organisations.name.nextInFocusChain()
    while one is not page.organisations.name:
        seen.append(one)
        one = one.nextInFocusChain()
    wanted = [
        page.organisations.start, page.organisations.add_button, page.level.radio(Level.WIDE),
        page.subjects.view, page.subjects.add_button, page.look.mode, page.lock.minutes,
    ]  # fmt: skip
    places = [seen.index(control) for control in wanted]
    assert places == sorted(places)
