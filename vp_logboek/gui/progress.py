"""How far work on another thread is, for who waits for it on the GUI thread."""

from threading import Event

from vp_logboek.domain.errors_release import Stopped


class Progress:
    """``told`` is called by the work itself; there it also hears that it was stopped."""

    def __init__(self, steps: int) -> None:
        self.steps = steps
        self.done = 0
        self._stopped = Event()

    def stop(self) -> None:
        """Ask the work to end; nothing of it stays."""
        self._stopped.set()

    def told(self, done: int) -> None:
        """So many steps are done. Raises Stopped when nobody wants the rest."""
        self.done = done
        if self._stopped.is_set():
            raise Stopped
