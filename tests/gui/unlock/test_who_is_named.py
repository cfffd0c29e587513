"""The name of an organisation is printed: one that looks like a person's is asked about."""

import pytest
from pytestqt.qtbot import QtBot

from vp_logboek.gui.unlock.who_page import WhoPage


@pytest.mark.parametrize("name, told", [("Jan de Vries", True), ("Gemeente Almere", False)])
def test_a_name_of_a_person_is_told_when_the_field_is_left(
    qtbot: QtBot, name: str, told: bool
) -> None:
    page = WhoPage("Stap 1 van 5")
    qtbot.addWidget(page)
    page.show()
    page.name.setText(name)
    assert page.name_hint.isHidden(), "not while it is typed"

    page.name.editingFinished.emit()

    assert page.name_hint.isVisible() == told
