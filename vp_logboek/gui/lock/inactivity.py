"""Notices that nobody is there: filter, timer, signal (after KeePassXC's InactivityTimer)."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from vp_logboek.gui.ears import Ears

_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.KeyPress,
        QEvent.Type.TouchBegin,
    }
)


class InactivityTimer(QObject):
    """``inactive`` comes after so many minutes without a key or a mouse.

    The clock is monotonic: setting the computer's clock neither locks nor keeps open. ``ticked``
    tells every so often how many minutes are left.
    """

    inactive = Signal()
    ticked = Signal(int)

    def __init__(self, ears: Ears, minutes: int, clock: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self._ears = ears
        self._minutes = minutes
        self._clock = clock
        self._last = clock()
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to watch."""
        self._last = self._clock()
        self._ears.listen(_SIGNS_OF_LIFE, self._hear)
        self._timer.start()
        self.ticked.emit(self.minutes_left())

    def stop(self) -> None:
        """Stop watching."""
        self._timer.stop()
        self._ears.leave(self._hear)

    def set_minutes(self, minutes: int) -> None:
        """Lock after so many minutes from now on."""
        self._minutes = minutes
        self.ticked.emit(self.minutes_left())

    def minutes_left(self) -> int:
        """Whole minutes until the lock, rounded up."""
        left = self._minutes * 60 - (self._clock() - self._last)
        return max(0, -int(-left // 60))

    def look(self) -> None:
        """See whether it is time."""
        if self._clock() - self._last >= self._minutes * 60:
            self.stop()
            self.inactive.emit()
        else:
            self.ticked.emit(self.minutes_left())

    def _hear(self, _event: QEvent) -> bool:
        self._last = self._clock()
        return False
