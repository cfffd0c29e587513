"""Looking at a whole room: every control, every text, every pixel."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QWidget,
)

_CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit,
)  # fmt: skip


def controls(room: QWidget) -> Iterator[QWidget]:
    """What can be used from the keyboard, without Qt's own inner parts."""
    for one in room.findChildren(QWidget):
        inner = one.objectName().startswith("qt_") or _is_in_a_list(one)
        reached = one.focusPolicy() & Qt.FocusPolicy.TabFocus and not _is_put_away(one, room)
        if isinstance(one, _CONTROLS) and reached and not inner:
            yield one


def _is_put_away(one: QWidget, room: QWidget) -> bool:
    """Whether it, or what it is in, is hidden; a page that waits its turn is not put away."""
    here: QWidget | None = one
    while here is not None and here is not room:
        if here.isHidden() and not isinstance(here.parentWidget(), QStackedWidget):
            return True
        here = here.parentWidget()
    return False


def _is_in_a_list(one: QWidget) -> bool:
    above = one.parentWidget()
    while above is not None and not isinstance(above, QComboBox):
        above = above.parentWidget()
    return above is not None


def spoken_name(one: QWidget) -> str:
    """The name a screen reader says."""
    interface = QAccessible.queryAccessibleInterface(one)
    return str(interface.text(QAccessible.Text.Name)) if interface else ""


def nameless(room: QWidget) -> list[str]:
    """The controls without a name."""
    return [type(one).__name__ for one in controls(room) if not spoken_name(one).strip()]


def texts(room: QWidget) -> list[str]:
    """Everything that is written, said or shown as a tip in a room."""
    found = [room.accessibleName(), room.accessibleDescription(), room.toolTip()]
    for one in room.findChildren(QWidget):
        found += [one.accessibleName(), one.accessibleDescription(), one.toolTip()]
        if isinstance(one, QLabel | QAbstractButton | QLineEdit):
            found.append(one.text())
        if isinstance(one, QAbstractItemView) and one.model() is not None:
            found += cells(one.model())
    return [text for text in found if text]


def cells(model: QAbstractItemModel) -> list[str]:
    """What every cell and header of a table says, in writing, aloud and as a tip."""
    roles = (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.AccessibleDescriptionRole,
        Qt.ItemDataRole.StatusTipRole,
    )
    found = [
        str(model.index(row, column).data(role) or "")
        for row in range(model.rowCount())
        for column in range(model.columnCount())
        for role in roles
    ]
    headers = [
        str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for column in range(model.columnCount())
    ]
    return [*found, *headers]


def picture(room: QWidget) -> QImage:
    """What it looks like, to be compared."""
    return room.grab().toImage()


def cut_off(room: QWidget) -> list[str]:
    """The words on buttons, lines, lists and headers that need more room than they have."""
    found = []
    for one in room.findChildren(QWidget):
        if not one.isVisible() or _is_in_a_list(one):
            continue
        if isinstance(one, QComboBox):
            needed = one.fontMetrics().horizontalAdvance(one.currentText())
        elif isinstance(one, QAbstractButton | QLabel):
            wraps = isinstance(one, QLabel) and one.wordWrap()
            needed = 0 if wraps else one.sizeHint().width() - 1
        else:
            needed = 0
        if one.width() < needed:
            found.append(f"{type(one).__name__}: {spoken_name(one)}")
        if isinstance(one, QLabel) and one.height() < one.heightForWidth(one.width()) - 1:
            found.append(one.text())
        if isinstance(one, QHeaderView):
            found += _cut_headers(one)
    return found


def _cut_headers(header: QHeaderView) -> list[str]:
    return [
        str(header.model().headerData(column, Qt.Orientation.Horizontal))
        for column in range(header.count())
        if not header.isSectionHidden(column)
        and header.orientation() == Qt.Orientation.Horizontal
        and header.sectionSize(column) < header.sectionSizeHint(column) - 1
    ]
