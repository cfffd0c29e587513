"""Words of this logbook that resemble a word that was typed; they come from nowhere else.

What resembles it begins like it, but for one or two letters. The words of the notes are read where
the index has them, and those of a table that lives in this connection only: nothing is added to
the file, and what SQLite keeps besides it stays in memory (``temp_store``).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from string import ascii_lowercase

from vp_logboek.domain.subjects import SubjectTree
from vp_logboek.store.database import Database
from vp_logboek.store.search import LAST_CHARACTER, plain
from vp_logboek.store.values import storable

SHORTEST, LONGEST = 3, 40
"""Letters of a word that can be a slip of the pen for another."""
_TWO_SLIPS = 6
"""From so many letters on, two of them may be wrong."""
_MOST_WORDS = 20_000
"""So many words with the same first letter are looked at."""

_MAKE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.note_word"
    " USING fts5vocab(main, conversation_text, row)"
)
_BETWEEN = "SELECT term, doc FROM temp.note_word WHERE term >= ? AND term < ? LIMIT ?"


def near(database: Database, typed: str, tree: SubjectTree, most: int) -> tuple[str, ...]:
    """At most so many words that begin almost like this one, the nearest first.

    Of words that are as near the one of the same length comes first, then the more usual one. Of
    a number that is too short for that of a dossier the noughts are added.
    """
    word = plain(storable(typed))
    serial = re.fullmatch(r"(\d{4}-)?(\d{1,2})", word, re.ASCII)
    if serial is not None:
        return (f"{serial[1] or ''}{serial[2]:0>3}",)
    if not SHORTEST <= len(word) <= LONGEST or not word.isalnum() or word.isdigit():
        return ()
    shown = {plain(part): part for leaf in tree for part in _words(leaf.label.casefold())}
    found = _near(word, dict(_same_letter(database, word)), shown)
    if not found:  # to look for all other first letters takes as long as everything else
        found = _near(word, dict(_other_letter(database, word)), ())
    return tuple(shown.get(one, one) for one in found[:most])


def _near(word: str, usual: Mapping[str, int], labels: Iterable[str]) -> list[str]:
    slips = 2 if len(word) >= _TWO_SLIPS else 1
    found = [
        (away, abs(len(one) - len(word)), -usual.get(one, 0), one)
        for one, away in begins_like(word, sorted({*usual, *labels}), slips)
        if away
    ]
    return [one for *_, one in sorted(found)]


def begins_like(typed: str, words: Iterable[str], most: int) -> Iterator[tuple[str, int]]:
    """The words, given in their order, that begin like this but for ``most`` letters, with how
    many: one too many, one missing, another one, or two that changed places.

    What is known of a beginning is not worked out again for the next word that has it.
    """
    rows: list[Sequence[int]] = [range(len(typed) + 1)]
    least, before, hopeless = [len(typed)], "", None
    for word in words:
        if hopeless is not None and word.startswith(hopeless):
            continue
        same = _shared(before, word)
        del rows[same + 1 :], least[same + 1 :]
        before, hopeless = word, None
        for depth in range(len(rows), min(len(word), len(typed) + most) + 1):
            rows.append(_row(typed, word[:depth], rows))
            least.append(min(least[-1], rows[-1][-1]))
            if min(rows[-1]) > most and least[-1] > most:
                before = hopeless = word[:depth]
                break
        if least[-1] <= most:
            yield word, least[-1]


def _shared(one: str, other: str) -> int:
    """With how many letters both begin."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _row(typed: str, beginning: str, rows: Sequence[Sequence[int]]) -> Sequence[int]:
    """From each beginning of what was typed to this one of a word: how many letters differ."""
    above, letter = rows[-1], beginning[-1]
    row = [above[0] + 1]
    for column, own in enumerate(typed, 1):
        away = min(above[column] + 1, row[-1] + 1, above[column - 1] + (own != letter))
        crossed = len(beginning) > 1 and column > 1
        if crossed and own == beginning[-2] and typed[column - 2] == letter:
            away = min(away, rows[-2][column - 2] + 1)
        row.append(away)
    return row


def _same_letter(database: Database, word: str) -> Iterator[tuple[str, int]]:
    """Words of the notes that begin with the same letter, with in how many notes they stand."""
    database.run(_MAKE)
    yield from _between(database, word[0], _MOST_WORDS)


def _other_letter(database: Database, word: str) -> Iterator[tuple[str, int]]:
    """Those that begin as it does but for the first letter."""
    others = {word[1:], word[1] + word[0] + word[2:]}
    others.update(letter + rest for letter in ascii_lowercase for rest in (word, word[1:]))
    for beginning in others:
        if beginning[0] != word[0]:
            yield from _between(database, beginning, 1)


def _between(database: Database, beginning: str, most: int) -> Iterator[tuple[str, int]]:
    found = database.all(_BETWEEN, (beginning, beginning + LAST_CHARACTER, most))
    yield from found


def _words(label: str) -> list[str]:
    return re.findall(r"\w+", label)
