"""The bars above the list: two at most, and their words are never cut off."""

import pytest
from PySide6.QtWidgets import QLabel

from tests.gui.conftest import NOW, Running
from tests.gui.controls import cut_off
from vp_logboek.domain.conversation import Channel, Conversation, ConversationKind
from vp_logboek.domain.errors import DiskTrouble, ImportNotUndoable, NotSaved
from vp_logboek.gui.widgets import MessageBar, Tone
from vp_logboek.gui.window.bars import TopBars
from vp_logboek.services.safekeeping import default_tree
from vp_logboek.services.talk_entry import TalkEntry

HIGH = 768
"""Pixels of a small laptop."""
LONG = "Dit logboek staat in een map die meekopieert naar het internet, en dat is geen goede plek. "


@pytest.fixture
def bars(running: Running) -> TopBars:
    running.program.window.bars.sheet.hide()
    return running.program.window.bars


def standing(bars: TopBars) -> list[MessageBar]:
    found = []
    for index in range(bars.layout().count()):
        bar = bars.layout().itemAt(index).widget()
        if isinstance(bar, MessageBar) and not bar.isHidden():
            found.append(bar)
    return found


def test_the_sheet_waits_for_a_warning_about_the_place_and_for_a_draft(bars: TopBars) -> None:
    bars.sheet.say("blad")
    assert standing(bars) == [bars.sheet]
    bars.draft.say("concept")
    assert standing(bars) == [bars.draft]
    bars.place.say("plaats")
    assert standing(bars) == [bars.place, bars.draft]
    bars.place.hide()
    assert standing(bars) == [bars.draft]
    bars.draft.hide()
    assert standing(bars) == [bars.sheet]


def test_never_more_than_two_stand_there_and_the_most_urgent_go_first(bars: TopBars) -> None:
    for bar in (bars.sheet, bars.backup, bars.draft, bars.place, bars.read_only):
        bar.say("iets")
        assert len(standing(bars)) <= 2
    assert standing(bars) == [bars.read_only, bars.place]
    bars.problem.show_error(NotSaved(DiskTrouble.FULL))
    assert standing(bars) == [bars.problem, bars.read_only]
    for bar in (bars.problem, bars.read_only, bars.place, bars.draft):
        bar.hide()
    assert standing(bars) == [bars.backup, bars.sheet]


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize(
    "percent, size", [(100, (1366, 720)), (200, (1366, 720)), (100, (800, 440))]
)
def test_no_word_of_a_bar_is_cut_off(
    percent: int, running: Running, bars: TopBars, size: tuple[int, int]
) -> None:
    running.program.preferences.set_text_percent(percent)
    window = running.program.window
    window.resize(*size)
    bars.place.say(LONG * 3, Tone.WARNING, "Niet meer melden")
    bars.draft.say(LONG, Tone.NOTE, "Verder schrijven")

    def whole() -> None:
        for bar in standing(bars):
            assert cut_off(bar) == []
            assert bar.height() >= bar.layout().totalHeightForWidth(bar.width())

    running.qtbot.waitUntil(whole)
    assert window.minimumSizeHint().height() <= HIGH
    running.qtbot.wait(50)  # the window has taken the height that its parts ask
    window.talk_actions.new()
    running.settle()
    bars.draft.say(LONG, Tone.NOTE, "Verder schrijven")
    running.qtbot.waitUntil(whole)
    assert window.height() <= HIGH


def saved_words(running: Running) -> set[str]:
    labels = running.program.window.status.findChildren(QLabel)
    return {one.text() for one in labels if "bewaard" in one.text()}


def test_what_is_refused_is_no_loss_and_what_was_not_saved_is(running: Running) -> None:
    window = running.program.window
    before = saved_words(running)
    window.show_error(ImportNotUndoable(counted=True))
    assert saved_words(running) == before
    window.show_error(NotSaved(DiskTrouble.FULL))
    assert saved_words(running) == {"⚠ Nog niet alles is bewaard"} != before


def test_in_a_low_window_one_stands_there_and_a_draft_can_always_be_reached(
    running: Running, bars: TopBars
) -> None:
    line = bars.fontMetrics().height()
    running.program.window.resize(1366, 45 * line)
    bars.place.say("plaats")
    bars.draft.say("concept")
    assert standing(bars) == [bars.place, bars.draft], "the control: there is room for two"
    running.program.window.resize(1366, 38 * line)
    bars.place.say("plaats")
    assert standing(bars) == [bars.draft]
    bars.draft.hide()
    assert standing(bars) == [bars.place]
    bars.draft.say("concept")
    bars.problem.show_error(NotSaved(DiskTrouble.FULL))
    assert standing(bars) == [bars.problem]


@pytest.mark.parametrize(
    "number, said", [(1, ""), (2, " Er is er nog één."), (3, " Er zijn er nog 2.")]
)
def test_how_many_more_drafts_wait_is_said_as_one_says_it(
    bars: TopBars, number: int, said: str
) -> None:
    entry = TalkEntry(Conversation(NOW.date(), ConversationKind.FIRST, Channel.IN_PERSON), 1)
    bars.show_drafts((("nieuw", entry),) * number, default_tree())
    assert bars.draft.text() == f"Er staat een concept klaar: 4 maart 2026.{said}"
