"""Who hears the screen knows it: every control has a name and a role, and every row speaks."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QWidget,
)

from tests.screens.checks.parts import called, cells, controls

NO_ROLES = (
    QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Window,
    QAccessible.Role.Pane, QAccessible.Role.Grouping,
)  # fmt: skip


def find(screen: QWidget) -> list[str]:
    """Controls without a name or a role, names that two controls share, rows without words."""
    found, names = [], Counter[tuple[str, str, int]]()
    for one in controls(screen):
        heard = QAccessible.queryAccessibleInterface(one)
        name = heard_name(one)
        if not name:
            found.append(f"has no name: {called(one)} in {type(one.parentWidget()).__name__}")
        if heard and heard.role() in NO_ROLES:
            found.append(f"has no role: {called(one)}")
        if isinstance(one, QAbstractButton | QComboBox | QLineEdit):
            within = one.parentWidget() if isinstance(one, QRadioButton) else screen
            names[type(one).__name__, name, id(within)] += 1
        if isinstance(one, QAbstractItemView):
            found += _silent_rows(one)
    found += [
        f"{number} have the same name: {kind} “{name}”"
        for (kind, name, _), number in names.items()
        if number > 1 and name
    ]
    return found


def heard_name(one: QWidget) -> str:
    """What a screen reader calls it.

    Of a list to choose from Qt gives the value as its name on Linux, where the label is told as a
    relation (QAccessibleComboBox::text): so there the label is asked.
    """
    if isinstance(one, QComboBox):
        labels = [made for made in one.window().findChildren(QLabel) if made.buddy() is one]
        return " ".join(made.text() for made in labels) or one.accessibleName()
    heard = QAccessible.queryAccessibleInterface(one)
    return str(heard.text(QAccessible.Text.Name)).strip() if heard else ""


def _silent_rows(view: QAbstractItemView) -> list[str]:
    heard, speaks = set[int](), set[int]()
    for index, _ in cells(view):
        heard.add(index.row())
        roles = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole)
        if any(str(index.data(role) or "").strip() for role in roles):
            speaks.add(index.row())
    return [f"says nothing: row {row} of {called(view)}" for row in sorted(heard - speaks)]
