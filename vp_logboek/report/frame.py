"""What stands on every page around the story: the marks above it and the footer below."""

from dataclasses import dataclass

from vp_logboek.domain.safe_report import SafeReport
from vp_logboek.report import style, wording, wrap
from vp_logboek.report.elements import Element
from vp_logboek.report.paper import Paper
from vp_logboek.report.prose import baseline, fitted, set_lines
from vp_logboek.report.style import GRID, LEFT, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, WIDTH
from vp_logboek.report.tagged import FOOTER, HEADER

_BAND = 3 * GRID
_FOOTER = PAGE_HEIGHT - 5.5 * GRID


@dataclass(frozen=True, slots=True)
class Frame:
    """The marks and the footer of one document."""

    marks: tuple[str, ...]
    footer: tuple[str, ...]
    pages: int

    @classmethod
    def of(cls, report: SafeReport, title: str, concept: bool, pages: int) -> "Frame":
        """The frame of a report, with the mark of an example and that of a concept. The footer says
        the document's ``title``.
        """
        marks = wording.marks(report, concept)
        footer = _at_most_two(wrap.lines(title, style.FOOT, WIDTH - 10 * GRID))
        return cls(marks, footer, pages)

    def draw_above(self, paper: Paper) -> None:
        """Draw the marks, or a plain band where there are none."""
        ground = style.WARNING_GROUND if self.marks else style.ACCENT
        with paper.artifact():
            paper.box(0, 0, PAGE_WIDTH, _BAND if self.marks else GRID, ground)
        if self.marks:
            self._draw_marks(paper)

    def _draw_marks(self, paper: Paper) -> None:
        """The marks are read aloud on the first page, and stand above the others for the eye."""
        said = " · ".join(self.marks)
        how = fitted(said, style.MARK, WIDTH)
        at = baseline((_BAND - how.leading) / 2, how)
        with paper.artifact(HEADER) if paper.page else paper.content(Element("P")):
            paper.text(LEFT, at, said, how)

    def draw_below(self, paper: Paper) -> None:
        """Draw the footer of the page."""
        with paper.artifact(FOOTER):
            paper.rule(LEFT, _FOOTER - GRID, WIDTH)
            set_lines(paper, LEFT, _FOOTER, self.footer, style.FOOT)
            said = wording.page_of(paper.page + 1, self.pages)
            paper.text_right(RIGHT, baseline(_FOOTER, style.FOOT), said, style.FOOT)


def _at_most_two(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The footer has room for two lines; the whole name stands on the first page."""
    return lines if len(lines) <= 2 else (lines[0], f"{lines[1]} …")
