"""The form by itself with a logbook behind it: a whole window takes ten times as long to make."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from tests.gui.opened import Opened, opened
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.preferences import Preferences
from vp_logboek.gui.slices import Slices
from vp_logboek.gui.talks.editor import TalkEditor


@pytest.fixture
def book(
    tmp_path: Path, qtbot: QtBot, cheap_program: None, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Opened]:
    """An open logbook; what is made in slices is made at once."""
    monkeypatch.setattr(Slices, "begin", Slices.finish)
    with opened(tmp_path, qtbot, Organisation("Gemeente Voorbeeld")) as made:
        yield made


@pytest.fixture
def editor(book: Opened, qtbot: QtBot, tmp_path: Path) -> TalkEditor:
    """A new talk on the screen, with the keyboard in it."""
    ini = QSettings(str(tmp_path / "form.ini"), QSettings.Format.IniFormat)
    made = TalkEditor(book.session, Preferences(ini))
    qtbot.addWidget(made)
    made.resize(700, 700)  # empty as it is, it would not show at all
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.begin_new()
    book.settle()
    return made
