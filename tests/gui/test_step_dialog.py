"""On the last page of a dialog of steps the way out stands where each step led on."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from vp_logboek.gui.widgets.step_dialog import StepDialog


class Steps(StepDialog):
    """Two pages; ``leads_on``: the last one too has a button that leads on."""

    def __init__(self, leads_on: bool) -> None:
        super().__init__(None, "Stappen")
        self._leads_on = leads_on
        for name in ("Kies", "Klaar"):
            self.add_page(name, QWidget())
        self.next = self.add_primary("Volgende", lambda: self.steps.setCurrentIndex(1))
        self.lay_out()
        self.show_step()

    def show_step(self) -> None:
        super().show_step()
        self.next.setVisible(not self.is_done or self._leads_on)


@pytest.mark.parametrize("leads_on", [False, True])
def test_at_the_end_closing_stands_right_unless_something_leads_on(
    qtbot: QtBot, leads_on: bool
) -> None:
    dialog = Steps(leads_on)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert dialog.close_button.property("role") == "plain"
    assert dialog.close_button.x() < dialog.next.x()
    right = dialog.next.geometry().right()
    dialog.next.click()
    dialog.layout().activate()
    assert (dialog.close_button.geometry().right() == right) is not leads_on
    assert dialog.close_button.property("role") == ("plain" if leads_on else "primary")
    assert dialog.close_button.isDefault() is not leads_on
