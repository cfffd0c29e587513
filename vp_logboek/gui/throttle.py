"""Time as a small object of its own: wait until somebody pauses, but never too long."""

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal


class Throttle(QObject):
    """``due`` comes ``pause`` ms after the last ``kick``, at most ``limit`` ms after the first."""

    due = Signal()

    def __init__(self, parent: QObject, pause: int, limit: int | None = None) -> None:
        super().__init__(parent)
        self._pause = pause
        self._limit = limit if limit is not None else pause
        self._since_first = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.due)

    @property
    def is_waiting(self) -> bool:
        """Whether ``due`` is still to come."""
        return self._timer.isActive()

    def kick(self) -> None:
        """Something happened."""
        if not self._timer.isActive():
            self._since_first.start()
        left = max(0, self._limit - self._since_first.elapsed())
        self._timer.start(min(self._pause, left))

    def flush(self) -> None:
        """Do now what was waiting."""
        if self._timer.isActive():
            self._timer.stop()
            self.due.emit()

    def cancel(self) -> None:
        """Forget what was waiting."""
        self._timer.stop()
