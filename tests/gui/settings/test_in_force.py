"""What shapes the overview changes from a year on, and can be taken back before that year."""

from datetime import date

import pytest

from tests.gui.controls import nameless, texts
from tests.gui.opened import Opened, add_year
from tests.gui.settings.test_page import pick
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.organisation import FROM_THE_START, LevelChoice, Organisation
from vp_logboek.domain.subjects import MainClass
from vp_logboek.gui.settings import force_words
from vp_logboek.gui.settings.page import SettingsPage
from vp_logboek.services import notebook
from vp_logboek.services.organisation_settings import in_force

TODAY = date(2026, 3, 4)


@pytest.fixture
def counted(page: SettingsPage, book: Opened) -> SettingsPage:
    """A year in which something is counted already."""
    book.change(lambda logbook: add_year(logbook, 2026, {"pesten": 2}))
    book.settle()
    return page


def notes(page: SettingsPage) -> dict[str, str]:
    return {name: one.note.text() for name, one in page.organisations.pending.items()}


def test_where_nothing_is_counted_a_change_holds_at_once(page: SettingsPage, book: Opened) -> None:
    book.settle()
    assert page.organisations.when.text().startswith("In 2026 is nog niets geteld.")
    page.organisations.hire.click()
    book.settle()
    assert book.organisation.in_year(2026).hire_is_external
    assert not any(notes(page).values())


def test_where_something_is_counted_a_change_holds_from_the_next_year(
    counted: SettingsPage, book: Opened
) -> None:
    assert "geldt vanaf 2027" in counted.organisations.when.text()
    counted.organisations.remit.box(MainClass.CONFLICT).click()
    book.settle()
    assert MainClass.CONFLICT in book.organisation.in_year(2026).remit
    assert MainClass.CONFLICT not in book.organisation.in_year(2027).remit
    assert notes(counted)["remit"] == "Geldt vanaf 2027. Tot dan geldt: alle onderwerpen."
    assert [name for name, note in notes(counted).items() if note] == ["remit"]


def test_a_change_can_be_taken_back_and_nothing_else_with_it(
    counted: SettingsPage, book: Opened
) -> None:
    pick(counted.organisations.start, "Augustus")
    book.settle()
    counted.organisations.hire.click()
    book.settle()
    counted.organisations.pending["start_month"].take_back.click()
    book.settle()
    assert book.organisation.in_year(2027).start_month == 1
    assert book.organisation.in_year(2027).hire_is_external
    assert not book.organisation.in_year(2026).hire_is_external
    assert counted.organisations.start.currentText() == "Januari"
    counted.organisations.pending["hire_is_external"].take_back.click()
    book.settle()
    assert len(book.organisation.setups) == 1
    assert not any(notes(counted).values())


def test_another_first_month_tells_how_long_the_first_year_lasts(
    counted: SettingsPage, book: Opened
) -> None:
    pick(counted.organisations.start, "Augustus")
    book.settle()
    assert notes(counted)["start_month"] == (
        "Geldt vanaf 1 januari 2027. Tot dan geldt: januari. "
        "Het eerste jaar loopt dan tot en met 31 juli 2028."
    )


def test_own_rows_tell_which_rows_hold_until_then(counted: SettingsPage, book: Opened) -> None:
    pick(counted.organisations.own_rows.offered, "Ongewenste omgangsvormen: Discriminatie")
    book.settle()
    assert notes(counted)["columns"] == "Geldt vanaf 2027. Tot dan geldt: geen eigen regels."
    counted.organisations.pending["columns"].take_back.click()
    book.settle()
    assert book.organisation.columns == ()
    assert counted.organisations.own_rows.codes() == ()


def test_a_name_holds_at_once(counted: SettingsPage, book: Opened) -> None:
    counted.organisations.name.setText("Gemeente Stad")
    counted.organisations.name.editingFinished.emit()
    book.settle()
    assert book.organisation.in_year(2026).name == "Gemeente Stad"
    assert not any(notes(counted).values())


def test_a_level_that_was_to_follow_can_be_taken_back(counted: SettingsPage, book: Opened) -> None:
    before = book.organisation.levels
    assert not counted.level.keep.isVisible()
    counted.level.radio(Level.STRICT).click()
    book.settle()
    assert counted.level.keep.text() == "Toch Standaard houden"
    counted.level.keep.click()
    book.settle()
    assert book.organisation.levels == before
    assert counted.level.radio(Level.STANDARD).isChecked()
    assert not counted.level.keep.isVisible()


def test_without_a_threshold_can_be_kept_with_its_reason(page: SettingsPage, book: Opened) -> None:
    levels = (LevelChoice(FROM_THE_START, Level.NONE, "De raad wil alles zien."),)
    book.change(
        lambda logbook: notebook.save_organisation(
            logbook, Organisation("Gemeente Dorp", levels=levels, id=book.organisation.id)
        )
    )
    page.level.radio(Level.STRICT).click()
    book.settle()
    page.level.keep.click()
    book.settle()
    assert book.organisation.levels == levels


def test_the_level_of_all_together_is_told_where_there_are_several(
    page: SettingsPage, book: Opened
) -> None:
    assert not [text for text in texts(page.level) if "samen" in text]
    levels = (LevelChoice(FROM_THE_START, Level.STRICT),)
    book.change(
        lambda logbook: notebook.save_organisation(logbook, Organisation("School", levels=levels))
    )
    book.settle()
    assert any("Dat is nu Streng." in text for text in texts(page.level))


def test_every_note_can_be_used_by_ear(counted: SettingsPage, book: Opened) -> None:
    counted.organisations.hire.click()
    book.settle()
    assert nameless(counted) == []
    button = counted.organisations.pending["hire_is_external"].take_back
    assert button.accessibleName() == "Inhuur: neem de verandering terug"


def test_each_sentence_is_short(counted: SettingsPage, book: Opened) -> None:
    counted.organisations.remit.box(MainClass.CONFLICT).click()
    book.settle()
    pick(counted.organisations.start, "Augustus")
    book.settle()
    said = [*notes(counted).values(), counted.organisations.when.text()]
    said.append(force_words.together_words([Level.STANDARD]))
    for sentence in " ".join(said).split(". "):
        assert len(sentence.split()) <= 20, sentence


def test_what_another_organisation_holds_is_not_shown_here(
    counted: SettingsPage, book: Opened
) -> None:
    """An answer about the organisation that was on the screen before is dropped."""
    book.change(lambda logbook: notebook.save_organisation(logbook, Organisation("School")))
    book.settle()
    _, second = book.session.organisations
    force = book.ask(lambda logbook: in_force(logbook, second.key, TODAY))
    counted.organisations.show_force(force, book.session.tree)
    assert "geldt vanaf 2027" in counted.organisations.when.text()
    counted.organisations.list.setCurrentIndex(1)
    counted.organisations.list.activated.emit(1)
    book.settle()
    assert counted.organisations.when.text().startswith("In 2026 is nog niets geteld.")
