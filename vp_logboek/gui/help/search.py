"""Searching in the help: without accents or capitals, and each word may be the beginning of one."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from unicodedata import combining, normalize

from vp_logboek.gui.help.pages import Page

_WORD = re.compile(r"[^\W_]+")
_ALSO: Mapping[str, tuple[str, ...]] = {
    "backup": ("reservekopie",),
    "password": ("wachtzin",),
    "wachtwoord": ("wachtzin",),
    "sleutel": ("wachtzin",),
    "usb": ("stick",),
    "printen": ("afdrukken", "druk"),
    "printer": ("afdrukken",),
    "rapport": ("jaaroverzicht",),
    "rapportage": ("jaaroverzicht",),
    "jaarverslag": ("jaaroverzicht",),
    "statistiek": ("aantallen",),
    "deleten": ("verwijderen", "weggooien"),
    "wissen": ("verwijderen", "vernietigen"),
    "avg": ("privacy", "bewaren"),
    "lettergrootte": ("tekst",),
    "letters": ("tekst",),
    "maak": ("maken",),
    "laptop": ("computer",),
    "papier": ("afdrukken",),
    "kwijt": ("weg", "prullenbak"),
    "verdwenen": ("weg", "prullenbak"),
    "fout": ("vergissing", "ongedaan"),
    "zoom": ("tekst",),
    "shortcut": ("sneltoetsen", "toetsen"),
    "toetsenbord": ("toetsen",),
    "cloud": ("onedrive",),
    "internet": ("netwerk",),
    "herstellen": ("terugzetten", "ongedaan"),
    "undo": ("ongedaan",),
    "blind": ("voorlezen",),
    "schermlezer": ("voorlezen",),
    "importeren": ("overnemen",),
    "exporteren": ("pdf",),
    "client": ("melder",),
    "medewerker": ("melder",),
    "afspraak": ("acties",),
    "herinnering": ("acties",),
    "taak": ("acties",),
}
"""What people say, and what this program calls it."""
_FILLING = frozenset({
    "wat", "is", "zijn", "een", "de", "het", "hoe", "kan", "ik", "mijn", "waar", "moet", "met",
    "of", "dit", "dat", "deze", "die", "mag", "u", "krijg", "krijgt", "op", "in", "te", "er",
    "van", "voor", "naar",
})  # fmt: skip
"""Words of a question that say nothing of what it is about."""
_BEGUN = 4
"""Letters after which such a word is known by its beginning."""

Wish = tuple[str, ...]
"""The words of which one must be there."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A page, and the sentence of it that has most of the words."""

    page: Page
    sentence: str


def search(text: str, among: Sequence[Page]) -> tuple[Hit, ...]:
    """The pages that have every word, or else as many as there are: the best first.

    A word in the title weighs most, then a heading that has them all.
    """
    asked = words(text)
    wishes = [_wish(word) for word in asked if word not in _FILLING] or [*map(_wish, asked)]
    if not wishes:
        return ()
    found = [_Judged(one, wishes) for one in among]
    most = max((one.met for one in found), default=0)
    hits = (one for one in found if one.met == most > 0)
    best = sorted(hits, key=lambda one: -one.weight)
    return tuple(Hit(one.page, one.sentence) for one in best)


def read_ahead(page: Page) -> None:
    """Take a page apart before anybody searches it."""
    _sentences(page)


def words(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared."""
    return tuple(_WORD.findall(folded(text)))


def folded(text: str) -> str:
    """Without accents and capitals."""
    return "".join(one for one in normalize("NFKD", text.casefold()) if not combining(one))


class _Judged:
    """How well one page fits."""

    def __init__(self, page: Page, wishes: Sequence[Wish]) -> None:
        self.page = page
        title, said = words(page.title), _sentences(page)
        counts = [_count(wishes, there) for there in said]
        best = max(counts)
        everything = (title, *said)
        self.met = sum(any(_has(wish, there) for there in everything) for wish in wishes)
        meant = next((n for n, there in enumerate(said) if _tells(wishes, there)), None)
        above = next((n for n in _headings(page) if counts[n] == len(wishes)), None)
        self.weight = 4 * _count(wishes, title) + best + sum(counts) / 100
        self.weight += 0 if meant is None else 4
        self.weight += 0 if above is None else 3 * len(wishes)
        if _count(wishes, title) == len(wishes):
            above = None  # the whole page is about it: it is read from where it begins
        shown = next((n for n in (meant, above) if n is not None), counts.index(best))
        self.sentence = _as_written(page)[shown]


def _wish(word: str) -> Wish:
    """A word, and what the program calls it."""
    said = (other for key, others in _ALSO.items() if _is_meant(word, key) for other in others)
    return (word, *said)


def _is_meant(word: str, key: str) -> bool:
    return word == key or (len(word) >= _BEGUN and key.startswith(word))


@cache
def _as_written(page: Page) -> tuple[str, ...]:
    return page.sentences


@cache
def _sentences(page: Page) -> tuple[Wish, ...]:
    return tuple(words(one) for one in _as_written(page))


@cache
def _headings(page: Page) -> tuple[int, ...]:
    """Which of its sentences are headings."""
    above = set(page.headings)
    return tuple(n for n, one in enumerate(_as_written(page)) if one in above)


def _tells(wishes: Sequence[Wish], there: Sequence[str]) -> bool:
    """Whether a sentence says what something is: "Een melder is …"."""
    article, noun, verb = (*there, "", "", "")[:3]
    is_one = article in ("een", "de", "het") and verb in ("is", "zijn")
    return is_one and len(wishes) == 1 and _has(wishes[0], (noun,))


def _count(wishes: Sequence[Wish], there: Sequence[str]) -> int:
    """How many of the wishes are met by words that are there."""
    return sum(_has(wish, there) for wish in wishes)


def _has(wish: Wish, there: Sequence[str]) -> bool:
    return any(one.startswith(wish) for one in there)
