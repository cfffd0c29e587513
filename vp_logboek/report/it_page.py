"""The page for the IT department on paper: one side of A4, from the same text as in the help.

Of Markdown it knows a title, headings, paragraphs and lists: that is all the page has.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vp_logboek.domain.errors_report import TooLongToPrint
from vp_logboek.report import fonts, prose, style
from vp_logboek.report.elements import Element
from vp_logboek.report.flow import Flow, Group, Part, Space
from vp_logboek.report.paper import Paper
from vp_logboek.report.selfcheck.sheet import check_sheet
from vp_logboek.report.style import COLUMN, GRID, PAGE_WIDTH, WIDTH, TextStyle

_LEAD = TextStyle(fonts.REGULAR, 11, 16)
_BODY = TextStyle(fonts.REGULAR, 9.5, 12.5)
_STYLES = (_LEAD, _BODY)
_DOT = "•"
_INDENT = 1.5 * GRID
_AFTER_ITEM, _AFTER_HEADING, _AFTER_SECTION = 3.0, 3.0, 9.0

Section = tuple[str, tuple[str, ...]]
"""A heading with its lines, each a paragraph or, with a dash before it, a line of a list."""


def render(text: str) -> bytes:
    """The page, read back and found to hold nothing else; the same text gives the same bytes.

    Raises TooLongToPrint where it takes more than one side, and OverviewRefused.
    """
    title, lead, sections = _read(text)
    flow = Flow()
    flow.full(_top(title, lead))
    flow.columns([_section(each) for each in sections])
    if flow.pages > 1:
        raise TooLongToPrint
    paper = Paper(title)
    with paper.artifact():
        paper.box(0, 0, PAGE_WIDTH, GRID, style.ACCENT)
    for placed in flow.placed:
        placed.part.draw(paper, placed.x, placed.y)
    paper.next_page()
    pdf = paper.finished()
    check_sheet(pdf, title, list(_said(title, lead, sections)), _STYLES)
    return pdf


@dataclass(frozen=True, slots=True)
class _Item:
    """One line of a list, which hangs beside its dot."""

    text: prose.Lines
    list_: Element

    @property
    def height(self) -> float:
        return self.text.height

    def draw(self, paper: Paper, x: float, y: float) -> None:
        item = Element("LI", self.list_)
        with paper.content(Element("Lbl", item)):
            paper.text(x, prose.baseline(y, _BODY), f"{_DOT} ", _BODY)
        with paper.content(Element("LBody", item)):
            prose.set_lines(paper, x + _INDENT, y, self.text.lines, _BODY)


def _read(text: str) -> tuple[str, str, tuple[Section, ...]]:
    """The title, the first paragraph and the sections."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    heads = [n for n, line in enumerate(lines) if line.startswith("## ")]
    ends = [*heads[1:], len(lines)]
    sections = (
        (lines[head].removeprefix("## "), tuple(lines[head + 1 : end]))
        for head, end in zip(heads, ends, strict=True)
    )
    return lines[0].removeprefix("# "), " ".join(lines[1 : heads[0]]), tuple(sections)


def _top(title: str, lead: str) -> Group:
    head = prose.heading(title, style.TITLE, WIDTH, prose.TITLE, 0.5 * GRID)
    return Group(head=(head, prose.set_text(lead, _LEAD, WIDTH), Space(2 * GRID)))


def _section(section: Section) -> Group:
    """A heading with all its lines: a short section is not split."""
    title, lines = section
    head = prose.heading(title, style.HEADING, COLUMN, prose.SECTION, _AFTER_HEADING)
    return Group(head=(head, *_parts(lines), Space(_AFTER_SECTION)))


def _parts(lines: Sequence[str]) -> Iterator[Part]:
    list_ = Element("L")
    for line in lines:
        if line.startswith("- "):
            said = line.removeprefix("- ")
            yield _Item(prose.set_text(said, _BODY, COLUMN - _INDENT, _AFTER_ITEM), list_)
        else:
            yield prose.set_text(line, _BODY, COLUMN, _AFTER_ITEM)


def _said(title: str, lead: str, sections: Sequence[Section]) -> Iterator[tuple[str, str]]:
    """Every text of the page with its tag, in order."""
    yield "H1", fonts.clean(title)
    yield "P", fonts.clean(lead)
    for head, lines in sections:
        yield "H2", fonts.clean(head)
        for line in lines:
            if line.startswith("- "):
                yield "Lbl", f"{_DOT} "
                yield "LBody", fonts.clean(line.removeprefix("- "))
            else:
                yield "P", fonts.clean(line)
