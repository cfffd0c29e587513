"""Where the fields of the form stand: they scroll, and the note below them is always in sight.

The note is the one place to write. In a window so low that it would lie over the field that must
be filled, it scrolls with the others.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QLayout, QSizePolicy, QVBoxLayout, QWidget

from vp_logboek.gui.talks.part_note import NotePart
from vp_logboek.gui.widgets import FieldRow, FieldRows, line
from vp_logboek.gui.widgets.scrolling import scrolling

_SIDE, _ABOVE, _BELOW, _BETWEEN, _ROWS = 20, 12, 12, 8, 6
_SHARE = 3
"""The note grows with what is written up to one part in so many of the height."""
_PLACED_MS = 30
"""After so long what was shown has its place: words that wrap are laid out in two rounds."""
_STAYS = Qt.FocusReason.PopupFocusReason
"""A field that loses the keyboard so has not been left."""


class _Page(QWidget):
    """Tells when it may want another height."""

    def __init__(self, changed: Callable[[], object]) -> None:
        super().__init__()
        self._changed = changed

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._changed()
        return handled


class FormPage(QWidget):
    """What stands above the fields, the fields in ``rows``, and the note."""

    def __init__(self, *above: QWidget) -> None:
        super().__init__()
        self._note: NotePart | None = None
        self._needed: FieldRow | None = None
        self._is_apart = False
        page = self._page = _Page(self._arrange)
        self.area = scrolling(page)
        inside = self._inside = QVBoxLayout(page)
        inside.setContentsMargins(_SIDE, _ABOVE, _SIDE, _BELOW)
        inside.setSpacing(_BETWEEN)
        for one in above:
            inside.addWidget(one)
        self.rows = FieldRows(spacing=_ROWS)
        policy = QSizePolicy.Policy.Preferred  # as low as its width lets it: the note gets the rest
        self.rows.setSizePolicy(policy, policy)
        inside.addWidget(self.rows, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.area, 1)
        layout.addWidget(self._make_apart())
        self.area.verticalScrollBar().rangeChanged.connect(self._arrange)

    def _make_apart(self) -> QWidget:
        """The place of the note below the fields, with a line where they go on under it."""
        self._apart = QWidget()
        self._apart.hide()
        self._apart.setMinimumWidth(1)  # its words give way, not the form
        self._edge = line()
        policy = self._edge.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._edge.setSizePolicy(policy)
        outer = QVBoxLayout(self._apart)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._edge)
        self._around_note = QVBoxLayout()
        outer.addLayout(self._around_note)
        return self._apart

    def take_note(self, note: NotePart, needed: FieldRow) -> None:
        """The last of the rows is the note; ``needed`` must be seen before anything scrolls."""
        self._note, self._needed = note, needed
        self._arrange()

    def bring_in_sight(self, part: QWidget) -> None:
        """Once it has its place; the keyboard stays where it is."""
        QTimer.singleShot(_PLACED_MS, part, lambda: self.area.ensureWidgetVisible(part, 0, 8))

    def begin_with(self, row: QWidget) -> None:
        """Show as much as there is room for of what stands below this row."""
        QTimer.singleShot(_PLACED_MS, row, lambda: self._scroll_to(row))

    def _scroll_to(self, row: QWidget) -> None:
        bar = self.area.verticalScrollBar()
        bar.setValue(max(bar.value(), row.mapTo(self._page, QPoint()).y() - _BETWEEN))

    def to_the_top(self) -> None:
        """Show the first fields."""
        self.area.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if self._note is None:
            return
        left = self.height() - self._note.note.least_height() - _ROWS - _BELOW
        self._set_apart(self._note.row, left >= self._needs())
        self._note.note.set_most(self.height() // _SHARE)
        width = self.area.viewport().width()
        if self._is_apart:
            self.area.setMaximumHeight(self._page.heightForWidth(width))
        hidden = self.width() - width
        self._around_note.setContentsMargins(_SIDE, _ROWS, _SIDE + hidden, _BELOW)
        self._edge.setVisible(self.area.verticalScrollBar().maximum() > 0)

    def _needs(self) -> int:
        """The height down to the row that must be seen, and one more that says there is more.

        Asked of the layouts: where the rows stand depends on what is decided by this.
        """
        width = self.width() - 2 * _SIDE - self.area.verticalScrollBar().sizeHint().width()
        above = [_height(one, width) + _BETWEEN for one in _shown(self._inside)[:-1]]
        rows = _shown(self.rows.layout())
        must = rows[: rows.index(self._needed) + 1] if self._needed in rows else []
        heights = [_height(one, width) + _ROWS for one in (*must, *must[-1:])]
        return _ABOVE + sum(above) + sum(heights)

    def _set_apart(self, row: FieldRow, apart: bool) -> None:
        """Put the note in its own place, or with the fields; who writes in it goes on."""
        if apart is self._is_apart:
            return
        self._is_apart = apart
        focus = QApplication.focusWidget()
        writes = focus is not None and row.isAncestorOf(focus)
        if writes:
            self.area.setFocus(_STAYS)
        if apart:
            self._around_note.addWidget(row)
        else:
            self.rows.take_back(row)
            self.area.setMaximumHeight(_NO_LIMIT)
        self._inside.setContentsMargins(_SIDE, _ABOVE, _SIDE, 0 if apart else _BELOW)
        self._apart.setVisible(apart)
        row.show()
        if writes and focus is not None:
            focus.setFocus(_STAYS)


def _shown(layout: QLayout | None) -> list[QWidget]:
    if layout is None:
        return []
    items = [layout.itemAt(at) for at in range(layout.count())]
    found = [item.widget() for item in items if item is not None]
    return [one for one in found if one is not None and not one.isHidden()]


def _height(part: QWidget, width: int) -> int:
    return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()


_NO_LIMIT = 16777215
