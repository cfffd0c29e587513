"""However the dialog of a print job goes away, the job is ended and nothing more is sent."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt, QTimer
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Running
from vp_logboek.gui.printing import opened, print_pages
from vp_logboek.gui.sending import Sending
from vp_logboek.gui.slices import Slices

PAGES = 12
IN_SLICES = Slices.begin
"""What the tests of the screens replace, so that no test waits for slices; here they are real."""


class NotingPrinter(QPrinter):
    """A PDF in place of paper; it notes whether a job was open when it was told to stop."""

    def __init__(self, target: Path) -> None:
        super().__init__(QPrinter.PrinterMode.ScreenResolution)
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.setOutputFileName(str(target))
        self.setResolution(72)
        self.was_open: list[bool] = []

    def abort(self) -> bool:
        self.was_open.append(self.paintingActive())
        return super().abort()


@pytest.fixture
def printer(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> NotingPrinter:
    monkeypatch.setattr(Slices, "begin", IN_SLICES)
    return NotingPrinter(tmp_path / "papier.pdf")


def pages() -> bytes:
    """A PDF of some black pages, in memory."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    painter = QPainter(writer)
    for page in range(PAGES):
        if page:
            writer.newPage()
        painter.fillRect(0, 0, writer.width(), writer.height(), Qt.GlobalColor.black)
    painter.end()
    return bytes(buffer.data().data())


def dialog() -> Sending:
    (found,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, Sending)]
    return found


def printed(printer: QPrinter, after_a_strip: Callable[[], object]) -> bool | None:
    """What printing says, when this happens as soon as something went to the printer."""
    watch = QTimer()

    def look() -> None:
        if printer.paintingActive():
            watch.stop()
            after_a_strip()

    watch.timeout.connect(look)
    watch.start(0)
    return print_pages(opened(pages()), printer)


def assert_broken_off(printer: NotingPrinter, result: bool | None) -> None:
    paper = Path(printer.outputFileName())
    assert result is None
    assert printer.was_open == [True]
    assert not printer.paintingActive()
    sent = paper.read_bytes()
    assert sent.rstrip().endswith(b"%%EOF"), "the job is ended, and with it what it kept"
    assert opened(sent).pageCount() < PAGES
    QTest.qWait(20)
    assert paper.read_bytes() == sent


@pytest.mark.parametrize(
    "go_away",
    [
        lambda: dialog().hide(),
        lambda: dialog().close(),
        lambda: dialog().reject(),
        lambda: QTest.keyClick(dialog(), Qt.Key.Key_Escape),
    ],
    ids=["hidden", "closed", "refused", "escape"],
)
def test_whose_dialog_goes_away_is_not_printed_further(
    printer: NotingPrinter, go_away: Callable[[], object]
) -> None:
    assert_broken_off(printer, printed(printer, go_away))


def test_a_lock_ends_what_is_being_printed(running: Running, printer: NotingPrinter) -> None:
    result = printed(printer, running.program.lock.lock)
    assert running.program.window.cover.isVisible()
    assert_broken_off(printer, result)
    running.qtbot.waitUntil(lambda: bool(running.restarts))


def test_the_job_is_ended_before_the_window_lies_covered(
    running: Running, printer: NotingPrinter
) -> None:
    open_then: list[bool] = []

    def cover() -> None:
        running.program.window.cover.cover()
        open_then.append(printer.paintingActive())

    printed(printer, cover)
    assert open_then == [False]


def test_without_breaking_off_a_cover_leaves_the_job_open(
    running: Running, printer: NotingPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control: what the tests above look at can be wrong."""
    left: list[Sending] = []

    def cover() -> None:
        left.append(dialog())
        running.program.window.cover.cover()

    with monkeypatch.context() as patch:
        patch.setattr(Sending, "_break_off", lambda _: None)
        assert printed(printer, cover) is False
        assert printer.paintingActive()
    left[0]._slices.stop()
    assert not printer.paintingActive()


def test_what_nobody_stops_is_printed_whole(printer: NotingPrinter) -> None:
    assert printed(printer, lambda: None) is True
    assert printer.was_open == []
    assert opened(Path(printer.outputFileName()).read_bytes()).pageCount() == PAGES
