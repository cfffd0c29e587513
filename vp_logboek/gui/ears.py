"""Hears keys and the mouse wherever they come in the program, before any widget does.

It listens at the windows of the system, where a key comes in once. A filter on the application is
asked about each event of each widget, 9,000 of them for a page, and each time PySide makes objects
of Python of both: with one, making the page of the settings took 225 ms instead of 150, and the
form of a talk 224 instead of 142. This one costs nothing that can be measured.
"""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication

FIND_MS = 1000
"""So often new windows are looked for: a list that drops down is one, and takes no focus."""

Heard = Callable[[QEvent], bool]
"""Is told of an event; True when nobody else need hear of it, the widget neither."""


class Ears(QObject):
    """Listens as long as somebody asked for it."""

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__()
        self._by_kind: dict[QEvent.Type, list[Heard]] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(FIND_MS)
        self._timer.timeout.connect(self._find)
        application.focusWindowChanged.connect(self._find)

    def listen(self, kinds: Iterable[QEvent.Type], heard: Heard) -> None:
        """Tell of events of these kinds from now on; twice is as good as once."""
        self.leave(heard)
        for kind in kinds:
            self._by_kind.setdefault(kind, []).append(heard)
        self._timer.start()
        self._find()

    def leave(self, heard: Heard) -> None:
        """Tell no more."""
        left = {kind: [one for one in each if one != heard] for kind, each in self._by_kind.items()}
        self._by_kind = {kind: each for kind, each in left.items() if each}
        if not self._by_kind:
            self._timer.stop()
            for window in QGuiApplication.allWindows():
                window.removeEventFilter(self)

    def _find(self) -> None:
        """Listen at every window there is; Qt holds on to one that is there already."""
        if self._by_kind:
            for window in QGuiApplication.allWindows():
                window.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        told = self._by_kind.get(event.type())
        return told is not None and any(heard(event) for heard in tuple(told))
