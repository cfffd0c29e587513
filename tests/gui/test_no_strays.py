"""Every widget has a parent or is a window: one without either outlives what it belongs to."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QMainWindow, QWidget

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


class _Shown(QObject):
    """Notes what is shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
        if is_shown and watched.isWindow():
            self.names.append(type(watched).__name__)
        return False


@contextmanager
def shown_windows(application: QApplication) -> Iterator[list[str]]:
    watch = _Shown()
    application.installEventFilter(watch)
    yield watch.names
    application.removeEventFilter(watch)


def test_what_is_made_ahead_is_never_a_window_of_its_own(
    running: Running, qapp: QApplication
) -> None:
    """Such a window would take the front, and the veil would fall over the logbook."""
    rooms = running.program.window.rooms
    with shown_windows(qapp) as names:
        for _ in (*rooms._build_editor(), *rooms._build_rooms()):
            qapp.processEvents()
        running.settle()

    assert names == []


def test_a_box_that_is_shown_before_it_is_put_anywhere_is_found(qapp: QApplication) -> None:
    with shown_windows(qapp) as names:
        box = QCheckBox("Verbergen")
        box.setVisible(True)
    box.deleteLater()

    assert names == ["QCheckBox"]
