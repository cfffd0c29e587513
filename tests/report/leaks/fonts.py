"""The fonts in a file: what their codes mean, and that nothing is in them but letters of IBM Plex.

The subset in the file is laid beside the font as it was published: each glyph that has an outline
must be the published outline of just the letter that it says it is.
"""

import re
import struct
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from tests.report.leaks.layout import File
from tests.report.leaks.truetype import TrueType
from vp_logboek.resources import resource

FACES = ("IBMPlexSans-Regular", "IBMPlexSans-SemiBold")
_NAME = re.compile(r"AAAAA[A-Z]\+(IBMPlexSans-(?:Regular|SemiBold))")
_TABLES = frozenset(
    {"OS/2", "cmap", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name",
     "post", "prep"}
)  # fmt: skip
_MISSING = 472
_PAIR = re.compile(rb"<([0-9A-Fa-f]{2})> <([0-9A-Fa-f]{4,})>")
_CMAP = re.compile(
    rb"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    rb"/CIDSystemInfo << /Registry \(Adobe\) /Ordering \(UCS\) /Supplement 0 >> def\n"
    rb"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<00> <FF>\n"
    rb"endcodespacerange\n(?:\d+ beginbfchar\n(?:<[0-9A-F]{2}> <[0-9A-F]{4}>\n)+endbfchar\n)+"
    rb"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
)


@dataclass(frozen=True, slots=True, eq=False)
class Font:
    """A font of a file: which letter each code is, how wide it is, and its face."""

    letters: dict[int, str]
    widths: dict[int, float]
    face: str

    def text(self, codes: bytes) -> str:
        """What is read where these codes are shown."""
        return "".join(self.letters.get(code, "\ufffd") for code in codes)

    def width(self, codes: bytes, size: float) -> float:
        """How wide they are, in points."""
        return sum(self.widths.get(code, 0) for code in codes) * size / 1000


@cache
def published(face: str) -> TrueType:
    """The font as it was published."""
    return TrueType(resource("fonts", f"{face}.ttf").read_bytes())


@cache
def _published_letters(face: str) -> dict[int, int]:
    return published(face).letters()


def font(file: File, value: dict[str, Any], odd: list[str]) -> Font:
    """A font dictionary with what it refers to, and what is odd about it."""
    widths = tuple(file.get(value.get("Widths")) or ())
    first = value.get("FirstChar", 0)
    made, said = _font(
        str(value.get("BaseFont", "")), file.stream(value.get("ToUnicode")), widths, first
    )
    odd += said
    return made


@lru_cache(64)
def _font(
    name: str, cmap: bytes, widths: tuple[float, ...], first: int
) -> tuple[Font, tuple[str, ...]]:
    named, odd = _NAME.fullmatch(name), []
    if named is None:
        odd.append(f"a font named {name}")
    face = named.group(1) if named else FACES[0]
    whole = _CMAP.fullmatch(cmap)
    if whole is None:
        odd.append(f"{face}: the table of letters is made otherwise")
    pairs = [(int(code, 16), int(letter, 16)) for code, letter in _PAIR.findall(cmap)]
    letters = {code: chr(letter) for code, letter in pairs if letter}
    counts = re.findall(rb"(\d+) beginbfchar\n((?:<\w+> <\w+>\n)*)", cmap)
    if any(int(told) != lines.count(b"\n") for told, lines in counts):
        odd.append(f"{face}: another number of letters than it says")
    if len(pairs) != len(dict(pairs)):
        odd.append(f"{face}: a code with two letters")
    return Font(letters, dict(enumerate(widths, first)), face), tuple(odd)


def inside(file: File, value: dict[str, Any], known: Font, used: set[int]) -> list[str]:
    """What is odd about the letters and outlines of one font, of which these codes are shown."""
    descriptor = file.get(value.get("FontDescriptor")) or {}
    data = file.stream(descriptor.get("FontFile2"))
    if not data:
        return [f"{known.face}: not in the file"]
    odd = [f"{known.face}: code {code} has no letter" for code in used - set(known.letters)]
    return odd + list(_inside(data, known))


@lru_cache(64)
def _inside(data: bytes, known: Font) -> tuple[str, ...]:
    face, letters = published(known.face), _published_letters(known.face)
    mine = TrueType(data)
    odd = [f"{known.face}: table {tag!r}" for tag in mine.tables if tag not in _TABLES]
    if mine.covered != len(data):
        odd.append(f"{known.face}: {len(data)} bytes, {mine.covered} of them in its tables")
    odd += [f"{known.face}: {part}" for part in _unlike(mine, face)]
    whole: set[int] = {0}
    for code, letter in known.letters.items():
        glyph = _glyph_of(mine, code)
        whole |= mine.parts(glyph)
        if mine.outline(glyph) != face.outline(letters.get(ord(letter), 0)):
            odd.append(f"{known.face}: code {code} is said to be {letter!r}, and is not")
        if mine.metrics(glyph) != face.metrics(letters.get(ord(letter), 0)):
            odd.append(f"{known.face}: {letter!r} is not as wide as it was published")
        if known.widths.get(code) != _width(face, letters.get(ord(letter), 0)):
            odd.append(f"{known.face}: {letter!r} is {known.widths.get(code)} wide")
    anywhere = {face.metrics(glyph) for glyph in range(face.glyphs)}
    odd += [f"{known.face}: glyph {n} has a width of its own" for n in range(mine.glyphs)
            if mine.metrics(n) not in anywhere]  # fmt: skip
    odd += [f"{known.face}: an outline of no letter: {n}" for n in range(mine.glyphs)
            if n not in whole and mine.outline(n)]  # fmt: skip
    odd += [f"{known.face}: code {code} is {wide} wide" for code, wide in known.widths.items()
            if code not in known.letters and wide != _MISSING]  # fmt: skip
    return tuple(odd)


def _glyph_of(mine: TrueType, code: int) -> int:
    """The glyph of a code: by the table for Macintosh, or the code itself."""
    cmap = mine.tables["cmap"]
    for n in range(struct.unpack(">H", cmap[2:4])[0]):
        start = struct.unpack(">L", cmap[8 + 8 * n : 12 + 8 * n])[0]
        form = struct.unpack(">H", cmap[start : start + 2])[0]
        if form == 0:
            return cmap[start + 6 + code]
        if form == 6:
            first, count = struct.unpack(">HH", cmap[start + 6 : start + 10])
            if first <= code < first + count:
                return int.from_bytes(cmap[start + 10 + 2 * (code - first) :][:2])
    return 0


def _width(face: TrueType, glyph: int) -> int:
    units = struct.unpack(">H", face.tables["head"][18:20])[0]
    return int(face.metrics(glyph)[0] * 1000 / units + 0.5)


def _unlike(mine: TrueType, face: TrueType) -> list[str]:
    """Tables that must be as they were published, but for what a subset changes, and are not."""
    free: dict[str, list[slice]] = {
        "OS/2": [], "cvt ": [], "fpgm": [], "prep": [], "name": [],
        "head": [slice(8, 12), slice(50, 52)], "hhea": [slice(34, 36)], "maxp": [slice(4, 6)],
    }  # fmt: skip
    odd = [
        f"table {tag!r} is not the published one"
        for tag, holes in free.items()
        if _without(mine.tables.get(tag, b""), holes) != _without(face.tables[tag], holes)
    ]
    if mine.tables["post"] != b"\0\3\0\0" + face.tables["post"][4:16] + bytes(16):
        odd.append("table 'post' holds something")
    places = mine.places
    if places[0] != 0 or places != sorted(places) or places[-1] != len(mine.tables["glyf"]):
        odd.append("bytes between its outlines")
    return odd + mine.wrong_sums()


def _without(table: bytes, holes: list[slice]) -> bytes:
    left = bytearray(table)
    for hole in reversed(holes):
        del left[hole]
    return bytes(left)
