"""What is said aloud: results and counts, and what went wrong at once."""

from pytestqt.qtbot import QtBot

from tests.words.hearing import hearing
from vp_logboek.domain.errors import ReadOnlyPlace
from vp_logboek.gui.widgets import MessageBar, Tone
from vp_logboek.gui.widgets.announce import announce


def test_a_text_is_said_politely_and_an_error_at_once(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    with hearing() as heard:
        announce(bar, "Gesprek opgeslagen.")
        bar.say("Er zijn 3 gesprekken.", Tone.GOOD)
        bar.show_error(ReadOnlyPlace())
        announce(bar, "")
    assert heard[:2] == [("Gesprek opgeslagen.", True), ("Er zijn 3 gesprekken.", True)]
    assert [polite for _, polite in heard] == [True, True, False]
