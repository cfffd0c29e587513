"""What happened in a dossier, as its page tells it; and what is counted with it in lists."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from vp_logboek.domain.activity import Action
from vp_logboek.domain.conversation import Channel, Conversation, ConversationKind
from vp_logboek.domain.dossier import Ending, Handling, Known
from vp_logboek.domain.errors import Gone
from vp_logboek.services import dossier_actions, dossier_list, notebook
from vp_logboek.services.dossier_history import What, story
from vp_logboek.services.talk_entry import TalkEntry
from vp_logboek.store.logbook import Logbook

TODAY = date(2026, 3, 4)
OPENED = date(2026, 1, 15)
CANARY = "KANARIE-5512"


@pytest.fixture
def dossier(logbook: Logbook) -> int:
    """A dossier of one talk with a note."""
    talk = Conversation(
        OPENED, ConversationKind.FIRST, Channel.PHONE, subject="pesten", note=CANARY
    )
    saved = notebook.save_talk(logbook, TalkEntry(talk, 1), TODAY)
    assert saved.dossier is not None
    return saved.dossier


def happened(logbook: Logbook, dossier: int) -> list[What]:
    return [event.what for event in story(logbook, dossier).events]


def follow_up(logbook: Logbook, dossier: int, on: date) -> int:
    saved = notebook.save_talk(logbook, notebook.follow_up(logbook, dossier, on), TODAY)
    assert saved.id is not None
    return saved.id


def test_a_dossier_begins_with_its_first_talk(logbook: Logbook, dossier: int) -> None:
    opened, first = story(logbook, dossier).events
    assert (opened.on, opened.what) == (OPENED, What.OPENED)
    assert (first.on, first.what, first.name) == (OPENED, What.TALK, "eerste gesprek")


def test_everything_stands_in_order_of_time(logbook: Logbook, dossier: int) -> None:
    follow_up(logbook, dossier, date(2026, 2, 2))
    logbook.actions.save(Action(date(2026, 2, 9), CANARY, dossier, date(2026, 2, 8)))
    now = logbook.dossiers.get(dossier)
    known = replace(
        now,
        handling=Known(Handling.IN_LINE, date(2026, 2, 20)),
        ending=Known(Ending.SOLVED, TODAY),
        consent_on=date(2026, 1, 20),
        consent_for=CANARY,
    )
    notebook.save_dossier(logbook, known)
    notebook.close_dossier(logbook, dossier, TODAY)
    assert happened(logbook, dossier) == [
        What.OPENED, What.TALK, What.CONSENT, What.TALK, What.ACTION_DONE, What.FOUND,
        What.FOUND, What.CLOSED,
    ]  # fmt: skip


def test_a_talk_in_the_bin_is_told_by_the_day_it_went_there(logbook: Logbook, dossier: int) -> None:
    talk = follow_up(logbook, dossier, date(2026, 2, 2))
    notebook.bin_talk(logbook, talk, TODAY)
    last = story(logbook, dossier).events[-1]
    assert (last.on, last.what, last.held_on) == (TODAY, What.BINNED, date(2026, 2, 2))
    assert last.talk is None, "it cannot be opened from here"
    notebook.restore_talk(logbook, talk)
    assert What.BINNED not in happened(logbook, dossier)


def test_a_binned_talk_of_another_dossier_is_not_told_here(logbook: Logbook, dossier: int) -> None:
    other = Conversation(OPENED, ConversationKind.FIRST, Channel.PHONE, subject="stalking")
    saved = notebook.save_talk(logbook, TalkEntry(other, 1), TODAY)
    notebook.bin_talk(logbook, saved.id or 0, TODAY)
    assert What.BINNED not in happened(logbook, dossier)


def test_a_dossier_that_is_open_again_does_not_tell_that_it_was_closed(
    logbook: Logbook, dossier: int
) -> None:
    notebook.close_dossier(logbook, dossier, TODAY)
    notebook.reopen_dossier(logbook, dossier)
    assert What.CLOSED not in happened(logbook, dossier)


def test_no_free_text_is_told(logbook: Logbook, dossier: int) -> None:
    logbook.actions.save(Action(TODAY, CANARY, dossier, TODAY))
    now = logbook.dossiers.get(dossier)
    notebook.save_dossier(logbook, replace(now, consent_on=TODAY, consent_for=CANARY))
    told = story(logbook, dossier)
    assert CANARY in repr(told.page), "the page itself has it"
    assert CANARY not in repr(told.events)


def test_a_dossier_that_is_gone_is_told_so(logbook: Logbook) -> None:
    with pytest.raises(Gone):
        story(logbook, 7)


def test_the_list_counts_the_actions_that_are_open(logbook: Logbook, dossier: int) -> None:
    logbook.actions.save(Action(TODAY, "bellen", dossier))
    logbook.actions.save(Action(TODAY, "schrijven", dossier, TODAY))
    logbook.actions.save(Action(TODAY, "van niemand"))
    (line,) = dossier_list.lines(logbook)
    assert (line.row.id, line.actions) == (dossier, 1)


def test_what_was_done_long_ago_is_not_in_the_agenda(logbook: Logbook) -> None:
    for line, done in (("open", None), ("net", date(2026, 2, 10)), ("lang", date(2026, 1, 2))):
        logbook.actions.save(Action(date(2026, 1, 1), line, None, done))
    found = dossier_actions.agenda(logbook, TODAY)
    assert {action.line for action in found.actions} == {"open", "net"}


def test_what_was_done_four_weeks_ago_is_in_the_agenda_no_longer(logbook: Logbook) -> None:
    for line, weeks in (("net", timedelta(days=27)), ("lang", timedelta(days=28))):
        logbook.actions.save(Action(TODAY, line, None, TODAY - weeks))
    assert [one.line for one in dossier_actions.agenda(logbook, TODAY).actions] == ["net"]
