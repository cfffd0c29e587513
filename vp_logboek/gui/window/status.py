"""The status bar: whether everything is saved, and when the logbook locks."""

from datetime import datetime

from PySide6.QtWidgets import QLabel, QStatusBar

from vp_logboek.gui.widgets import label


class Status(QStatusBar):
    """Two calm sentences. They never hold content."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self._saved = _words()
        self._lock = _words()
        self.addWidget(self._saved, 1)
        self.addPermanentWidget(self._lock)
        self.setContentsMargins(8, 2, 8, 2)

    def show_saved(self, at: datetime) -> None:
        """Everything is on disk."""
        self._saved.setText(f"✓ Alles is bewaard ({at:%H:%M})")

    def show_draft(self, at: datetime) -> None:
        """What is being typed is kept as a draft."""
        self._saved.setText(f"✓ Concept bewaard ({at:%H:%M})")

    def show_not_saved(self) -> None:
        """Something could not be written."""
        self._saved.setText("⚠ Nog niet alles is bewaard")

    def show_read_only(self) -> None:
        """The file cannot be written here."""
        self._saved.setText("Alleen lezen")

    def show_lock(self, minutes: int) -> None:
        """When the logbook locks if nobody touches the computer."""
        self._lock.setText(f"vergrendelt over {minutes} min")

    def saved_words(self) -> str:
        """What it says about saving."""
        return self._saved.text()

    def lock_words(self) -> str:
        """What it says about locking."""
        return self._lock.text()


def _words() -> QLabel:
    return label("", "small", wrap=False)
