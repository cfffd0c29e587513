"""Waits until nothing changes any more: no answer is awaited, and every widget has its place.

Not a number of rounds of the event loop: on a busy machine as many do less.
"""

from collections.abc import Callable, Iterator
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QHeaderView, QWidget

from vp_logboek.gui.dressing import _Rest
from vp_logboek.gui.throttle import Throttle

CALM = 2
"""So many rounds nothing moves: in the first what another round asked for may still be coming."""
LONGEST_S = 30.0

Place = tuple[object, ...]


class Unsettled(Exception):
    """Something goes on moving: nobody can judge it, or make a picture of it."""


def settle(is_busy: Callable[[], bool] = bool) -> None:
    """Return when nothing is awaited, nothing waits for its dress, and nothing moved."""
    began, calm, before = monotonic(), 0, list[Place]()
    while calm < CALM:
        _await(is_busy)
        QCoreApplication.processEvents()
        now = list(_places())
        is_still = now == before and not is_busy() and not is_dressing()
        calm = calm + 1 if is_still else 0
        if calm == CALM and hurry():
            calm = 0
        before, earlier = now, before
        if monotonic() - began > LONGEST_S:
            raise Unsettled(sorted(map(str, set(now) ^ set(earlier)))[:8])


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


def is_dressing() -> bool:
    """Whether some widgets still wear an earlier style sheet."""
    application = QApplication.instance()
    rest = application.findChildren(_Rest) if application is not None else []
    return any(one._timer.isActive() for one in rest)


def _places() -> Iterator[Place]:
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            yield type(window).__name__, window.geometry().getRect()
            for one in shown_in(window):
                yield type(one).__name__, one.geometry().getRect(), *_widths(one)


def _widths(one: QWidget) -> Iterator[int]:
    if isinstance(one, QHeaderView) and one.orientation() == Qt.Orientation.Horizontal:
        yield from (one.sectionSize(number) for number in range(one.count()))


def shown_in(holder: QWidget) -> Iterator[QWidget]:
    """What is shown in it, without looking into what is hidden: parents first, in their order."""
    for one in holder.children():
        if isinstance(one, QWidget) and one.isVisible() and not one.isWindow():
            yield one
            yield from shown_in(one)
