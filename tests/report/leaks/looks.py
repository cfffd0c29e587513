"""What can be seen on a page, and only that: no text that is hidden, small or in another colour."""

from collections.abc import Iterator
from functools import lru_cache

from tests.report.leaks import shapes
from tests.report.leaks.measures import HIGH, INKS, LEFT, MARK, NEAR, RIGHT, SIZES, ink, overlap
from tests.report.leaks.pages import Box, Colour, Page, Shape, Shown

_SMALLEST, _CONTRAST = 8.0, 4.5


@lru_cache(128)
def seen(page: Page) -> tuple[str, ...]:
    """What is odd about what is shown on one page."""
    return tuple(_seen(page))


def _seen(page: Page) -> Iterator[str]:
    for text in page.texts:
        yield from _unseen(text, page)
    for text in page.texts:
        for other in page.texts:
            if text.order < other.order and overlap(text.box, other.box) > 1:
                yield f"text over text: {text.text!r} and {other.text!r}"
    yield from shapes.odd(page)


def _unseen(text: Shown, page: Page) -> Iterator[str]:
    said = f"{text.text!r:.60}"
    if text.size not in SIZES and not _is_fitted(text):
        yield f"text of size {text.size}: {said}"
    if text.size < _SMALLEST:
        yield f"tiny text: {said}"
    if ink(text.colour) not in INKS:
        yield f"text in a strange colour: {said}"
    if contrast(text.colour, _ground(text, page.shapes)) < _CONTRAST:
        yield f"text that cannot be read from what is behind it: {said}"
    left, bottom, right, top = text.box
    if left < LEFT - NEAR or right > RIGHT + 1 or bottom < 20 or top > HIGH - 4:
        yield f"text off the page: {said}"
    if text.clipped:
        yield f"text in a clip: {said}"
    if any(one.how == "fill" and one.order > text.order and overlap(one.box, text.box) > 0
           for one in page.shapes):  # fmt: skip
        yield f"text under something: {said}"


def _is_fitted(text: Shown) -> bool:
    """The figure of a tile and the marks at the top are made as small as their room asks."""
    largest = 11 if ink(text.colour) == MARK else 30
    return text.size <= largest and round(text.size, 1) == text.size


def _ground(text: Shown, shapes: list[Shape]) -> Colour:
    middle = (text.x + text.width / 2, text.y + 0.3 * text.size)
    behind = [
        shape.colour
        for shape in shapes
        if shape.how == "fill" and shape.order < text.order and _holds(shape.box, *middle)
    ]
    return behind[-1] if behind else (1.0, 1.0, 1.0)


def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours as WCAG 2 measures it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _holds(box: Box, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]
