"""What was issued can be printed from the list, and the page says how it went."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.opened import Opened
from vp_logboek.gui import printing
from vp_logboek.gui.printing import Printing
from vp_logboek.gui.released.page import ReleasedPage


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[tuple[bytes, bool]]:
    """What was asked to be printed, and whether as a concept."""
    asked: list[tuple[bytes, bool]] = []

    def note(_: object, pdf: bytes, tell: object, concept: bool = False) -> None:
        asked.append((pdf, concept))

    monkeypatch.setattr(printing, "print_overview", note)
    return asked


@pytest.mark.parametrize("by_key", [True, False])
def test_the_chosen_one_is_printed_to_the_byte(
    page: ReleasedPage, issued_book: Opened, tmp_path: Path, qtbot: QtBot, by_key: bool,
    printed: list[tuple[bytes, bool]],
) -> None:  # fmt: skip
    page.table.selectRow(1)
    page.table.setFocus()
    if by_key:
        qtbot.keyClick(page.table, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    else:
        page.print_button.click()
    issued_book.settle()
    assert printed == [((tmp_path / "2024.pdf").read_bytes(), False)]


def test_where_there_is_no_printer_the_page_says_so(
    page: ReleasedPage, issued_book: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Printing, "is_possible", lambda: False)
    page.print_button.click()
    issued_book.settle()
    assert page.message.text() == printing.NO_PRINTER
    assert page.folder.isHidden()
