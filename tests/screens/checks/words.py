"""What is shown is short, plain Dutch. The whole of what can be said is looked at elsewhere."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from tests.screens.checks import parts

MOST_WORDS = 20
ROLES = (
    Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole,
)  # fmt: skip
ENGLISH = re.compile(
    r"\b(save|cancel|close|open file|error|password|yes|loading|search|undo|redo|delete|the)\b",
    re.IGNORECASE,
)
FORBIDDEN = re.compile(r"ongeldig", re.IGNORECASE)
_END = re.compile(r"(?<=[.!?:])\s+|\n")


def find(screen: QWidget) -> list[str]:
    """Long sentences, words that blame, and English."""
    said = {screen.window().windowTitle(), *texts_of(screen)}
    return [fault for text in sorted(said) for fault in faults(text)]


def texts_of(screen: QWidget) -> set[str]:
    """Everything in sight that is written, said or shown as a tip."""
    if isinstance(screen, QMenu):
        return {action.text().replace("&", "") for action in screen.actions()}
    seen = set()
    for one in parts.widgets(screen):
        if not isinstance(one, QPlainTextEdit | QTextEdit):
            seen |= {one.accessibleName(), one.accessibleDescription(), one.toolTip()}
        if isinstance(one, QLabel | QAbstractButton | QLineEdit):
            seen.add(one.text())
        if isinstance(one, QAbstractItemView):
            seen |= {str(i.data(role) or "") for i, _ in parts.cells(one) for role in ROLES}
    return {text.replace("&", "") for text in seen if text}


def faults(text: str) -> list[str]:
    """What is wrong with a text."""
    found = []
    if ENGLISH.search(text):
        found.append(f"English: “{text[:80]}”")
    if FORBIDDEN.search(text):
        found.append(f"blames: “{text[:80]}”")
    for sentence in _END.split(text):
        if len(sentence.split()) > MOST_WORDS:
            found.append(f"{len(sentence.split())} words: “{sentence[:80]}”")
    return found
