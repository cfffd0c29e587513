"""What was copied from the logbook stays out of histories and goes after half a minute."""

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard

GONE_AFTER_MS = 30_000
_KEEP_OUT = {
    "x-kde-passwordManagerHint": b"secret",
    "application/x-nspasteboard-concealed-type": b"",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"1",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': b"\0\0\0\0",
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': b"\0\0\0\0",
}
"""How KDE, macOS and Windows are asked not to remember."""


class ClipboardGuard(QObject):
    """Watches the clipboard; touches it only while it holds something of ours."""

    def __init__(self, clipboard: QClipboard) -> None:
        super().__init__()
        self._clipboard = clipboard
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(GONE_AFTER_MS)
        self._timer.timeout.connect(self.clear)
        clipboard.dataChanged.connect(self._notice)

    def clear(self) -> None:
        """Take away what is ours, in the clipboard and in what is marked with the mouse."""
        self._timer.stop()
        if self._clipboard.ownsClipboard():
            self._clipboard.clear(QClipboard.Mode.Clipboard)
        if self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)

    def _notice(self) -> None:
        if not self._clipboard.ownsClipboard():
            self._timer.stop()
            return
        held = self._clipboard.mimeData()
        marks = list(_KEEP_OUT)
        if held is None or not held.hasText() or held.hasFormat(marks[0]):
            return
        marked = QMimeData()
        marked.setText(held.text())
        for format_, value in _KEEP_OUT.items():
            marked.setData(format_, value)
        self._clipboard.setMimeData(marked)
        self._timer.start()
