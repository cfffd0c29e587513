"""The fonts: that each code shows the character it is said to be, in a face that is ours."""

import re
from dataclasses import dataclass
from functools import cache

from vp_logboek.domain.errors_report import Fault, OverviewRefused
from vp_logboek.report.fonts import REGULAR, SEMIBOLD
from vp_logboek.report.reread.cmap import characters
from vp_logboek.report.reread.document import Document
from vp_logboek.report.reread.subset import subset
from vp_logboek.report.reread.truetype import Face
from vp_logboek.report.reread.values import Name, Stream, Value
from vp_logboek.report.selfcheck.keys import Rules, is_, is_name, natural, only, ref
from vp_logboek.resources import resource

_SUBSET = re.compile(r"\A[A-Z]{6}\+")


@dataclass(frozen=True, slots=True)
class Letters:
    """One font of the file: what its codes say and how wide each is, in thousandths."""

    face: str
    said: dict[int, str]
    widths: tuple[int, ...]

    def read(self, shown: bytes) -> str:
        """The text that a string shows. Raises OverviewRefused."""
        if not self.said.keys() >= set(shown):
            raise OverviewRefused(Fault.FONT, self.face)
        return "".join(self.said[code] for code in shown)

    def width(self, shown: bytes) -> int:
        """How wide a string is, in thousandths of its size."""
        return sum(self.widths[code] for code in shown)


@cache
def _face(name: str) -> Face:
    return Face(resource("fonts", f"{name}.ttf").read_bytes())


def letters(document: Document, fonts: Value, place: str) -> dict[str, Letters]:
    """The fonts by the name that the pages give them. Raises OverviewRefused."""
    if not isinstance(fonts, dict) or not fonts:
        raise OverviewRefused(Fault.KEY, place)
    return {name: _font(document, document.get(font), name) for name, font in fonts.items()}


def _font(document: Document, value: Value, name: str) -> Letters:
    font = only(value, _font_rules(name), f"font {name}")
    base = str(font["BaseFont"])
    face = next((face for face in (REGULAR, SEMIBOLD) if _SUBSET.sub("", base) == face), None)
    if face is None:
        raise OverviewRefused(Fault.FONT, name)
    whole = _face(face)
    said = characters(_stream(document, font["ToUnicode"], ("Length",), name))
    codes = [ord(said.get(code, "\0")) for code in range(max(said, default=-1) + 1)]
    glyphs = [whole.glyph_of.get(code, 0) for code in codes]
    widths = tuple(whole.metric(glyph)[0] for glyph in glyphs)
    if font["LastChar"] != len(codes) - 1 or font["Widths"] != list(widths):
        raise OverviewRefused(Fault.FONT, f"{name} widths")
    if _program(document, font["FontDescriptor"], base, whole) != subset(whole, codes):
        raise OverviewRefused(Fault.FONT, f"{name} program")
    return Letters(face, {code: char for code, char in said.items() if glyphs[code]}, widths)


def _font_rules(name: str) -> Rules:
    return {
        "Type": is_name("Font"),
        "Subtype": is_name("TrueType"),
        "Name": is_name(name),
        "BaseFont": lambda value: isinstance(value, Name),
        "FirstChar": is_(0),
        "LastChar": natural,
        "Widths": lambda value: isinstance(value, list),
        "FontDescriptor": ref,
        "ToUnicode": ref,
    }


def _program(document: Document, value: Value, base: str, face: Face) -> bytes:
    """The embedded part of a font, of which everything is said as it is in the whole."""
    rules = {"Type": is_name("FontDescriptor"), "FontName": is_name(base), "FontFile2": ref}
    rules |= {key: is_(said) for key, said in face.described.items()}
    descriptor = only(document.get(value), rules, f"descriptor {base}")
    return _stream(document, descriptor["FontFile2"], ("Length", "Length1"), base)


def _stream(document: Document, value: Value, keys: tuple[str, ...], name: str) -> bytes:
    """The bytes of a stream whose keys are lengths."""
    stream = document.get(value)
    if not isinstance(stream, Stream):
        raise OverviewRefused(Fault.KEY, f"font {name}")
    only(stream.keys, dict.fromkeys(keys, is_(len(stream.data))), f"font {name} stream")
    return stream.data
