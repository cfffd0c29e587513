"""Makes copies of the open logbook: when asked, once a day, and on leaving. Never at a lock."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from vp_logboek.domain.errors import BackupStopped, LogbookError
from vp_logboek.gui.backups.work import Standing, make, make_if_due, make_in, standing
from vp_logboek.gui.session import Session

if TYPE_CHECKING:
    from vp_logboek.services.safekeeping import Logbook

_AGAIN = 50
"""Milliseconds between two requests to stop."""


class BackupKeeper(QObject):
    """``stood`` carries a Standing, ``failed`` the error, ``begun`` that one is being made.

    ``stopped`` follows ``cancel``, unless the copy was whole by then.
    """

    stood = Signal(object)
    begun = Signal()
    made = Signal()
    failed = Signal(object)
    stopped = Signal()
    folder_chosen = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._standing: Standing | None = None
        self._changed = False
        self._left: Callable[[], object] | None = None
        self._stopped = Event()
        self._copies = 0
        self._is_cancelled = False
        self._again = QTimer(self)
        self._again.setInterval(_AGAIN)
        self._again.timeout.connect(session.store.stop_backup)
        session.changed.connect(self._note_change)

    @property
    def standing(self) -> Standing | None:
        """How it stands, as far as it was read; never of the example."""
        return self._standing

    def begin(self) -> None:
        """The logbook was opened: make the copy of the day where it is due."""
        if not self._session.outline.example:
            self._copy(partial(make_if_due, now=self._session.now(), changed=False), self._show_due)

    def read(self) -> None:
        """Look how it stands."""
        if not self._session.outline.example:
            work = partial(standing, now=self._session.now())
            self._session.ask(work, self._stand, self._fail)

    def make(self) -> None:
        """Make one now, in the folder that was chosen."""
        self.begun.emit()
        self._copy(partial(make, now=self._session.now()), self._show_made)

    def make_in(self, folder: Path) -> None:
        """Choose a folder and make a copy there at once."""
        self.begun.emit()
        work = partial(make_in, folder=folder, now=self._session.now())
        self._copy(work, self._show_chosen)

    def stop(self) -> None:
        """The logbook is being locked: what is being copied can wait, privacy cannot.

        Asked again and again: a copy that waits its turn, or is just beginning, must not begin.
        """
        self._stopped.set()
        self._session.store.stop_backup()
        if self._copies:
            self._again.start()

    def cancel(self) -> None:
        """The user wants no copy now: half a one goes away, the earlier ones stay."""
        self._is_cancelled = True
        self.stop()

    # --- leaving ------------------------------------------------------------------------------

    @property
    def is_due_at_leaving(self) -> bool:
        """Whether something changed that is in no copy, and the folder was there."""
        now = self._standing
        return now is not None and now.state.is_there and (self._changed or now.is_behind)

    def leave(self, then: Callable[[], object]) -> None:
        """Make the last copy of the session; ``then`` when it is made, or was stopped."""
        self._left = then
        work = partial(make_if_due, now=self._session.now(), changed=True)
        self._copy(work, self._show_left)

    def _show_left(self, now: Standing) -> None:
        self._end_copy()
        self._stand(now)
        self._go()

    def _go(self) -> None:
        then, self._left = self._left, None
        if then is not None:
            then()

    # --- answers ------------------------------------------------------------------------------

    def _copy(
        self, work: "Callable[[Logbook], Standing]", then: Callable[[Standing], object]
    ) -> None:
        self._again.stop()
        self._stopped.clear()
        self._is_cancelled = False
        self._copies += 1
        self._session.ask(partial(_unless, self._stopped, work), then, self._fail_copy)

    def _note_change(self) -> None:
        self._changed = True

    def _stand(self, now: Standing) -> None:
        if self._standing is None or now.state.last != self._standing.state.last:
            self._changed = False
        self._standing = now
        self.stood.emit(now)

    def _show_due(self, now: Standing) -> None:
        self._end_copy()
        self._stand(now)

    def _show_made(self, now: Standing) -> None:
        self._end_copy()
        self._changed = False
        self._stand(now)
        self.made.emit()

    def _show_chosen(self, now: Standing) -> None:
        self._show_made(now)
        self.folder_chosen.emit()

    def _fail_copy(self, error: LogbookError) -> None:
        was_asked = self._end_copy()
        if not isinstance(error, BackupStopped):
            self._fail(error)
            return
        if was_asked:
            self.stopped.emit()
        if self._standing is None:
            self.read()
        else:  # none is being made any more; not read again: a lock waits for what is asked
            self.stood.emit(self._standing)
        self._go()

    def _fail(self, error: LogbookError) -> None:
        self.failed.emit(error)
        if self._left is None:
            self.read()

    def _end_copy(self) -> bool:
        """Whether the user had asked to stop; after the last one nothing is asked to stop."""
        self._copies -= 1
        if self._copies:
            return False
        self._again.stop()
        was_asked, self._is_cancelled = self._is_cancelled, False
        return was_asked


def _unless(stopped: Event, work: "Callable[[Logbook], Standing]", logbook: "Logbook") -> Standing:
    """Begin only when nobody asked to stop in the meantime; on the store thread."""
    if stopped.is_set():
        raise BackupStopped
    return work(logbook)
