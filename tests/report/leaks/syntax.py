"""Reading the syntax of PDF strictly: every byte is accounted for, and has one way to be written.

What a lenient reader forgives (comments, odd spaces, a number written otherwise, a key twice) is
room to hide something in, so here each of these is a finding.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

GAPS = frozenset({b"", b" ", b"\n", b" \n", b"\n\n", b" \n  ", b"\n  ", b"  "})
"""The white space between two tokens that the program is known to write."""
_SPACE = b"\x00\t\n\x0c\r "
_TOKEN = re.compile(
    rb"(?P<comment>%[^\n\r]*)"
    rb"|(?P<open><<)|(?P<close>>>)|(?P<bracket>[\[\]])"
    rb"|(?P<hex><[^<>]*>)"
    rb"|(?P<name>/[^\x00-\x20()<>\[\]{}/%]*)"
    rb"|(?P<number>[-+]?(?:\d+\.?\d*|\.\d+)(?![^\x00-\x20()<>\[\]{}/%]))"
    rb"|(?P<word>[^\x00-\x20()<>\[\]{}/%]+)"
)
_PLAIN_NUMBER = re.compile(rb"-?(?:0|[1-9]\d*)?(?:\.\d*[1-9])?|0")
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


class Name(str):
    """A name of PDF, without its slash."""

    __slots__ = ()


class Word(str):
    """An operator or keyword."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Ref:
    """What refers to an object by its number."""

    number: int


@dataclass(slots=True)
class Reader:
    """Takes values from bytes and notes what is written in another way than it need be."""

    data: bytes
    at: int = 0
    odd: list[str] = field(default_factory=list)

    def tokens(self) -> Iterator[Any]:
        """All that is left: numbers, bytes, names, words, and brackets as words."""
        while True:
            self._gap()
            if self.at >= len(self.data):
                return
            yield self._token()

    def _gap(self) -> None:
        start = self.at
        while self.at < len(self.data) and self.data[self.at] in _SPACE:
            self.at += 1
        if (gap := self.data[start : self.at]) not in GAPS:
            self.odd.append(f"white space {gap!r}")

    def _token(self) -> Any:
        if self.data[self.at : self.at + 1] == b"(":
            return self._string()
        found = _TOKEN.match(self.data, self.at)
        if found is None:
            self.odd.append(f"no token: {self.data[self.at : self.at + 20]!r}")
            self.at += 1
            return Word("?")
        self.at = found.end()
        return self._value(str(found.lastgroup), found.group())

    def _value(self, kind: str, text: bytes) -> Any:
        if kind == "comment":
            self.odd.append(f"comment {text!r}")
        elif kind == "number":
            if not _PLAIN_NUMBER.fullmatch(text):
                self.odd.append(f"number written as {text!r}")
            return float(text) if b"." in text else int(text)
        elif kind == "hex":
            if not re.fullmatch(rb"<(?:[0-9a-f]{2})*>|<(?:[0-9A-F]{2})*>", text):
                self.odd.append(f"hexadecimal string {text!r}")
                return b""
            return bytes.fromhex(text[1:-1].decode("latin-1"))
        elif kind == "name":
            if b"#" in text:
                self.odd.append(f"name with an escape: {text!r}")
            return Name(text[1:].decode("latin-1"))
        return Word(text.decode("latin-1"))

    def _string(self) -> bytes:
        start, out = self.at, b""
        self.at += 1
        while self.at < len(self.data) and (one := self.data[self.at : self.at + 1]) != b")":
            out += self._escaped() if one == b"\\" else one
            self.at += 1
            if one == b"(" or one in b"\r":
                self.odd.append(f"string {self.data[start : self.at]!r}")
        self.at += 1
        if self.data[start : self.at] not in ways_to_write(out):
            self.odd.append(f"string written as {self.data[start : self.at]!r}")
        return out

    def _escaped(self) -> bytes:
        octal = re.compile(rb"[0-7]{1,3}").match(self.data, self.at + 1)
        if octal:
            self.at = octal.end() - 1
            return bytes([int(octal.group(), 8) & 0xFF])
        self.at += 1
        one = self.data[self.at : self.at + 1]
        return _ESCAPES.get(one, one)


def ways_to_write(text: bytes) -> tuple[bytes, ...]:
    """A string as the program writes it: only what must be escaped is; controls in octal or by
    their letter.
    """
    letters = {value: b"\\" + key for key, value in _ESCAPES.items()}

    def write(one: bytes, by_letter: bool) -> bytes:
        if one in b"()\\":
            return b"\\" + one
        if by_letter and one in letters:
            return letters[one]
        return one if 32 <= one[0] < 127 else b"\\%03o" % one[0]

    singles = [text[n : n + 1] for n in range(len(text))]
    return tuple(
        b"(" + b"".join(write(one, by_letter) for one in singles) + b")"
        for by_letter in (False, True)
    )


@lru_cache(8192)
def whole(data: bytes) -> tuple[Any, tuple[str, ...]]:
    """The one value that these bytes are, and what is odd about them."""
    reader = Reader(data)
    tokens = reader.tokens()
    found = value(tokens, reader.odd, next(tokens, Word("nothing")))
    reader.odd += [f"after the value: {rest!r:.40}" for rest in tokens]
    return found, tuple(reader.odd)


def value(tokens: Iterator[Any], odd: list[str], first: Any = None) -> Any:
    """One whole value: a dictionary, an array or something single; references are made of words."""
    token = next(tokens) if first is None else first
    if token == Word("<<") and isinstance(token, Word):
        return _dictionary(_items(tokens, odd, ">>"), odd)
    if token == Word("[") and isinstance(token, Word):
        return _items(tokens, odd, "]")
    return token


def _items(tokens: Iterator[Any], odd: list[str], end: str) -> list[Any]:
    found: list[Any] = []
    for token in tokens:
        if isinstance(token, Word) and token == end:
            return found
        if isinstance(token, Word) and token == "R":
            generation, number = found.pop(), found.pop()
            if generation != 0:
                odd.append(f"generation {generation}")
            found.append(Ref(number))
        else:
            found.append(value(tokens, odd, token))
    odd.append("not closed")
    return found


def _dictionary(items: list[Any], odd: list[str]) -> dict[str, Any]:
    keys = [key for key in items[::2] if isinstance(key, Name)]
    if len(items) != 2 * len(keys):
        odd.append(f"no dictionary: {items!r:.80}")
    if len(set(keys)) < len(keys):
        odd.append(f"a key twice: {keys}")
    return {str(key): item for key, item in zip(keys, items[1::2], strict=False)}
