"""A reader of TrueType, of tables, outlines and letters: what a subset is held against."""

import struct
from typing import Any


class TrueType:
    """The tables of a TrueType file, of which only the outlines and the letters are read."""

    def __init__(self, data: bytes) -> None:
        self.data, self.tables = data, dict[str, bytes]()
        self.covered = 12
        for n in range(struct.unpack(">H", data[4:6])[0]):
            tag, _, start, length = struct.unpack(">4sLLL", data[12 + 16 * n :][:16])
            self.tables[tag.decode("latin-1")] = data[start : start + length]
            self.covered += 16 + (length + 3 & ~3)
        long = struct.unpack(">h", self.tables["head"][50:52])[0]
        loca, size = self.tables["loca"], 4 if long else 2
        ends = [int.from_bytes(loca[n : n + size]) for n in range(0, len(loca), size)]
        self.places = ends if long else [2 * end for end in ends]

    @property
    def glyphs(self) -> int:
        """How many there are."""
        return len(self.places) - 1

    def outline(self, glyph: int) -> Any:
        """The outline as it is drawn: of one that is put together, its parts and their places."""
        data = self.tables["glyf"][self.places[glyph] : self.places[glyph + 1]]
        if len(data) < 10 or struct.unpack(">h", data[:2])[0] >= 0:
            return data.rstrip(b"\0")
        parts, at, more = [], 10, 0x20
        while more & 0x20:
            more, part = struct.unpack(">HH", data[at : at + 4])
            size = 4 if more & 1 else 2
            size += 2 if more & 8 else 4 if more & 0x40 else 8 if more & 0x80 else 0
            parts.append((data[at + 4 : at + 4 + size], self.outline(part)))
            at += 4 + size
        return data[:10], parts

    def parts(self, glyph: int) -> set[int]:
        """The glyphs that one is put together from, itself among them."""
        data = self.tables["glyf"][self.places[glyph] : self.places[glyph + 1]]
        found, at, more = {glyph}, 10, 0x20
        if len(data) < 10 or struct.unpack(">h", data[:2])[0] >= 0:
            return found
        while more & 0x20:
            more, part = struct.unpack(">HH", data[at : at + 4])
            found |= self.parts(part)
            at += 4 + (4 if more & 1 else 2)
            at += 2 if more & 8 else 4 if more & 0x40 else 8 if more & 0x80 else 0
        return found

    def wrong_sums(self) -> list[str]:
        """Tables of which the sum is another than it says: four bytes of anything."""
        odd = []
        for n in range(len(self.tables)):
            tag, told, start, length = struct.unpack(">4sLLL", self.data[12 + 16 * n :][:16])
            table = bytearray(self.data[start : start + (length + 3 & ~3)])
            if tag == b"head":
                table[8:12] = bytes(4)
            if any(table[length:]) or _sum(table) != told:
                odd.append(f"the sum of table {tag!r} is wrong")
        if _sum(self.data) != 0xB1B0AFBA:
            odd.append("the sum of the font is wrong")
        return odd

    def metrics(self, glyph: int) -> tuple[int, int]:
        """How wide a glyph is, and how far from its left edge it begins, in units of the font."""
        table, many = self.tables["hmtx"], int.from_bytes(self.tables["hhea"][34:36])
        if glyph < many:
            wide, left = struct.unpack(">Hh", table[4 * glyph :][:4])
            return wide, left
        wide = int.from_bytes(table[4 * many - 4 :][:2])
        return wide, struct.unpack(">h", table[4 * many + 2 * (glyph - many) :][:2])[0]

    def letters(self) -> dict[int, int]:
        """Glyph by letter, out of the table for Windows (format 4)."""
        cmap = self.tables["cmap"]
        for n in range(struct.unpack(">H", cmap[2:4])[0]):
            *kind, start = struct.unpack(">HHL", cmap[4 + 8 * n :][:8])
            if kind == [3, 1] and cmap[start : start + 2] == b"\0\4":
                return _format_4(cmap[start:])
        return {}


def _sum(data: bytes | bytearray) -> int:
    whole = bytes(data) + bytes(-len(data) % 4)
    return sum(struct.unpack(f">{len(whole) // 4}L", whole)) & 0xFFFFFFFF


def _format_4(table: bytes) -> dict[int, int]:
    count = struct.unpack(">H", table[6:8])[0] // 2
    words = struct.unpack(
        f">{(len(table) - 14) // 2}H", table[14 : 14 + (len(table) - 14) // 2 * 2]
    )
    ends, starts = words[:count], words[count + 1 : 2 * count + 1]
    steps, ranges = words[2 * count + 1 : 3 * count + 1], words[3 * count + 1 :]
    found = {}
    for n in range(count):
        for letter in range(starts[n], min(ends[n], 0xFFFE) + 1):
            glyph = letter
            if ranges[n]:
                glyph = ranges[n + ranges[n] // 2 + letter - starts[n]]
            found[letter] = (glyph + steps[n]) & 0xFFFF if glyph or not ranges[n] else 0
    return found


def with_sums(data: bytearray) -> bytes:
    """A font that was changed, with its sums in order again."""
    for n in range(struct.unpack(">H", data[4:6])[0]):
        entry = 12 + 16 * n
        tag, _, start, length = struct.unpack(">4sLLL", data[entry:][:16])
        table = bytearray(data[start : start + length])
        if tag == b"head":
            head, table[8:12] = start, bytes(4)
        data[entry + 4 : entry + 8] = struct.pack(">L", _sum(table))
    data[head + 8 : head + 12] = bytes(4)
    data[head + 8 : head + 12] = struct.pack(">L", (0xB1B0AFBA - _sum(data)) & 0xFFFFFFFF)
    return bytes(data)
