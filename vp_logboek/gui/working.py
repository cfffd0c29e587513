"""While something is under way: nothing below one second, then words and perhaps a way to stop."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from vp_logboek.gui.progress import Progress
from vp_logboek.gui.widgets import button, label

_PATIENCE = 1000
"""Milliseconds before anything is said."""
_LOOK = 100
"""Milliseconds between two looks at how far it is."""
_STOP, _STOPPING = "Rekenen stoppen", "Het rekenen stopt…"


class Working(QWidget):
    """``begin`` with what stops the work, if anything may; ``end`` when it is done, or stopped.

    Work that can tell how far it is gives its Progress: then the bar fills.
    """

    def __init__(self, stop: str = _STOP, stopping: str = _STOPPING) -> None:
        super().__init__()
        self._stopping = stopping
        self._progress: Progress | None = None
        self._stop: Callable[[], object] | None = None
        self._is_busy = False
        self.words = label("", "strong")
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Het programma rekent"))
        self.cancel = button(stop, self._cancel, "x")
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
        self._look = QTimer(self)
        self._look.setInterval(_LOOK)
        self._look.timeout.connect(self._fill)
        self.hide()

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._is_busy

    @property
    def must_end(self) -> bool:
        """Whether something is under way that cannot be stopped."""
        return self._is_busy and self._stop is None

    def begin(
        self,
        text: str,
        stop: Callable[[], object] | None = None,
        progress: Progress | None = None,
    ) -> None:
        """Something began; ``stop`` asks it to end, and without it nothing can."""
        self._is_busy, self._stop, self._progress = True, stop, progress
        self.bar.setRange(0, 0 if progress is None else progress.steps)
        self._fill()
        if progress is not None:
            self._look.start()
        self.words.setText(text)
        self.bar.setAccessibleName(text)
        self.cancel.setEnabled(True)
        self.cancel.setVisible(stop is not None)
        self._timer.start()

    def end(self) -> None:
        """It is done."""
        self._is_busy, self._stop = False, None
        self._timer.stop()
        self._look.stop()
        self.hide()

    def stop(self) -> None:
        """Ask what is under way to end."""
        if self._stop is not None:
            self._stop()

    def _appear(self) -> None:
        self.show()
        if self._stop is not None:
            self._take_keyboard()
        said = QAccessibleAnnouncementEvent(self.words, self.words.text())
        QAccessible.updateAccessibility(said)

    def _take_keyboard(self) -> None:
        self.cancel.setFocus()

    def _fill(self) -> None:
        if self._progress is not None:
            self.bar.setValue(self._progress.done)

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.words.setText(self._stopping)
        self.stop()
