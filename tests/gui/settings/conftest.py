"""The settings of a logbook and of a computer, both made for one test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from tests.gui.opened import Opened, opened
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.preferences import Preferences
from vp_logboek.gui.settings.page import SettingsPage


@pytest.fixture
def book(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    with opened(tmp_path, qtbot, Organisation("Gemeente Dorp")) as one:
        yield one


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(QSettings(str(tmp_path / "venster.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def page(book: Opened, qtbot: QtBot, preferences: Preferences) -> SettingsPage:
    made = SettingsPage(book.session, preferences)
    qtbot.addWidget(made)
    made.resize(900, 620)
    made.refresh()
    made.show()
    return made
