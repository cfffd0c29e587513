"""Makes resources/words from OpenTaal's word list and the frequencies of wordfreq. Run by hand.

    pip install wordfreq==3.1.1
    python packaging/make_words.py FOLDER

FOLDER is a checkout of OpenTaal/opentaal-wordlist at the commit named in resources/words/README.md.
The same input always gives the same files.
"""

import json
import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "resources" / "words"
LEFT_OUT = ROOT / "packaging" / "words_left_out.txt"

PASSPHRASE_WORDS = 6000
KNOWN_WORDS = 100_000
_WORD = re.compile("[a-z]{3,9}")
_ENDINGS = ("heid", "ing", "en", "er", "e", "n")
_PARTICIPLE = re.compile(
    "(ge|be|ver|ont|her|aange|opge|uitge|inge|afge|voorge).*(d|t|en)|.*(end|st|de|te)"
)
_SPELLINGS = (
    ("ij", "ei"), ("ouw|auw|ou", "au"), ("ch", "g"), ("c(?=[eiy])", "s"), ("[cq]", "k"),
    ("x", "ks"), ("y", "i"), ("ph", "f"), ("th", "t"), ("dt?$", "t"), ("b$", "p"),
)  # fmt: skip


@dataclass(frozen=True)
class Dutch:
    """What OpenTaal says of the words: all of them as they are written, and what each can be."""

    every: frozenset[str]
    base: frozenset[str]
    nouns: frozenset[str]
    verbs: frozenset[str]
    adjectives: frozenset[str]

    @classmethod
    def read(cls, folder: Path) -> "Dutch":
        base = _lines(folder / "elements" / "basiswoorden-gekeurd.txt")
        plurals: dict[str, str | list[str]] = json.loads(
            (folder / "plurals" / "nouns.json").read_text("utf-8")
        )
        several = {
            one for many in plurals.values() for one in ([many] if isinstance(many, str) else many)
        }
        trial = folder / "experimenteel"
        return cls(
            base | _lines(folder / "elements" / "flexies-ongekeurd.txt"),
            base - _lines(trial / "alleen-bijwoorden.txt"),
            frozenset(plurals) - several,
            _lines(trial / "werkwoorden-infinitief.txt"),
            _lines(trial / "adjectieven-en-bijwoorden.txt"),
        )


def _lines(path: Path) -> frozenset[str]:
    return frozenset(path.read_text("utf-8").split("\n"))


def passphrase_words(dutch: Dutch, ranked: Sequence[str], english: Sequence[str]) -> list[str]:
    """The most common words that are fit for a passphrase, in the order of the alphabet."""
    fit = _decent(_one_of_a_kind(_candidates(dutch, ranked)))
    at_home = {word: rank for rank, word in enumerate(ranked)}
    abroad = {word: rank for rank, word in enumerate(english)}
    # twice as high on the English list: an English word
    dutch_words = [w for w in fit if abroad.get(w, len(abroad) * 99) >= at_home[w] / 2]
    return sorted(dutch_words[:PASSPHRASE_WORDS])


def _candidates(dutch: Dutch, ranked: Sequence[str]) -> Iterator[str]:
    names = {word.lower() for word in dutch.every if word != word.lower()}
    for word in ranked:
        if word in dutch.base and _WORD.fullmatch(word) and word not in names:
            plain = word in dutch.adjectives and len(word) > 3 and not _PARTICIPLE.fullmatch(word)
            if word in dutch.nouns or word in dutch.verbs or plain:
                yield word


def _one_of_a_kind(words: Iterator[str]) -> Iterator[str]:
    """Of words that sound alike or share a root only the most common: no boek beside boeken."""
    seen = set[str]()
    for word in words:
        keys = {f"root {_root(word)}", f"sound {_sound(word)}"}
        if not keys & seen:
            seen |= keys
            yield word


def _root(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            break
    word = re.sub(r"(.)\1$", r"\1", word)
    word = re.sub("v$", "f", re.sub("z$", "s", word))
    return re.sub(r"([aeou])\1", r"\1", word)


def _sound(word: str) -> str:
    for written, said in _SPELLINGS:
        word = re.sub(written, said, word)
    return word


def _decent(words: Iterator[str]) -> Iterator[str]:
    pieces, whole = _left_out()
    return (word for word in words if word not in whole and not pieces.search(word))


def _left_out() -> tuple[re.Pattern[str], frozenset[str]]:
    lines = LEFT_OUT.read_text("utf-8").splitlines()
    found = {
        sign: [word for line in lines if line.startswith(sign) for word in line[1:].split()]
        for sign in "*="
    }
    return re.compile("|".join(found["*"])), frozenset(found["="])


def known_words(dutch: Dutch, ranked: Sequence[str]) -> list[str]:
    """What somebody who guesses would try, the most common first; without accents or capitals."""
    written = {_folded(word) for word in dutch.every}
    folded = dict.fromkeys(_folded(word) for word in ranked)
    return [w for w in folded if w in written and re.fullmatch("[a-z]{2,}", w)][:KNOWN_WORDS]


def _folded(word: str) -> str:
    apart = unicodedata.normalize("NFD", word.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char))


def main() -> None:
    from wordfreq import top_n_list  # type: ignore[import-not-found]  # noqa: PLC0415 - see above

    dutch = Dutch.read(Path(sys.argv[1]))
    ranked: list[str] = top_n_list("nl", 10**7)
    TARGET.mkdir(exist_ok=True)
    for name, words in (
        ("passphrase.txt", passphrase_words(dutch, ranked, top_n_list("en", 60_000))),
        ("known.txt", known_words(dutch, ranked)),
    ):
        (TARGET / name).write_text("\n".join(words) + "\n", "utf-8")


if __name__ == "__main__":
    main()
