"""From what a person types to a question: every word is to be found somewhere, by its beginning."""

import json
import unicodedata
from collections.abc import Iterator

from vp_logboek.domain.subjects import SubjectTree

# the note, the label of the subject (as codes), or the number of the dossier
_ONE_WORD = """(
    c.id IN (SELECT rowid FROM conversation_text WHERE conversation_text MATCH ?)
    OR coalesce(c.subject, d.subject) IN (SELECT value FROM json_each(?))
    OR substr(d.number, 1, length(?)) = ?
    OR substr(d.number, 6) = ?
)"""


def conditions(text: str, tree: SubjectTree) -> Iterator[tuple[str, tuple[object, ...]]]:
    """A piece of SQL with its values for each word that has a letter or a digit in it."""
    for word in text.split():
        if any(char.isalnum() for char in word):
            codes = json.dumps([leaf.code for leaf in tree if _has(leaf.label, word)])
            yield _ONE_WORD, (prefix_query(word), codes, word, word, word)


def prefix_query(word: str) -> str:
    """The beginning of a word for FTS5, as one quoted string: no character in it is an operator."""
    cleaned = word.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
    return '"' + cleaned.replace('"', '""') + '"*'


def _has(label: str, word: str) -> bool:
    wanted = plain(word)
    return any(part.startswith(wanted) for part in plain(label).split())


def plain(text: str) -> str:
    """Small letters without accents, as the index has them."""
    apart = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char))
