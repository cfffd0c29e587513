"""A dialog of steps is as high as its step needs: no half-empty page, no jumps while typing."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayoutItem, QScrollArea, QWidget

from vp_logboek.gui.widgets.step_dialog import StepDialog

_LEAST = 300
"""Pixels: lower than this a dialog looks like a message."""


class StepHeight(QObject):
    """Sets the height of a dialog: exactly at a new step, and within a step it only grows.

    The height it had when this was made is the most. Whoever drags it to another height keeps that.
    """

    def __init__(self, dialog: StepDialog) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._most = dialog.height()
        self._given = dialog.height()
        self._step = -1
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._fit)
        dialog.installEventFilter(self)
        dialog.steps.currentChanged.connect(self._soon.start)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and watched is self._dialog:
            self._fit()
        elif event.type() == QEvent.Type.LayoutRequest:
            self._soon.start()
        elif isinstance(event, QResizeEvent):
            self._follow(watched, event)
        return super().eventFilter(watched, event)

    def _follow(self, watched: QObject, event: QResizeEvent) -> None:
        """Where it became larger because its parts no longer fitted, nobody dragged it."""
        height = event.size().height()
        if watched is self._dialog and height == self._dialog.minimumHeight():
            self._given = height
        if event.size().width() != event.oldSize().width():
            self._soon.start()

    def _fit(self) -> None:
        dialog = self._dialog
        inner = _inner(dialog.steps.currentWidget())
        if not dialog.isVisible() or dialog.height() != self._given:
            return
        needed = self._most  # what does not scroll wants all there is: the pages of a PDF
        if inner is not None:
            inner.installEventFilter(self)  # a second time it is the same one
            needed = _around(dialog) + _height(inner)
        needed = max(min(needed, self._most), min(_LEAST, self._most))
        if dialog.steps.currentIndex() == self._step:
            needed = max(needed, self._given)
        self._step, self._given = dialog.steps.currentIndex(), needed
        dialog.resize(dialog.width(), needed)
        self._given = dialog.height()  # the dialog may need more
        _keep_on_screen(dialog)


def _inner(page: QWidget | None) -> QWidget | None:
    """What lies on the page that scrolls, where it is made already."""
    if page is None:
        return None
    area = page if isinstance(page, QScrollArea) else page.findChild(QScrollArea)
    return None if area is None else area.widget()


def _keep_on_screen(dialog: StepDialog) -> None:
    """It opens in the middle, and grows downwards."""
    room = dialog.screen().availableGeometry()
    over = dialog.frameGeometry().bottom() - room.bottom()
    if over > 0:
        dialog.move(dialog.x(), max(room.top(), dialog.y() - over))


def _around(dialog: StepDialog) -> int:
    """The height of all but the page, as it would be: a message can be squeezed at this moment."""
    column = dialog.layout()
    if column is None:
        return 0
    margins = column.contentsMargins()
    width = dialog.width() - margins.left() - margins.right()
    items = (column.itemAt(n) for n in range(column.count()))
    shown = [one for one in items if one is not None and not one.isEmpty()]
    heights = sum(_height_of(one, width) for one in shown if one.widget() is not dialog.steps)
    gaps = column.spacing() * (len(shown) - 1)
    return margins.top() + heights + gaps + margins.bottom()


def _height_of(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def _height(inner: QWidget) -> int:
    if inner.hasHeightForWidth():
        return inner.heightForWidth(inner.width())
    return inner.sizeHint().height()
