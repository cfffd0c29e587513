"""Changing a PDF object by object, and writing it as the program does: a leak with clean hands.

What is planted this way leaves no other trace: the table of places is right, nothing is written in
another style. Without a change the same bytes come out.
"""

import hashlib
import re
from dataclasses import dataclass, field

from tests.report.leaks.syntax import whole
from tests.report.leaks.texts import text_of

_OBJECT = re.compile(rb"(\d+) 0 obj\n")
_LENGTH = re.compile(rb"/Length (\d+)")


@dataclass(slots=True)
class Body:
    """One object: what it says, and its bytes where it is a stream."""

    said: bytes
    data: bytes | None = None


@dataclass(slots=True)
class Surgery:
    """A file on the table: its objects may be changed, taken away and added."""

    head: bytes
    objects: dict[int, Body]
    trailer: bytes
    end_of_stream: bytes
    before_table: bytes = b""
    order: list[int] = field(default_factory=list)

    @classmethod
    def on(cls, pdf: bytes) -> "Surgery":
        """A file of the program."""
        table = int(pdf[pdf.rindex(b"startxref\n") :].split()[1])
        trailer = pdf[pdf.index(b"trailer\n", table) : pdf.index(b"startxref\n", table)]
        made = cls(pdf[: pdf.index(b"1 0 obj\n")], {}, trailer, b"endstream\n")
        at = len(made.head)
        while found := _OBJECT.match(pdf, at):
            at = made._take(pdf, int(found.group(1)), found.end())
        return made

    def _take(self, pdf: bytes, number: int, at: int) -> int:
        stream, end = pdf.find(b">>\nstream\n", at), pdf.index(b"endobj\n", at)
        if not 0 <= stream < end:
            self.objects[number] = Body(pdf[at:end])
            return end + len(b"endobj\n")
        start = stream + len(b">>\nstream\n")
        length = _LENGTH.search(pdf, at, stream)
        assert length is not None
        after = start + int(length.group(1))
        self.objects[number] = Body(pdf[at : stream + 3], pdf[start:after])
        end = pdf.index(b"endobj\n", after)
        self.end_of_stream = pdf[after:end]
        return end + len(b"endobj\n")

    def find(self, *words: bytes) -> int:
        """The number of the first object that says all of these words."""
        return next(
            number
            for number, body in self.objects.items()
            if all(word in body.said for word in words)
        )

    def change(self, number: int, old: bytes, new: bytes) -> None:
        """Replace the first of these bytes, in what an object says or else in its stream."""
        body = self.objects[number]
        if old in body.said:
            body.said = body.said.replace(old, new, 1)
            return
        assert body.data is not None
        assert old in body.data, (number, old)
        body.data = body.data.replace(old, new, 1)

    def key(self, number: int, entry: bytes) -> None:
        """One more key in a dictionary."""
        self.change(number, b"<<\n", b"<<\n" + entry + b" ")

    def add(self, said: bytes, data: bytes | None = None) -> int:
        """A new object, the last of all; its number."""
        number = max(self.objects) + 1
        self.objects[number] = Body(said, data)
        return number

    def stream(self, data: bytes, entries: bytes = b"") -> int:
        """A new object with bytes."""
        return self.add(b"<<\n" + entries + b"/Length 0\n>>\n", data)

    def catalog(self) -> int:
        """The number of the catalog."""
        return self.find(b"/Type /Catalog")

    def page(self, number: int = 0) -> int:
        """The number of a page."""
        return [n for n, body in self.objects.items() if b"/Contents " in body.said][number]

    def contents(self, page: int = 0) -> int:
        """The number of the content of a page."""
        found = re.search(rb"/Contents (\d+) 0 R", self.objects[self.page(page)].said)
        assert found is not None
        return int(found.group(1))

    def marked(self) -> bytes:
        """The file, with the identifier that its title and pages ask for: that too is in order."""
        said = [one.said for one in self.objects.values()]
        titles = [one for one in said if b"/Title (" in one and b"/Parent" not in one]
        contents = re.findall(rb"/Contents (\d+) 0 R", b"".join(said))
        told = text_of(whole(titles[0])[0]["Title"]).encode() if titles else b""
        told += b"".join(self.objects[int(number)].data or b"" for number in contents)
        mark = hashlib.sha256(told).hexdigest()[:32].encode()
        both = b"/ID [<%s><%s>]" % (mark, mark)
        self.trailer = re.sub(rb"/ID \[<\w+><\w+>\]", both, self.trailer)
        return self.write()

    def write(self) -> bytes:
        """The file."""
        out, places = bytearray(self.head), dict[int, int]()
        for number in self.order or self.objects:
            places[number] = len(out)
            out += self._written(number)
        out += self.before_table
        start = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
        for number in sorted(places):
            out += b"%010d 00000 n \n" % places[number]
        out += re.sub(rb"/Size \d+", b"/Size %d" % (len(places) + 1), self.trailer)
        return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)

    def _written(self, number: int) -> bytes:
        body = self.objects[number]
        if body.data is None:
            return b"%d 0 obj\n%sendobj\n" % (number, body.said)
        said = _LENGTH.sub(b"/Length %d" % len(body.data), body.said, count=1)
        written = b"%sstream\n%s%s" % (said, body.data, self.end_of_stream)
        return b"%d 0 obj\n%sendobj\n" % (number, written)
