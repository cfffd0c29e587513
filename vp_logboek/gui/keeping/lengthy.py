"""What is done to many at once: after a second it says how far it is, and it can be stopped."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from vp_logboek.domain.errors import LogbookError
from vp_logboek.gui.keeping.words import STOP, STOPPING
from vp_logboek.gui.progress import Progress
from vp_logboek.gui.tasks import Failed, Then
from vp_logboek.gui.working import Working

if TYPE_CHECKING:
    from vp_logboek.services.safekeeping import Logbook

T = TypeVar("T")
Told = Callable[[int], object]
Ask = Callable[["Callable[[Logbook], T]", "Then[T]", Failed], object]
"""How the work gets to the logbook: ``session.change``, or ``do`` for what can be undone."""


class Lengthy(Working):
    """While it shows, nothing can be pressed in ``waiting``. The work is one transaction: of what
    is stopped nothing stays, and ``failed`` hears Stopped.
    """

    def __init__(self, *waiting: QWidget) -> None:
        super().__init__(STOP, STOPPING)
        self._waiting = waiting
        self._then: Then[Any] | None = None
        self._failed: Failed | None = None
        self._is_held = False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._take_keyboard()  # first: what cannot be pressed any more must not hold the keyboard
        for one in self._waiting:
            one.setEnabled(False)

    def end(self) -> None:
        """It is done, or stopped."""
        self._is_held = self._holds_keyboard()
        for one in self._waiting:
            one.setEnabled(True)
        super().end()

    def run(
        self,
        text: str,
        steps: int,
        ask: "Ask[T]",
        work: "Callable[[Logbook, Told], T]",
        then: "Then[T]",
        failed: Failed,
    ) -> None:
        """Let ``work`` be done, which tells how many of so many steps are. One at a time."""
        if self.is_busy:
            return
        progress = Progress(steps)
        self._then, self._failed = then, failed
        self.begin(text, progress.stop, progress)
        ask(lambda logbook: work(logbook, progress.told), self._tell_done, self._tell_failed)

    def hand_on(self, home: QWidget) -> None:
        """After the work the keyboard goes there, unless somebody took it elsewhere meanwhile."""
        if self._is_held and home.isVisible():
            home.setFocus()

    def _holds_keyboard(self) -> bool:
        """Whether it is still where the work was asked for."""
        holder = self.window().focusWidget()
        here = (self, *self._waiting)
        return holder is None or any(one is holder or one.isAncestorOf(holder) for one in here)

    def _take_keyboard(self) -> None:
        if self._holds_keyboard():
            super()._take_keyboard()

    def _cancel(self) -> None:
        if self._holds_keyboard():
            self.bar.setFocus()  # a button that cannot be pressed any more hands it to anything
        super()._cancel()

    def _tell_done(self, value: Any) -> None:
        self.end()
        if self._then is not None:
            self._then(value)

    def _tell_failed(self, error: LogbookError) -> None:
        self.end()
        if self._failed is not None:
            self._failed(error)
