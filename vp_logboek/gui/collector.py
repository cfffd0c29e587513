"""Python's own collection, kept on the GUI thread.

It runs on whichever thread happens to make the next object. On a store's thread it would let go of
widgets, and Qt ends the program when that happens elsewhere than on the GUI thread.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 5000
ENOUGH = 2000
"""New objects below which it is not worth looking."""


class Collector(QObject):
    """Collects now and then, here, from the moment it is made."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(EVERY_MS)

    def leave_out(self) -> None:
        """Never look again at what is there now: it stays, and looking takes some 70 ms."""
        gc.freeze()

    def collect(self) -> None:
        """Let go of what nobody holds any more."""
        if gc.get_count()[0] > ENOUGH:
            gc.collect()
