"""The two faces of the overview, given to ReportLab as bytes so that no path can reach the file."""

import unicodedata
from functools import cache
from io import BytesIO
from typing import Any

from vp_logboek.domain.errors import GlyphMissing
from vp_logboek.report.rl_pins import TTFont, pdfmetrics
from vp_logboek.resources import resource

REGULAR = "IBMPlexSans-Regular"
SEMIBOLD = "IBMPlexSans-SemiBold"


@cache
def _font(face: str) -> Any:
    font = TTFont(face, BytesIO(resource("fonts", f"{face}.ttf").read_bytes()), shapable=False)
    pdfmetrics.registerFont(font)
    return font


def register() -> None:
    """Make both faces known to ReportLab."""
    _font(REGULAR)
    _font(SEMIBOLD)


def clean(text: str) -> str:
    """The text as it is set: composed letters, single spaces, nothing that cannot be seen."""
    composed = unicodedata.normalize("NFC", text)
    seen = "".join(c for c in composed if c.isspace() or unicodedata.category(c)[0] != "C")
    return " ".join(seen.split())


def require(text: str, face: str) -> None:
    """Raises GlyphMissing for the first character that the face cannot show."""
    glyphs = _font(face).face.charToGlyph
    for character in text:
        if not glyphs.get(ord(character)):
            raise GlyphMissing(character)


def width(text: str, face: str, size: float) -> float:
    """How wide a text is, in points."""
    found: float = _font(face).stringWidth(text, size)
    return found
