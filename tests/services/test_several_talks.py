"""Several talks at once: all of them or none, and taken back as one."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.services.undoing import rows
from tests.store.making import a_dossier, a_talk
from vp_logboek.domain.conversation import ConversationKind
from vp_logboek.domain.errors import Gone
from vp_logboek.domain.errors_release import Stopped
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.domain.organisation import Organisation
from vp_logboek.services import binning, notebook
from vp_logboek.services.moving import homes_for, move_talks
from vp_logboek.services.taking_back import Recorded, put_back, take_back
from vp_logboek.store.logbook import Logbook

EARLY, MIDDLE, LATE = date(2026, 1, 5), date(2026, 2, 5), date(2026, 3, 5)
Work = Callable[[Logbook], object]


@pytest.fixture
def book(logbook: Logbook) -> Logbook:
    """Dossier 1 with talks 1 and 2, dossier 2 with talk 3, which is about something else."""
    first = a_dossier(logbook, EARLY)
    a_talk(logbook, first, EARLY)
    a_talk(logbook, first, MIDDLE, kind=ConversationKind.FOLLOW_UP)
    a_talk(logbook, a_dossier(logbook, LATE, subject="stalking"), LATE)
    return logbook


@pytest.mark.parametrize(
    "work",
    [
        lambda book: binning.bin_talks(book, (1, 3), LATE),
        lambda book: move_talks(book, (1, 2), 2),
        lambda book: move_talks(book, (3,), 1),
    ],
)
def test_it_is_taken_back_and_done_again_as_one(book: Logbook, work: Work) -> None:
    before = rows(book)
    recorded = Recorded(work)
    recorded(book)
    after = rows(book)
    assert after != before
    back = take_back(book, recorded.change, LATE)
    assert rows(book) == before
    put_back(book, back)
    assert rows(book) == after


def test_a_dossier_whose_earliest_talk_is_thrown_away_is_opened_later(book: Logbook) -> None:
    binning.bin_talks(book, (1, 3), LATE)
    assert [row.id for row in book.conversations.rows(TalkQuery())] == [2]
    assert book.dossiers.get(1).opened == MIDDLE
    assert {one.talk.id for one in notebook.binned(book)} == {1, 3}


def test_where_one_is_gone_none_is_thrown_away(book: Logbook) -> None:
    with pytest.raises(Gone):
        binning.bin_talks(book, (1, 99), LATE)
    with pytest.raises(Gone):
        move_talks(book, (1, 99), 2)
    with pytest.raises(Gone):
        move_talks(book, (1,), 99)
    assert notebook.binned(book) == ()


def test_who_stops_halfway_throws_none_away(book: Logbook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(binning, "_AT_A_TIME", 1)
    heard = list[int]()
    binning.bin_talks(book, (1,), LATE, heard.append)

    def stop(done: int) -> None:
        heard.append(done)
        if done:
            raise Stopped

    with pytest.raises(Stopped):
        binning.bin_talks(book, (2, 3), LATE, stop)
    assert heard == [0, 0, 1]
    assert {one.talk.id for one in notebook.binned(book)} == {1}


def test_talks_that_move_keep_what_they_are_about(book: Logbook) -> None:
    assert move_talks(book, (3, 1), 1) == 1
    moved = book.conversations.get(3)
    assert (moved.dossier, moved.subject, moved.kind) == (1, "stalking", ConversationKind.FOLLOW_UP)
    assert [row.id for row in notebook.dossier_rows(book)] == [1], (
        "the other one is empty, and goes"
    )


def test_the_earliest_talk_of_a_dossier_stays_a_first_one(book: Logbook) -> None:
    assert move_talks(book, (1,), 2) == 1
    assert book.conversations.get(1).kind is ConversationKind.FIRST
    assert book.conversations.get(3).kind is ConversationKind.FOLLOW_UP, "no dossier has two"
    assert book.dossiers.get(2).opened == EARLY
    assert book.dossiers.get(1).opened == MIDDLE


def test_talks_go_only_to_dossiers_of_their_own_organisation(book: Logbook) -> None:
    notebook.save_organisation(book, Organisation("School"))
    other = a_dossier(book, LATE, organisation=2)
    a_talk(book, other, LATE)
    assert {row.id for row in homes_for(book, (1, 3))} == {1, 2}
    assert {row.id for row in homes_for(book, (1, 2))} == {2}, "not where all of them are"
    assert homes_for(book, (1, 4)) == ()
