"""Locking without a question: keep the draft, close, clear, start anew."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from vp_logboek.domain.errors import LogbookError
from vp_logboek.gui.lock.clipboard import ClipboardGuard
from vp_logboek.gui.session import Session

Restart = Callable[[Path | None], None]


class Lock(QObject):
    """One lock at a time.

    ``begun`` asks the window to keep its draft and to cover itself; ``refused`` tells that the
    draft could not be kept: nothing is thrown away, the window stays covered and tries again.
    """

    begun = Signal()
    refused = Signal(object)

    def __init__(self, session: Session, clipboard: ClipboardGuard, restart: Restart) -> None:
        super().__init__()
        self._session = session
        self._clipboard = clipboard
        self._restart = restart
        self._path: Path | None = None
        self._is_locking = False
        self._failed = False

    @property
    def is_locking(self) -> bool:
        """Whether it is under way."""
        return self._is_locking

    def set_logbook(self, path: Path) -> None:
        """Which logbook the unlock screen will ask for."""
        self._path = path

    def lock(self) -> None:
        """Lock now."""
        if self._is_locking:
            return
        self._is_locking, self._failed = True, False
        self._clipboard.clear()
        self.begun.emit()
        self._session.ask(lambda _: None, self._close)

    def draft_failed(self, error: LogbookError) -> None:
        """The window could not keep its draft: privacy first, and nothing is thrown away."""
        self._failed = True
        self._is_locking = False
        self.refused.emit(error)

    def _close(self, _: None) -> None:
        """What was asked before, the draft among it, is done by now."""
        if not self._failed:
            self._session.close(self._begin_anew)

    def _begin_anew(self, _: None) -> None:
        self._restart(self._path)
