"""A TrueType font as it comes with the program: its tables, its characters and their glyphs."""

from dataclasses import dataclass
from functools import cached_property
from struct import unpack, unpack_from

from vp_logboek.report.reread.values import Value

_MORE, _WORDS, _SCALE, _SCALES, _MATRIX = 0x20, 0x01, 0x08, 0x40, 0x80
_SYMBOLIC, _FORCE_BOLD, _BOLD = 1 << 2, 1 << 18, 600


@dataclass(frozen=True)
class Face:
    """A whole font, read from its own bytes. Glyphs are known by number, the first is 0."""

    data: bytes

    @cached_property
    def tables(self) -> dict[bytes, bytes]:
        """The tables by their tag."""
        (count,) = unpack_from(">H", self.data, 4)
        entries = [unpack_from(">4sLLL", self.data, 12 + 16 * place) for place in range(count)]
        return {tag: self.data[at : at + length] for tag, _sum, at, length in entries}

    @cached_property
    def glyph_of(self) -> dict[int, int]:
        """The glyph of each character of the basic plane."""
        table = self.tables[b"cmap"]
        (start,) = unpack_from(">L", table, 8)
        form, _length, _language, double = unpack_from(">4H", table, start)
        if form != 4:
            raise ValueError("the character map has another format")
        found: dict[int, int] = {}
        for segment in range(double // 2):
            found |= _segment(table, start + 14, double, segment)
        return {code: glyph for code, glyph in found.items() if glyph}

    @cached_property
    def _places(self) -> tuple[int, ...]:
        """Where each glyph begins, and where the last ends."""
        table, long = self.tables[b"loca"], self.tables[b"head"][51]
        if long:
            return unpack(f">{len(table) // 4}L", table)
        return tuple(2 * half for half in unpack(f">{len(table) // 2}H", table))

    def outline(self, glyph: int) -> bytes:
        """The outline of a glyph, as it stands in the font."""
        return self.tables[b"glyf"][self._places[glyph] : self._places[glyph + 1]]

    def metric(self, glyph: int) -> tuple[int, int]:
        """How wide a glyph is, in units of the font, and its left side bearing."""
        table = self.tables[b"hmtx"]
        (full,) = unpack_from(">H", self.tables[b"hhea"], 34)
        if glyph < full:
            width, bearing = unpack_from(">HH", table, 4 * glyph)
        else:
            (width,) = unpack_from(">H", table, 4 * full - 4)
            (bearing,) = unpack_from(">H", table, 4 * full + 2 * (glyph - full))
        return width, bearing

    @cached_property
    def described(self) -> dict[str, Value]:
        """What a PDF says of this font (ISO 32000-1, table 122), in the words of its keys."""
        heavy, vertical = unpack_from(">H", self.tables[b"OS/2"], 4)[0], self.tables[b"hhea"]
        return {
            "Ascent": unpack_from(">h", vertical, 4)[0],
            "Descent": unpack_from(">h", vertical, 6)[0],
            "CapHeight": unpack_from(">h", self.tables[b"OS/2"], 88)[0],
            "FontBBox": list(unpack_from(">4h", self.tables[b"head"], 36)),
            "ItalicAngle": 0,
            "StemV": 50 + int((heavy / 65) ** 2),
            "Flags": _SYMBOLIC + (_FORCE_BOLD if heavy >= _BOLD else 0),
            "MissingWidth": self.metric(0)[0],
        }


def components(outline: bytes) -> list[int]:
    """Where in an outline the numbers of the glyphs stand that it is put together of."""
    if not outline or unpack_from(">h", outline)[0] >= 0:
        return []
    found, at, flags = [], 10, _MORE
    while flags & _MORE:
        (flags,) = unpack_from(">H", outline, at)
        found.append(at + 2)
        at += 8 if flags & _WORDS else 6
        at += 2 if flags & _SCALE else 4 if flags & _SCALES else 8 if flags & _MATRIX else 0
    return found


def _segment(table: bytes, ends: int, double: int, segment: int) -> dict[int, int]:
    """One run of characters of a map of format 4 (OpenType specification, ``cmap``)."""
    last, first, delta, offset = (
        unpack_from(">H", table, at + 2 * segment)[0]
        for at in (ends, ends + double + 2, ends + 2 * double + 2, ends + 3 * double + 2)
    )
    if not offset:
        return {code: (code + delta) & 0xFFFF for code in range(first, last + 1)}
    at = ends + 3 * double + 2 + 2 * segment + offset
    glyphs = unpack_from(f">{last - first + 1}H", table, at)
    return {
        code: (glyph + delta) & 0xFFFF if glyph else 0
        for code, glyph in zip(range(first, last + 1), glyphs, strict=True)
    }
