"""The parts of the recovery sheet by themselves, with values that are nobody's."""

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QPageSize, QPainter, QPdfWriter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.controls import nameless, texts
from vp_logboek.domain.errors import GroupsDiffer, SheetLineWrong
from vp_logboek.gui.printing import MOST_DOTS_PER_INCH, drawn, opened, print_pages
from vp_logboek.gui.safekeeping.sheet_check import SheetCheck
from vp_logboek.gui.safekeeping.sheet_entry import SheetEntry
from vp_logboek.gui.safekeeping.sheet_panel import SheetPanel

LINES = ("7G4K 9QXM 2ZTR E", "P3NV 6KJM 1RTS 7")


@pytest.fixture
def panel(qtbot: QtBot) -> SheetPanel:
    made = SheetPanel()
    qtbot.addWidget(made)
    made.show_sheet("4F2K", LINES)
    return made


@pytest.fixture
def entry(qtbot: QtBot) -> SheetEntry:
    """Two lines; the second is right when it ends in a 7."""

    def check(line: int, text: str) -> None:
        if line == 2 and not text.endswith("7"):
            raise SheetLineWrong(line)

    made = SheetEntry(2, check)
    qtbot.addWidget(made)
    made.show()
    return made


# --- on the screen ----------------------------------------------------------------------------


def test_the_sheet_is_shown_with_its_number_and_every_group(panel: SheetPanel) -> None:
    assert "Herstelblad 4F2K" in panel.text()
    assert all(group in panel.text() for line in LINES for group in line.split())
    assert nameless(panel) == []


def test_a_sheet_that_is_let_go_is_nowhere_on_the_panel(panel: SheetPanel) -> None:
    assert "9QXM" in " ".join(texts(panel)), "the control: it was there"
    panel.clear()
    QApplication.processEvents()
    said = " ".join(texts(panel))
    assert not [group for line in LINES for group in line.split() if group in said.split()]
    assert not panel.print_button.isEnabled()


def test_a_file_is_asked_for_only_after_a_warning(panel: SheetPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.save_requested):
        panel.pdf_button.click()
    assert "heeft uw logboek" in panel.message.text()
    with qtbot.waitSignal(panel.save_requested):
        panel.message.action.click()


# --- on paper ---------------------------------------------------------------------------------


def two_pages() -> bytes:
    """A PDF of two black pages, in memory."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    painter = QPainter(writer)
    for page in range(2):
        if page:
            writer.newPage()
        painter.fillRect(0, 0, writer.width(), writer.height() // (1 + page), Qt.GlobalColor.black)
    painter.end()
    return bytes(buffer.data().data())


def test_what_is_printed_is_the_pdf_page_by_page(tmp_path: Path, qapp: QApplication) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "uit.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    assert print_pages(opened(two_pages()), printer)
    printed = QPdfDocument()
    printed.load(str(tmp_path / "uit.pdf"))
    assert printed.pageCount() == 2
    second = drawn(printed, 1, MOST_DOTS_PER_INCH)
    middle = second.width() // 2
    assert QColor(second.pixel(middle, second.height() // 4)).lightness() < 10
    assert QColor(second.pixel(middle, second.height() * 3 // 4)).lightness() > 245
    printed.close()


# --- typed over -------------------------------------------------------------------------------


def test_a_line_is_judged_when_it_is_left_and_never_while_typing(
    entry: SheetEntry, qtbot: QtBot
) -> None:
    entry.fields[1].setFocus()
    qtbot.keyClicks(entry.fields[1], "P3NV")
    assert not entry.rows[1].problem
    qtbot.keyClick(entry.fields[1], Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: bool(entry.rows[1].problem))
    qtbot.keyClicks(entry.fields[1], " 7")
    assert not entry.rows[1].problem, "while it is being mended nothing is wrong"


def test_a_line_that_is_still_empty_is_not_wrong_when_passed_over(
    entry: SheetEntry, qtbot: QtBot
) -> None:
    entry.fields[1].setFocus()
    qtbot.keyClick(entry.fields[1], Qt.Key.Key_Tab)
    assert not entry.rows[1].problem


def test_enter_goes_from_line_to_line_and_ends_at_the_last(entry: SheetEntry, qtbot: QtBot) -> None:
    entry.fields[0].setFocus()
    qtbot.keyClicks(entry.fields[0], "7G4K")
    qtbot.keyClick(entry.fields[0], Qt.Key.Key_Return)
    qtbot.waitUntil(entry.fields[1].hasFocus)
    with qtbot.waitSignal(entry.entered):
        qtbot.keyClick(entry.fields[1], Qt.Key.Key_Return)


def test_the_line_that_is_wrong_is_pointed_at(entry: SheetEntry, qtbot: QtBot) -> None:
    entry.fields[0].setText("7G4K")
    entry.fields[1].setText("P3NV")
    assert not entry.is_right()
    assert (entry.rows[0].problem, bool(entry.rows[1].problem)) == ("", True)
    qtbot.waitUntil(entry.fields[1].hasFocus)
    entry.fields[1].setText("P3NV 7")
    assert entry.is_right()


def test_the_groups_are_asked_by_line_and_place(qtbot: QtBot) -> None:
    check = SheetCheck()
    qtbot.addWidget(check)
    check.ask(((2, 3), (4, 1)))
    names = [field.accessibleName() for field in check.fields]
    assert names == ["Regel 2, groep 3", "Regel 4, groep 1"]
    check.fields[0].setText("1RTS")
    check.show_error(GroupsDiffer())
    assert check.groups() == ("1RTS", "")
    assert "herstelblad" in check.message.text()
    check.clear()
    assert check.groups() == ("", "")
