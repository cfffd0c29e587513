"""The rules for plain Dutch (B1), each a function from a text to what is wrong with it."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

from tests.words.gather import Kind, Text
from tests.words.lists import (
    ENGLISH,
    FOR_OTHERS,
    FORBIDDEN,
    MAY_STAY,
    NOUNS,
    PHRASES,
    PLACES,
    VERBS,
)
from vp_logboek.resources import resource

LONGEST_SENTENCE = 20
SHORTEST = 3
"""Letters: smaller words are not looked up."""
Rule = Callable[[Text], Iterator[str]]

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", re.UNICODE)
_PASSIVE = re.compile(r"\bte worden\b|\bworden (?:ge\w+|be\w+|ver\w+) om\b|\bdient te\b")


def words(text: str) -> list[str]:
    """The words in it, in small letters; the key of a button is no letter."""
    return [one.casefold() for one in _WORD.findall(text.replace("&", ""))]


def sentences(text: str) -> list[str]:
    """Its sentences; a colon ends none."""
    return [one for one in re.split(r"(?<=[.!?])[”\"')]*\s+|\n+|\s·\s", text) if one.strip()]


def short(text: Text) -> Iterator[str]:
    """A sentence has at most twenty words; what is filled in counts as one."""
    for sentence in sentences(text.words):
        length = len(re.findall(r"[\w{}%-]+", sentence))
        if length > LONGEST_SENTENCE:
            yield f"{length} words: {sentence}"


def plain(text: Text) -> Iterator[str]:
    """No hard words, no synonyms beside the words of the glossary, *u* and never *je*."""
    for word in words(text.words):
        if word in FORBIDDEN:
            yield f"{word} → {FORBIDDEN[word]}" if FORBIDDEN[word] else word


def dutch(text: Text) -> Iterator[str]:
    """No English."""
    for word in words(text.words):
        if word in ENGLISH and word not in MAY_STAY:
            yield f"English: {word}"


def spelled(text: Text) -> Iterator[str]:
    """Every word is in the dictionary, or is made of words that are."""
    for word in words(text.words):
        for part in re.split("['’-]", word):
            if part not in MAY_STAY and not is_dutch(bare(part)):
                yield f"not in the dictionary: {part}"


@cache
def dictionary() -> dict[str, int]:
    """The common words, each with its place: the most common first."""
    lines = resource("words", "known.txt").read_text("utf-8").split()
    return {word: place for place, word in enumerate(lines)}


def bare(word: str) -> str:
    """Without accents, as the dictionary has it."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


@cache
def is_dutch(word: str) -> bool:
    """Whether it is a word, or two of them, perhaps with an s between them."""
    known = dictionary()
    if word in known or len(word) < SHORTEST:
        return True
    for at in range(SHORTEST, len(word) - SHORTEST + 1):
        first, second = word[:at], word[at:]
        if second in known and (first in known or first.removesuffix("s") in known):
            return True
    return False


def calm(text: Text) -> Iterator[str]:
    """Nothing shouts, and nobody has to wait for a doer at the end of the sentence."""
    if "!" in text.words.replace("{} !", ""):
        yield "an exclamation mark"
    if found := _PASSIVE.search(text.words.casefold()):
        yield f"passive: {found.group()}"
    if "..." in text.words:
        yield "three dots are one sign: …"


def verb(text: Text) -> Iterator[str]:
    """A button or an entry of a menu says what one does, or where it leads."""
    if text.kind not in (Kind.BUTTON, Kind.MENU):
        return
    said = text.words.replace("&", "").strip(" ‹›")
    if re.match(r"(ja|nee|oké?|annuleren)\b", said.casefold()):
        yield "no verb: ja, nee, ok"
    elif not says_what_one_does(said):
        yield "no verb"


def says_what_one_does(said: str) -> bool:
    """Whether there is a verb in it, or it is the name of a place."""
    if said in PHRASES or not (found := words(said)):
        return True
    if " ".join(found) in PLACES:
        return True
    return any(one in VERBS or (one.endswith("en") and one not in NOUNS) for one in found)


RULES: tuple[Rule, ...] = (short, plain, dutch, spelled, calm, verb)


def broken(text: Text) -> list[str]:
    """Everything that is wrong with a text."""
    spared = FOR_OTHERS.get(text.file, ())
    rules = [rule for rule in RULES if rule.__name__ not in spared]
    return [f"{rule.__name__}: {told}" for rule in rules for told in rule(text)]
