"""Searching in the help: without accents or capitals, and each word may be the beginning of one."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from unicodedata import combining, normalize

from vp_logboek.gui.help.pages import Page

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A page with all the words, and the sentence of it that has most of them."""

    page: Page
    sentence: str


def search(text: str, among: Sequence[Page]) -> tuple[Hit, ...]:
    """The pages that have every word: those with the words in their title first."""
    wanted = words(text)
    if not wanted:
        return ()
    found = [_Judged(one, wanted) for one in among]
    best = sorted((one for one in found if one.is_hit), key=lambda one: -one.weight)
    return tuple(Hit(one.page, one.sentence) for one in best)


def words(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared."""
    return tuple(_WORD.findall(folded(text)))


def folded(text: str) -> str:
    """Without accents and capitals."""
    return "".join(one for one in normalize("NFKD", text.casefold()) if not combining(one))


class _Judged:
    """How well one page fits."""

    def __init__(self, page: Page, wanted: tuple[str, ...]) -> None:
        self.page = page
        title, said = words(page.title), _sentences(page)
        counts = [_count(wanted, there) for there in said]
        best = max(counts)
        self.is_hit = all(_has(word, (title, *said)) for word in wanted)
        self.weight = 4 * _count(wanted, title) + best + sum(counts) / 100
        self.sentence = _as_written(page)[counts.index(best)]


@cache
def _as_written(page: Page) -> tuple[str, ...]:
    return page.sentences


@cache
def _sentences(page: Page) -> tuple[tuple[str, ...], ...]:
    return tuple(words(one) for one in _as_written(page))


def _count(wanted: Iterable[str], there: Sequence[str]) -> int:
    """How many of the wanted words begin one that is there."""
    return sum(any(one.startswith(word) for one in there) for word in wanted)


def _has(word: str, everything: Iterable[Sequence[str]]) -> bool:
    return any(one.startswith(word) for there in everything for one in there)
