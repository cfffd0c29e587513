"""What of a screen a person can see, and reach with the keyboard."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit,
    QTextEdit,
)  # fmt: skip
MOST_CELLS = 120


_held: dict[QWidget, list[QWidget]] = {}


@contextmanager
def held(screen: QWidget) -> Iterator[None]:
    """Meanwhile nothing comes in sight or goes: what is there is looked up once for all checks."""
    _held[screen] = list(_seen_in(screen))
    try:
        yield
    finally:
        _held.clear()


def widgets(screen: QWidget) -> Iterator[QWidget]:
    """Everything in sight, without the inner parts of Qt's own controls."""
    yield from _held[screen] if screen in _held else _seen_in(screen)


def _seen_in(holder: QWidget, in_view: bool = False) -> Iterator[QWidget]:
    """Parents first, in their order, without looking into what is hidden."""
    for one in holder.children():
        if not isinstance(one, QWidget) or not one.isVisible() or one.isWindow():
            continue
        is_inner = one.objectName().startswith("qt_") or isinstance(holder, QLineEdit)
        if not is_inner and isinstance(one, QHeaderView) >= in_view and is_seen(one):
            yield one
        if not isinstance(one, QComboBox | QAbstractSpinBox):
            yield from _seen_in(one, in_view or isinstance(one, QAbstractItemView))


def is_seen(one: QWidget) -> bool:
    """Whether any of it can be seen: not scrolled away, not covered."""
    return not one.visibleRegion().isEmpty() and not _is_covered(one)


def _is_covered(one: QWidget) -> bool:
    """Whether something that is not its own stands over the middle of it."""
    top = one.window()
    middle = one.mapTo(top, one.visibleRegion().boundingRect().center())
    here = top.childAt(middle)
    if here is None or here is one or one.isAncestorOf(here) or here.isAncestorOf(one):
        return False
    over = [w for w in (here, *_above(here)) if w.parentWidget() is top and not _holds(w, one)]
    return bool(over) and over[0].autoFillBackground()


def _above(one: QWidget) -> Iterator[QWidget]:
    here = one.parentWidget()
    while here is not None:
        yield here
        here = here.parentWidget()


def _holds(holder: QWidget, one: QWidget) -> bool:
    return holder is one or holder.isAncestorOf(one)


def controls(screen: QWidget) -> Iterator[QWidget]:
    """What the keyboard reaches."""
    for one in widgets(screen):
        reached = one.focusPolicy() & Qt.FocusPolicy.TabFocus
        if isinstance(one, CONTROLS) and reached and not isinstance(one, QHeaderView):
            yield one


def cells(view: QAbstractItemView) -> Iterator[tuple[QModelIndex, QRect]]:
    """The cells in sight, with where they are in the viewport."""
    model, port = view.model(), view.viewport().rect()
    if model is None:
        return
    found = 0
    for row in range(model.rowCount(view.rootIndex())):
        for column in columns(view):
            index = model.index(row, column, view.rootIndex())
            place = view.visualRect(index)
            if place.isEmpty() or not place.intersects(port):
                continue
            found += 1
            yield index, place
        if found > MOST_CELLS:
            return


def columns(view: QAbstractItemView) -> list[int]:
    """The columns of a view; a list has one, and its model does not tell."""
    if isinstance(view, QListView):
        return [view.modelColumn()]
    return list(range(view.model().columnCount()))


def place_in(screen: QWidget, one: QWidget) -> QRect:
    """Where what is seen of it is, in its window."""
    seen = one.visibleRegion().boundingRect()
    return QRect(one.mapTo(screen.window(), seen.topLeft()), seen.size())


def origin(screen: QWidget, one: QWidget) -> QPoint:
    """Where its corner is, in its window."""
    return one.mapTo(screen.window(), QPoint(0, 0))


def called(one: QWidget) -> str:
    """What it is called in a finding."""
    written = one.text() if isinstance(one, QAbstractButton | QLabel) else ""
    said = one.accessibleName() or written or one.objectName()
    return f"{type(one).__name__} “{str(said)[:60]}”"
