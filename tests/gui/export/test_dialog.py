"""From a year to a PDF: what is shown before, what is done, and what is told after."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.controls import nameless, texts
from tests.gui.export.conftest import Walk
from tests.gui.opened import CANARY, Opened
from vp_logboek.domain.errors_release import Changed, IssuedNotSaved
from vp_logboek.domain.errors_report import Fault, OverviewRefused
from vp_logboek.domain.tables import TableCode
from vp_logboek.gui.export import preparing, saving, words
from vp_logboek.gui.export.dialog import (
    CONTENTS,
    HIDDEN,
    OUTSIDE,
    PERIOD,
    PREVIEW,
    RESULT,
    ExportDialog,
)
from vp_logboek.services import blocked, issuing
from vp_logboek.services.remembered import FOLDER_VARIABLE

SaveAt = Callable[[Path | None], list[str]]


def issued(book: Opened) -> list[int]:
    """The years that stand in the ledger."""
    return [one.scopes[0].year for one in book.ask(issuing.releases)]


def test_the_steps_follow_each_other_and_lead_back(walk: Walk) -> None:
    dialog = walk.dialog
    seen = [dialog.step_title()]
    walk.next()
    dialog.outside.no.click()
    for _ in range(OUTSIDE, PREVIEW):
        seen.append(dialog.step_title())
        walk.next()
    seen.append(dialog.step_title())
    assert seen == [
        "Welk overzicht?", "Al verstrekt", "Wat erin staat", "Wat verborgen blijft",
        "Zo ziet het eruit",
    ]  # fmt: skip
    dialog.back.click()
    assert dialog.now == HIDDEN
    assert dialog._step.text() == "Stap 4 van 5"


def test_the_period_is_told_in_days(dialog: ExportDialog) -> None:
    assert "1 januari 2025 tot en met 31 december 2025" in texts(dialog.period)
    assert "Breng pas uit als alles is ingevoerd." in texts(dialog.period)
    for bar in (
        dialog.period.standing.over,
        dialog.period.standing.issued,
        dialog.period.standing.blocked,
    ):
        assert bar.isHidden()


def test_nothing_goes_on_before_it_is_said_what_was_given(walk: Walk) -> None:
    walk.next()
    assert walk.dialog.now == OUTSIDE
    assert not walk.dialog.next.isEnabled()
    walk.dialog.outside.no.click()
    assert walk.dialog.next.isEnabled()


def test_a_year_that_is_not_over_can_be_looked_at_and_not_issued(
    walk_of: Callable[..., Walk],
) -> None:
    walk = walk_of(2026)
    dialog = walk.dialog
    assert "2026 is nog niet voorbij" in dialog.period.standing.over.text()
    assert "Uitbrengen kan vanaf 1 januari 2027." in dialog.period.standing.over.text()
    assert dialog.period.standing.when.isHidden(), "that is for who can issue it"
    walk.preview()
    assert dialog.preview.document.pageCount() > 0
    assert dialog.save.isHidden()
    assert "nog niet voorbij" in dialog._not_yet.text()
    assert dialog._not_yet.isVisible()


def test_the_keyboard_begins_at_the_first_thing_there_is_to_choose(dialog: ExportDialog) -> None:
    assert dialog.focusWidget() is dialog.period.year_list


def test_a_step_with_little_in_it_is_low_and_the_pages_have_all_the_room(walk: Walk) -> None:
    low = walk.dialog.height()
    walk.preview()
    walk.book.qtbot.waitUntil(lambda: walk.dialog.height() >= 600)
    assert low < 500


def test_another_year_can_be_chosen_in_the_first_step(dialog: ExportDialog, book: Opened) -> None:
    years = dialog.period.year_list
    years.setCurrentIndex(years.findText("2026"))
    years.activated.emit(years.currentIndex())
    book.settle()
    assert "1 januari 2026 tot en met 31 december 2026" in texts(dialog.period)


def test_nothing_is_said_of_a_year_before_it_is_known_how_it_stands(
    issued_book: Opened, qtbot: QtBot
) -> None:
    dialog = ExportDialog(None, issued_book.session, issued_book.organisation, 2025)
    qtbot.addWidget(dialog)
    dialog.show()
    page = dialog.period.standing
    about = (page.issued, page.about_issued, page.revise, page.over, page.blocked, *page.new)
    assert not [part for part in about if part.isVisible()]
    issued_book.settle()
    assert page.issued.isVisible()
    years = dialog.period.year_list
    years.setCurrentIndex(years.findText("2024"))
    years.activated.emit(years.currentIndex())
    assert not [part for part in about if part.isVisible()]
    assert page._days.text() == "1 januari 2024 tot en met 31 december 2024"
    issued_book.settle()


def test_the_price_comes_before_what_stays_hidden(walk: Walk) -> None:
    walk.prepare()
    walk.next()
    said = walk.dialog.hidden.text()
    assert said.startswith(
        "Breng pas uit als alles is ingevoerd. Daarna verandert dit jaar niet meer. "
        "Wat u later invoert, telt in 2026."
    )


def test_what_stays_hidden_is_told_with_its_reason_and_without_numbers(walk: Walk) -> None:
    walk.prepare()
    walk.next()
    said = walk.dialog.hidden.text().removeprefix(walk.dialog.hidden.price.text())
    assert "Te klein: Integriteit, Discriminatie." in said
    assert not any(sign.isdigit() for sign in said)


def test_the_preview_is_a_concept_in_memory(walk: Walk, tmp_path: Path, qtbot: QtBot) -> None:
    before = set(tmp_path.rglob("*"))
    walk.preview()
    document = walk.dialog.preview.document
    qtbot.waitUntil(lambda: document.status() is QPdfDocument.Status.Ready)
    assert "CONCEPT, niet uitgebracht" in document.getAllText(0).text()
    assert set(tmp_path.rglob("*")) == before
    assert issued(walk.book) == []


def test_the_preview_can_be_read_as_text(walk: Walk) -> None:
    walk.preview()
    preview = walk.dialog.preview
    preview.switch.click()
    assert preview.text.isVisible()
    said = preview.text.toPlainText()
    assert said.startswith("CONCEPT, niet uitgebracht")
    assert "  Integriteit: niet getoond" in said
    assert "  Totaal: 25" in said
    assert CANARY not in said


def test_saving_issues_what_was_shown_and_tells_the_truth(
    walk: Walk, tmp_path: Path, save_at: SaveAt
) -> None:
    target, dialog = tmp_path / "uit.pdf", walk.dialog
    proposed = save_at(target)
    walk.preview()
    shown = dialog._prepared
    walk.dialog.save.click()
    walk.book.settle()
    assert proposed == ["jaaroverzicht-vertrouwenspersoon-2025.pdf"]
    (release,) = walk.book.ask(issuing.releases)
    assert shown is not None
    assert release.report == shown.report
    assert target.read_bytes() == walk.book.ask(lambda logbook: issuing.stored_pdf(logbook, 1))
    assert dialog.now == RESULT
    assert dialog.is_issued
    said = dialog.done_step.text()
    assert "Het jaaroverzicht 2025 is uitgebracht en bewaard als “uit.pdf”" in said
    assert "In uw logboek staat dit als nummer 1, van 4 maart 2026." in said
    assert "Geen enkel klein aantal is met zekerheid uit te rekenen." in said
    assert "Dan telt dat in 2026." in said
    assert "bladzijden zijn nagelezen. Elke tekst is een vaste tekst" in said
    assert "tabellen zijn cel voor cel vergeleken met de beschermde aantallen." in said


def test_a_computer_that_cannot_remember_it_is_told_once(
    walk: Walk, tmp_path: Path, save_at: SaveAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "een bestand").touch()
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "een bestand"))
    save_at(tmp_path / "uit.pdf")
    walk.issue()
    assert walk.dialog.is_issued
    assert "Deze computer kan niet onthouden" in walk.dialog.done_step.text()
    assert walk.book.ask(blocked.trouble_to_tell) is None


def test_a_file_that_reads_back_differently_is_not_called_good(
    walk: Walk, tmp_path: Path, save_at: SaveAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_at(tmp_path / "uit.pdf")
    monkeypatch.setattr(Path, "read_bytes", lambda _: b"anders")
    walk.issue()
    assert "niet goed terug te lezen" in walk.dialog.done_step.text()
    assert "teruggelezen." not in walk.dialog.done_step.text()


def test_a_saved_file_that_the_self_check_refuses_is_not_called_good(
    walk: Walk, tmp_path: Path, save_at: SaveAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OverviewRefused(Fault.TEXT, "P")

    save_at(tmp_path / "uit.pdf")
    monkeypatch.setattr(saving, "check", refused)
    walk.issue()
    step = walk.dialog.done_step
    assert walk.dialog.is_issued
    assert "afgekeurd. Gebruik dit bestand niet." in step.text()
    assert "code aan de makers: tekst, P." in step.text()
    assert "nagelezen" not in step.text()
    assert step.outcome.property("tone") == "problem"
    assert step.print_button.isHidden()


def test_a_place_that_cannot_be_written_is_told_in_three_parts_and_nothing_is_lost(
    walk: Walk, tmp_path: Path, save_at: SaveAt
) -> None:
    save_at(tmp_path / "weg" / "uit.pdf")
    walk.issue()
    dialog = walk.dialog
    assert dialog.now == PREVIEW
    assert "“uit.pdf” kan hier niet worden bewaard." in dialog.message.text()
    assert "Er is niets uitgebracht." in dialog.message.text()
    assert issued(walk.book) == []
    assert dialog.save.isEnabled()


def test_turning_back_in_the_file_dialog_changes_nothing(walk: Walk, save_at: SaveAt) -> None:
    save_at(None)
    walk.issue()
    assert walk.dialog.now == PREVIEW
    assert not walk.dialog.is_issued
    assert issued(walk.book) == []


def test_a_logbook_that_changed_since_is_looked_at_again(
    walk: Walk, tmp_path: Path, save_at: SaveAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    def changed(*_: object) -> None:
        raise Changed

    save_at(tmp_path / "uit.pdf")
    monkeypatch.setattr(issuing, "issue", changed)
    walk.issue()
    assert walk.dialog.now == PERIOD
    assert "Het logboek is veranderd sinds u dit overzicht zag." in walk.dialog.message.text()
    monkeypatch.undo()
    save_at(tmp_path / "uit.pdf")
    walk.issue()
    assert walk.dialog.is_issued


def test_an_overview_that_was_issued_and_not_saved_is_told_and_can_be_had_again(
    walk: Walk, tmp_path: Path, save_at: SaveAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = issuing.issue

    def half(*arguments: object) -> None:
        release = really(*arguments)  # type: ignore[arg-type]
        raise IssuedNotSaved("uit.pdf", release.number)

    save_at(tmp_path / "uit.pdf")
    monkeypatch.setattr(issuing, "issue", half)
    walk.issue()
    assert walk.dialog.now == PERIOD
    assert walk.dialog.is_issued
    assert walk.dialog.message.isVisible()
    assert walk.dialog.again.isVisible()
    walk.dialog.again.click()
    walk.book.settle()
    assert walk.dialog.now == RESULT


def test_pages_that_the_self_check_refuses_are_told_and_nobody_waits_for_them(
    walk: Walk, tmp_path: Path, save_at: SaveAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> bytes:
        raise OverviewRefused(Fault.TEXT, "P")

    monkeypatch.setattr(preparing, "overview_pdf", refused)
    save_at(tmp_path / "uit.pdf")
    walk.preview()
    dialog = walk.dialog
    assert dialog.preview.waiting.isHidden()
    assert not dialog.preview.print_button.isEnabled()
    assert "nagekeken en afgekeurd" in dialog.message.text()
    assert not dialog.save.isEnabled()
    assert dialog._not_yet.text() == words.NO_PAGES
    dialog.save.click()
    dialog.save_pdf()
    walk.book.settle()
    assert issued(walk.book) == []
    assert not (tmp_path / "uit.pdf").exists()


def test_another_answer_is_worked_out_anew(walk: Walk) -> None:
    walk.prepare()
    before = walk.dialog._prepared
    walk.dialog.back.click()
    walk.next()
    assert walk.dialog._prepared is before
    walk.dialog.back.click()
    walk.dialog.outside.yes.click()
    walk.dialog.outside.figures.total_field.insert("6")
    walk.next()
    assert walk.dialog.now == CONTENTS
    assert walk.dialog._prepared is not before


def test_asking_answers_whether_it_was_issued_and_lets_go_of_the_pages(
    book: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[ExportDialog] = []

    def close_at_once(dialog: ExportDialog) -> int:
        opened.append(dialog)
        book.settle()
        return 0

    monkeypatch.setattr(ExportDialog, "exec", close_at_once)
    answered = ExportDialog.export(None, book.session, book.organisation, 2025)  # type: ignore[arg-type]
    assert answered is False
    assert opened[0].preview.text.toPlainText() == ""
    assert opened[0].preview.document.pageCount() == 0


def test_every_control_has_a_name_and_no_figure_stands_in_the_title(walk: Walk) -> None:
    walk.next()
    walk.dialog.outside.yes.click()
    assert nameless(walk.dialog) == []
    assert isinstance(walk.dialog, QDialog)
    assert walk.dialog.windowTitle() == "PDF voor HR"


def assert_walked_in_order(*wanted: QWidget) -> None:
    """Tab comes past these in this order."""
    walked = [wanted[0]]
    while len(walked) < 900 and walked[-1].nextInFocusChain() is not walked[0]:
        walked.append(walked[-1].nextInFocusChain())
    places = [walked.index(control) for control in wanted]
    assert places == sorted(places)


def test_tab_walks_the_page_before_the_buttons(dialog: ExportDialog) -> None:
    page = dialog.period
    buttons = (dialog.close_button, dialog.back, dialog.next)
    assert_walked_in_order(page.question.no, page.question.save, page.year_list, *buttons)


def test_tab_walks_fields_that_were_made_later_in_their_place(walk: Walk) -> None:
    walk.next()
    outside = walk.dialog.outside
    outside.yes.click()
    outside.figures.show_table(TableCode.SUBJECT)
    controls = outside.figures.controls()
    assert controls[3] is outside.figures.table_list, "after the three totals"
    buttons = (walk.dialog.close_button, walk.dialog.next)
    assert_walked_in_order(outside.no, outside.yes, *controls, *buttons)


def test_no_note_is_shown_in_any_step(walk: Walk) -> None:
    walk.preview()
    assert not [text for text in texts(walk.dialog) if CANARY in text]
