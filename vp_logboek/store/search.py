"""From what a person types to a question: every word is to be found somewhere, by its beginning."""

import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from vp_logboek.domain.subjects import SubjectTree
from vp_logboek.store.database import Database
from vp_logboek.store.values import storable

# NULL where it is every talk there is: then the answer need not be read, which is half of the work
_IN_NOTE = (
    "SELECT iif(count(*) = (SELECT count(*) FROM conversation), NULL, json_group_array(rowid))"
    " FROM conversation_text WHERE conversation_text MATCH ?"
)
_IN_LABEL = (
    "SELECT json_group_array(c.id) FROM conversation c CROSS JOIN dossier d ON d.id = c.dossier"
    " WHERE c.binned_on IS NULL"
    " AND coalesce(c.subject, d.subject) IN (SELECT value FROM json_each(?))"
)
_OF_DOSSIERS = (
    "SELECT json_group_array(id) FROM conversation WHERE dossier IN (SELECT id FROM dossier"
)
_IN_NUMBER = f"{_OF_DOSSIERS} WHERE number >= ? AND number < ?)"
_IN_SERIAL = f"{_OF_DOSSIERS} WHERE number GLOB ?)"
LAST_CHARACTER = "\U0010ffff"

_Way = tuple[str, tuple[object, ...]]
Finder = Callable[[Database, frozenset[int]], frozenset[int]]
"""Of these talks, by their ids, those that hold a word."""


def finders(text: str, tree: SubjectTree) -> Iterator[Finder]:
    """What finds each word that has a letter or a digit in it."""
    for word in storable(text).split():
        if any(char.isalnum() for char in word):
            yield partial(_found, ways=(*_ways(word, tree),))


def _found(database: Database, among: frozenset[int], ways: Sequence[_Way]) -> frozenset[int]:
    """Each way is asked only while something is left that no way before it found."""
    found = frozenset[int]()
    for sql, values in ways:
        if len(found) < len(among):
            ((ids,),) = database.all(sql, values)
            more = among if ids is None else among.intersection(json.loads(ids))
            found = found | more if found else more
    return found


def _ways(word: str, tree: SubjectTree) -> Iterator[_Way]:
    # a way that cannot succeed is left out: the others are found in an index alone
    yield _IN_NOTE, (prefix_query(word),)
    codes = [leaf.code for leaf in tree if _has(f"{leaf.label} {leaf.main.label}", word)]
    if codes:
        yield _IN_LABEL, (json.dumps(codes),)
    if word[0].isdigit():
        yield _IN_NUMBER, (word, word + LAST_CHARACTER)
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
