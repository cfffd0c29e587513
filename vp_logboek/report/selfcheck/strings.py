"""Texts of the file's own dictionaries: titles, bookmarks and what is read aloud."""

from vp_logboek.domain.errors_report import Fault, OverviewRefused
from vp_logboek.report.reread.values import Value

_MARK = b"\xfe\xff"
_ACCENTS = dict(zip(range(0x18, 0x20), "˘ˇˆ˙˝˛˚˜", strict=True))
_SIGNS = dict(zip(range(0x80, 0x9F), "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž", strict=True))
_ODD = {**_ACCENTS, **_SIGNS, 0xA0: "€"}
"""Where PDFDocEncoding is not Latin-1 (ISO 32000-1, annex D)."""


def said(value: Value, place: str) -> str:
    """The text of a string, in PDFDocEncoding or UTF-16. Raises OverviewRefused."""
    if not isinstance(value, bytes):
        raise OverviewRefused(Fault.KEY, place)
    if not value.startswith(_MARK):
        return "".join(_ODD.get(code, chr(code)) for code in value)
    try:
        return value[len(_MARK) :].decode("utf-16-be")
    except UnicodeDecodeError:
        raise OverviewRefused(Fault.TEXT, place) from None
