"""Where texts stand: in columns that others share, so that no place says anything by itself."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from tests.report.leaks.measures import (
    AFTER_BAR,
    AFTER_TILE,
    BAR_AT,
    HIGH,
    RIGHT,
    STUB,
    TILES,
    size,
)
from tests.report.leaks.pages import Page, Shown

COLUMNS = (56, 64, 68, 72, 309.64, 317.64, 325.64, *TILES)
"""Where labels and lines begin, in points."""
_FOOT, _FOOT_RULE = (35.7, 24.7), 52
"""Where the lines of the foot stand, and the line above them."""
LEADINGS = (10, 11, 12, 13, 14, 17, 19, 22, 28)
"""From a line to the next of one text, in points."""


def odd(pages: list[Page]) -> Iterator[str]:
    """Texts that begin and end where no other does, and lines that are too far from each other."""
    texts = [text for page in pages for text in page.texts]
    begins = Counter(round(text.x, 2) for text in texts)
    ends = Counter(round(text.x + text.width, 1) for text in texts)
    bars = {round(s.box[2] + AFTER_BAR, 2) for p in pages for s in p.shapes if s.box[0] == BAR_AT}
    columns = bars.union(COLUMNS, (round(one + STUB + AFTER_TILE, 2) for one in TILES))
    for text in texts:
        right = text.x + text.width
        alone = begins[round(text.x, 2)] == 1 and ends[round(right, 1)] == 1
        if alone and round(text.x, 2) not in columns and abs(right - RIGHT) > 0.01:
            yield f"text in no column, at {text.x}: {text.text!r}"
    for page in pages:
        yield from _lines(page.texts)
        yield from _heights(page)


def _lines(texts: list[Shown]) -> Iterator[str]:
    for above, below in pairwise(texts):
        same = above.tag is below.tag and above.x == below.x and above.size == below.size
        step = round(above.y - below.y, 2)
        near = any(abs(step - leading) < 0.015 for leading in LEADINGS)
        if same and above.text.endswith(" ") and 0 < step < 30 and not near:
            yield f"lines at {step}: {below.text!r}"


def _heights(page: Page) -> Iterator[str]:
    """All heights are in quarters of a point from the top, but those of the foot, and where bars
    share what room there is.
    """
    axes = [one for one in page.shapes if size(one)[0] == 0 and one.box[0] == BAR_AT]
    if any(not _is_quarter(size(one)[1]) for one in axes):
        return
    for text in page.texts:
        drop = HIGH - text.y
        whole = _is_quarter(drop) or _is_quarter(drop - 0.35 * text.size)
        if not whole and text.y not in _FOOT:
            yield f"text at a height of its own, {text.y}: {text.text!r}"
    for shape in page.shapes:
        off = [one for one in shape.box[1::2] if not _is_quarter(HIGH - one)]
        if off and shape.box[1] != _FOOT_RULE:
            yield f"a shape at a height of its own: {shape.box}"


def _is_quarter(measure: float) -> bool:
    return abs(4 * measure - round(4 * measure)) < 0.045
