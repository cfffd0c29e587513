"""Tokens and values, in the one spelling that our writer uses for each.

A number with a leading zero, a name with ``#41`` in it, a string with an unneeded escape, a
comment: all are good PDF, none is ours, and each is room in which something could be said.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from vp_logboek.report.reread.values import Name, Ref, Value, Word, unread

_TOKEN = re.compile(
    rb"""[ \n]{0,4}(?:
      (?P<ref>[1-9][0-9]{0,6})\ 0\ R(?![A-Za-z0-9.+\-*])
    | (?P<int>0|-?[1-9][0-9]{0,9})(?![A-Za-z0-9.+\-*])
    | (?P<real>-?(?:0|[1-9][0-9]{0,5})?\.[0-9]{0,9}[1-9])(?![A-Za-z0-9.+\-*])
    | /(?P<name>[A-Za-z0-9_+\-.]{1,80})
    | \((?P<string>(?:[\ -'*-\[\]-~]|\\[()\\]|\\[0-3][0-7][0-7])*)\)
    | (?P<open><<|\[)
    | (?P<close>>>|\])
    | <(?P<hex>(?:[0-9a-f][0-9a-f])*)>
    | (?P<word>[A-Za-z]+\*?)
    )""",
    re.VERBOSE,
)
_ESCAPE = re.compile(rb"\\(?:([()\\])|([0-3][0-7][0-7]))")
_WORDS: dict[bytes, bool | None] = {b"true": True, b"false": False, b"null": None}


def value_at(data: bytes, at: int) -> tuple[Value, int]:
    """The value that begins here, and where it ends. Raises OverviewRefused."""
    found, end = thing_at(data, at)
    if isinstance(found, Word):
        raise unread(at)
    return found, end


def thing_at(data: bytes, at: int) -> tuple[Value | Word, int]:
    """The value or the word that begins here, and where it ends. Raises OverviewRefused."""
    return _thing(data, _token(data, at))


def _token(data: bytes, at: int) -> re.Match[bytes]:
    token = _TOKEN.match(data, at)
    if token is None:
        raise unread(at)
    return token


def _thing(data: bytes, token: re.Match[bytes]) -> tuple[Value | Word, int]:
    kind, end = token.lastgroup or "", token.end()
    said = token[kind]
    if kind in _PLAIN:
        return _PLAIN[kind](said), end
    if kind == "string":
        return (_unescaped(said, end) if b"\\" in said else said), end
    if said == b"[":
        return _array(data, end)
    if said == b"<<":
        return _dictionary(data, end)
    raise unread(token.start())


def things(data: bytes, end: int) -> Iterator[tuple[Value | Word, int]]:
    """The values and words up to an end, each with the place behind it. Raises OverviewRefused."""
    at = 0
    while at < end:
        token = _token(data, at)
        make = _PLAIN.get(token.lastgroup or "")
        if make is not None:
            thing, at = make(token[token.lastgroup or ""]), token.end()
        else:
            thing, at = _thing(data, token)
        yield thing, at


@lru_cache
def _name(said: bytes) -> Name:
    return Name(said.decode("ascii"))


@lru_cache
def _word(said: bytes) -> Value | Word:
    return _WORDS[said] if said in _WORDS else Word(said.decode("ascii"))


_PLAIN: dict[str, Callable[[bytes], Value | Word]] = {
    "name": _name,
    "int": int,
    "ref": lambda said: Ref(int(said)),
    "real": float,
    "hex": lambda said: bytes.fromhex(said.decode("ascii")),
    "word": _word,
}


def _array(data: bytes, at: int) -> tuple[list[Value], int]:
    found: list[Value] = []
    while (token := _token(data, at))["close"] != b"]":
        value, at = _thing(data, token)
        if isinstance(value, Word):
            raise unread(at)
        found.append(value)
    return found, token.end()


def _dictionary(data: bytes, at: int) -> tuple[dict[str, Value], int]:
    found: dict[str, Value] = {}
    while (token := _token(data, at))["close"] != b">>":
        key = token["name"]
        name = key.decode("ascii") if key else ""
        if not name or name in found:
            raise unread(at)
        found[name], at = value_at(data, token.end())
    return found, token.end()


def _unescaped(said: bytes, at: int) -> bytes:
    def one(escape: re.Match[bytes]) -> bytes:
        if escape[1]:
            return escape[1]
        code = int(escape[2], 8)
        if 32 <= code < 127:
            raise unread(at)
        return bytes([code])

    return _ESCAPE.sub(one, said)
