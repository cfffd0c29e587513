"""Stopping from another thread what is slow and may be stopped: a backup, never a save."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

from vp_logboek.domain.errors import BackupStopped


class Stopping:
    """What may be stopped at this moment. Only ``ask`` is called from another thread."""

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
            self._asked = self._asked and not is_outermost
            self._running.append(raw)
        try:
            self._heed()
            yield
            if not is_outermost:  # what is finished as a whole is not called stopped
                self._heed()
        except Exception as error:
            # SQLite's own word for it depends on what it was doing
            if self._asked:
                raise BackupStopped from error
            raise
        finally:
            with self._lock:
                self._running.remove(raw)

    def _heed(self) -> None:
        if self._asked:
            raise BackupStopped
