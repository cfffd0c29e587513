"""The bin: what lies there is put back, or goes for good. All of it, or nothing.

``told`` hears how many talks are done; what it raises stops the work, and nothing has happened.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from vp_logboek.domain.listing import BinnedTalk
from vp_logboek.domain.retention import is_over_bin_days
from vp_logboek.services.destroying import Told, forget_mentions, nobody
from vp_logboek.services.notebook import restore_talk
from vp_logboek.services.purge import terms
from vp_logboek.store.logbook import Logbook

_AT_A_TIME = 10
"""Talks between two looks at whether somebody wants to stop."""


def put_back(logbook: Logbook, conversations: Collection[int], told: Told = nobody) -> None:
    """Take these talks out of the bin. Raises Gone."""
    with logbook.transaction():
        for done, talk in enumerate(conversations):
            told(done)
            restore_talk(logbook, talk)


def delete_binned(
    logbook: Logbook, conversations: Collection[int] | None = None, told: Told = nobody
) -> int:
    """Delete talks from the bin for good, all of them when none are named; how many went.

    They leave no row that counts. A dossier goes with its last talk, unless an action for it is
    still to be done; drafts about what went go too.
    """
    with logbook.transaction():
        binned, named = logbook.conversations.binned(), set(conversations or ())
        going = [one for one in binned if conversations is None or one.talk.id in named]
        wanted = {one.talk.id for one in going}
        emptied = logbook.destruction.emptied_without(wanted)
        forget_mentions(logbook, wanted, emptied)
        done = 0
        for talks, homes in _portions(going):
            told(done)
            logbook.destruction.remove_talks(talks)
            logbook.destruction.remove_dossiers(homes & emptied)
            done += len(talks)
    return len(wanted)


def empty_old_bin(logbook: Logbook, today: date, told: Told = nobody) -> int:
    """Delete from the bin what has lain there longer than it is kept; how many talks went."""
    kept = terms(logbook)
    old = {
        one.talk.id
        for one in logbook.conversations.binned()
        if is_over_bin_days(one.on, kept, today)
    }
    return delete_binned(logbook, old, told) if old else 0


def _portions(going: Iterable[BinnedTalk]) -> Iterator[tuple[set[int], set[int]]]:
    """Some talks at a time with their dossiers; the talks of a dossier stay together."""
    talks: set[int] = set()
    homes: set[int] = set()
    for one in sorted(going, key=lambda one: one.talk.dossier):
        if len(talks) >= _AT_A_TIME and one.talk.dossier not in homes:
            yield talks, homes
            talks, homes = set(), set()
        talks.add(one.talk.id)
        homes.add(one.talk.dossier)
    yield talks, homes
