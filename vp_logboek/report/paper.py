"""A PDF being drawn: the few things ever put on a page, and all that is written around them.

Everything on the page goes through ``text``, ``rule``, ``upright``, ``box``, ``card`` and ``stub``,
each inside ``content`` or ``artifact``, which say what it means. ``y`` runs downwards from the top
of the page; sizes are in points.
"""

import hashlib
from contextlib import AbstractContextManager
from functools import cache
from io import BytesIO

from vp_logboek.report import archive, fonts, rl_touch
from vp_logboek.report.elements import Element
from vp_logboek.report.rl_pins import Canvas, HexColor
from vp_logboek.report.style import MUTED, PAGE_HEIGHT, PAGE_WIDTH, RULE, TextStyle
from vp_logboek.report.tagged import Tags

_HATCH_STEP = 4.0


class Paper:
    """One document, drawn page by page."""

    def __init__(self, title: str) -> None:
        fonts.register()
        self._title = title
        # Packed streams would differ with the zlib of the machine; a page is small enough as it is.
        self._canvas = Canvas(
            BytesIO(),
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            pageCompression=0,
            invariant=1,
            pdfVersion=(1, 7),
            initialFontName=fonts.REGULAR,
            lang=archive.LANGUAGE,
        )
        self._tags = Tags(self._canvas)
        self._bookmarks = 0
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        rl_touch.set_headings(self._canvas)
        rl_touch.set_information(self._canvas, title)

    @property
    def page(self) -> int:
        """The page that is drawn on; the first is 0."""
        return self._tags.page

    def content(self, element: Element) -> AbstractContextManager[None]:
        """What is drawn inside belongs to this element. Raises Mistagged."""
        return self._tags.content(element)

    def end_section(self) -> None:
        """What follows does not belong to the last heading any more."""
        self._tags.tree.end_section()

    def artifact(self, edge: str = "") -> AbstractContextManager[None]:
        """What is drawn inside is decoration, or stands at an edge of every page."""
        return self._tags.artifact(edge)

    def text(self, x: float, y: float, text: str, style: TextStyle) -> None:
        """Set a text with its baseline at ``y``. Raises GlyphMissing."""
        fonts.require(text, style.face)
        self._tags.drawing()
        self._canvas.setFont(style.face, style.size)
        self._canvas.setFillColor(_colour(style.colour))
        self._canvas.drawString(round(x, 2), _up(y), text)

    def text_right(self, x: float, y: float, text: str, style: TextStyle) -> None:
        """Set a text that ends at ``x``; a space at its end hangs over. Raises GlyphMissing."""
        self.text(x - fonts.width(text.rstrip(), style.face, style.size), y, text, style)

    def rule(
        self, x: float, y: float, width: float, thickness: float = 0.5, colour: str = RULE
    ) -> None:
        """A horizontal line."""
        self._stroke(colour, thickness)
        self._canvas.line(round(x, 2), _up(y), round(x + width, 2), _up(y))

    def upright(self, x: float, y: float, height: float, thickness: float = 0.75) -> None:
        """A vertical line."""
        self._stroke(RULE, thickness)
        self._canvas.line(round(x, 2), _up(y), round(x, 2), _up(y + height))

    def box(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle."""
        self._fill(colour)
        self._canvas.rect(*_rectangle(x, y, width, height), stroke=0, fill=1)

    def card(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle with round corners."""
        self._fill(colour)
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
        """A place in the viewer's list of headings; the highest level is 0."""
        self._bookmarks += 1
        key = f"kop-{self._bookmarks}"
        self._canvas.bookmarkHorizontal(key, 0, _up(y))
        self._canvas.addOutlineEntry(title, key, level)

    def next_page(self) -> None:
        """End this page."""
        self._canvas.showPage()
        self._tags.page += 1

    def finished(self) -> bytes:
        """The file. Its identifier is the fingerprint of its title and pages. Raises Mistagged."""
        pages = "".join([self._title, *rl_touch.page_streams(self._canvas)])
        mark = hashlib.sha256(pages.encode("utf-8")).hexdigest()[:32]
        rl_touch.set_identifier(self._canvas, mark)
        rl_touch.extend_pages(self._canvas)
        rl_touch.extend_catalog(self._canvas, {**self._tags.finish(), **self._for_the_archive()})
        data: bytes = self._canvas.getpdfdata()
        return data

    def _for_the_archive(self) -> dict[str, object]:
        profile = rl_touch.refer(self._canvas, archive.profile_stream())
        return {
            "Metadata": rl_touch.refer(self._canvas, archive.metadata(self._title)),
            "OutputIntents": rl_touch.array([archive.output_intent(profile)]),
        }

    def _stroke(self, colour: str, thickness: float) -> None:
        self._tags.drawing()
        self._canvas.setStrokeColor(_colour(colour))
        self._canvas.setLineWidth(thickness)

    def _fill(self, colour: str) -> None:
        self._tags.drawing()
        self._canvas.setFillColor(_colour(colour))


@cache
def _colour(code: str) -> object:
    """ReportLab would read the code anew for each text."""
    return HexColor(code)


def _up(y: float) -> float:
    return round(PAGE_HEIGHT - y, 2)


def _rectangle(x: float, y: float, width: float, height: float) -> tuple[float, ...]:
    return round(x, 2), _up(y + height), round(width, 2), round(height, 2)


def place(x: float, y: float, width: float, height: float) -> tuple[float, float, float, float]:
    """Where something lies as PDF says it: left, bottom, right and top, from the bottom up."""
    return round(x, 2), _up(y + height), round(x + width, 2), _up(y)
