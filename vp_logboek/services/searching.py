"""What there is besides what a search found: in other years, without filters, by another word."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from vp_logboek.domain.listing import TalkQuery
from vp_logboek.store.logbook import Logbook

_MOST_WORDS = 12
"""Who types a whole sentence is not asked about each word of it."""
_TRIED = 5


@dataclass(frozen=True, slots=True)
class Besides:
    """How many talks are found in all years, and how many without the filters; None where that is
    not another question. ``instead`` are the words to look for where these find nothing.
    """

    in_all_years: int | None = None
    without_filters: int | None = None
    instead: str = ""


def besides(logbook: Logbook, query: TalkQuery, found: int) -> Besides:
    """What to tell of beside the answer to a question, which found so many talks."""
    if not query.text and not query.is_filtered:
        return Besides()
    everywhere = None if query.year is None else _number(logbook, _in_all_years(query))
    unfiltered = None
    if query.is_filtered and not found:
        unfiltered = _number(logbook, query.unfiltered)
    instead = "" if found or unfiltered or everywhere else _instead(logbook, query)
    return Besides(everywhere, unfiltered, instead)


def _instead(logbook: Logbook, query: TalkQuery) -> str:
    """These words with one that is found in place of each that is not; empty where that is none.

    What is proposed was looked for: it finds something here, or else in all years.
    """
    words = query.text.split()
    if not words or len(words) > _MOST_WORDS:
        return ""
    near = cache(lambda word: logbook.conversations.words_near(word, _TRIED))
    for scope in (query, _in_all_years(query.unfiltered)):
        for said in _proposals(logbook, scope, words, near):
            if said != query.text and _number(logbook, replace(scope, text=said)):
                return said
    return ""


def _proposals(
    logbook: Logbook, scope: TalkQuery, words: list[str], near: Callable[[str], tuple[str, ...]]
) -> Iterator[str]:
    """First each unknown word by the one that is nearest to it, then by the next."""
    ways = [
        (word,) if _number(logbook, replace(scope, text=word)) else near(word) for word in words
    ]
    if all(ways):
        for number in range(max(len(way) for way in ways)):
            yield " ".join(way[min(number, len(way) - 1)] for way in ways)


def _in_all_years(query: TalkQuery) -> TalkQuery:
    return replace(query, year=None)


def _number(logbook: Logbook, query: TalkQuery) -> int:
    return len(logbook.conversations.listing(query).ids)
