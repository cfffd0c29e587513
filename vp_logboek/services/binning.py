"""Throwing away several talks at once."""

from collections.abc import Callable, Sequence
from datetime import date

from vp_logboek.services.talk_saving import openings_followed
from vp_logboek.store.logbook import Logbook

_AT_A_TIME = 200
"""Talks between two looks at whether somebody wants to stop."""


def bin_talks(
    logbook: Logbook,
    conversation_ids: Sequence[int],
    today: date,
    told: Callable[[int], object] = lambda _: None,
) -> None:
    """Put several talks in the bin, or none of them. Raises Gone.

    ``told`` hears how many are done; what it raises stops it, and none is thrown away.
    """
    with logbook.transaction():
        homes = logbook.conversations.homes(conversation_ids)
        with openings_followed(logbook, *homes):
            for first in range(0, len(conversation_ids), _AT_A_TIME):
                told(first)
                some = conversation_ids[first : first + _AT_A_TIME]
                logbook.conversations.bin_each(some, today)
