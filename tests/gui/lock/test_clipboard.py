"""What was copied is marked to be forgotten, and goes; what another copied is left alone."""

import pytest
from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication

from tests.gui.conftest import Running
from vp_logboek.gui.lock.clipboard import KDE, ClipboardGuard

BOTH = [QClipboard.Mode.Clipboard, QClipboard.Mode.Selection]
WINDOWS = 'application/x-qt-windows-mime;value="{}"'


class Board(QObject):
    """A clipboard that knows whose its content is; the offscreen one does not."""

    dataChanged = Signal()  # noqa: N815
    selectionChanged = Signal()  # noqa: N815

    def __init__(self, ours: bool) -> None:
        super().__init__()
        self.ours = self.ours_marked = ours
        self.held: QMimeData | None = None
        self.cleared: list[QClipboard.Mode] = []

    def ownsClipboard(self) -> bool:
        return self.ours

    def ownsSelection(self) -> bool:
        return self.ours_marked

    def mimeData(self) -> QMimeData | None:
        return self.held

    def setMimeData(self, data: QMimeData) -> None:
        self.held = data
        self.dataChanged.emit()

    def clear(self, mode: QClipboard.Mode) -> None:
        self.cleared.append(mode)


def copied(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    data.setHtml(f"<b>{text}</b>")
    return data


def guard_of(board: Board) -> ClipboardGuard:
    return ClipboardGuard(board)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "format_,value",
    [
        (KDE, b"secret"),
        (WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"), b"1"),
        (WINDOWS.format("CanIncludeInClipboardHistory"), b"\0\0\0\0"),
        (WINDOWS.format("CanUploadToCloudClipboard"), b"\0\0\0\0"),
        (WINDOWS.format("Clipboard Viewer Ignore"), b"1"),
    ],
)
def test_what_was_copied_stays_out_of_histories(
    qapp: QApplication, format_: str, value: bytes
) -> None:
    board = Board(ours=True)
    _guard = guard_of(board)
    board.setMimeData(copied("uit het logboek"))
    assert board.held is not None
    assert board.held.data(format_).data() == value
    assert board.held.text() == "uit het logboek"
    assert not board.held.hasHtml(), "only the words"


def test_what_was_copied_goes_after_half_a_minute(qapp: QApplication) -> None:
    board = Board(ours=True)
    guard = guard_of(board)
    board.setMimeData(copied("uit het logboek"))
    assert guard.copied.timer.interval() == 30_000
    assert guard.copied.timer.isActive()
    guard.copied.timer.timeout.emit()
    assert board.cleared == [QClipboard.Mode.Clipboard]


def test_what_was_marked_with_the_mouse_goes_too(qapp: QApplication) -> None:
    board = Board(ours=True)
    guard = guard_of(board)
    board.selectionChanged.emit()
    assert guard.marked.timer.isActive()
    assert not guard.copied.timer.isActive(), "marking does not prolong what was copied"
    guard.marked.timer.timeout.emit()
    assert board.cleared == [QClipboard.Mode.Selection]


def test_what_another_program_copied_is_left_alone(qapp: QApplication) -> None:
    board = Board(ours=False)
    guard = guard_of(board)
    board.setMimeData(copied("van een ander"))
    board.selectionChanged.emit()
    guard.clear()
    assert board.cleared == []
    assert board.held is not None
    assert not board.held.hasFormat(KDE)
    assert not guard.copied.timer.isActive()


def test_what_another_program_copies_after_us_is_left_alone_when_the_time_comes(
    qapp: QApplication,
) -> None:
    board = Board(ours=True)
    guard = guard_of(board)
    board.setMimeData(copied("uit het logboek"))
    board.ours = False
    board.setMimeData(copied("van een ander"))
    assert not guard.copied.timer.isActive()
    guard.copied.timer.timeout.emit()
    assert board.cleared == []


def replace_clipboard(running: Running) -> Board:
    board = Board(ours=True)
    guard = guard_of(board)
    running.program.clipboard = running.program.lock._clipboard = guard
    return board


def test_locking_clears_what_was_copied_and_marked(running: Running) -> None:
    board = replace_clipboard(running)
    running.program.lock.lock()
    assert board.cleared == BOTH, "at once"
    running.qtbot.waitUntil(lambda: bool(running.restarts))


def test_ending_clears_what_was_copied_and_marked(running: Running) -> None:
    board = replace_clipboard(running)
    running.program.end()
    assert board.cleared == BOTH
