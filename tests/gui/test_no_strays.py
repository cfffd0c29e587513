"""Every widget has a parent or is a window: one without either outlives what it belongs to."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from tests.gui.conftest import Running


def strays() -> list[QWidget]:
    """What would be a window if it were shown, though nobody made it one."""
    return [
        one
        for one in QApplication.topLevelWidgets()
        if one.windowType() == Qt.WindowType.Window and not isinstance(one, QMainWindow)
    ]


def names(found: list[QWidget]) -> list[str]:
    return [f"{type(one).__name__} {one.accessibleName()}" for one in found]


def test_the_form_of_a_talk_leaves_no_widget_without_a_parent(running: Running) -> None:
    before = set(names(strays()))
    running.program.window.talk_actions.new()
    running.settle()
    assert set(names(strays())) <= before


def test_a_stray_is_found(running: Running) -> None:
    before = len(strays())
    lost = QWidget()
    assert len(strays()) == before + 1
    lost.deleteLater()
