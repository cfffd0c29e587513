"""Stopping from another thread what is slow and may be stopped: a copy, never a save."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

from vp_logboek.domain.errors import BackupStopped, LogbookError
from vp_logboek.domain.errors_release import Stopped


class Stopping:
    """What may be stopped at this moment. Only ``ask`` is called from another thread."""

    _told: type[LogbookError] = BackupStopped
    _remembers = False

    def __init__(self) -> None:
        self._lock = Lock()
        self._running: list[Any] = []
        self._asked = False

    def ask(self) -> None:
        """Stop what runs; without anything running this does nothing."""
        with self._lock:
            self._asked = bool(self._running)
            for raw in self._running:
                raw.interrupt()

    @contextmanager
    def allowed(self, raw: Any) -> Iterator[None]:
        """While this lasts the work of a connection may be stopped. Raises BackupStopped then.

        Inside another one it joins that: what was asked in between is not forgotten.
        """
        with self._lock:
            is_outermost = not self._running
            self._asked = self._asked and (self._remembers or not is_outermost)
            self._running.append(raw)
        try:
            self.heed()
            yield
            if not is_outermost:  # what is finished as a whole is not called stopped
                self.heed()
        except Exception as error:
            # SQLite's own word for it depends on what it was doing
            if self._asked:
                raise self._told from error
            raise
        finally:
            with self._lock:
                self._running.remove(raw)

    def heed(self) -> None:
        """Raises BackupStopped when it was asked."""
        if self._asked:
            raise self._told


class Halt(Stopping):
    """For work of several steps that somebody waits for: asked once, none of them goes on.

    It raises Stopped. From ``close`` on the work goes to its end; ``is_closed`` may be read from
    any thread.
    """

    _told = Stopped
    _remembers = True

    def __init__(self) -> None:
        super().__init__()
        self.is_closed = False

    def ask(self) -> None:
        """Stop what runs and whatever would come after it, unless it is too late for that."""
        with self._lock:
            if self.is_closed:
                return
            self._asked = True
            for raw in self._running:
                raw.interrupt()

    def close(self) -> None:
        """What follows cannot be taken back, and so not be stopped. Raises Stopped."""
        with self._lock:
            self.is_closed = not self._asked
        self.heed()
