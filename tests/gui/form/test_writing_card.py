"""The switch in the settings: the form asks it each time."""

from pathlib import Path

from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from vp_logboek.gui.preferences import Preferences
from vp_logboek.gui.settings.writing import WritingCard


def test_pointing_out_names_is_on_until_it_is_switched_off(qtbot: QtBot, tmp_path: Path) -> None:
    ini = str(tmp_path / "venster.ini")
    preferences = Preferences(QSettings(ini, QSettings.Format.IniFormat))
    card = WritingCard(preferences)
    qtbot.addWidget(card)
    card.read()
    assert card.names.isChecked()
    card.names.click()
    assert not preferences.warns_of_names
    again = WritingCard(Preferences(QSettings(ini, QSettings.Format.IniFormat)))
    qtbot.addWidget(again)
    again.read()
    assert not again.names.isChecked()
