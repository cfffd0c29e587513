"""Puts another style sheet on a running program: what is in sight at once, the rest in pieces.

Qt's own way dresses every widget again for each of its ancestors, and so most of them a dozen times
(``updateObjects`` in qstylesheetstyle.cpp calls itself for the children of each of *all* widgets):
seconds, where dressing each once takes a fifth of one. It knows all widgets from the rules it
remembers for them; where these were forgotten first, it only takes the new sheet.
"""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import getCppPointer

PIECE_MS = 20
"""How long a piece may take: a key that is typed meanwhile does not wait for it."""


def dress(app: QApplication, sheet: str) -> None:
    """Put on a style sheet where there was one already."""
    for earlier in app.findChildren(_Rest):
        earlier.end()
    app.style().unpolish(app)  # forget the rules, of which the names of all widgets are the keys
    app.setStyleSheet(sheet)
    _Rest(app, sheet).begin()


class _Rest(QObject):
    """Dresses widgets, first those that are in sight, until all are dressed.

    Then each is told once more: a parent, which is dressed first, may have measured children in
    their old dress.
    """

    def __init__(self, app: QApplication, sheet: str) -> None:
        super().__init__(app)
        self._app = app
        self._sheet = sheet
        # a widget may be gone at the next piece: nothing of it is held but where it was
        self._dressed: set[int] = set()
        self._told: set[int] = set()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Dress what is in sight now, however long it takes: half of a window would show."""
        in_sight = [widget for widget in _all(self._app) if widget.isVisible()]
        for widget in in_sight:
            self._dress(widget)
        for widget in in_sight:
            _tell(widget)
        self._timer.start(0)

    def end(self) -> None:
        """Another sheet is put on, or all is done."""
        self._timer.stop()
        self.deleteLater()

    def _go_on(self) -> None:
        worn = self._app.styleSheet() == self._sheet
        if not worn or not (
            self._is_piece_done(self._dressed, self._dress)
            or self._is_piece_done(self._told, self._tell_once)
        ):
            self.end()

    def _is_piece_done(self, done: set[int], work: Callable[[QWidget], None]) -> bool:
        """False where there was no more to do; what came in sight meanwhile goes first."""
        timer = QElapsedTimer()
        timer.start()
        to_do = sorted(self._to_do(done), key=QWidget.isVisible, reverse=True)
        for widget in to_do:
            if timer.elapsed() >= PIECE_MS and not widget.isVisible():
                break
            work(widget)
        return bool(to_do)

    def _to_do(self, done: set[int]) -> Iterator[QWidget]:
        """What wears the old sheet, parents first: a child takes its letters from its parent."""
        for widget in _all(self._app):
            if getCppPointer(widget)[0] not in done:
                yield widget

    def _dress(self, widget: QWidget) -> None:
        self._dressed.add(getCppPointer(widget)[0])
        widget.style().polish(widget)
        QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))

    def _tell_once(self, widget: QWidget) -> None:
        self._told.add(getCppPointer(widget)[0])
        _tell(widget)


def _tell(widget: QWidget) -> None:
    """What is in it is dressed now."""
    for kind in (QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.LayoutRequest):
        QCoreApplication.sendEvent(widget, QEvent(kind))


def _all(app: QApplication) -> Iterator[QWidget]:
    """Every widget, each after its parent."""
    for window in app.topLevelWidgets():
        if window.parentWidget() is None:
            yield window
            yield from window.findChildren(QWidget)
