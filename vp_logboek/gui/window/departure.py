"""Closing the window: what is typed is kept, and a last copy is made first."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from vp_logboek.domain.errors import LogbookError
from vp_logboek.gui.backups.keeper import BackupKeeper
from vp_logboek.gui.backups.leaving import Leaving


class Departure(QObject):
    """From *Afsluiten* until there is a copy. ``begun``: the copy is being made; ``ready``: now the
    window can close; ``stayed``: the user goes on after all.
    """

    begun = Signal()
    ready = Signal()
    stayed = Signal()

    def __init__(self, leaving: Leaving, backups: BackupKeeper, parent: QObject) -> None:
        super().__init__(parent)
        self._leaving = leaving
        self._backups = backups
        self._is_begun = self._is_ready = False
        leaving.retry_pressed.connect(self.begin)
        leaving.leave_pressed.connect(self._do_without)
        leaving.stay_pressed.connect(self._stay)
        backups.failed.connect(self._tell)

    @property
    def may_close(self) -> bool:
        """Whether nothing is left to do first."""
        return self._is_ready or not self._backups.is_due_at_leaving or is_ending_session()

    def begin(self) -> None:
        """Make the last copy; ``ready`` follows when it is there."""
        if not self._is_begun:
            self._is_begun = True
            self._leaving.begin()
            self.begun.emit()
            self._backups.leave(self._finish)

    def _tell(self, error: LogbookError) -> None:
        if self._is_begun:
            self._is_begun = False
            self._leaving.show_error(error)

    def _stay(self) -> None:
        self._leaving.end()
        self.stayed.emit()

    def _do_without(self) -> None:
        self._backups.stop()
        self._finish()

    def _finish(self) -> None:
        self._is_ready = True
        self._leaving.end()
        self.ready.emit()


def is_ending_session() -> bool:
    """Whether the computer is being shut down: then there is no time for a copy."""
    application = QApplication.instance()
    return isinstance(application, QApplication) and application.isSavingSession()
