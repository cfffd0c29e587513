"""Which dated copies are kept: many of late, few of long ago."""

from collections.abc import Callable, Iterable
from datetime import datetime

LAST = 7
WEEKS = 8
MONTHS = 12


def kept(made: Iterable[datetime]) -> frozenset[datetime]:
    """The copies to keep, by the moment they were made. What is not in it may be removed.

    Kept are the last 7; beside them the newest of each week, for the last 8 weeks that have a
    copy; and the newest of each month, for the last 12 months that have one. Weeks begin on Monday
    (ISO 8601). Weeks and months without a copy do not count, so that the passing of time alone
    removes nothing: after a year without a copy the old ones are still there. The rule looks at no
    clock, and to thin twice is to thin once.
    """
    newest_first = sorted(set(made), reverse=True)
    return frozenset(
        [
            *newest_first[:LAST],
            *_newest_of_each(newest_first, lambda moment: moment.isocalendar()[:2])[:WEEKS],
            *_newest_of_each(newest_first, lambda moment: (moment.year, moment.month))[:MONTHS],
        ]
    )


def _newest_of_each(
    newest_first: list[datetime], span: Callable[[datetime], tuple[int, int]]
) -> list[datetime]:
    newest: dict[tuple[int, int], datetime] = {}
    for moment in newest_first:
        newest.setdefault(span(moment), moment)
    return list(newest.values())
