"""The file from its first byte to its last: header, objects, table, trailer and nothing between."""

import re
from dataclasses import dataclass, field
from typing import Any

from tests.report.leaks.syntax import Ref, whole

HEADER = b"%PDF-1.7\n%\x93\x8c\x8b\x9e ReportLab Generated PDF document (opensource)\n"
_OBJECT = re.compile(rb"(\d+) 0 obj\n")
_ENTRY = re.compile(rb"(\d{10}) (\d{5}) ([nf]) ?\n")


@dataclass(slots=True)
class Thing:
    """One object: its value, and its bytes where it is a stream. ``start`` is where it stands."""

    number: int
    start: int
    value: Any
    data: bytes | None = None


@dataclass(slots=True)
class File:
    """A file taken apart, with what is odd about its bytes."""

    data: bytes
    things: dict[int, Thing] = field(default_factory=dict)
    trailer: dict[str, Any] = field(default_factory=dict)
    odd: list[str] = field(default_factory=list)

    def get(self, value: Any) -> Any:
        """What is meant: the value of a reference, or the value itself."""
        if isinstance(value, Ref):
            thing = self.things.get(value.number)
            return None if thing is None else thing.value
        return value

    def stream(self, value: Any) -> bytes:
        """The bytes of a stream that is referred to."""
        thing = self.things.get(value.number) if isinstance(value, Ref) else None
        return (thing.data if thing else None) or b""


def take_apart(data: bytes) -> File:
    """Read a whole file; never raises, what is not as it must be is odd."""
    file = File(data)
    starts = data.startswith(HEADER)
    if not starts:
        file.odd.append(f"header {data[:60]!r}")
    at = len(HEADER) if starts else max(data.find(b"1 0 obj"), 0)
    while (found := _OBJECT.match(data, at)) is not None:
        at = _take(file, int(found.group(1)), at, found.end())
    at = _table(file, at)
    at = _trailer(file, at)
    if data[at:]:
        file.odd.append(f"after the end: {data[at : at + 40]!r}")
    _count(file)
    return file


def _take(file: File, number: int, start: int, at: int) -> int:
    """One object; where the next begins."""
    if number != len(file.things) + 1:
        file.odd.append(f"object {number} is not next in order")
    end = _end(file.data, at)
    found, odd = whole(file.data[at:end])
    thing = Thing(number, start, found)
    file.things[number] = thing
    if file.data[end : end + 7] == b"stream\n":
        end = _take_stream(file, thing, end + 7)
    file.odd += [f"object {number}: {said}" for said in odd]
    if not file.data.startswith(b"endobj\n", end):
        file.odd.append(f"object {number}: {file.data[end : end + 30]!r} before its end")
        end = file.data.find(b"endobj\n", end)
    return end + len(b"endobj\n") if end >= 0 else len(file.data)


def _end(data: bytes, at: int) -> int:
    """Where the value of an object ends: before ``stream`` or ``endobj``."""
    found = re.compile(rb"(?<=[\n ])(?:stream\n|endobj\n)").search(data, at)
    return found.start() if found else len(data)


def _take_stream(file: File, thing: Thing, at: int) -> int:
    length = thing.value.get("Length") if isinstance(thing.value, dict) else None
    size = length if isinstance(length, int) else 0
    thing.data = file.data[at : at + size]
    after = at + size
    for end in (b"\r\nendstream\n",):
        if file.data.startswith(end, after):
            return after + len(end)
    file.odd.append(f"object {thing.number}: its stream does not end where its length says")
    found = file.data.find(b"endstream\n", at)
    return found + len(b"endstream\n") if found >= 0 else len(file.data)


def _table(file: File, at: int) -> int:
    """The table of places, which must name every object once, at its place."""
    expected = b"xref\n0 %d\n" % (len(file.things) + 1)
    if not file.data.startswith(expected, at):
        file.odd.append(f"no table of places but {file.data[at : at + 60]!r}")
        at = max(file.data.find(b"xref\n0 ", at), 0)
        expected = file.data[at : file.data.find(b"\n", at + 5) + 1]
    start, at = at, at + len(expected)
    places = []
    while (found := _ENTRY.match(file.data, at)) is not None:
        places.append(found.groups())
        at = found.end()
    right = [(b"%010d" % thing.start, b"00000", b"n") for thing in file.things.values()]
    if places != [(b"0000000000", b"65535", b"f"), *right]:
        file.odd.append("the table of places does not say where the objects are")
    if not re.search(rb"startxref\n%d\n%%%%EOF\n\Z" % start, file.data):
        file.odd.append("the file does not end by naming its table of places")
    return at


def _trailer(file: File, at: int) -> int:
    end = file.data.find(b"startxref\n", at)
    if not file.data.startswith(b"trailer\n", at) or end < 0:
        file.odd.append("no trailer")
        return at
    file.trailer, odd = whole(file.data[at + len(b"trailer\n") : end])
    file.odd += [f"trailer: {said}" for said in odd]
    last = re.compile(rb"startxref\n\d+\n%%EOF\n").match(file.data, end)
    return last.end() if last else end


def _count(file: File) -> None:
    outside = file.data
    for thing in file.things.values():
        if thing.data:
            outside = outside.replace(thing.data, b"")
    for word, number in ((b"%%EOF", 1), (b"startxref", 1), (b"trailer", 1), (b"%PDF", 1)):
        if outside.count(word) != number:
            file.odd.append(f"{word.decode()} stands there {outside.count(word)} times")
    if b"%%EOF" in file.data and file.data.count(b"%%EOF") != 1:
        file.odd.append(f"%%EOF stands there {file.data.count(b'%%EOF')} times")
