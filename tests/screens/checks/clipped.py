"""No word is cut off, nothing is pushed out of sight, and nothing scrolls sideways."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from tests.screens.checks import parts
from vp_logboek.gui.widgets.table import EdgeDelegate

ASKED = "asked_size"
"""The property of a window that tells which size it was given."""
ROUGHLY = 2
"""Pixels by which a measure may differ from what is drawn."""


def find(screen: QWidget) -> list[str]:
    """Everything that needs more room than it has."""
    found = _window(screen)
    for one in parts.widgets(screen):
        found += _words(one) + _outside(one)
        if isinstance(one, QAbstractScrollArea):
            found += _sideways(one)
        if isinstance(one, QHeaderView):
            found += _headers(one)
        elif isinstance(one, QAbstractItemView):
            found += _cells(one)
    return found


def _window(screen: QWidget) -> list[str]:
    top = screen.window()
    screen_size = top.property(ASKED)
    if screen_size is None:
        return []
    if top.width() <= screen_size.width() and top.height() <= screen_size.height():
        return []
    return [f"the window needs {top.width()}x{top.height()}"]


def _words(one: QWidget) -> list[str]:
    lacks = 0
    if isinstance(one, QLabel) and one.text():
        return _label(one)
    if isinstance(one, QCheckBox | QRadioButton | QAbstractButton):
        lacks = one.sizeHint().width() - one.width() if one.text() else 0
        if one.height() < one.fontMetrics().height():
            return [f"is too low: {parts.called(one)}"]
    elif isinstance(one, QComboBox):
        lacks = _combo(one)
    elif isinstance(one, QLineEdit) and not one.text():
        metrics = one.fontMetrics()
        room = one.width() - 18
        lacks = metrics.horizontalAdvance(one.placeholderText()) - room
    if isinstance(one, QComboBox | QLineEdit) and one.height() < one.fontMetrics().height():
        return [f"is too low: {parts.called(one)}"]
    if lacks <= ROUGHLY or one.toolTip():
        return []
    return [f"lacks {lacks} px: {parts.called(one)}"]


def _label(one: QLabel) -> list[str]:
    if one.pixmap() is not None and not one.pixmap().isNull():
        return []
    if not one.wordWrap() and one.width() < one.sizeHint().width() - ROUGHLY:
        return [f"lacks {one.sizeHint().width() - one.width()} px: {parts.called(one)}"]
    needed = one.heightForWidth(one.width()) if one.wordWrap() else one.fontMetrics().height()
    if one.height() < needed - ROUGHLY:
        return [f"lacks {needed - one.height()} px of height: {parts.called(one)}"]
    return []


def _combo(one: QComboBox) -> int:
    option = QStyleOptionComboBox()
    one.initStyleOption(option)
    field = one.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, one
    )
    return one.fontMetrics().horizontalAdvance(one.currentText()) - field.width()


def _outside(one: QWidget) -> list[str]:
    """Pushed over the right or the lower edge of what holds it."""
    holder = one.parentWidget()
    if holder is None or isinstance(one, QHeaderView) or one.isWindow():
        return []
    if isinstance(holder.parentWidget(), QAbstractScrollArea):
        return []
    over = one.geometry().right() - holder.rect().right()
    under = one.geometry().bottom() - holder.rect().bottom()
    if max(over, under) <= ROUGHLY or one.objectName().startswith("qt_"):
        return []
    return [f"is pushed out by {max(over, under)} px: {parts.called(one)}"]


def _sideways(area: QAbstractScrollArea) -> list[str]:
    if area.horizontalScrollBar().isVisible():
        return [f"scrolls sideways: {parts.called(area)}"]
    if isinstance(area, QScrollArea) and area.widget() is not None:
        over = area.widget().width() - area.viewport().width()
        if over > ROUGHLY:
            return [f"loses {over} px at the right: what is in {parts.called(area)}"]
    return []


def _headers(header: QHeaderView) -> list[str]:
    if header.orientation() != Qt.Orientation.Horizontal or not header.isVisible():
        return []
    return [
        f"cuts its heading: column “{header.model().headerData(column, header.orientation())}”"
        for column in range(header.count())
        if not header.isSectionHidden(column)
        and header.sectionSize(column) < header.sectionSizeHint(column) - ROUGHLY
    ]


def _cells(view: QAbstractItemView) -> list[str]:
    """Elided text without a tip that says it in full."""
    if isinstance(view.itemDelegate(), EdgeDelegate):
        return []  # which shows a tip where it elides
    found = set()
    for index, place in parts.cells(view):
        written = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        tip = str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
        needed = view.fontMetrics().horizontalAdvance(written)
        if needed > place.width() and not tip and "\n" not in written and not _wraps(view):
            found.add(f"elides without a tip: column {index.column()} of {parts.called(view)}")
    return sorted(found)


def _wraps(view: QAbstractItemView) -> bool:
    return bool(getattr(view, "wordWrap", lambda: False)())
