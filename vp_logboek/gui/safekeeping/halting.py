"""Slow work with the file of the logbook: it can be stopped until it is too late for that."""

from PySide6.QtCore import QObject, QTimer

from vp_logboek.gui.widgets import announce
from vp_logboek.gui.working import Working
from vp_logboek.services.safekeeping import Halt

_STOPPING = "Het stopt…"
_LOOK = 100
"""Milliseconds between two looks whether it can still be stopped."""


class Halting(QObject):
    """``begin`` gives the Halt that the work heeds; ``end`` when it is done, or stopped.

    ``line`` says what is going on, with a button that stops it, in the words of who begins.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.line = Working(stopping=_STOPPING)
        self._halt = Halt()
        self._too_late = ""
        self._look = QTimer(self)
        self._look.setInterval(_LOOK)
        self._look.timeout.connect(self._tell_too_late)

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self.line.is_busy

    def begin(self, words: str, stop: str, too_late: str = "") -> Halt:
        """Something began; ``too_late`` is said when it cannot be stopped any more."""
        self._halt, self._too_late = Halt(), too_late
        self.line.cancel.setText(stop)
        self.line.begin(words, self._halt.ask)
        self._look.start()
        return self._halt

    def stop(self) -> None:
        """Ask what is under way to end; whoever waits for it is told at once."""
        if self.is_busy and not self.line.must_end:
            self.line.show()
            self.line.cancel.click()
        else:
            self._halt.ask()

    def end(self) -> None:
        """It is done."""
        self._look.stop()
        self.line.end()

    def _tell_too_late(self) -> None:
        if self._halt.is_closed:
            self._look.stop()
            if self.line.cancel.hasFocus():
                self.line.bar.setFocus()
            self.line.begin(self._too_late)
            if self.line.isVisible():
                announce(self.line, self._too_late)
