"""Every place where the inside of ReportLab 5.1 is touched, each with its reason.

``tests/report/test_rl_touch.py`` says what breaks without each of them; it is read again at every
upgrade.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from vp_logboek.report.rl_pins import Canvas, pdfdoc, ttfonts

_MOST_ENTRIES = 100
"""A CMap has at most so many entries in one list (Adobe Technical Note 5411)."""


# --- what ReportLab writes otherwise for every document -----------------------------------------


def _stream(self: Any, document: Any) -> bytes:
    """A stream with a line end before ``endstream`` (ISO 19005-2, 6.1.7.1), which ReportLab leaves
    out. It is CR LF, so that a content that ends in CR keeps it.
    """
    content: bytes = pdfdoc.pdfdocEnc(self.content)
    dictionary = pdfdoc.PDFDictionary({**self.dictionary.dict, "Length": len(content)})
    head: bytes = dictionary.format(document)
    return b"%s\nstream\n%s\r\nendstream\n" % (head, content)


def _to_unicode(_name: str, subset: Sequence[int]) -> str:
    """The character that each code shows, for the codes that are used: ReportLab lets the others
    stand for U+0000, which PDF/UA forbids (ISO 14289-1, 7.21.7).
    """
    known = [(code, character) for code, character in enumerate(subset) if character]
    lists = [known[at : at + _MOST_ENTRIES] for at in range(0, len(known), _MOST_ENTRIES)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *(line for entries in lists for line in _list(entries)),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )


def _list(entries: Sequence[tuple[int, int]]) -> list[str]:
    shown = [f"<{code:02X}> <{_utf16(character)}>" for code, character in entries]
    return [f"{len(entries)} beginbfchar", *shown, "endbfchar"]


def _utf16(character: int) -> str:
    return chr(character).encode("utf-16-be").hex().upper()


class _NoTime:
    """No moment: ReportLab asks the environment for one, and stops at one that is no number."""

    t, dhh, dmm = 0, 0, 0
    YMDhms = (2000, 1, 1, 0, 0, 0)
    lt = (*YMDhms, 5, 1, 0)
    tzname = "UTC"


def _no_time(_invariant: object = None) -> _NoTime:
    return _NoTime()


pdfdoc.TimeStamp = _no_time
pdfdoc.PDFStream.format = _stream
ttfonts.makeToUnicodeCMap = _to_unicode


# --- what is done to one document ---------------------------------------------------------------


class Information(pdfdoc.PDFObject):  # type: ignore[misc]
    """The document information: a title and nothing else. ReportLab's own has dates, an author and
    the name of the program.
    """

    def __init__(self, title: str) -> None:
        self.title = title

    def digest(self, _signature: object) -> None:
        """ReportLab's own file identifier is not used."""

    def format(self, document: Any) -> bytes:
        """What is written into the file."""
        entries = pdfdoc.PDFDictionary({"Title": pdfdoc.PDFString(self.title)})
        written: bytes = entries.format(document)
        return written


class Headings(pdfdoc.PDFOutlines):  # type: ignore[misc]
    """The viewer's list of headings. ReportLab counts an entry that holds others twice, where it
    says how many there are (ISO 32000-1, table 152).
    """

    def format(self, document: Any) -> bytes:
        """What is written into the file."""
        self.count = pdfdoc.count(self.mydestinations)
        written: bytes = super().format(document)
        return written


def set_headings(canvas: Canvas) -> None:
    """Put our own list of headings in the place of ReportLab's."""
    document = canvas._doc
    document.outline = document.Outlines = document.Catalog.Outlines = Headings()


def set_information(canvas: Canvas, title: str) -> None:
    """Put our own document information in the place of ReportLab's."""
    canvas._doc.info = Information(title)


def set_identifier(canvas: Canvas, mark: str) -> None:
    """Name the file: ReportLab's name depends on SOURCE_DATE_EPOCH, even with ``invariant``."""
    canvas._doc._ID = b"[<%s><%s>]\n" % (mark.encode(), mark.encode())


def extend_catalog(canvas: Canvas, entries: Mapping[str, Any]) -> None:
    """Entries that ReportLab's catalog does not write by itself, or only as a reference."""
    catalog = canvas._doc.Catalog
    catalog.__NoDefault__ = [n for n in catalog.__NoDefault__ if n not in entries] + [*entries]
    catalog.__Refs__ = [name for name in catalog.__Refs__ if name not in entries]
    for name, value in entries.items():
        setattr(catalog, name, value)


def extend_pages(canvas: Canvas) -> None:
    """Say of every page where the tags of its pieces are, which ReportLab's pages do not know, and
    nothing of pictures, turning or transitions, which they do.
    """
    for number, page in enumerate(canvas._doc.Pages.pages):
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = number
        page.Tabs = pdfdoc.PDFName("S")
        page.Resources = pdfdoc.PDFDictionary({"Font": reference(pdfdoc.BasicFonts)})
        page.Trans = page.Rotate = None


def write(canvas: Canvas, operator: str) -> None:
    """Write an operator on the page: ReportLab has no marked content."""
    canvas._code.append(operator)


def page_streams(canvas: Canvas) -> list[str]:
    """What is drawn on each page that was ended."""
    return [page.stream for page in canvas._doc.Pages.pages]


def refer(canvas: Canvas, thing: Any, name: str | None = None) -> Any:
    """Write a thing as an object of its own; the reference to it."""
    return canvas._doc.Reference(thing, name)


def reference(name: str) -> Any:
    """A reference to an object that is named, now or later."""
    return pdfdoc.PDFObjectReference(name)


def page_reference(page: int) -> Any:
    """A reference to a page; the first is 0."""
    return reference(f"Page{page + 1}")


def array(things: Sequence[Any]) -> Any:
    """A list of things."""
    return pdfdoc.PDFArray(things)
