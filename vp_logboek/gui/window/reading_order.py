"""Tab goes as one reads: from the toolbar to the places, the list, what is read, and the status.

Qt goes in the order in which the widgets were made. The rooms are made when somebody first comes
there, so they would come after the status bar.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

_TAB = Qt.FocusPolicy.TabFocus


def go_on(window: QWidget, areas: Sequence[QWidget], forward: bool) -> bool:
    """Put the keyboard on what comes next, or before; whether there is such a thing.

    ``areas`` are the parts of the window in reading order. Within an area Qt's own order holds.
    """
    stops = sorted(_stops(window), key=lambda one: _place_of(one, areas))
    here = QApplication.focusWidget()
    if not stops or here is None:
        return False
    if here in stops:
        at = stops.index(here) + (1 if forward else -1)
    else:  # it may have the keyboard and be no stop: a heading that is read first
        after = sum(_place_of(one, areas) < _place_of(here, areas) for one in stops)
        at = after if forward else after - 1
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stops[at % len(stops)].setFocus(reason)
    return True


def _stops(window: QWidget) -> Iterator[QWidget]:
    """Where Tab stops, as Qt has it: what is seen, can be used and takes the keyboard itself."""
    one = window.nextInFocusChain()
    while one is not None and one is not window:
        takes = one.focusPolicy() & _TAB == _TAB and one.focusProxy() is None
        if takes and one.window() is window and one.isVisibleTo(window) and one.isEnabled():
            yield one
        one = one.nextInFocusChain()


def _place_of(widget: QWidget, areas: Sequence[QWidget]) -> int:
    """The area it is in; what is in none comes last."""
    for number, area in enumerate(areas):
        if area is widget or area.isAncestorOf(widget):
            return number
    return len(areas)
