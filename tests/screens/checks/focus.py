"""Where the keyboard is can be seen: a ring, or as many pixels as one, of 3 to 1."""

from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractItemView, QWidget

from tests.screens.checks import parts, pixels

AROUND = 4
LEAST_PIXELS = 40
SHAPE = 3.0

_done: set[tuple[object, ...]] = set()


def begin() -> None:
    """Other looks: what was seen before is looked at anew."""
    _done.clear()


def find(screen: QWidget) -> list[str]:
    """The controls that look the same with and without the keyboard. Each kind once."""
    found = []
    had = screen.window().focusWidget()
    for one in list(parts.controls(screen)):
        kind = (type(one), one.property("role"), parts.called(one))
        if kind in _done or not one.isEnabled() or one.focusProxy() is not None:
            continue
        _done.add(kind)
        changed = _changed(screen, one)
        if changed is not None and changed < LEAST_PIXELS:
            found.append(f"shows no focus ({changed} px): {parts.called(one)}")
    if had is not None:
        had.setFocus()
    return found


def _changed(screen: QWidget, one: QWidget) -> int | None:
    """How many pixels differ clearly; None where the keyboard does not come."""
    if isinstance(one, QAbstractItemView) and _is_empty(one):
        return None
    corner = parts.origin(screen, one) - QPoint(AROUND, AROUND)
    place = QRect(corner, one.size()).adjusted(0, 0, 2 * AROUND, 2 * AROUND)
    _away(screen, one)
    before = _grab(screen, place)
    one.setFocus()
    QCoreApplication.processEvents()
    after = _grab(screen, place)
    if not one.hasFocus() or before.isNull() or after.isNull():
        return None  # out of sight: what is pushed there ``clipped`` tells
    return different(before, after)


def _is_empty(view: QAbstractItemView) -> bool:
    return view.model() is None or view.model().rowCount() == 0


def _away(screen: QWidget, one: QWidget) -> None:
    one.clearFocus()
    QCoreApplication.processEvents()


def _grab(screen: QWidget, place: QRect) -> QImage:
    inside = place.intersected(screen.window().rect())
    return screen.window().grab(inside).toImage().convertToFormat(QImage.Format.Format_RGB32)


def different(before: QImage, after: QImage) -> int:
    """The pixels that changed by 3 to 1 or more."""
    olds = memoryview(before.constBits()).cast("I")
    news = memoryview(after.constBits()).cast("I")
    pairs = [(old, new) for old, new in zip(olds, news, strict=True) if old != new]
    clear = {pair: pixels.apart(*pair) >= SHAPE for pair in set(pairs)}
    return sum(clear[pair] for pair in pairs)
