"""The file as a whole: header, objects in order, cross-reference table, trailer, and no byte more.

Every object is numbered by its place, the table says exactly where each begins, the trailer leads
to all of them, and the file ends where it says so.
"""

from dataclasses import dataclass

from vp_logboek.report.reread.tokens import things, value_at
from vp_logboek.report.reread.values import Ref, Stream, Value, Word, unread

HEADER = b"%PDF-1.7\n%\x93\x8c\x8b\x9e ReportLab Generated PDF document (opensource)\n"
_FREE = b"0000000000 65535 f \n"


@dataclass(frozen=True, slots=True)
class Document:
    """Every object of a file by its number, and its trailer."""

    objects: dict[int, Value]
    trailer: dict[str, Value]

    def get(self, value: Value) -> Value:
        """What a value is, or what it refers to."""
        return self.objects[value.number] if isinstance(value, Ref) else value


def read(pdf: bytes) -> Document:
    """All of a file. Raises OverviewRefused at the first byte that is not accounted for."""
    at = _after(pdf, 0, HEADER)
    objects: dict[int, Value] = {}
    starts: list[int] = []
    while not pdf.startswith(b"xref\n", at):
        number = len(objects) + 1
        starts.append(at)
        objects[number], at = _object(pdf, at, number)
    trailer, end = _trailer(pdf, at, starts)
    if end != len(pdf):
        raise unread(end)
    document = Document(objects, trailer)
    _all_reached(document)
    return document


def _object(pdf: bytes, at: int, number: int) -> tuple[Value, int]:
    value, end = value_at(pdf, _after(pdf, at, b"%d 0 obj\n" % number))
    if isinstance(value, dict) and pdf.startswith(b"\nstream\n", end):
        value, end = _stream(pdf, end + len(b"\nstream\n"), value)
    return value, _after(pdf, end, b"\nendobj\n")


def _stream(pdf: bytes, at: int, keys: dict[str, Value]) -> tuple[Stream, int]:
    length = keys.get("Length")
    if type(length) is not int or not 0 <= length <= len(pdf) - at:
        raise unread(at)
    end = at + length
    return Stream(keys, pdf[at:end]), _after(pdf, end, b"\r\nendstream")


def _trailer(pdf: bytes, at: int, starts: list[int]) -> tuple[dict[str, Value], int]:
    entries = b"".join(b"%010d 00000 n \n" % start for start in starts)
    table = b"xref\n0 %d\n" % (len(starts) + 1) + _FREE + entries
    trailer, end = value_at(pdf, _after(pdf, at, table + b"trailer\n"))
    if not isinstance(trailer, dict) or trailer.get("Size") != len(starts) + 1:
        raise unread(end)
    return trailer, _after(pdf, end, b"\nstartxref\n%d\n%%%%EOF\n" % at)


def _after(pdf: bytes, at: int, expected: bytes) -> int:
    """Where these bytes end, which must stand here."""
    if not pdf.startswith(expected, at):
        raise unread(at)
    return at + len(expected)


def _all_reached(document: Document) -> None:
    """Raises OverviewRefused when a reference leads nowhere or an object is led to by none."""
    seen: set[int] = set()
    todo: list[Value] = [document.trailer]
    while todo:
        value = todo.pop()
        if isinstance(value, Ref):
            if value.number not in document.objects:
                raise unread(0)
            if value.number not in seen:
                seen.add(value.number)
                todo.append(document.objects[value.number])
        elif isinstance(value, (dict, Stream)):
            todo += (value.keys if isinstance(value, Stream) else value).values()
        elif isinstance(value, list):
            todo += value
    if len(seen) != len(document.objects):
        raise unread(0)


def operations(stream: bytes) -> list[tuple[str, list[Value], int]]:
    """The operators of a content stream, each with its operands and the place behind it.

    Raises OverviewRefused.
    """
    found = []
    operands: list[Value] = []
    end = len(stream.rstrip(b" \n"))
    for thing, at in things(stream, end):
        if isinstance(thing, Word):
            found.append((str(thing), operands, at))
            operands = []
        else:
            operands.append(thing)
    if operands or len(stream) - end > 4:
        raise unread(end)
    return found
