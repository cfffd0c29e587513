"""Waits until nothing changes any more: no answer is awaited, and every widget has its place.

Not a number of rounds of the event loop: on a busy machine as many do less. Nor until nothing
moves: what a widget asks goes up to its window, one widget a round, before anything moves again.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject
from PySide6.QtWidgets import QApplication

from vp_logboek.gui.throttle import Throttle

CALM = 2
"""So many rounds nothing is heard: in the first a timer may ring that asks for something."""
LONGEST_S = 30.0
_Kind = QEvent.Type
KINDS = frozenset(
    (
        _Kind.LayoutRequest, _Kind.Resize, _Kind.Move, _Kind.Show, _Kind.Hide, _Kind.StyleChange,
        _Kind.FontChange, _Kind.PaletteChange, _Kind.PolishRequest, _Kind.MetaCall,
    )
)  # fmt: skip
"""What is heard where something changes its place or its looks, or is going to."""


class Unsettled(Exception):
    """Something goes on changing: nobody can judge it, or make a picture of it."""


class _Ear(QObject):
    """Hears what changes anywhere in the program."""

    def __init__(self) -> None:
        super().__init__()
        self.last = ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in KINDS:
            self.last = f"{event.type().name} of {type(watched).__name__}"
        return False


def settle(is_busy: Callable[[], bool] = bool) -> None:
    """Return when nothing is awaited, nothing waits for a pause, and nothing is heard."""
    began, calm = monotonic(), 0
    with _listening() as ear:
        while calm < CALM:
            _await(is_busy)
            ear.last = ""
            QCoreApplication.processEvents()
            calm = 0 if ear.last or is_busy() else calm + 1
            if calm == CALM and hurry():
                calm = 0
            if monotonic() - began > LONGEST_S:
                raise Unsettled(ear.last)


@contextmanager
def _listening() -> Iterator[_Ear]:
    ear, application = _Ear(), QApplication.instance()
    if application is None:
        raise RuntimeError("nothing moves before there is an application")
    application.installEventFilter(ear)
    try:
        yield ear
    finally:
        application.removeEventFilter(ear)


def _await(is_busy: Callable[[], bool]) -> None:
    """Asleep, or the thread that answers has to share its time with this one."""
    while is_busy():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def hurry() -> bool:
    """Do now what waits for somebody to pause; whether anything did."""
    waiting = [
        one
        for window in QApplication.topLevelWidgets()
        if window.parentWidget() is None
        for one in window.findChildren(Throttle)
        if one.is_waiting
    ]
    for one in waiting:
        one.flush()
    return bool(waiting)
