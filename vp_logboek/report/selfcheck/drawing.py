"""What is drawn on a page, and how it may look: the texts, rectangles and colours of ours."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from vp_logboek.report import style
from vp_logboek.report.selfcheck.box import Box

Looks = frozenset[tuple[str, float, str]]
"""Faces with their sizes and colours."""


def looks(styles: Iterable[object]) -> Looks:
    """How a text in any of these styles looks."""
    return frozenset(
        (each.face, each.size, each.colour) for each in styles if isinstance(each, style.TextStyle)
    )


STYLES = looks(vars(style).values())
"""Those of every text that is ever set on an overview."""
FITTED = (style.TILE_FIGURE, style.MARK)
"""Those that may be smaller, to fit on their line."""
INK = {colour for _face, _size, colour in STYLES}
GROUNDS = {style.PAPER, style.WARNING_GROUND}
"""Light enough for every ink."""
BARS = {*style.MAIN_COLOURS.values(), style.ACCENT}
STUB = (3 * style.GRID, 2 * style.GRID)
"""How wide and how high the hatched rectangle is, whatever is hidden."""
WEIGHTS = {0.25, 0.4, 0.5, 0.6, 0.75}
"""How heavy a line may be, in points."""
LINES = {style.RULE, style.HAIR, style.MUTED}


class Mark(NamedTuple):
    """What content is marked as: with a tag and a number, or, without one, as an artifact. That of
    a page (a footer, a mark) has a kind.
    """

    tag: str
    number: int | None
    kind: str = ""


class Shown(NamedTuple):
    """A text that is shown, as the how manieth thing on its page: ``base`` is where its letters
    stand, and ``size`` that of its style.
    """

    mark: Mark
    text: str
    box: Box
    order: int
    base: float
    size: float


class Filled(NamedTuple):
    """A filled rectangle, or the outlined one of what is not shown."""

    mark: Mark
    box: Box
    order: int
    colour: str


class Ruled(NamedTuple):
    """A line, as the rectangle it is the diagonal of."""

    mark: Mark
    box: Box


class Artifact(NamedTuple):
    """What means nothing, or stands on every page: its kind and the texts in it."""

    kind: str
    texts: list[str]


@dataclass
class Drawing:
    """All that is drawn on one page, in order, and how it is marked."""

    marks: list[Mark] = field(default_factory=list)
    artifacts: list[Artifact] = field(default_factory=list)
    texts: list[Shown] = field(default_factory=list)
    boxes: list[Filled] = field(default_factory=list)
    stubs: list[Filled] = field(default_factory=list)
    lines: list[Ruled] = field(default_factory=list)
    order: int = 0


def colour_of(parts: Sequence[float]) -> str:
    """A colour as the style writes it; empty when it is none of 256 steps."""
    steps = [round(part * 255) for part in parts]
    near = all(abs(part * 255 - step) < 0.001 for part, step in zip(parts, steps, strict=True))
    return "#" + "".join(f"{step:02X}" for step in steps) if near else ""
