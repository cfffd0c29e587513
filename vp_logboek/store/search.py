"""From what a person types to a question: every word is to be found somewhere, by its beginning."""

import json
import re
import unicodedata
from collections.abc import Iterator

from vp_logboek.domain.subjects import SubjectTree
from vp_logboek.store.values import storable

_IN_NOTE = "c.id IN (SELECT rowid FROM conversation_text WHERE conversation_text MATCH ?)"
_IN_LABEL = "coalesce(c.subject, d.subject) IN (SELECT value FROM json_each(?))"
_IN_NUMBER = "c.dossier IN (SELECT id FROM dossier WHERE number >= ? AND number < ?)"
_IN_SERIAL = "c.dossier IN (SELECT id FROM dossier WHERE number GLOB ?)"
_LAST_CHARACTER = "\U0010ffff"

Condition = tuple[str, tuple[object, ...]]


def conditions(text: str, tree: SubjectTree) -> Iterator[Condition]:
    """A piece of SQL with its values for each word that has a letter or a digit in it."""
    for word in storable(text).split():
        if any(char.isalnum() for char in word):
            ways = [*_ways(word, tree)]
            sql = " OR ".join(way for way, _ in ways)
            yield f"({sql})", tuple(value for _, values in ways for value in values)


def _ways(word: str, tree: SubjectTree) -> Iterator[Condition]:
    # a way that cannot succeed is left out: the others are found in the index alone
    yield _IN_NOTE, (prefix_query(word),)
    codes = [leaf.code for leaf in tree if _has(leaf.label, word)]
    if codes:
        yield _IN_LABEL, (json.dumps(codes),)
    if word[0].isdigit():
        yield _IN_NUMBER, (word, word + _LAST_CHARACTER)
    if re.fullmatch("[0-9]{3,}", word):
        yield _IN_SERIAL, (f"????-{word}",)


def prefix_query(word: str) -> str:
    """The beginning of a word for FTS5, as one quoted string: no character in it is an operator."""
    return '"' + word.replace("\0", " ").replace('"', '""') + '"*'


def _has(label: str, word: str) -> bool:
    wanted = plain(word)
    return any(part.startswith(wanted) for part in plain(label).split())


def plain(text: str) -> str:
    """Small letters without accents, as the index has them."""
    apart = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char))
