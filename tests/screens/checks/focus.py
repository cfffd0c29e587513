"""Where the keyboard is can be seen: a ring, or as many pixels as one, of 3 to 1."""

from collections import Counter

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
        size = screen.window().size().toTuple()
        kind = (type(one), one.property("role"), parts.called(one), size)
        if kind in _done or not one.isEnabled() or one.focusProxy() is not None:
            continue
        if not _is_in_sight(screen, one):
            continue
        _done.add(kind)
        changed = _changed(screen, one)
        if changed is not None and changed < LEAST_PIXELS:
            changed = _changed(screen, one)  # a page that scrolled to it stands still now
        if changed is not None and changed < LEAST_PIXELS:
            found.append(f"shows no focus ({changed} px): {parts.called(one)}")
    if had is not None:
        had.setFocus()
    return found


def _is_in_sight(screen: QWidget, one: QWidget) -> bool:
    """Whole, and of a list its first row: with Tab the rest is scrolled to."""
    if isinstance(one, QAbstractItemView):
        if one.model() is None or one.model().rowCount() == 0:
            return False
        seen = one.viewport().visibleRegion().boundingRect()
        return seen.contains(one.visualRect(one.model().index(0, 0)).center())
    return parts.place_in(screen, one).size() == one.size()


def _changed(screen: QWidget, one: QWidget) -> int | None:
    """How many pixels differ clearly; None where the keyboard does not come."""
    corner = parts.origin(screen, one) - QPoint(AROUND, AROUND)
    place = QRect(corner, one.size()).adjusted(0, 0, 2 * AROUND, 2 * AROUND)
    _away(screen, one, place)
    before = _grab(screen, place)
    one.setFocus()
    QCoreApplication.processEvents()
    after = _grab(screen, place)
    if not one.hasFocus() or before.isNull() or after.isNull():
        return None  # out of sight: what is pushed there ``clipped`` tells
    return different(before, after)


def _away(screen: QWidget, one: QWidget, place: QRect) -> None:
    """To a control elsewhere: from nowhere the program itself would bring the keyboard back."""
    for other in parts.controls(screen):
        around = QRect(parts.origin(screen, other), other.size())
        if other.isEnabled() and other is not one and not around.intersects(place):
            other.setFocus()
            break
    else:
        one.clearFocus()
    QCoreApplication.processEvents()


def _grab(screen: QWidget, place: QRect) -> QImage:
    inside = place.intersected(screen.window().rect())
    return screen.window().grab(inside).toImage().convertToFormat(QImage.Format.Format_RGB32)


def different(before: QImage, after: QImage) -> int:
    """The pixels that changed by 3 to 1 or more; no further are counted than are asked for."""
    changed, line = 0, before.bytesPerLine()
    olds, news = memoryview(before.constBits()), memoryview(after.constBits())
    for start in range(0, len(olds), line):
        old, new = olds[start : start + line], news[start : start + line]
        if changed < LEAST_PIXELS and old != new:
            pairs = Counter(zip(old.cast("I"), new.cast("I"), strict=True))
            clear = (pair for pair in pairs if pixels.apart(*pair) >= SHAPE)
            changed += sum(pairs[pair] for pair in clear)
    return changed
