"""What was copied from the logbook stays out of histories and goes after half a minute."""

import sys

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard

GONE_AFTER_MS = 30_000
KDE = "x-kde-passwordManagerHint"


def of_windows(name: str) -> str:
    """How Qt is told to put something on the clipboard of Windows under a name of Windows.

    Source: QWindowsMimeConverter::registerMimeType; what no other converter knows is registered
    so by QLastResortMimes (qtbase, qwindowsmimeregistry.cpp).
    """
    return f'application/x-qt-windows-mime;value="{name}"'


KEEP_OUT = {
    KDE: b"secret",
    of_windows("ExcludeClipboardContentFromMonitorProcessing"): b"1",
    of_windows("CanIncludeInClipboardHistory"): b"\0\0\0\0",
    of_windows("CanUploadToCloudClipboard"): b"\0\0\0\0",
    of_windows("Clipboard Viewer Ignore"): b"1",
}
"""How histories are asked not to remember.

Sources: Klipper of KDE; learn.microsoft.com, Clipboard Formats, "Cloud Clipboard and Clipboard
History Formats" (the two that begin with Can hold a DWORD of 0); the last is an older custom.
"""
CONCEALED = "org.nspasteboard.ConcealedType"
"""The same on macOS, see nspasteboard.org; Qt would write it under a name of its own."""


class _Held:
    """One of the two clipboards: the one of Ctrl+C, and what is marked with the mouse on X11."""

    def __init__(self, clipboard: QClipboard, mode: QClipboard.Mode, parent: QObject) -> None:
        self._clipboard = clipboard
        self._mode = mode
        self.timer = QTimer(parent)
        self.timer.setSingleShot(True)
        self.timer.setInterval(GONE_AFTER_MS)
        self.timer.timeout.connect(self.clear)

    def is_ours(self) -> bool:
        if self._mode == QClipboard.Mode.Selection:
            return self._clipboard.ownsSelection()
        return self._clipboard.ownsClipboard()

    def clear(self) -> None:
        self.timer.stop()
        if self.is_ours():
            self._clipboard.clear(self._mode)

    def count_down(self) -> None:
        if self.is_ours():
            self.timer.start()
        else:
            self.timer.stop()


class ClipboardGuard(QObject):
    """Watches the clipboard; touches it only while it holds something of ours."""

    def __init__(self, clipboard: QClipboard) -> None:
        super().__init__()
        self._clipboard = clipboard
        self.copied = _Held(clipboard, QClipboard.Mode.Clipboard, self)
        self.marked = _Held(clipboard, QClipboard.Mode.Selection, self)
        clipboard.dataChanged.connect(self._notice_copied)
        clipboard.selectionChanged.connect(self._notice_marked)

    def clear(self) -> None:
        """Take away what is ours, in the clipboard and in what is marked with the mouse."""
        self.copied.clear()
        self.marked.clear()

    def _notice_copied(self) -> None:
        held = self._clipboard.mimeData() if self.copied.is_ours() else None
        if held is not None and held.hasText() and not held.hasFormat(KDE):
            self._clipboard.setMimeData(_to_be_forgotten(held.text()))
            if sys.platform == "darwin":
                _conceal()
        self.copied.count_down()

    def _notice_marked(self) -> None:
        self.marked.count_down()


def _to_be_forgotten(text: str) -> QMimeData:
    made = QMimeData()
    made.setText(text)
    for format_, value in KEEP_OUT.items():
        made.setData(format_, value)
    return made


def _conceal() -> None:
    """Add the mark of macOS to what Qt has just put on the clipboard (NSPasteboard)."""
    from vp_logboek.gui.lock import objc  # noqa: PLC0415 - its own system

    board = objc.send(objc.class_named("NSPasteboard"), "generalPasteboard")
    kind = objc.text(CONCEALED)
    kinds = objc.send(objc.class_named("NSArray"), "arrayWithObject:", kind)
    objc.send(board, "addTypes:owner:", kinds, 0)
    objc.send(board, "setString:forType:", objc.text(""), kind)
