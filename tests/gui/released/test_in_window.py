"""The place in the window: at the left, in two menus, and under Ctrl+7."""

import pytest
from PySide6.QtGui import QKeySequence

from tests.gui.conftest import Running
from vp_logboek.gui.widgets import Tone
from vp_logboek.gui.window.places import Kind


def test_it_stands_at_the_left_and_menus_and_keys_lead_there(running: Running) -> None:
    last = running.program.window.places.places()[-1]
    assert (last.kind, last.label, last.count) == (Kind.RELEASED, "Uitgegeven", 0)
    window = running.program.window
    for name in ("place_released", "released"):
        window.places.go_to(Kind.YEAR)
        running.settle()
        window.actions_by_name[name].trigger()
        running.settle()
        assert window.rooms.shown is window.rooms.released
    actions = window.actions_by_name
    names = ("talks", "dossiers", "actions", "activities", "keeping", "bin", "released")
    keys = [actions[f"place_{name}"].shortcut() for name in names]
    assert keys == [QKeySequence(f"Ctrl+{number}") for number in range(1, 8)]
    asked: list[bool] = []
    window.rooms.overview_requested.disconnect()
    window.rooms.overview_requested.connect(lambda: asked.append(True))
    window.places.go_to(Kind.RELEASED)
    running.settle()
    window.rooms.released.nothing.offers()[0].click()
    assert asked == [True]


@pytest.mark.usefixtures("dressed")
def test_at_large_text_with_a_bar_the_window_stays_on_a_small_screen(running: Running) -> None:
    window = running.program.window
    window.bars.sheet.say("U hebt nog geen herstelblad op papier. " * 2, Tone.WARNING, "Maak het")
    running.program.preferences.set_text_percent(200)
    window.resize(1366, 720)
    window.places.go_to(Kind.RELEASED)
    running.settle()
    page = window.rooms.released
    page.bar.show()
    page.unknown.setText("Deze jaren zijn ook al uitgebracht. " * 2)
    page.unknown.show()
    running.qtbot.wait(50)  # the window has taken the height that its parts ask
    assert window.height() <= 768
    running.program.preferences.set_text_percent(100)
