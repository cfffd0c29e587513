"""Slow work off the GUI thread: threads carry, pure functions work.

One lane owns the open logbook, a second does work that needs no logbook, so that a save never waits
for a key or a page to be made. Answers arrive on the GUI thread, in the order of asking per lane.
"""

from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QThread, Signal
from shiboken6 import isValid

from vp_logboek.domain.errors import LogbookError

if TYPE_CHECKING:
    from vp_logboek.services.safekeeping import Logbook

T = TypeVar("T")
Then = Callable[[T], object]
Failed = Callable[[LogbookError], object]


@dataclass(frozen=True, slots=True)
class _Job:
    work: Callable[[], Any]
    then: Then[Any]
    failed: Failed


@dataclass(frozen=True, slots=True)
class _Outcome:
    job: _Job
    value: Any = None
    error: BaseException | None = None


class _Lost(Exception):
    """Asked after the logbook was lost: nobody is answered any more."""


class _Lane(QThread):
    """Runs jobs one after the other; it starts with the first job."""

    done = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()

    def post(self, job: _Job) -> None:
        self._jobs.put(job)
        if not self.isRunning():
            self.start()

    def finish(self) -> None:
        """Do what was posted, then stop; returns when the thread has ended."""
        if self.isRunning():
            self._jobs.put(None)
            self.wait()

    def run(self) -> None:
        while (job := self._jobs.get()) is not None:
            self.done.emit(_outcome_of(job))


def _outcome_of(job: _Job) -> _Outcome:
    try:
        return _Outcome(job, job.work())
    except BaseException as error:  # raised again on the GUI thread
        return _Outcome(job, error=error)


def may_hear(callback: Callable[..., object]) -> bool:
    """Whether a callback may still be called: its widget can be gone by the time of the answer."""
    owner = getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)


class StoreThread(QObject):
    """The only way to the open logbook. Everything here is called on the GUI thread.

    ``lost`` tells that the logbook is closed and could not be opened again. What is asked of it
    then is not answered: there is only one way from there, and that is to lock.
    """

    busy_changed = Signal(bool)
    lost = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._logbook: Logbook | None = None
        self._waiting = 0
        self._is_closing = False
        self._is_stopped = False
        self._is_lost = False
        self._store = _Lane()
        self._pure = _Lane()
        self._store.done.connect(self._deliver)
        self._pure.done.connect(self._deliver)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still awaited."""
        return self._waiting > 0

    def open(self, work: "Callable[[], Logbook]", then: "Then[Logbook]", failed: Failed) -> None:
        """Open or make a logbook with ``work``; from then on it is the one that is asked."""
        self._is_closing = self._is_lost = False
        self._post(self._store, lambda: self._take(work()), then, failed)

    def ask(self, work: "Callable[[Logbook], T]", then: Then[T], failed: Failed) -> None:
        """Let ``work`` do something with the open logbook. While it closes nothing more is done."""
        if not self._is_closing:
            self._post(self._store, lambda: work(self._opened()), then, failed)

    def replace(
        self, work: "Callable[[Logbook], Logbook]", then: "Then[Logbook]", failed: Failed
    ) -> None:
        """Let ``work`` give back another open logbook in the place of this one: a new passphrase.

        What is asked after this asks the new one. Where ``work`` fails the old one stays; where
        even that is closed by then it is ``lost``.
        """
        if not self._is_closing:
            self._post(self._store, lambda: self._replaced(work), then, failed)

    def stop_backup(self) -> None:
        """Stop the backup that is being made, if any: a lock does not wait for it."""
        logbook = self._logbook
        if logbook is not None:
            logbook.interrupt()

    def run(self, work: Callable[[], T], then: Then[T], failed: Failed) -> None:
        """Do slow work that needs no logbook: a PDF, the strength of a passphrase."""
        self._post(self._pure, work, then, failed)

    def close(self, then: Then[None], failed: Failed) -> None:
        """Close the logbook after everything that was asked before."""
        self._is_closing = True
        self._post(self._store, self._let_go, then, failed)

    def stop(self) -> None:
        """Close the logbook and end both threads; waits for what is under way, tells nobody."""
        self._is_closing = self._is_stopped = True
        self._store.post(_Job(self._let_go, lambda _: None, _raise))
        self._store.finish()
        self._pure.finish()

    def _post(self, lane: _Lane, work: Callable[[], Any], then: Then[Any], failed: Failed) -> None:
        if self._is_stopped:  # a timer that rings late would start a thread nobody ends
            return
        self._waiting += 1
        self.busy_changed.emit(True)
        lane.post(_Job(work, then, failed))

    def _deliver(self, outcome: _Outcome) -> None:
        self._waiting = max(0, self._waiting - 1)
        self.busy_changed.emit(self.is_busy)
        job, error = outcome.job, outcome.error
        if self._is_stopped or isinstance(error, _Lost):
            return
        if error is None:
            if may_hear(job.then):
                job.then(outcome.value)
        elif isinstance(error, LogbookError):
            if may_hear(job.failed):
                job.failed(error)
        else:
            raise error

    # --- on the store's lane ------------------------------------------------------------------

    def _take(self, logbook: "Logbook") -> "Logbook":
        self._logbook = logbook
        return logbook

    def _replaced(self, work: "Callable[[Logbook], Logbook]") -> "Logbook":
        present = self._opened()
        try:
            return self._take(work(present))
        except BaseException:
            if not present.is_open:
                self._logbook, self._is_lost = None, True
                self.lost.emit()
            raise

    def _opened(self) -> "Logbook":
        if self._is_lost:
            raise _Lost
        if self._logbook is None:
            raise RuntimeError("no logbook is open")
        return self._logbook

    def _let_go(self) -> None:
        logbook, self._logbook = self._logbook, None
        if logbook is not None:
            logbook.close()


def _raise(error: LogbookError) -> None:
    raise error
