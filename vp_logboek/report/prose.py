"""Headings and running text."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import floor

from vp_logboek.report import fonts, style, wrap
from vp_logboek.report.elements import Element
from vp_logboek.report.flow import Group, Space
from vp_logboek.report.paper import Paper
from vp_logboek.report.style import COLUMN, TextStyle

TITLE, SECTION, PART, CAPTION = "H1", "H2", "H3", "Caption"
_LEVEL = {TITLE: 0, SECTION: 0, PART: 1, CAPTION: 1}
"""How deep a heading stands in the viewer's list."""


@dataclass(frozen=True, slots=True)
class Lines:
    """A text that has been broken into lines, with some space below. ``parent`` is the table or
    list that it is a part of.
    """

    lines: tuple[str, ...]
    style: TextStyle
    below: float = 0.0
    tag: str = "P"
    parent: Element | None = None

    @property
    def height(self) -> float:
        """Its height in points."""
        return len(self.lines) * self.style.leading + self.below

    def draw(self, paper: Paper, x: float, y: float) -> None:
        """Draw it with its left upper corner here."""
        with paper.content(Element(self.tag, self.parent)):
            set_lines(paper, x, y, self.lines, self.style)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that the viewer's list of headings shows too."""

    text: Lines

    @property
    def height(self) -> float:
        """Its height in points."""
        return self.text.height

    def draw(self, paper: Paper, x: float, y: float) -> None:
        """Draw it with its left upper corner here."""
        paper.bookmark("".join(self.text.lines), y, _LEVEL[self.text.tag])
        self.text.draw(paper, x, y)


@dataclass(frozen=True, slots=True)
class Repeated:
    """A heading that stands again where its table goes on: it is not read a second time."""

    text: Lines

    @property
    def height(self) -> float:
        """Its height in points."""
        return self.text.height

    def draw(self, paper: Paper, x: float, y: float) -> None:
        """Draw it with its left upper corner here."""
        with paper.artifact():
            set_lines(paper, x, y, self.text.lines, self.text.style)


def set_lines(
    paper: Paper, x: float, y: float, lines: Sequence[str], text_style: TextStyle
) -> None:
    """Set lines below each other; the first has its box at ``y``."""
    for number, line in enumerate(lines):
        paper.text(x, baseline(y, text_style) + number * text_style.leading, line, text_style)


def baseline(y: float, text_style: TextStyle) -> float:
    """Where the first line stands when its box begins at ``y``."""
    return y + (text_style.leading + 0.7 * text_style.size) / 2


def fitted(text: str, text_style: TextStyle, room: float) -> TextStyle:
    """The style, smaller where one line of the text would not fit."""
    size = text_style.size * room / fonts.width(text, text_style.face, text_style.size)
    return (
        text_style if size >= text_style.size else replace(text_style, size=floor(10 * size) / 10)
    )


def set_text(text: str, text_style: TextStyle, width: float, below: float = 0.0) -> Lines:
    """A text broken into lines of a width."""
    return Lines(wrap.lines(text, text_style, width), text_style, below)


def heading(
    text: str,
    text_style: TextStyle,
    width: float,
    tag: str,
    below: float,
    parent: Element | None = None,
) -> Heading:
    """A heading broken into lines of a width."""
    return Heading(Lines(wrap.lines(text, text_style, width), text_style, below, tag, parent))


def passage(title: str, paragraphs: Sequence[str]) -> tuple[Group, ...]:
    """A heading with its paragraphs, a column wide; the heading stays with the first of them."""
    head = heading(title, style.TABLE_TITLE, COLUMN, PART, 2)
    body = [set_text(text, style.ACCOUNT, COLUMN, 0.75 * style.GRID) for text in paragraphs]
    last = Space(0.5 * style.GRID)
    groups = [Group(head=(head, body[0])), *(Group(head=(lines,)) for lines in body[1:])]
    return (*groups[:-1], Group(head=(*groups[-1].head, last)))
