"""While something is worked out: nothing below one second, then words and a way to stop."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from vp_logboek.gui.widgets import button, label

_PATIENCE = 1000
"""Milliseconds before anything is said."""


class Working(QWidget):
    """``begin`` with what stops the work; ``end`` when it is done, or stopped."""

    def __init__(self) -> None:
        super().__init__()
        self._stop: Callable[[], object] | None = None
        self.words = label("", "strong")
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Het programma rekent"))
        self.cancel = button(self.tr("Rekenen stoppen"), self._cancel, "x")
        side = QVBoxLayout()
        side.addWidget(self.words)
        side.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(side, 1)
        row.addWidget(self.cancel)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PATIENCE)
        self._timer.timeout.connect(self._appear)
        self.hide()

    @property
    def is_busy(self) -> bool:
        """Whether something is being worked out."""
        return self._stop is not None

    def begin(self, text: str, stop: Callable[[], object]) -> None:
        """Something began; ``stop`` asks it to end."""
        self._stop = stop
        self.words.setText(text)
        self.cancel.setEnabled(True)
        self._timer.start()

    def end(self) -> None:
        """It is done."""
        self._stop = None
        self._timer.stop()
        self.hide()

    def stop(self) -> None:
        """Ask what is under way to end."""
        if self._stop is not None:
            self._stop()

    def _appear(self) -> None:
        self.show()
        self.cancel.setFocus()

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.words.setText(self.tr("Het rekenen stopt…"))
        self.stop()
