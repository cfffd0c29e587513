"""What stands on every page around the story: the marks above it and the footer below."""

from dataclasses import dataclass

from vp_logboek.domain.safe_report import SafeReport
from vp_logboek.report import style, wording, wrap
from vp_logboek.report.paper import Paper
from vp_logboek.report.prose import baseline
from vp_logboek.report.style import GRID, LEFT, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, WIDTH

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
        marks = (*([wording.EXAMPLE_MARK] if report.example else []),
                 *([wording.CONCEPT_MARK] if concept else []))  # fmt: skip
        footer = _at_most_two(wrap.lines(title, style.FOOT, WIDTH - 10 * GRID))
        return cls(marks, footer, pages)

    def draw_above(self, paper: Paper) -> None:
        """Draw the marks, or a plain band where there are none."""
        if self.marks:
            paper.box(0, 0, PAGE_WIDTH, _BAND, style.WARNING_GROUND)
            at = baseline((_BAND - style.MARK.leading) / 2, style.MARK)
            paper.text(LEFT, at, "   ·   ".join(self.marks), style.MARK)
        else:
            paper.box(0, 0, PAGE_WIDTH, GRID, style.ACCENT)

    def draw_below(self, paper: Paper, page: int) -> None:
        """Draw the footer of a page; the first is 0."""
        paper.rule(LEFT, _FOOTER - GRID, WIDTH)
        for number, line in enumerate(self.footer):
            at = baseline(_FOOTER + number * style.FOOT.leading, style.FOOT)
            paper.text(LEFT, at, line, style.FOOT)
        said = wording.page_of(page + 1, self.pages)
        paper.text_right(RIGHT, baseline(_FOOTER, style.FOOT), said, style.FOOT)


def _at_most_two(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The footer has room for two lines; the whole name stands on the first page."""
    return lines if len(lines) <= 2 else (lines[0], f"{lines[1]} …")
