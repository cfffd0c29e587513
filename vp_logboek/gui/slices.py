"""Long work on the GUI thread, cut in slices: a key that is typed meanwhile does not wait for it.

Widgets can only be made on the GUI thread, and a page of fifty of them takes longer than one may
be kept waiting. So it is made piece by piece, whenever nothing else is to be done.
"""

from collections import deque
from collections.abc import Callable, Iterator

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

SLICE_MS = 10
"""After this long the window may listen again; one job is never broken off."""

LATER_MS = 100
"""So often it is looked whether the dialog has gone."""

Job = Callable[[], object]
"""A job that gives an iterator, as a generator does, is a job of several: each step is one."""


class Slices(QObject):
    """Does jobs in order, some at a time; ``done`` when there is nothing left.

    Whoever cannot wait for the end asks to ``finish``. With ``gives_way`` nothing is done while a
    dialog is open, which makes its own pages: what is made ahead has time.
    """

    done = Signal()

    def __init__(self, parent: QObject | None = None, gives_way: bool = False) -> None:
        super().__init__(parent)
        self._gives_way = gives_way
        self._jobs: deque[Job | Iterator[object]] = deque()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._do_slice)

    @property
    def is_done(self) -> bool:
        """Whether nothing is left."""
        return not self._jobs

    def add(self, *jobs: Job) -> None:
        """Do these after the others; they wait for ``begin``."""
        self._jobs.extend(jobs)

    def begin(self) -> None:
        """Go on with it from now on."""
        if self._jobs:
            self._timer.start(0)

    def stop(self) -> None:
        """Forget what is left."""
        self._timer.stop()
        self._jobs.clear()

    def finish(self) -> None:
        """Do all that is left now."""
        if self._jobs:
            while self._jobs:
                self._do_one()
            self._end()

    def _do_slice(self) -> None:
        must_wait = self._gives_way and QApplication.activeModalWidget() is not None
        self._timer.setInterval(LATER_MS if must_wait else 0)
        if must_wait:
            return
        begun = QElapsedTimer()
        begun.start()
        while self._jobs:
            self._do_one()
            if begun.elapsed() >= SLICE_MS:
                break
        if not self._jobs:  # the last may have failed, and then a next slice ends it
            self._end()

    def _end(self) -> None:
        self._timer.stop()
        self.done.emit()

    def _do_one(self) -> None:
        """The first job, or a step of it; a job that fails is not tried again."""
        first = self._jobs.popleft()
        if not isinstance(first, Iterator):
            steps = first()
            if isinstance(steps, Iterator):
                self._jobs.appendleft(steps)
        elif next(first, self) is not self:
            self._jobs.appendleft(first)


def polished(page: QWidget) -> Iterator[None]:
    """Steps in which everything on a page takes the looks of the program.

    Qt does that when it first shows, for all of it at once: most of the time of showing it.
    """
    for widget in (page, *page.findChildren(QWidget)):
        if isValid(widget):
            widget.ensurePolished()
            yield
