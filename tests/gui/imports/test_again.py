"""A list that did not do the first time: read again, another one, or taken over already."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.gui.controls import texts
from tests.gui.imports.conftest import GOOD, NO_SUBJECT, UNKNOWN
from tests.gui.opened import Opened
from vp_logboek.gui.imports.dialog import COLUMNS, TRIAL, ImportDialog
from vp_logboek.gui.imports.place import TablePlace
from vp_logboek.services.import_table import Field

Make = Callable[[str], ImportDialog]


def press(dialog: ImportDialog, book: Opened, *names: str) -> None:
    for name in names:
        getattr(dialog, name).click()
        book.settle()


def improve(tmp_path: Path, content: str) -> None:
    (tmp_path / "lijst.csv").write_text(content, encoding="utf-8")


def test_an_improved_list_is_read_again_with_the_columns_that_were_chosen(
    dialog_of: Make, book: Opened, tmp_path: Path
) -> None:
    dialog = dialog_of(UNKNOWN)
    dialog.columns.lists[Field.NOTE].setCurrentIndex(0)
    press(dialog, book, "next")
    assert dialog.focusWidget() is dialog.trial.again
    improve(tmp_path, UNKNOWN.replace("Roddelen", "Pesten"))
    press(dialog.trial, book, "again")
    assert dialog.now == TRIAL
    assert dialog.trial.can_go_on
    assert dialog.trial.again.isHidden()
    assert "Aantekening" in dialog.columns.fields().ignored


def test_with_other_columns_it_begins_at_the_first_step(
    dialog_of: Make, book: Opened, tmp_path: Path
) -> None:
    dialog = dialog_of(UNKNOWN)
    press(dialog, book, "next")
    improve(tmp_path, NO_SUBJECT)
    press(dialog.trial, book, "again")
    assert dialog.now == COLUMNS
    assert dialog.columns.lists[Field.SUBJECT].findText("Waarover") > 0
    assert not dialog.next.isEnabled()


def test_a_list_that_went_away_is_told_and_what_was_shown_stays(
    dialog_of: Make, book: Opened, tmp_path: Path
) -> None:
    dialog = dialog_of(UNKNOWN)
    press(dialog, book, "next")
    (tmp_path / "lijst.csv").unlink()
    press(dialog.trial, book, "again")
    assert "Er is niets overgenomen." in dialog.message.text()
    assert dialog.now == TRIAL
    assert dialog.focusWidget() is dialog.trial.again


def test_instead_of_a_list_that_cannot_be_read_another_can_be_chosen(
    dialog_of: Make, book: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = dialog_of("")
    assert dialog.next.isHidden()
    assert dialog.focusWidget() is dialog.other
    answers = iter((None, tmp_path / "goed.csv"))
    (tmp_path / "goed.csv").write_text(GOOD, encoding="utf-8")
    monkeypatch.setattr(TablePlace, "ask", classmethod(lambda *_: next(answers)))
    press(dialog, book, "other")
    assert "Er is niets overgenomen." in dialog.message.text(), "who turns back reads on"
    press(dialog, book, "other")
    assert (dialog.message.isVisible(), dialog.other.isVisible()) == (False, False)
    assert dialog.next.isEnabled()


def test_a_list_that_was_taken_over_before_is_told_of(
    dialog_of: Make, book: Opened, tmp_path: Path
) -> None:
    first = dialog_of(GOOD)
    press(first, book, "next")
    assert not [text for text in texts(first.trial) if "twee keer" in text]
    press(first, book, "take_over")
    again = dialog_of(GOOD)
    press(again, book, "next")
    assert "nam u al 3 gesprekken over uit “lijst.csv”." in again.trial.notices()[0]
    assert again.trial.can_go_on, "it may be another list of that name"


def test_a_list_without_headings_is_told_of(dialog_of: Make) -> None:
    told = "herkent geen enkele kolom"
    assert [text for text in texts(dialog_of("4-2-2026;x\n5-2-2026;y\n").columns) if told in text]
    assert not [text for text in texts(dialog_of(GOOD).columns) if told in text]
