"""Changing something in a finished PDF so well that only what was changed is wrong.

Lengths, the cross-reference table and the file's identifier are made right again, so that a planted
fault is found for what it is and not for the hole it left.
"""

import hashlib
import re

_STREAM = (b"\nstream\n", b"\r\nendstream")
_PAGE = b"1 0 0 1 0 0 cm"


def planted(pdf: bytes, *changes: tuple[bytes, bytes], sign: str = "") -> bytes:
    """A file in which each of these bytes is once replaced by those. With ``sign``, the title, it
    is identified anew. Raises AssertionError where there is nothing to replace.
    """
    bodies, trailer = taken_apart(pdf)
    for old, new in changes:
        place = next((n for n, body in enumerate([*bodies, trailer]) if old in body), None)
        assert place is not None, old
        if place == len(bodies):
            trailer = trailer.replace(old, new, 1)
        else:
            bodies[place] = bodies[place].replace(old, new, 1)
    return put_together(bodies, trailer, sign)


def taken_apart(pdf: bytes) -> tuple[list[bytes], bytes]:
    """What every object is, in order, and the trailer's dictionary."""
    start = int(pdf.rsplit(b"startxref\n", 1)[1].split()[0])
    table, rest = pdf[start:].split(b"trailer\n")
    offsets = [int(line[:10]) for line in table.split(b"\n")[3:-1]]
    bodies = []
    for at, end in zip(offsets, [*offsets[1:], start], strict=True):
        whole = pdf[at:end]
        bodies.append(whole[whole.index(b" obj\n") + 5 : -len(b"\nendobj\n")])
    return bodies, rest.split(b"\nstartxref")[0]


def put_together(bodies: list[bytes], trailer: bytes, sign: str = "") -> bytes:
    """The file with these objects, everything about them right."""
    bodies = [_measured(body) for body in bodies]
    trailer = re.sub(rb"/Size \d+", b"/Size %d" % (len(bodies) + 1), trailer)
    if sign:
        trailer = re.sub(rb"<[0-9a-f]{32}>", b"<" + _mark(bodies, sign) + b">", trailer)
    found = b"%PDF-1.7\n%\x93\x8c\x8b\x9e ReportLab Generated PDF document (opensource)\n"
    entries = b"0000000000 65535 f \n"
    for number, body in enumerate(bodies, 1):
        entries += b"%010d 00000 n \n" % len(found)
        found += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"xref\n0 %d\n%strailer\n%s" % (len(bodies) + 1, entries, trailer)
    return found + table + b"\nstartxref\n%d\n%%%%EOF\n" % len(found)


def _measured(body: bytes) -> bytes:
    if _STREAM[0] not in body:
        return body
    head, data = body.split(_STREAM[0], 1)
    length = len(data) - len(_STREAM[1])
    head = re.sub(rb"/Length \d+", b"/Length %d" % length, head)
    return head + _STREAM[0] + data


def _mark(bodies: list[bytes], title: str) -> bytes:
    streams = [body.split(_STREAM[0], 1)[1] for body in bodies if _STREAM[0] in body]
    pages = [data[: -len(_STREAM[1])] for data in streams if data.startswith(_PAGE)]
    said = title + b"".join(pages).decode("latin-1")
    return hashlib.sha256(said.encode()).hexdigest()[:32].encode()
