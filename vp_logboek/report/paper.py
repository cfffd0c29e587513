"""A PDF being drawn: the few things ever put on a page, and all that is written around them.

Everything on the page goes through ``text``, ``rule``, ``box`` and ``stub``, so that the tagged
layer has one place to wrap. ``y`` runs downwards from the top of the page; sizes are in points.
The touch points with ReportLab's internals are all in this file.
"""

import hashlib
from io import BytesIO
from typing import Any

from vp_logboek.report import fonts
from vp_logboek.report.rl_pins import Canvas, pdfdoc
from vp_logboek.report.style import MUTED, PAGE_HEIGHT, PAGE_WIDTH, RULE, TextStyle

LANGUAGE = "nl-NL"
_HATCH_STEP = 4.0


class _Information(pdfdoc.PDFObject):  # type: ignore[misc]
    """The document information: a title and nothing else, no dates, names or programs."""

    def __init__(self, title: str) -> None:
        self.title = title

    def digest(self, _signature: object) -> None:
        """ReportLab's own file identifier is not used."""

    def format(self, document: Any) -> bytes:
        """What is written into the file."""
        entries = pdfdoc.PDFDictionary({"Title": pdfdoc.PDFString(self.title)})
        written: bytes = entries.format(document)
        return written


class Paper:
    """One document, drawn page by page."""

    def __init__(self, title: str) -> None:
        fonts.register()
        # Packed streams would differ with the zlib of the machine; a page is small enough as it is.
        self._canvas = Canvas(
            BytesIO(),
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            pageCompression=0,
            invariant=1,
            pdfVersion=(1, 7),
            initialFontName=fonts.REGULAR,
            lang=LANGUAGE,
        )
        self._bookmarks = 0
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._canvas._doc.info = _Information(title)

    def text(self, x: float, y: float, text: str, style: TextStyle) -> None:
        """Set a text with its baseline at ``y``. Raises GlyphMissing."""
        fonts.require(text, style.face)
        self._canvas.setFont(style.face, style.size)
        self._canvas.setFillColor(style.colour)
        self._canvas.drawString(round(x, 2), _up(y), text)

    def text_right(self, x: float, y: float, text: str, style: TextStyle) -> None:
        """Set a text that ends at ``x``. Raises GlyphMissing."""
        self.text(x - fonts.width(text, style.face, style.size), y, text, style)

    def rule(self, x: float, y: float, width: float, thickness: float = 0.5) -> None:
        """A horizontal line."""
        self._stroke(RULE, thickness)
        self._canvas.line(round(x, 2), _up(y), round(x + width, 2), _up(y))

    def upright(self, x: float, y: float, height: float, thickness: float = 0.75) -> None:
        """A vertical line."""
        self._stroke(RULE, thickness)
        self._canvas.line(round(x, 2), _up(y), round(x, 2), _up(y + height))

    def box(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle."""
        self._canvas.setFillColor(colour)
        self._canvas.rect(*_rectangle(x, y, width, height), stroke=0, fill=1)

    def card(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle with round corners."""
        self._canvas.setFillColor(colour)
        self._canvas.roundRect(*_rectangle(x, y, width, height), 6, stroke=0, fill=1)

    def stub(self, x: float, y: float, width: float, height: float) -> None:
        """A hatched, outlined rectangle: what stands for a number that is not shown."""
        self._stroke(MUTED, 0.6)
        self._canvas.saveState()
        inside = self._canvas.beginPath()
        inside.rect(*_rectangle(x, y, width, height))
        self._canvas.clipPath(inside, stroke=0, fill=0)
        for step in range(int((width + height) / _HATCH_STEP) + 1):
            at = x - height + step * _HATCH_STEP
            self._canvas.line(round(at, 2), _up(y + height), round(at + height, 2), _up(y))
        self._canvas.restoreState()
        self._canvas.rect(*_rectangle(x, y, width, height), stroke=1, fill=0)

    def bookmark(self, title: str, y: float, level: int) -> None:
        """A place in the viewer's list of headings."""
        self._bookmarks += 1
        key = f"kop-{self._bookmarks}"
        self._canvas.bookmarkHorizontal(key, 0, _up(y))
        self._canvas.addOutlineEntry(title, key, level)

    def next_page(self) -> None:
        """End this page."""
        self._canvas.showPage()

    def finished(self) -> bytes:
        """The file. Its identifier is the fingerprint of its pages: ReportLab's depends on
        SOURCE_DATE_EPOCH, even with ``invariant``.
        """
        document = self._canvas._doc
        pages = "".join(page.stream for page in document.Pages.pages)
        mark = hashlib.sha256(pages.encode("latin-1")).hexdigest()[:32].encode()
        document._ID = b"[<" + mark + b"><" + mark + b">]\n"
        data: bytes = self._canvas.getpdfdata()
        return data

    def _stroke(self, colour: str, thickness: float) -> None:
        self._canvas.setStrokeColor(colour)
        self._canvas.setLineWidth(thickness)


def _up(y: float) -> float:
    return round(PAGE_HEIGHT - y, 2)


def _rectangle(x: float, y: float, width: float, height: float) -> tuple[float, ...]:
    return round(x, 2), _up(y + height), round(width, 2), round(height, 2)
