"""Hears every event of the program once, for all who must hear some kinds of it.

A filter on the application is asked about each event of each widget, and each time PySide makes
objects of Python of both. Making the page of the settings took 77 ms without such a filter and 227
with the three that there were: so there is one, and it looks at the kind first.
"""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

Heard = Callable[[QObject, QEvent], bool]
"""Is told of an event; True when nobody else need hear of it, the widget neither."""


class Ears(QObject):
    """Listens as long as somebody asked for it."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self._application = application
        self._by_kind: dict[QEvent.Type, list[Heard]] = {}

    def listen(self, kinds: Iterable[QEvent.Type], heard: Heard) -> None:
        """Tell of events of these kinds from now on; twice is as good as once."""
        self.leave(heard)
        if not self._by_kind:
            self._application.installEventFilter(self)
        for kind in kinds:
            self._by_kind.setdefault(kind, []).append(heard)

    def leave(self, heard: Heard) -> None:
        """Tell no more."""
        left = {kind: [one for one in each if one != heard] for kind, each in self._by_kind.items()}
        self._by_kind = {kind: each for kind, each in left.items() if each}
        if not self._by_kind:
            self._application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        told = self._by_kind.get(event.type())
        return told is not None and any(heard(watched, event) for heard in tuple(told))
