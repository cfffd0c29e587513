"""The part of a font that a PDF must hold for the characters it shows, made a second time.

ReportLab makes it; this makes it again from the font that comes with the program, by other code. If
every byte is the same, each code shows the outline of the character it is said to be, and in none
of the font's tables stands anything else.
"""

from collections.abc import Sequence
from struct import pack, pack_into, unpack, unpack_from

from vp_logboek.report.reread.truetype import Face, components

_COPIED = (b"name", b"OS/2", b"cvt ", b"fpgm", b"prep")


def subset(face: Face, characters: Sequence[int]) -> bytes:
    """The font program in which code 0 is the first of these characters, and so on. A character
    that the font does not have is its "missing" glyph.
    """
    glyphs, codes = _glyphs(face, characters)
    outlines = [_renumbered(face.outline(glyph), glyphs) for glyph in glyphs]
    metrics, full = _metrics([face.metric(glyph) for glyph in glyphs])
    places = [0]
    for outline in outlines:
        places.append(places[-1] + _padded(len(outline)))
    tables = {tag: face.tables[tag] for tag in _COPIED if tag in face.tables}
    tables |= {
        b"post": pack(">L", 0x30000) + face.tables[b"post"][4:16] + bytes(16),
        b"hmtx": metrics,
        b"hhea": _with(face.tables[b"hhea"], 34, full),
        b"maxp": _with(face.tables[b"maxp"], 4, len(glyphs)),
        b"cmap": _map(codes),
        b"glyf": b"".join(outline.ljust(_padded(len(outline)), b"\0") for outline in outlines),
        b"loca": pack(f">{len(places)}H", *(place // 2 for place in places)),
        b"head": _with(face.tables[b"head"], 50, 0),
    }
    return _file(tables)


def _glyphs(face: Face, characters: Sequence[int]) -> tuple[dict[int, int], list[int]]:
    """The new number of each glyph that is needed, and those of the characters in their order."""
    glyphs = {0: 0}
    codes = [
        glyphs.setdefault(face.glyph_of.get(character, 0), len(glyphs)) for character in characters
    ]
    todo = list(glyphs)
    for glyph in todo:
        outline = face.outline(glyph)
        for at in components(outline):
            (part,) = unpack_from(">H", outline, at)
            if part not in glyphs:
                glyphs[part] = len(glyphs)
                todo.append(part)
    return glyphs, codes


def _renumbered(outline: bytes, glyphs: dict[int, int]) -> bytes:
    for at in components(outline):
        outline = _with(outline, at, glyphs[unpack_from(">H", outline, at)[0]])
    return outline


def _metrics(metrics: Sequence[tuple[int, int]]) -> tuple[bytes, int]:
    """The table of widths, in which a last run of equal widths is written once, and how many."""
    full = len(metrics)
    while full > 1 and metrics[full - 1][0] == metrics[full - 2][0]:
        full -= 1
    pairs = [number for metric in metrics[:full] for number in metric]
    bearings = [bearing for _width, bearing in metrics[full:]]
    return pack(f">{len(pairs) + len(bearings)}H", *pairs, *bearings), full


def _map(codes: Sequence[int]) -> bytes:
    """One map of format 6, of the Macintosh platform, as a symbolic font has it."""
    head = (0, 1, 1, 0, 0, 12, 6, 10 + 2 * len(codes), 0, 0, len(codes))
    return pack(f">{len(head) + len(codes)}H", *head, *codes)


def _file(tables: dict[bytes, bytes]) -> bytes:
    """The tables behind their directory, in order of their tags, with all sums worked out."""
    tables[b"head"] = _with(_with(tables[b"head"], 8, 0), 10, 0)
    power = len(tables).bit_length() - 1
    search = 16 << power
    head = pack(">LHHHH", 0x10000, len(tables), search, power, 16 * len(tables) - search)
    at = len(head) + 16 * len(tables)
    directory, body = b"", b""
    for tag, table in sorted(tables.items()):
        directory += pack(">4sLLL", tag, _sum(table), at + len(body), len(table))
        body += table.ljust(_padded(len(table)), b"\0")
    font = bytearray(head + directory + body)
    where = directory.index(b"head") + len(head)
    (start,) = unpack_from(">L", font, where + 8)
    pack_into(">L", font, start + 8, (0xB1B0AFBA - _sum(bytes(font))) & 0xFFFFFFFF)
    return bytes(font)


def _sum(table: bytes) -> int:
    padded = table.ljust(_padded(len(table)), b"\0")
    whole: int = sum(unpack(f">{len(padded) // 4}L", padded))
    return whole & 0xFFFFFFFF


def _padded(length: int) -> int:
    return (length + 3) & ~3


def _with(data: bytes, at: int, number: int) -> bytes:
    return data[:at] + pack(">H", number) + data[at + 2 :]
