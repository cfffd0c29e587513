"""Reading a table that is plain text: its encoding and its delimiter are told from the text."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

from vp_logboek.domain.errors import TableTrouble, TableUnreadable
from vp_logboek.services.import_headers import known_headers

_DELIMITERS = (";", ",", "\t")
_LOOK_AT = 20
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def text_rows(data: bytes) -> list[list[str]]:
    """The rows of a text file. Raises TableUnreadable when it is no such table.

    A quotation mark that is never closed is refused: it would swallow the rows that follow it.
    """
    text = _decoded(data)
    try:
        return list(_reader(text, _delimiter(text)))
    except csv.Error:
        raise TableUnreadable(TableTrouble.UNREADABLE) from None


def _decoded(data: bytes) -> str:
    """UTF-8 or what Excel calls Unicode; a file that is neither is from an older Windows."""
    encodings = ("utf-16",) if data.startswith(_UTF16) else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise TableUnreadable(TableTrouble.UNREADABLE)


def _delimiter(text: str) -> str:
    """The delimiter with which the first lines show most known headers, or are equally wide."""
    return max(_DELIMITERS, key=lambda delimiter: _score(text, delimiter))


def _score(text: str, delimiter: str) -> tuple[int, int]:
    """How many known headers, and how many of the first rows are equally wide."""
    rows: list[list[str]] = []
    with suppress(csv.Error):  # with a wrong delimiter quotation marks stand in odd places
        rows.extend(islice(_reader(text, delimiter), _LOOK_AT))
    headers = max((known_headers(row) for row in rows), default=0)
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return headers, max(widths.values(), default=0)


def _reader(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
