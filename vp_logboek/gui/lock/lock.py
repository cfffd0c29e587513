"""Locking without a question: keep the draft, close, clear, start anew. So does closing down."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from vp_logboek.domain.errors import LogbookError
from vp_logboek.gui.lock.clipboard import ClipboardGuard
from vp_logboek.gui.session import Session

Restart = Callable[[Path | None], None]


class Lock(QObject):
    """One lock at a time.

    ``begun`` asks the window to cover itself and to keep what is not on the disk yet; it comes
    again as long as ``has_unkept`` says so. ``refused`` tells that it could not be kept: nothing is
    thrown away, and the window stays covered until it is, or until the passphrase is given.
    """

    begun = Signal()
    refused = Signal(object)

    def __init__(
        self,
        session: Session,
        clipboard: ClipboardGuard,
        restart: Restart,
        has_unkept: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__()
        self._session = session
        self._clipboard = clipboard
        self._restart = restart
        self._has_unkept = has_unkept
        self._path: Path | None = None
        self._is_locking = False
        self._error: LogbookError | None = None
        self._finish: Callable[[], object] = self._close

    @property
    def is_locking(self) -> bool:
        """Whether it is under way."""
        return self._is_locking

    def set_logbook(self, path: Path) -> None:
        """Which logbook the unlock screen will ask for."""
        self._path = path

    def lock(self) -> None:
        """Lock now."""
        self._begin(self._close)

    def close_down(self, leave: Callable[[], object]) -> None:
        """Keep what is not on the disk yet, and then ``leave``: whoever leaves closes the file."""
        self._begin(leave)

    def draft_failed(self, error: LogbookError) -> None:
        """The window could not keep its draft: privacy first, and nothing is thrown away."""
        self._error = error

    def lost(self) -> None:
        """The logbook is closed already: nothing can be kept, and nobody is waited for."""
        if not self._is_locking:
            self._is_locking, self._finish = True, self._close
            self._clipboard.clear()
            self.begun.emit()
        self._finish()

    def _begin(self, finish: Callable[[], object]) -> None:
        if self._is_locking:
            return
        self._is_locking, self._finish = True, finish
        self._clipboard.clear()
        self._keep()

    def _keep(self) -> None:
        self._error = None
        self.begun.emit()
        self._session.ask(lambda _: None, self._kept)

    def _kept(self, _: None) -> None:
        """What was asked before has been done by now: the draft, or a save that can have failed."""
        if self._error is not None:
            self._is_locking = False
            self.refused.emit(self._error)
        elif self._has_unkept():
            self._keep()
        else:
            self._is_locking = self._finish == self._close
            self._finish()

    def _close(self) -> None:
        self._session.close(self._begin_anew)

    def _begin_anew(self, _: None) -> None:
        self._restart(self._path)
