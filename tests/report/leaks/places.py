"""Where texts stand: in columns that others share, so that no place says anything by itself."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from tests.report.leaks.measures import AFTER_BAR, AFTER_TILE, BAR_AT, RIGHT, STUB, TILES
from tests.report.leaks.pages import Page, Shown

COLUMNS = (56, 64, 68, 72, 309.64, 317.64, 325.64, *TILES)
"""Where labels and lines begin, in points."""
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


def _lines(texts: list[Shown]) -> Iterator[str]:
    for above, below in pairwise(texts):
        same = above.tag is below.tag and above.x == below.x and above.size == below.size
        step = round(above.y - below.y, 2)
        near = any(abs(step - leading) < 0.015 for leading in LEADINGS)
        if same and above.text.endswith(" ") and 0 < step < 30 and not near:
            yield f"lines at {step}: {below.text!r}"
