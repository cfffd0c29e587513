"""What the windows show was gathered: nothing is hidden from the rules."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QVBoxLayout
from pytestqt.qtbot import QtBot

from tests.screens.checks.words import texts_of
from tests.screens.conftest import cheap_keys
from tests.screens.judged import LAPTOP
from tests.screens.walk import walk
from tests.words.shown import hidden
from vp_logboek.gui.theme import Mode

__all__ = ["cheap_keys"]

SCREENS = (
    "welcome", "unlock-wrong", "talk-read", "form-unfolded", "dossier-open", "keeping-ticked",
    "settings-1", "export-4-hidden",
)  # fmt: skip
OF_THE_LOGBOOK = {"Gemeente Waterveen", "Scholengroep De Linde"}
"""What somebody wrote in the logbook of these screens."""


@pytest.mark.campaign
@pytest.mark.usefixtures("cheap_keys")
def test_every_text_of_the_rooms_was_gathered(qapp: QApplication, tmp_path: Path) -> None:
    found = set()
    for screen, shown in walk(qapp, tmp_path, Mode.LIGHT, 100, LAPTOP, SCREENS):
        assert not isinstance(shown, Exception), screen.name
        found |= {piece for text in texts_of(shown) for piece in hidden(text)}
    assert sorted(found - OF_THE_LOGBOOK) == []


def test_a_text_that_was_not_gathered_is_told(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    column = QVBoxLayout(dialog)
    for part in (QLabel("Uw logboek is op slot"), QLabel("Dit staat in geen enkele module.")):
        column.addWidget(part)
    column.addWidget(QPushButton("Fantaseren maar"))
    dialog.show()
    found = {piece for text in texts_of(dialog) for piece in hidden(text)}
    assert found == {"Dit staat in geen enkele module", "Fantaseren maar"}
