"""Printing: the very pages, nothing on disk by us, and a concept says that it is one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from tests.gui.export.conftest import Walk
from tests.gui.opened import Opened
from tests.pdf_text import pages_of
from vp_logboek.gui import printing
from vp_logboek.gui.export.dialog import PREVIEW
from vp_logboek.gui.printing import Printing, drawn, print_pages
from vp_logboek.gui.released.look import LookDialog
from vp_logboek.gui.sending import STRIPS, Sending
from vp_logboek.gui.slices import Slices
from vp_logboek.gui.widgets import MessageBar
from vp_logboek.services import issuing

SaveAt = Callable[[Path | None], list[str]]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What was sent to a printer; nothing is really printed."""
    sent: list[bytes] = []
    kept: list[bytes] = []

    def opened(pdf: bytes) -> object:
        kept.append(pdf)
        return opens(pdf)

    def pages(*_: object) -> bool:
        sent.append(kept[-1])
        return True

    opens = printing.opened
    monkeypatch.setattr(printing, "opened", opened)
    monkeypatch.setattr(printing, "print_pages", pages)
    monkeypatch.setattr(Printing, "is_possible", lambda: True)
    monkeypatch.setattr(Printing, "ask", lambda *_: QPrinter())
    return sent


def test_a_concept_is_printed_with_its_mark_on_every_page(
    walk: Walk, printed: list[bytes], tmp_path: Path
) -> None:
    before = set(tmp_path.rglob("*"))
    walk.preview()
    walk.dialog.preview.print_button.click()
    (pdf,) = printed
    assert all("CONCEPT, niet uitgebracht" in page for page in pages_of(pdf))
    assert walk.dialog.message.text() == printing.SENT_CONCEPT
    assert set(tmp_path.rglob("*")) == before
    assert walk.book.ask(issuing.releases) == ()


def test_control_p_prints_where_there_are_pages(
    walk: Walk, printed: list[bytes], save_at: SaveAt, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = walk.dialog
    qtbot.keyClick(dialog, Qt.Key.Key_P, CONTROL)
    assert printed == []
    save_at(tmp_path / "uit.pdf")
    walk.preview()
    assert dialog.now == PREVIEW
    qtbot.keyClick(dialog, Qt.Key.Key_P, CONTROL)
    assert len(printed) == 1
    dialog.save.click()
    walk.book.settle()
    qtbot.keyClick(dialog, Qt.Key.Key_P, CONTROL)
    walk.book.settle()
    assert printed[1] == (tmp_path / "uit.pdf").read_bytes()
    assert dialog.message.text() == printing.SENT


def test_what_was_issued_is_printed_to_the_byte(
    issued_book: Opened, printed: list[bytes], tmp_path: Path, qtbot: QtBot
) -> None:
    look = LookDialog(None, issued_book.session, issued_book.ask(issuing.releases)[1])
    qtbot.addWidget(look)
    look.show()
    issued_book.settle()
    qtbot.keyClick(look, Qt.Key.Key_P, CONTROL)
    assert printed == [(tmp_path / "2025.pdf").read_bytes()]


def test_where_there_is_no_printer_it_is_said(
    walk: Walk, printed: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Printing, "is_possible", lambda: False)
    walk.preview()
    walk.dialog.preview.print_button.click()
    assert printed == []
    assert walk.dialog.message.text() == printing.NO_PRINTER_CONCEPT


def test_turning_back_says_nothing(
    walk: Walk, printed: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Printing, "ask", lambda *_: None)
    walk.preview()
    walk.dialog.preview.print_button.click()
    assert printed == []
    assert walk.dialog.message.isHidden()


def test_a_printer_that_takes_nothing_is_told(qtbot: QtBot, issued_book: Opened) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    pdf = issued_book.ask(lambda logbook: issuing.stored_pdf(logbook, 1))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Printing, "is_possible", lambda: True)
        patch.setattr(Printing, "ask", lambda *_: QPrinter())
        patch.setattr(printing, "print_pages", lambda *_: False)
        printing.print_overview(bar, pdf, bar)
    assert bar.text() == printing.REFUSED


# --- the pages themselves ---------------------------------------------------------------------


def to_file(target: Path, first: int = 0, last: int = 0) -> QPrinter:
    """A printer that is a file: so a test can look at the paper."""
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printer.setFullPage(True)
    printer.setResolution(110)
    printer.setFromTo(first, last)
    return printer


def ink(pdf: bytes, number: int) -> list[int]:
    """How much ink stands in each of forty strips of a page, from top to bottom."""
    page = drawn(printing.opened(pdf), number, 72).convertToFormat(QImage.Format.Format_Grayscale8)
    grey, wide, high = bytes(page.constBits()), page.bytesPerLine(), page.height() // 40
    strips = [grey[wide * high * n : wide * high * (n + 1)] for n in range(40)]
    return [255 * len(strip) - sum(strip) for strip in strips]


@pytest.mark.parametrize("first,last,count", [(0, 0, None), (2, 2, 1)])
def test_the_chosen_pages_come_on_paper_whole(
    issued_book: Opened, tmp_path: Path, first: int, last: int, count: int | None
) -> None:
    pdf = issued_book.ask(lambda logbook: issuing.stored_pdf(logbook, 2))
    document = printing.opened(pdf)
    target = tmp_path / "papier.pdf"
    assert print_pages(document, to_file(target, first, last))
    paper = printing.opened(target.read_bytes())
    assert paper.pageCount() == (count or document.pageCount())
    wanted, found = ink(pdf, max(first, 1) - 1), ink(target.read_bytes(), 0)
    assert sum(map(bool, wanted)) > 20
    assert all(one > 0.4 * other for one, other in zip(found, wanted, strict=True) if other > 9999)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_begin_is_refused(issued_book: Opened, tmp_path: Path) -> None:
    pdf = issued_book.ask(lambda logbook: issuing.stored_pdf(logbook, 1))
    assert not print_pages(printing.opened(pdf), to_file(tmp_path / "weg" / "papier.pdf"))


def test_of_a_pdf_that_cannot_be_read_nothing_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(Printing, "is_possible", lambda: True)
    monkeypatch.setattr(Printing, "ask", lambda *given: asked.append(given))
    bar = MessageBar()
    qtbot.addWidget(bar)
    printing.print_overview(bar, b"geen PDF", bar)
    assert (bar.text(), asked) == (printing.NOT_READ, [])
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "blad.pdf"))
    assert not print_pages(printing.opened(b"geen PDF"), printer)
    assert not (tmp_path / "blad.pdf").exists()


def test_where_it_was_just_saved_nobody_is_told_to_save_it(
    walk: Walk, save_at: SaveAt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Printing, "is_possible", lambda: False)
    save_at(tmp_path / "uit.pdf")
    walk.issue()
    walk.dialog.done_step.print_button.click()
    walk.book.settle()
    assert walk.dialog.message.text() == printing.NO_PRINTER
    assert "Bewaar" not in walk.dialog.message.text()


def test_who_stops_is_told_and_nothing_more_goes_to_the_printer(
    issued_book: Opened, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Slices, "begin", lambda _: None)
    monkeypatch.setattr(Sending, "exec", lambda self: self.stop.click())
    monkeypatch.setattr(Printing, "is_possible", lambda: True)
    monkeypatch.setattr(Printing, "ask", lambda *_: to_file(tmp_path / "papier.pdf"))
    bar = MessageBar()
    qtbot.addWidget(bar)
    pdf = issued_book.ask(lambda logbook: issuing.stored_pdf(logbook, 1))
    printing.print_overview(bar, pdf, bar)
    assert bar.text() == printing.STOPPED
    assert not (tmp_path / "papier.pdf").exists()


def test_between_two_strips_the_window_listens(
    issued_book: Opened, tmp_path: Path, qtbot: QtBot
) -> None:
    pdf = issued_book.ask(lambda logbook: issuing.stored_pdf(logbook, 1))
    document = printing.opened(pdf)
    pages = range(document.pageCount())
    sending = Sending(None, document, pages, to_file(tmp_path / "papier.pdf"), 110)
    qtbot.addWidget(sending)
    assert len([*sending._steps()]) == (STRIPS + 1) * document.pageCount()
    assert sending.is_taken
