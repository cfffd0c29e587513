"""Where the keyboard goes: the first control of a pane, and from pane to pane."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QTableView, QWidget

from vp_logboek.gui.widgets.empty import EmptyState


def focus_first(pane: QWidget | None) -> bool:
    """Put the focus on the list of a pane, on what one can do where that is empty, or else on its
    first control; whether there is one.
    """
    if pane is None:
        return False
    lists: list[QWidget] = list(pane.findChildren(QTableView))
    offers = [one for empty in pane.findChildren(EmptyState) for one in empty.offers()]
    for widget in (pane, *lists, *offers, *pane.findChildren(QWidget)):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            widget.setFocus()
            return True
    return False


def focus_next(panes: Sequence[QWidget], focus: QWidget | None) -> None:
    """Go from the pane that holds ``focus`` to the next one that can be used, round again."""
    shown = [pane for pane in panes if pane.isVisible()]
    here = next((n for n, pane in enumerate(shown) if focus and _holds(pane, focus)), -1)
    for target in (*shown[here + 1 :], *shown[: here + 1]):
        inner = target.currentWidget() if isinstance(target, QStackedWidget) else target
        if focus_first(inner):
            return


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)
