"""Puts another style sheet on a running program: what is in sight at once, the rest in pieces.

Qt's own way dresses every widget again for each of its ancestors, and so most of them a dozen times
(``updateObjects`` in qstylesheetstyle.cpp calls itself for the children of each of *all* widgets):
seconds, where dressing each once takes a fifth of one. It knows all widgets from the rules it
remembers for them; where these were forgotten first, it only takes the new sheet.
"""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import getCppPointer

PIECE_MS = 20
"""How long a piece may take: a key that is typed meanwhile does not wait for it."""
SEEN_PIECE_MS = 40
"""And one of what is in sight: after each the window is laid out again."""


def dress(app: QApplication, sheet: str) -> None:
    """Put on a style sheet where there was one already."""
    for earlier in app.findChildren(_Rest):
        earlier.end()
    app.style().unpolish(app)  # forget the rules, of which the names of all widgets are the keys
    app.setStyleSheet(sheet)
    _Rest(app, sheet).begin()


class _Rest(QObject):
    """Dresses widgets, first those that are in sight, until all are dressed.

    Those in sight are dressed in pieces too. Meanwhile their windows stand still: half of one would
    show. Then each is told once more: a parent, which is dressed first, may have measured children
    in their old dress.
    """

    def __init__(self, app: QApplication, sheet: str) -> None:
        super().__init__(app)
        self._app = app
        self._sheet = sheet
        self._dressed: set[int] = set()
        self._shown: set[int] = set()
        self._told: set[int] = set()
        self._still: set[int] = set()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Begin soon: who presses a key again at once gets only the last size."""
        self._hold_still([*_in_sight(self._app)])
        self._timer.start(0)

    def end(self) -> None:
        """Another sheet is put on, or all is done."""
        self._timer.stop()
        self._let_move()
        self.deleteLater()

    def _go_on(self) -> None:
        """Do as much as a piece may take; it waits for the next where there is more."""
        timer = QElapsedTimer()
        timer.start()
        while self._app.styleSheet() == self._sheet:
            if self._go_on_in_sight(timer):
                longest = SEEN_PIECE_MS
            elif self._still:
                self._let_move()
                return  # now it is painted
            elif self._go_on_elsewhere(timer):
                longest = PIECE_MS
            else:
                break
            if timer.elapsed() >= longest:
                return
        self.end()

    def _go_on_in_sight(self, timer: QElapsedTimer) -> bool:
        """What is in sight, or came there meanwhile; False where nothing of it is left."""
        in_sight = [*_in_sight(self._app)]
        left = _left(self._shown, in_sight)
        self._hold_still(left)
        until = SEEN_PIECE_MS
        dressed = _do(_dress, _left(self._dressed, in_sight), self._dressed, timer, until)
        return dressed or _do(_tell, left, self._shown, timer, until)

    def _go_on_elsewhere(self, timer: QElapsedTimer) -> bool:
        widgets = [*_all(self._app)]
        dressed = _do(_dress, _left(self._dressed, widgets), self._dressed, timer, PIECE_MS)
        return dressed or _do(_tell, _left(self._told, widgets), self._told, timer, PIECE_MS)

    def _hold_still(self, left: list[QWidget]) -> None:
        """Let the windows of these paint nothing."""
        for window in {widget.window() for widget in left}:
            if window.updatesEnabled():
                self._still.add(_place(window))
                window.setUpdatesEnabled(False)

    def _let_move(self) -> None:
        """Let all windows paint again, and ask for it: what was to be painted when they were held
        still counts as asked for already (``QWidgetRepaintManager::markDirty``).
        """
        for window in self._app.topLevelWidgets():
            if _place(window) in self._still:
                window.setUpdatesEnabled(True)
                asked = QEvent(QEvent.Type.UpdateRequest)
                QCoreApplication.postEvent(window, asked, Qt.EventPriority.LowEventPriority.value)
        self._still.clear()


def _do(
    work: Callable[[QWidget], None],
    widgets: list[QWidget],
    done: set[int],
    timer: QElapsedTimer,
    until: int,
) -> bool:
    """Do this with these as long as there is time; False where there were none."""
    for widget in widgets:
        work(widget)
        done.add(_place(widget))
        if timer.elapsed() >= until:
            break
    return bool(widgets)


def _dress(widget: QWidget) -> None:
    widget.style().polish(widget)
    QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))


def _tell(widget: QWidget) -> None:
    """What is in it is dressed now."""
    for kind in (QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.LayoutRequest):
        QCoreApplication.sendEvent(widget, QEvent(kind))


def _left(done: set[int], widgets: Iterable[QWidget]) -> list[QWidget]:
    """Those it was not done with, parents first: a child takes its letters from its parent."""
    return [widget for widget in widgets if _place(widget) not in done]


def _place(widget: QWidget) -> int:
    """Where it lies in memory: a widget may be gone at the next piece, so none is held."""
    return int(getCppPointer(widget)[0])


def _all(app: QApplication) -> Iterator[QWidget]:
    """Every widget, each after its parent."""
    for window in app.topLevelWidgets():
        if window.parentWidget() is None:
            yield window
            yield from window.findChildren(QWidget)


def _in_sight(app: QApplication) -> Iterator[QWidget]:
    for window in app.topLevelWidgets():
        if window.isVisible():
            yield from _shown_in(window)


def _shown_in(widget: QWidget) -> Iterator[QWidget]:
    """It, and what shows in it, each after its parent."""
    yield widget
    for child in widget.children():
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow():
            yield from _shown_in(child)
