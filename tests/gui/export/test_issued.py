"""A year that was issued: the same PDF again, a revised edition or the reason why not."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.export.conftest import Walk
from tests.gui.opened import Opened, add_year
from tests.pdf_text import pages_of
from vp_logboek.domain.errors_release import Revision, RevisionRefused
from vp_logboek.gui.export import price_words
from vp_logboek.gui.export.dialog import CONTENTS, PERIOD, RESULT
from vp_logboek.report import wording
from vp_logboek.services import blocked, issuing
from vp_logboek.services.blocked import RESTORED_SETTING
from vp_logboek.services.yearly_report import overview_pdf

SaveAt = Callable[[Path | None], list[str]]


@pytest.fixture
def issued(walk_of: Callable[..., Walk], issued_book: Opened) -> Walk:
    """2025 was issued, and its dialog is opened once more."""
    return walk_of(2025, issued_book)


def test_an_issued_year_offers_its_pdf_and_no_next_step(issued: Walk) -> None:
    dialog = issued.dialog
    assert dialog.period.standing.issued.text() == "2025 is uitgebracht op 4 maart 2026."
    assert dialog.again.isVisible()
    assert dialog.next.isHidden()
    assert dialog.period.revise.isVisible()


def test_the_same_pdf_again_is_the_same_to_the_byte(
    issued: Walk, tmp_path: Path, save_at: SaveAt
) -> None:
    issued.book.change(lambda logbook: add_year(logbook, 2025, {"pesten": 9}))
    save_at(tmp_path / "weer.pdf")
    issued.dialog.again.click()
    issued.book.settle()
    assert (tmp_path / "weer.pdf").read_bytes() == (tmp_path / "2025.pdf").read_bytes()
    assert issued.dialog.now == RESULT
    said = issued.dialog.done_step.text()
    assert "Het jaaroverzicht 2025 is nog een keer bewaard als “weer.pdf”." in said
    assert "Er is niets nieuws uitgebracht." in said
    assert not issued.dialog.is_issued
    assert len(issued.book.ask(issuing.releases)) == 2


def test_a_refused_revision_is_told_with_its_reason(
    issued: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise RevisionRefused(Revision.SMALL_DIFFERENCE)

    monkeypatch.setattr(issuing, "prepare_revised", refuse)
    issued.dialog.period.revise.click()
    issued.book.settle()
    assert issued.dialog.now == PERIOD
    assert "een getal verandert maar weinig" in issued.dialog.message.text()


def test_a_revision_that_changes_nothing_is_refused_by_the_real_rule(issued: Walk) -> None:
    issued.dialog.period.revise.click()
    issued.book.settle()
    assert issued.dialog.now == PERIOD
    assert "alle getallen zijn dezelfde" in issued.dialog.message.text()


def test_after_a_refused_revision_return_saves_nothing(issued: Walk, save_at: SaveAt) -> None:
    proposed, dialog = save_at(None), issued.dialog
    dialog.period.revise.setFocus()
    dialog.period.revise.click()
    issued.book.settle()
    assert dialog.focusWidget() is dialog.period.revise
    QTest.keyClick(dialog.period.revise, Qt.Key.Key_Return)
    issued.book.settle()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    issued.book.settle()
    assert proposed == []


@pytest.fixture
def may_revise(monkeypatch: pytest.MonkeyPatch) -> None:
    """A revised edition is never refused."""

    def revised(logbook: object, organisation: object, year: int, _: object) -> object:
        made = issuing.prepare(logbook, organisation, year)  # type: ignore[arg-type]
        return replace(made, revised=True)

    monkeypatch.setattr(issuing, "prepare_revised", revised)


@pytest.mark.usefixtures("may_revise")
def test_the_pages_of_a_revised_edition_say_so_before_it_is_issued(
    issued: Walk,
) -> None:
    revised, preview = wording.revised(2), issued.dialog.preview
    issued.dialog.period.revise.click()
    issued.book.settle()
    pages = pages_of(preview.pdf)
    assert revised in pages[0]
    assert all(revised.lower() in page for page in pages)
    assert revised in preview.text.toPlainText()
    prepared = issued.dialog._prepared
    assert prepared is not None
    first = overview_pdf(prepared.report, concept=True)  # the negative control
    assert revised not in pages_of(first)[0]


@pytest.mark.usefixtures("may_revise")
def test_a_revised_edition_asks_nothing_about_earlier_figures(issued: Walk) -> None:
    dialog = issued.dialog
    dialog.period.revise.click()
    issued.book.settle()
    assert dialog.now == CONTENTS
    assert dialog._step.text() == "Stap 2 van 4"
    assert price_words.REVISED in dialog.hidden.text()
    dialog.back.click()
    assert dialog.now == PERIOD


def test_a_blocked_year_says_why_and_goes_no_further(
    walk_of: Callable[..., Walk], book: Opened
) -> None:
    book.change(
        lambda logbook: logbook.ledger.block(
            1, 2025, blocked.WhyBlocked.TOLD.value, book.session.today()
        )
    )
    walk = walk_of(2025)
    assert (
        "U hebt gezegd dat het jaar 2025 al is uitgebracht."
        in walk.dialog.period.standing.blocked.text()
    )
    assert not walk.dialog.next.isEnabled()


# --- after a restore --------------------------------------------------------------------------


@pytest.fixture
def restored(book: Opened, walk_of: Callable[..., Walk]) -> Walk:
    book.change(lambda logbook: logbook.settings.set(RESTORED_SETTING, "2026-02-01"))
    return walk_of(2025)


def test_after_a_restore_it_is_asked_first_what_was_issued_since(restored: Walk) -> None:
    card = restored.dialog.period.question
    assert card.isVisible()
    assert card._heading.text() == "Is er na 1 februari 2026 iets uitgebracht?"
    assert [box.text() for box in card.boxes] == ["2025"]
    assert not restored.dialog.next.isEnabled()


def test_nothing_was_issued_since(restored: Walk) -> None:
    card = restored.dialog.period.question
    card.no.click()
    card.save.click()
    restored.book.settle()
    assert card.isHidden()
    assert restored.dialog.next.isEnabled()
    assert restored.book.ask(blocked.question) is None


def test_a_year_that_was_issued_since_is_blocked(restored: Walk) -> None:
    card = restored.dialog.period.question
    card.yes.click()
    card.boxes[0].click()
    card.save.click()
    restored.book.settle()
    assert card.isHidden()
    assert not restored.dialog.next.isEnabled()
    assert "De PDF die er is blijft gelden." in restored.dialog.period.standing.blocked.text()


@pytest.mark.parametrize("yes", [True, False])
def test_half_an_answer_is_not_kept(restored: Walk, yes: bool) -> None:
    card = restored.dialog.period.question
    if yes:
        card.yes.click()
    card.save.click()
    restored.book.settle()
    assert card.problem.isVisible()
    assert restored.book.ask(blocked.question) is not None


def test_a_concept_of_this_year_can_be_looked_at_before_the_answer(
    restored: Walk, walk_of: Callable[..., Walk]
) -> None:
    walk = walk_of(2026, restored.book)
    assert walk.dialog.period.question.isVisible()
    assert walk.dialog.next.isEnabled()
    walk.preview()
    assert walk.dialog.save.isHidden()
