"""The title of the form, and beside it whether what was typed is kept."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vp_logboek.gui.widgets import label, title

_BUSY = "Bezig met opslaan…"
_SLOW_MS = 500
"""Saving that takes longer is told."""


class FormHead(QWidget):
    """One line: nothing moves when there is something to tell."""

    def __init__(self) -> None:
        super().__init__()
        self._title = title("")
        self._kept = label("", "small", wrap=False)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW_MS)
        self._slow.timeout.connect(self._say_busy)
        beside = QHBoxLayout(self)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self._title, 1)
        beside.addWidget(self._kept, 0, Qt.AlignmentFlag.AlignBottom)

    @property
    def kept(self) -> str:
        """What it tells beside the title, or nothing."""
        return "" if self._kept.isHidden() else self._kept.text()

    def title(self) -> str:
        """What the form is for."""
        return self._title.text()

    def entitle(self, text: str) -> None:
        """Say what the form is for."""
        self._title.setText(text)

    def show_kept(self, text: str) -> None:
        """Whether what was typed is kept as a draft."""
        self._kept.setText(text)
        self._kept.setVisible(bool(text))

    def show_busy(self, busy: bool) -> None:
        """Saving began or ended; what is typed meanwhile is kept all the same."""
        if busy:
            self._slow.start()
            return
        self._slow.stop()
        if self._kept.text() == self.tr(_BUSY):
            self._kept.hide()

    def _say_busy(self) -> None:
        """It takes so long that one wonders."""
        self._kept.setText(self.tr(_BUSY))
        self._kept.show()
