"""Tab goes as one reads, also into a room that was made when somebody first came there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.gui.conftest import Running
from vp_logboek.gui.window.main import MainWindow
from vp_logboek.gui.window.places import Kind


def _walk(running: Running, window: MainWindow, most: int = 40) -> list[QWidget]:
    found = [QApplication.focusWidget()]
    for _ in range(most):
        running.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        if here in found:
            assert here is found[0]
            return found
        found.append(here)
    raise AssertionError("Tab does not come round")


@pytest.mark.parametrize("kind", [Kind.YEAR, Kind.ACTIVITIES, Kind.DOSSIERS])
def test_tab_goes_from_the_toolbar_to_the_status(running: Running, kind: Kind) -> None:
    window = running.program.window
    assert window
    window.places.go_to(kind)
    running.settle()
    running.qtbot.waitActive(window)
    window.tools.new.setFocus()
    areas = (window.tools, window.bars, window.places, window.rooms.pages, window.status)
    came = [_area_of(one, areas) for one in _walk(running, window)]
    assert came == sorted(came)
    assert set(came) >= {0, 2, 3}


def _area_of(widget: QWidget, areas: tuple[QWidget, ...]) -> int:
    return next(n for n, area in enumerate(areas) if area.isAncestorOf(widget) or area is widget)
