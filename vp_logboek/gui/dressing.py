"""Puts another style sheet on a running program: what is in sight at once, the rest in pieces.

Qt's own way dresses every widget again for each of its ancestors, and so most of them a dozen times
(``updateObjects`` in qstylesheetstyle.cpp calls itself for the children of each of *all* widgets):
seconds, where dressing each once takes a fifth of one. It knows all widgets from the rules it
remembers for them; where these were forgotten first, it only takes the new sheet.
"""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QObject, Qt, QTimer
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
    """Dresses widgets, first those that are in sight, until all are dressed."""

    def __init__(self, app: QApplication, sheet: str) -> None:
        super().__init__(app)
        self._app = app
        self._sheet = sheet
        # a widget may be gone at the next piece: nothing of it is held but where it was
        self._done: set[int] = set()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Dress what is in sight now, however long it takes: half of a window would show."""
        for widget in _all(self._app):
            if widget.isVisible():
                self._dress(widget)
        self._timer.start(0)

    def end(self) -> None:
        """Another sheet is put on, or all is done."""
        self._timer.stop()
        self.deleteLater()

    def _go_on(self) -> None:
        if self._app.styleSheet() != self._sheet or not self._dress_a_piece():
            self.end()

    def _dress_a_piece(self) -> bool:
        """Whether something may be left; what came in sight meanwhile goes first."""
        timer = QElapsedTimer()
        timer.start()
        for widget in sorted(self._to_do(), key=QWidget.isVisible, reverse=True):
            if timer.elapsed() >= PIECE_MS and not widget.isVisible():
                return True
            self._dress(widget)
        return False

    def _to_do(self) -> Iterator[QWidget]:
        """What wears the old sheet, parents first: a child takes its letters from its parent."""
        dressed = Qt.WidgetAttribute.WA_WState_Polished  # what is not, will be when it is shown
        for widget in _all(self._app):
            if getCppPointer(widget)[0] not in self._done and widget.testAttribute(dressed):
                yield widget

    def _dress(self, widget: QWidget) -> None:
        self._done.add(getCppPointer(widget)[0])
        widget.style().polish(widget)
        QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))


def _all(app: QApplication) -> Iterator[QWidget]:
    """Every widget, each after its parent."""
    for window in app.topLevelWidgets():
        if window.parentWidget() is None:
            yield window
            yield from window.findChildren(QWidget)
