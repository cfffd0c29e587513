"""How the overview looks: the page, the grid of 8 points, the colours and the sizes of type.

The colours are those of the window (design chapter 6, light column). Contrast on white is measured:
text 17:1, muted text 7.0:1, bars at least 6.7:1, rules 3.6:1.
"""

from dataclasses import dataclass

from vp_logboek.report.fonts import REGULAR, SEMIBOLD

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89
GRID = 8.0
LEFT, RIGHT = 56.0, PAGE_WIDTH - 56.0
TOP, BOTTOM = 60.0, PAGE_HEIGHT - 60.0
WIDTH = RIGHT - LEFT
GUTTER = 3 * GRID
COLUMN = (WIDTH - GUTTER) / 2

TEXT = "#1C1B19"
MUTED = "#5C5952"
ACCENT = "#154273"
RULE = "#8C877D"
HAIR = "#DAD6CE"
"""Between the rows of a table: it only leads the eye, so it may be faint."""
PAPER = "#F7F5F1"
WARNING, WARNING_GROUND = "#7A4E00", "#FFF4DB"

MAIN_COLOURS = {
    "integriteit": "#2F5D8C",
    "ongewenste_omgangsvormen": "#8C3B5E",
    "arbeidsconflict": "#7A4E00",
    "onveiligheid": "#5B4B9A",
    "advies": "#2A665A",
}


def colour_of(main: str | None) -> str:
    """The colour of a main class."""
    return MAIN_COLOURS.get(main or "", ACCENT)


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A face at a size, with the distance between lines, in points."""

    face: str
    size: float
    leading: float
    colour: str = TEXT


TITLE = TextStyle(SEMIBOLD, 22, 28, ACCENT)
SUBTITLE = TextStyle(REGULAR, 14, 19)
SECTION = TextStyle(SEMIBOLD, 16, 22, ACCENT)
HEADING = TextStyle(SEMIBOLD, 12.5, 17, ACCENT)
TABLE_TITLE = TextStyle(SEMIBOLD, 10.5, 14, ACCENT)
BODY = TextStyle(REGULAR, 9.5, 14)
ACCOUNT = TextStyle(REGULAR, 9, 13)
SMALL = TextStyle(REGULAR, 8.5, 12, MUTED)
CELL = TextStyle(REGULAR, 9, 12)
CELL_STRONG = TextStyle(SEMIBOLD, 9, 12)
CELL_PART = TextStyle(REGULAR, 9, 12, MUTED)
COLUMN_HEAD = TextStyle(REGULAR, 8, 10, MUTED)
BAR_LABEL = TextStyle(REGULAR, 10, 13)
BAR_FIGURE = TextStyle(SEMIBOLD, 11, 13)
TILE_FIGURE = TextStyle(SEMIBOLD, 30, 36, ACCENT)
TILE_LABEL = TextStyle(REGULAR, 10, 13, MUTED)
FOOT = TextStyle(REGULAR, 8, 11, MUTED)
MARK = TextStyle(SEMIBOLD, 11, 14, WARNING)
