"""Headings and running text."""

from collections.abc import Sequence
from dataclasses import dataclass

from vp_logboek.report import style, wrap
from vp_logboek.report.flow import Group, Space
from vp_logboek.report.paper import Paper
from vp_logboek.report.style import COLUMN, TextStyle


@dataclass(frozen=True, slots=True)
class Lines:
    """A text that has been broken into lines, with some space below."""

    lines: tuple[str, ...]
    style: TextStyle
    below: float = 0.0

    @property
    def height(self) -> float:
        """Its height in points."""
        return len(self.lines) * self.style.leading + self.below

    def draw(self, paper: Paper, x: float, y: float) -> None:
        """Draw it with its left upper corner here."""
        for number, line in enumerate(self.lines):
            paper.text(x, baseline(y, self.style) + number * self.style.leading, line, self.style)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that the viewer's list of headings shows too."""

    text: Lines
    level: int

    @property
    def height(self) -> float:
        """Its height in points."""
        return self.text.height

    def draw(self, paper: Paper, x: float, y: float) -> None:
        """Draw it with its left upper corner here."""
        paper.bookmark(" ".join(self.text.lines), y, self.level)
        self.text.draw(paper, x, y)


def baseline(y: float, text_style: TextStyle) -> float:
    """Where the first line stands when its box begins at ``y``."""
    return y + (text_style.leading + 0.7 * text_style.size) / 2


def set_text(text: str, text_style: TextStyle, width: float, below: float = 0.0) -> Lines:
    """A text broken into lines of a width."""
    return Lines(wrap.lines(text, text_style, width), text_style, below)


def heading(text: str, text_style: TextStyle, width: float, level: int, below: float) -> Heading:
    """A heading broken into lines of a width."""
    return Heading(set_text(text, text_style, width, below), level)


def passage(title: str, paragraphs: Sequence[str]) -> tuple[Group, ...]:
    """A heading with its paragraphs, a column wide; the heading stays with the first of them."""
    head = heading(title, style.TABLE_TITLE, COLUMN, 1, 2)
    body = [set_text(text, style.ACCOUNT, COLUMN, 0.75 * style.GRID) for text in paragraphs]
    last = Space(0.5 * style.GRID)
    groups = [Group(head=(head, body[0])), *(Group(head=(lines,)) for lines in body[1:])]
    return (*groups[:-1], Group(head=(*groups[-1].head, last)))
