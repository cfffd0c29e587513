"""The status bar: whether everything is saved, how old the last copy is, and when it locks."""

from datetime import datetime

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QStatusBar

from vp_logboek.gui.widgets import announce, label, link_button

_GAP = 40
"""Pixels beside the words: margins, and air between them."""


class Status(QStatusBar):
    """Three calm sentences. They never hold content. In a narrow window the copies go first.

    That all is kept is said aloud when it was not, a moment ago; not each time. What was done says
    itself that it was saved.
    """

    backup_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self._is_kept = True
        self._copies_first = False
        self._saved = _words()
        self._backup = _words()
        self.make_backup = link_button("", self.backup_pressed.emit)
        self._lock = _words()
        self.addWidget(self._saved, 1)
        for part in (self._backup, self.make_backup, self._lock):
            self.addPermanentWidget(part)
        self.setContentsMargins(8, 2, 8, 2)
        self._fold()

    def show_saved(self, at: datetime) -> None:
        """Everything is on disk."""
        self._show_kept(self.tr("Alles is bewaard"), at)

    def show_draft(self, at: datetime) -> None:
        """What is being typed is kept as a draft."""
        self._show_kept(self.tr("Concept bewaard"), at)

    def _show_kept(self, words: str, at: datetime) -> None:
        self._saved.setText(f"✓ {words} ({at:%H:%M})")
        if not self._is_kept:
            self._is_kept = True
            announce(self, f"{words}.")

    def show_not_saved(self) -> None:
        """Something could not be written; who told of it said so aloud."""
        self._is_kept = False
        self._saved.setText(self.tr("⚠ Nog niet alles is bewaard"))

    def show_read_only(self) -> None:
        """The file cannot be written here."""
        self._saved.setText(self.tr("Alleen lezen"))

    def show_backup(self, words: str, action: str, first: bool = False) -> None:
        """How old the last copy is, and what can be done about it; ``first``: it must be in sight.

        Then the time until the lock gives way in a narrow window.
        """
        self._copies_first = first
        self._backup.setText(words)
        self.make_backup.setText(action)
        spoken = f"{words.rstrip('…')}. {action}"
        self.make_backup.setAccessibleName(spoken if action else "")
        self._fold()

    def show_lock(self, minutes: int) -> None:
        """When the logbook locks if nobody touches the computer."""
        self._lock.setText(self.tr("vergrendelt over {0} min").format(minutes))
        self._fold()

    def saved_words(self) -> str:
        """What it says about saving."""
        return self._saved.text()

    def backup_words(self) -> str:
        """What it says about copies."""
        return self._backup.text()

    def lock_words(self) -> str:
        """What it says about locking."""
        return self._lock.text()

    # --- a narrow window ----------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """The words give way, not the window."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        left = self.width() - _GAP - self._saved.sizeHint().width() - self._lock.sizeHint().width()
        needed = self._backup.sizeHint().width() + self.make_backup.sizeHint().width()
        fits = left >= needed or self._copies_first
        self._lock.setVisible(left >= needed or not self._copies_first)
        self._backup.setVisible(fits and bool(self._backup.text()))
        self.make_backup.setVisible(fits and bool(self.make_backup.text()))


def _words() -> QLabel:
    return label("", "small", wrap=False)
