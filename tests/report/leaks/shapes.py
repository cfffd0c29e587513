"""The shapes on a page: only those of the design, each as large as what is shown asks."""

from collections.abc import Iterator

from tests.report.leaks.measures import (
    AFTER_BAR,
    AFTER_TILE,
    BAR_AT,
    BAR_HIGH,
    CARD,
    COLUMN,
    HAIR,
    HIGH,
    INKS,
    LEFT,
    LONGEST,
    PAPER_SIDES,
    RIGHT,
    SECOND,
    STUB,
    TILES,
    WIDE,
    ink,
    near,
    size,
)
from tests.report.leaks.pages import Box, Page, Shape

_ROUND = "mlclclclch"
"""How the path of a card goes."""


def odd(page: Page) -> Iterator[str]:
    """Shapes that are none of ours, and those that say something."""
    places = [(one.how, one.box) for one in page.shapes]
    for shape in page.shapes:
        if ink(shape.colour) not in INKS and shape.how != "clip":
            yield f"a shape in a strange colour: {shape.box}"
        if places.count((shape.how, shape.box)) > 1:
            yield f"a shape twice: {shape.box}"
        if shape.steps not in ("re", "ml", _ROUND) or not _known(shape):
            yield f"a shape that is none of ours: {shape.how} {shape.box}"
    yield from _bars(page)
    yield from _stubs(page)


def _known(shape: Shape) -> bool:
    return any(kind(shape) for kind in (_band, _card, _edge, _bar, _rule, _axis, _of_stub))


def _band(shape: Shape) -> bool:
    """The bar over the whole page at its top."""
    wide, high = size(shape)
    return (
        shape.how == "fill" and near(wide, WIDE) and near(high, 8, 24) and near(shape.box[3], HIGH)
    )


def _card(shape: Shape) -> bool:
    """What is behind a tile: one of one to five beside each other."""
    wide, high = size(shape)
    widths = [(RIGHT - LEFT - (n - 1) * PAPER_SIDES) / n for n in range(1, 6)]
    return (
        shape.how == "fill"
        and near(wide, *widths)
        and near(high, CARD)
        and ink(shape.colour) == "F7F5F1"
        and _is_round(shape)
    )


def _is_round(shape: Shape) -> bool:
    """Whether a path goes round a card, with corners of 6 points."""
    left, low, right, high = shape.box
    corner, bend = 6.0, 6 * (1 - 0.552800)
    xs = [left + corner, right - corner, right - bend, right, right, right, right, right - bend,
          right - corner, left + corner, left + bend, left, left, left, left, left + bend,
          left + corner]  # fmt: skip
    ys = [low, low, low, low + bend, low + corner, high - corner, high - bend, high,
          high, high, high, high - bend, high - corner, low + corner, low + bend, low,
          low]  # fmt: skip
    wanted = list(zip(xs, ys, strict=True))
    return len(wanted) == len(shape.points) and all(
        abs(x - to_x) < 1e-3 and abs(y - to_y) < 1e-3
        for (x, y), (to_x, to_y) in zip(shape.points, wanted, strict=True)
    )


def _edge(shape: Shape) -> bool:
    """The coloured edge before a row of a table or of the chart: as high as the lines of it."""
    wide, high = size(shape)
    lines = range(1, 60)
    in_table = near(wide, 3) and near(high, *(12 * n for n in lines))
    in_chart = near(wide, 4) and near(high, *(13 * n + 4 for n in lines))
    return shape.how == "fill" and shape.is_box and (in_table or in_chart)


def _bar(shape: Shape) -> bool:
    return (
        shape.how == "fill"
        and shape.is_box
        and near(shape.box[0], BAR_AT)
        and near(size(shape)[1], BAR_HIGH)
    )


def _rule(shape: Shape) -> bool:
    """A line over a column or the page, and the hair lines between rows, which are indented."""
    left, low, right, high = shape.box
    begins, ends = (LEFT, SECOND), (LEFT + COLUMN, RIGHT)
    if ink(shape.colour) == HAIR:
        begins = tuple(begin + indent for begin in begins for indent in (0, 8, 16))
    thick = 0.4 if ink(shape.colour) == HAIR else 0.5
    whole = near(left, *begins) and near(right, *ends) and shape.line == thick
    return shape.how == "stroke" and low == high and whole


def _axis(shape: Shape) -> bool:
    """The line at which the bars begin: as high as the row, whose room hangs on their number."""
    wide, high = size(shape)
    rooms = {max(6.0, min(14.0, (320 / rows - 13) / 2)) for rows in range(1, 21)}
    heights = [13 * lines + 2 * room for lines in range(1, 20) for room in rooms]
    return (
        shape.how == "stroke" and wide == 0 and near(shape.box[0], BAR_AT) and near(high, *heights)
    )


def _of_stub(shape: Shape) -> bool:
    """The outline of a stub, its clip, and the lines of its hatch."""
    wide, high = size(shape)
    places = (BAR_AT, *TILES)
    if shape.is_box:
        one = near(wide, STUB) and near(high, BAR_HIGH) and near(shape.box[0], *places)
        return shape.how != "fill" and one
    hatch = (
        shape.clipped and len(shape.points) == 2 and near(wide, BAR_HIGH) and near(high, BAR_HIGH)
    )
    steps = [place - BAR_HIGH + 4 * step for place in places for step in range(11)]
    return hatch and near(high, BAR_HIGH) and near(shape.box[0], *steps)


def _bars(page: Page) -> Iterator[str]:
    """Each bar has a figure behind it, and is as long as that figure to the longest."""
    bars = [(one, _figure_of(one.box, page)) for one in page.shapes if _bar(one)]
    figures = [int(figure) for _, figure in bars if figure.isdigit()]
    for bar, figure in bars:
        wide = size(bar)[0]
        if not figure.isdigit() or not near(wide, LONGEST * int(figure) / max(figures)):
            yield f"a bar of {wide:.2f} for {figure!r}"


def _stubs(page: Page) -> Iterator[str]:
    """A hidden figure has a stub, always the same one, and nothing else has."""
    outlines = [one for one in page.shapes if one.how == "stroke" and one.is_box]
    clips = [one for one in page.shapes if one.how == "clip"]
    hatch = [one for one in page.shapes if one.clipped]
    for one in outlines:
        if _figure_of(one.box, page) != "•":
            yield f"a stub for {_figure_of(one.box, page)!r}"
    lines = [sum(_in_stub(one, line) for line in hatch) for one in outlines]
    if [one.box for one in outlines] != [one.box for one in clips] or set(lines) - {11}:
        yield f"stubs of other kinds: {lines} lines"


def _in_stub(outline: Shape, line: Shape) -> bool:
    places = [outline.box[0] - BAR_HIGH + 4 * step for step in range(11)]
    return near(line.box[0], *places) and near(line.box[1], outline.box[1])


def _figure_of(box: Box, page: Page) -> str:
    """What stands behind a bar or a stub."""
    gap = AFTER_BAR if near(box[0], BAR_AT) else AFTER_TILE
    right, middle = box[2] + gap, (box[1] + box[3]) / 2
    return "".join(
        text.text.rstrip()
        for text in page.texts
        if near(text.x, right) and abs(text.y + 0.35 * text.size - middle) < 1
    )
