"""A letter that is underlined does one thing: once in a menu, once in a window."""

import re
from collections import defaultdict
from collections.abc import Iterable

from PySide6.QtWidgets import QAbstractButton, QLabel, QMainWindow, QMenu, QWidget

from tests.screens.checks import parts

_MARK = re.compile(r"&(?!&)(\w)")


def find(screen: QWidget) -> list[str]:
    """Letters that are given twice."""
    if isinstance(screen, QMenu):
        return shared(action.text() for action in screen.actions())
    written = [
        one.text()
        for one in parts.widgets(screen)
        if isinstance(one, QAbstractButton) or (isinstance(one, QLabel) and one.buddy())
    ]
    top = screen.window()
    if isinstance(top, QMainWindow) and top.menuBar().isEnabled():
        written += [action.text() for action in top.menuBar().actions()]
    return shared(written)


def shared(written: Iterable[str]) -> list[str]:
    """The letters that more than one of these have."""
    by_letter = defaultdict[str, list[str]](list)
    for text in written:
        found = _MARK.search(text.replace("&&", ""))
        if found is not None:
            by_letter[found[1].lower()].append(text)
    return [f"Alt+{letter}: {texts}" for letter, texts in by_letter.items() if len(texts) > 1]
