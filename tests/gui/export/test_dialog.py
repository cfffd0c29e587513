"""From a year to a PDF: what is shown before, what is done, and what is told after."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from tests.gui.controls import nameless, texts
from tests.gui.opened import CANARY, Opened
from vp_logboek.gui.export.dialog import HIDDEN, PERIOD, PREVIEW, RESULT, ExportDialog
from vp_logboek.gui.export.place import PdfPlace
from vp_logboek.services.yearly_report import overview_pdf, year_overview


def choose(monkeypatch: pytest.MonkeyPatch, target: Path | None) -> list[str]:
    """Answer the file dialog; what it proposed."""
    proposed: list[str] = []

    def ask(_: type[PdfPlace], parent: object, name: str) -> Path | None:
        proposed.append(name)
        return target

    monkeypatch.setattr(PdfPlace, "ask", classmethod(ask))
    return proposed


def go_to_preview(dialog: ExportDialog) -> None:
    for _ in range(PREVIEW):
        dialog.next.click()


def test_the_steps_follow_each_other_and_lead_back(dialog: ExportDialog) -> None:
    seen = [dialog.step_title()]
    for _ in range(PREVIEW):
        dialog.next.click()
        seen.append(dialog.step_title())
    assert seen == ["Periode", "Wat erin staat", "Wat verborgen blijft", "Voorbeeld"]
    dialog.back.click()
    assert dialog.steps.currentIndex() == HIDDEN


def test_the_period_is_told_in_days(dialog: ExportDialog) -> None:
    assert "1 januari 2025 tot en met 31 december 2025" in texts(dialog.period)
    assert "Breng pas uit als alles is ingevoerd." in texts(dialog.period)
    assert dialog.period.over.isHidden()
    assert dialog.period.issued.isHidden()


def test_a_year_that_is_not_over_can_be_looked_at_and_not_issued(
    dialog_of: Callable[[int], ExportDialog],
) -> None:
    dialog = dialog_of(2026)
    assert "2026 is nog niet voorbij" in dialog.period.over.text()
    assert "Uitbrengen kan vanaf 1 januari 2027." in dialog.period.over.text()
    go_to_preview(dialog)
    assert dialog.preview.document.pageCount() > 0
    assert dialog.save.isHidden()
    assert "nog niet voorbij" in dialog._not_yet.text()
    assert dialog._not_yet.isVisible()


def test_another_year_can_be_chosen_in_the_first_step(dialog: ExportDialog, book: Opened) -> None:
    years = dialog.period.year_list
    years.setCurrentIndex(years.findText("2026"))
    years.activated.emit(years.currentIndex())
    book.settle()
    assert "1 januari 2026 tot en met 31 december 2026" in texts(dialog.period)


def test_what_stays_hidden_is_told_with_its_reason_and_without_numbers(
    dialog: ExportDialog,
) -> None:
    said = dialog.hidden.text()
    assert "Zelf klein: Integriteit, Discriminatie." in said
    assert not any(sign.isdigit() for sign in said)


def test_the_preview_is_a_concept_in_memory(
    dialog: ExportDialog, book: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    before = set(tmp_path.rglob("*"))
    go_to_preview(dialog)
    qtbot.waitUntil(lambda: dialog.preview.document.status() is QPdfDocument.Status.Ready)
    assert "CONCEPT, niet uitgebracht" in dialog.preview.document.getAllText(0).text()
    assert set(tmp_path.rglob("*")) == before
    assert book.ask(lambda logbook: logbook.releases.issued(book.organisation.key)) == ()


def test_the_preview_can_be_read_as_text(dialog: ExportDialog) -> None:
    go_to_preview(dialog)
    dialog.preview.switch.click()
    assert dialog.preview.text.isVisible()
    said = dialog.preview.text.toPlainText()
    assert said.startswith("CONCEPT, niet uitgebracht")
    assert "  Integriteit: verborgen" in said
    assert "    Pesten: 5" in said
    assert "  Totaal: 25" in said
    assert "  Alle verborgen aantallen samen: 2 melders" in said
    assert CANARY not in said


def test_saving_issues_the_overview_and_tells_the_truth(
    dialog: ExportDialog, book: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "uit.pdf"
    proposed = choose(monkeypatch, target)
    go_to_preview(dialog)
    dialog.save.click()
    book.settle()
    assert proposed == ["jaaroverzicht-vertrouwenspersoon-2025.pdf"]
    view = book.ask(lambda logbook: year_overview(logbook, book.organisation, 2025))
    assert target.read_bytes() == overview_pdf(view.report)
    assert book.ask(lambda logbook: logbook.releases.issued(book.organisation.key)) == (2025,)
    assert dialog.steps.currentIndex() == RESULT
    assert dialog.is_issued
    assert "uitgebracht en bewaard als “uit.pdf”" in dialog.done_step.text()
    assert "In uw logboek staat dat u 2025 op 4 maart 2026 hebt uitgebracht." in (
        dialog.done_step.text()
    )


def test_a_file_that_reads_back_differently_is_not_called_good(
    dialog: ExportDialog, book: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, tmp_path / "uit.pdf")
    monkeypatch.setattr(Path, "read_bytes", lambda _: b"anders")
    go_to_preview(dialog)
    dialog.save.click()
    book.settle()
    assert "niet goed terug te lezen" in dialog.done_step.text()
    assert "teruggelezen." not in dialog.done_step.text()


def test_a_place_that_cannot_be_written_is_told_in_three_parts_and_nothing_is_lost(
    dialog: ExportDialog, book: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, tmp_path / "weg" / "uit.pdf")
    go_to_preview(dialog)
    dialog.save.click()
    book.settle()
    assert dialog.steps.currentIndex() == PREVIEW
    assert "“uit.pdf” kan hier niet worden bewaard." in dialog.message.text()
    assert "Er is niets uitgebracht." in dialog.message.text()
    assert book.ask(lambda logbook: logbook.releases.issued(book.organisation.key)) == ()
    assert dialog.save.isEnabled()


def test_turning_back_in_the_file_dialog_changes_nothing(
    dialog: ExportDialog, book: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, None)
    go_to_preview(dialog)
    dialog.save.click()
    book.settle()
    assert dialog.steps.currentIndex() == PREVIEW
    assert not dialog.is_issued


def test_a_year_that_was_issued_before_is_told_so(
    dialog: ExportDialog,
    book: Opened,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    dialog_of: Callable[[int], ExportDialog],
) -> None:
    choose(monkeypatch, tmp_path / "uit.pdf")
    go_to_preview(dialog)
    dialog.save.click()
    book.settle()
    again = dialog_of(2025)
    assert "Dit jaar is al eens uitgebracht." in again.period.issued.text()


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


def test_every_control_has_a_name_and_every_step_too(dialog: ExportDialog) -> None:
    assert nameless(dialog) == []
    assert isinstance(dialog, QDialog)
    assert dialog.windowTitle() == "Jaaroverzicht maken"
    assert dialog.steps.currentIndex() == PERIOD


def test_tab_walks_the_page_before_the_buttons(dialog: ExportDialog) -> None:
    walked = [dialog.period.year_list]
    while len(walked) < 200 and walked[-1].nextInFocusChain() is not walked[0]:
        walked.append(walked[-1].nextInFocusChain())
    wanted = [dialog.period.year_list, dialog.close_button, dialog.back, dialog.next]
    places = [walked.index(control) for control in wanted]
    assert places == sorted(places)


def test_no_note_is_shown_in_any_step(dialog: ExportDialog) -> None:
    assert not [text for text in texts(dialog) if CANARY in text]
