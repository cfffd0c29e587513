"""The bin, of many talks at once: it tells how far it is, and who stops it loses nothing."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest

from tests.services.keeping import LATER, a_matter, key
from vp_logboek.domain.errors_release import Stopped
from vp_logboek.services import emptying, notebook, purge
from vp_logboek.store.logbook import Logbook

DAY = date(2025, 3, 4)
MANY = 23

Work = Callable[[Callable[[int], object]], object]


def _binned(logbook: Logbook) -> list[int]:
    """Talks in the bin, each alone in its dossier but for the last two."""
    with logbook.transaction():
        for number in range(MANY - 1):
            a_matter(logbook, DAY, *([DAY] if number == MANY - 2 else []))
        talks = [row.id for row in logbook.conversations.rows(notebook.TalkQuery())]
        for talk in talks:
            notebook.bin_talk(logbook, talk, DAY)
    return talks


def _told(work: Work) -> list[int]:
    found: list[int] = []
    work(found.append)
    return found


def test_it_tells_how_many_are_done(logbook: Logbook) -> None:
    talks = _binned(logbook)
    assert _told(lambda told: emptying.put_back(logbook, talks, told)) == list(range(MANY))
    for talk in talks:
        notebook.bin_talk(logbook, talk, DAY)
    told = _told(lambda told: emptying.delete_binned(logbook, talks, told))
    assert told[0] == 0
    assert told == sorted(set(told))
    assert len(told) == 3
    assert notebook.binned(logbook) == ()
    assert notebook.dossier_rows(logbook) == ()


@pytest.mark.parametrize("at", [0, 1, 2])
def test_who_stops_finds_everything_as_it_was(logbook: Logbook, at: int) -> None:
    talks = _binned(logbook)
    before = notebook.binned(logbook), notebook.dossier_rows(logbook)
    for work in (
        partial(emptying.put_back, logbook, talks),
        partial(emptying.delete_binned, logbook, talks),
        partial(emptying.empty_old_bin, logbook, LATER),
    ):
        with pytest.raises(Stopped):
            work(told=_stops(at))
        assert (notebook.binned(logbook), notebook.dossier_rows(logbook)) == before


@pytest.mark.parametrize("at", [0, 2])
def test_who_stops_destroying_keeps_all_dossiers(logbook: Logbook, at: int) -> None:
    dossiers = [key(a_matter(logbook, DAY, closed=DAY)) for _ in range(MANY)]
    destroy = partial(purge.destroy, logbook, dossiers, str(MANY), LATER)
    with pytest.raises(Stopped):
        destroy(told=_stops(at))
    assert len(notebook.dossier_rows(logbook)) == MANY
    assert purge.last_destroyed(logbook) is None
    assert _told(lambda told: destroy(told=told)) == [0, 10, 20]
    assert notebook.dossier_rows(logbook) == ()


def _stops(at: int) -> Callable[[int], None]:
    """Somebody who stops the work when it has told ``at`` times how far it is."""
    heard: list[int] = []

    def told(done: int) -> None:
        heard.append(done)
        if len(heard) > at:
            raise Stopped

    return told
