"""One line in the status bar while the logbook is busy for longer than one notices."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from vp_logboek.gui.tasks import StoreThread
from vp_logboek.gui.widgets import label
from vp_logboek.gui.widgets.announce import announce

PATIENCE_MS = 1000
"""Below this nobody wonders (Nielsen, Usability Engineering, 5)."""
WORDS = "Het logboek is bezig…"
_BAR_WIDTH = 80


class BusyLine(QWidget):
    """What was asked last is being done: undoing a long list takes some time."""

    def __init__(self, store: StoreThread) -> None:
        super().__init__()
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR_WIDTH)
        self._bar.setAccessibleName(WORDS)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(WORDS, "small", wrap=False))
        row.addWidget(self._bar)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._appear)
        store.busy_changed.connect(self._note)
        self.hide()

    def _note(self, busy: bool) -> None:
        if not busy:
            self._patience.stop()
            self.hide()
        elif not self._patience.isActive() and self.isHidden():
            self._patience.start()

    def _appear(self) -> None:
        self.show()
        announce(self, WORDS)
