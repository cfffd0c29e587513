"""What is drawn can be told from what it is drawn on (WCAG 2.1, 1.4.3 and 1.4.11)."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

from tests.screens.checks import parts, pixels

TEXT, SHAPE = 4.5, 3.0
NEARLY = 0.06
"""Letters are drawn with soft edges: the darkest pixel of a thin one is just not its colour."""
FIRST = 2
"""Rows of which one may be a heading; of the others one of a kind is looked at."""
EDGE = 14
"""Pixels at the left of a cell where the edge of a main class may stand."""


def find(screen: QWidget) -> list[str]:
    """Text below 4.5, and the edge of a control below 3, from the pixels of the window."""
    picture = screen.window().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    found = []
    for one in parts.widgets(screen):
        if not one.isEnabled():
            continue
        found += _text(screen, one, picture)
        if isinstance(one, QLineEdit | QComboBox | QAbstractSpinBox | QPlainTextEdit):
            found += _border(screen, one, picture)
        if isinstance(one, QAbstractItemView):
            found += _cells(screen, one, picture)
    return found


def _text(screen: QWidget, one: QWidget, picture: QImage) -> list[str]:
    place = parts.place_in(screen, one)
    if place.size() != one.size() and not isinstance(one, QLabel):
        return []  # part of it is scrolled away; what is pushed out of sight ``clipped`` tells
    if isinstance(one, QLabel):
        written = one.text()
    elif isinstance(one, QCheckBox | QRadioButton):
        written = one.text()
        place.setLeft(place.left() + one.iconSize().width() + 12)
        place.adjust(0, 3, -3, -3)
    elif isinstance(one, QAbstractButton):
        written = one.text()
        place.adjust(6, 6, -6, -6)
    elif isinstance(one, QLineEdit):
        written = one.text() or one.placeholderText()
        place.adjust(6, 5, -6, -5)
    elif isinstance(one, QComboBox):
        written = one.currentText()
        place.adjust(6, 5, -one.height(), -5)
    else:
        return []
    if not written.strip() or place.width() < 12 or place.height() < 8:
        return []
    return _measured(picture, place, f"{parts.called(one)} “{written[:40]}”")


def _measured(picture: QImage, place: QRect, name: str) -> list[str]:
    drawn = pixels.clearest(picture, place)
    if drawn is None or drawn >= TEXT * (1 - NEARLY):
        return []
    return [f"{drawn:.1f} is too faint: {name}"]


def _border(screen: QWidget, one: QWidget, picture: QImage) -> list[str]:
    """Across the left edge, from outside in, at half height."""
    is_read = isinstance(one, QPlainTextEdit) and one.isReadOnly()  # a text, nothing to fill in
    if is_read or isinstance(one.parentWidget(), QAbstractItemView):
        return []
    corner = parts.origin(screen, one)
    if parts.place_in(screen, one).size() != one.size():
        return []
    middle = corner + QPoint(0, one.height() // 2)
    strip = [picture.pixel(middle + QPoint(x, 0)) for x in range(-2, 4) if middle.x() + x >= 0]
    clear = max(pixels.apart(strip[0], other) for other in strip[1:])
    return [] if clear >= SHAPE else [f"{clear:.1f} is a faint edge: {parts.called(one)}"]


def _cells(screen: QWidget, view: QAbstractItemView, picture: QImage) -> list[str]:
    found, port, done = [], view.viewport(), set[object]()
    corner = port.mapTo(screen.window(), QPoint(0, 0))
    in_sight = port.visibleRegion().boundingRect()
    for index, place in parts.cells(view):
        written = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        if not written.strip() or not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            continue
        kind = (index.column(), view.selectionModel().isSelected(index), index.row() < FIRST)
        if kind in done or not in_sight.contains(place.topLeft()):
            continue
        if place.bottom() > in_sight.bottom():
            continue
        done.add(kind)
        seen = place.intersected(in_sight).translated(corner).adjusted(EDGE, 3, -3, -3)
        if seen.width() >= 16:
            found += _measured(picture, seen, f"{parts.called(view)} “{written[:40]}”")
    return found
