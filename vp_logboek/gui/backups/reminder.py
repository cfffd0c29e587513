"""How old the last copy is in the status bar, and a bar, never a dialog, when it is time."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vp_logboek.domain.errors import BackupFolderMissing, BackupStopped, LogbookError
from vp_logboek.gui.backups import words
from vp_logboek.gui.backups.keeper import BackupKeeper
from vp_logboek.gui.backups.restore import RestoreDialog
from vp_logboek.gui.backups.work import Standing, ToRestore, to_restore
from vp_logboek.gui.dialogs import FilePlace
from vp_logboek.gui.session import Session
from vp_logboek.gui.widgets import Tone
from vp_logboek.gui.window.bars import TopBars
from vp_logboek.gui.window.status import Status
from vp_logboek.messages import told

_MAKING = "Reservekopie wordt gemaakt…"
_STOPPING = "Het maken van de kopie stopt…"


class BackupReminder(QObject):
    """Shows what the keeper tells, and lets it make a copy. An error is told once, until undone."""

    open_requested = Signal(Path)

    def __init__(
        self,
        session: Session,
        keeper: BackupKeeper,
        bars: TopBars,
        status: Status,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._keeper = keeper
        self._bar = bar = bars.backup
        self._status = status
        self._window = window
        self._act: Callable[[], None] = self.make
        self._failed = False
        self._is_making = False
        keeper.stood.connect(self._show)
        keeper.begun.connect(self._show_begun)
        keeper.made.connect(self._forget_failure)
        keeper.folder_chosen.connect(self._caution)
        keeper.failed.connect(self._show_error)
        keeper.stopped.connect(self._show_stopped)
        bar.action_pressed.connect(self._do)
        status.backup_pressed.connect(self._press)

    def _press(self) -> None:
        """What stands in the status bar: make one, or stop the one that is being made."""
        if self._is_making:
            self._status.show_backup(_STOPPING, "")
            self._keeper.cancel()
        else:
            self.make()

    def make(self) -> None:
        """Make a copy now; first ask for a folder where none was chosen."""
        now = self._keeper.standing
        if now is None:
            return
        if now.state.folder is None:
            self.choose()
        elif not now.state.is_there:
            self._show_error(BackupFolderMissing())
        else:
            self._keeper.make()

    def choose(self) -> None:
        """Ask for a folder and make a copy in it."""
        folder = FilePlace.folder(self._window)
        if folder is not None:
            self._keeper.make_in(folder)

    def restore(self) -> None:
        """Put a copy back, beside the logbook that is open."""
        self._session.ask(partial(to_restore, now=self._session.now()), self._restore)

    def _restore(self, found: ToRestore) -> None:
        restored = RestoreDialog.restore(self._window, self._session, found)
        if restored is not None:
            self.open_requested.emit(restored)

    def _show(self, now: Standing) -> None:
        self._is_making = False
        offered = self.tr("Kies een map") if now.state.folder is None else self.tr("Maak nu")
        self._status.show_backup(words.status(now.state), offered)
        if self._failed:
            return
        message = words.reminder(now.state, now.quiet_days)
        if message is None:
            self._bar.hide()
        else:
            self._act = self.make
            self._bar.show_message(message, Tone.WARNING, offered)

    def _show_begun(self) -> None:
        self._failed = False
        self._is_making = True
        self._bar.hide()
        self._status.show_backup(_MAKING, self.tr("Stoppen"), first=True)

    def _forget_failure(self) -> None:
        self._failed = False
        self._bar.hide()

    def _caution(self) -> None:
        now = self._keeper.standing
        if now is not None and now.caution:
            self._act = self.choose
            made = self.tr("De reservekopie is gemaakt.")
            self._bar.say(f"{made} {now.caution}", Tone.WARNING, self.tr("Kies een andere map"))

    def _show_stopped(self) -> None:
        self._failed = True  # said once, as a failure is: reading how it stands leaves it there
        self._act = self.make
        self._bar.show_message(told(BackupStopped()), Tone.NOTE, self.tr("Maak nu"))

    def _show_error(self, error: LogbookError) -> None:
        self._failed = True
        self._is_making = False
        self._act = self.choose
        self._bar.show_error(error)
        self._bar.show_action(self.tr("Kies een andere map"))

    def _do(self) -> None:
        self._act()
