"""The year in the window: Ctrl+J leads there, Alt with an arrow walks the years."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.gui.conftest import Running
from tests.gui.opened import add_year

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def test_keys_lead_to_the_year_and_walk_the_years(running: Running) -> None:
    for number in (2024, 2025, 2026):
        running.change(lambda logbook, year=number: add_year(logbook, year, {"pesten": 1}))
    window = running.program.window
    with running.qtbot.waitActive(window):
        window.activateWindow()
    running.qtbot.keyClick(window, Qt.Key.Key_J, CONTROL)
    running.settle()
    page = window.rooms.year
    assert window.rooms.shown is page
    assert page.isAncestorOf(QApplication.focusWidget())
    assert page.chosen[1] == 2026
    controls = (page.figures.choice.units.buttons()[0], page.figures.mine.table)
    for control, key, year in zip(
        controls, (Qt.Key.Key_Left, Qt.Key.Key_Left), (2025, 2024), strict=True
    ):
        control.setFocus()
        running.qtbot.keyClick(control, key, ALT)
        running.settle()
        assert page.chosen[1] == year
        assert QApplication.focusWidget() is control, "who walks the years stays where they are"
    running.qtbot.keyClick(page.figures.mine.table, Qt.Key.Key_Right, ALT)
    running.settle()
    assert page.chosen[1] == 2025
