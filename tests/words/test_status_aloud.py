"""The status bar says aloud that all is saved when it was not; and not each time."""

from datetime import datetime

from pytestqt.qtbot import QtBot

from tests.words.hearing import hearing
from vp_logboek.gui.window.status import Status

NOW = datetime(2026, 3, 4, 14, 3)


def test_that_all_is_saved_again_is_said_once(qtbot: QtBot) -> None:
    status = Status()
    qtbot.addWidget(status)
    with hearing() as heard:
        status.show_saved(NOW)
        status.show_saved(NOW)
        assert heard == [], "it was saved before"
        status.show_not_saved()
        status.show_saved(NOW)
        status.show_saved(NOW)
        assert heard.pop() == ("Alles is bewaard.", True)
        status.show_not_saved()
        status.show_draft(NOW)
    assert heard == [("Concept bewaard.", True)]
    status.show_saved(NOW)
    assert status.saved_words() == "✓ Alles is bewaard (14:03)"


def test_a_draft_is_kept_without_a_word(qtbot: QtBot) -> None:
    status = Status()
    qtbot.addWidget(status)
    with hearing() as heard:
        for _ in range(3):
            status.show_draft(NOW)
    assert heard == []
