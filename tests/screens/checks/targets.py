"""What is pressed is large enough to be hit: 24 pixels at least (WCAG 2.2, 2.5.8)."""

from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from tests.screens.checks import parts

LEAST = 24


def find(screen: QWidget) -> list[str]:
    """Controls, rows and lines of a menu that are smaller, as they really are."""
    found = []
    if isinstance(screen, QMenu):
        return _lines(screen)
    for one in parts.controls(screen):
        if min(one.width(), one.height()) < LEAST:
            found.append(f"is {one.width()}x{one.height()}: {parts.called(one)}")
        if isinstance(one, QAbstractItemView):
            heights = {place.height() for _, place in parts.cells(one)}
            if heights and min(heights) < LEAST:
                found.append(f"has rows of {min(heights)} px: {parts.called(one)}")
    return found


def _lines(menu: QMenu) -> list[str]:
    heights = {
        action.text(): menu.actionGeometry(action).height()
        for action in menu.actions()
        if not action.isSeparator()
    }
    return [f"is {high} high: “{text}”" for text, high in heights.items() if high < LEAST]
