"""The measures and colours of the page, written down once more from the design, in points.

The check must not ask the program: a change of the design is made here too.
"""

from tests.report.leaks.pages import Box, Colour, Shape

WIDE, HIGH = 595.28, 841.89
LEFT, RIGHT, COLUMN, SECOND = 56.0, 539.28, 229.64, 309.64
BAR_AT, BAR_HIGH, STUB, LONGEST = 248.0, 16.0, 24.0, 251.28
AFTER_BAR, AFTER_TILE = 6.0, 8.0
CARD, PAPER_SIDES = 76.0, 12.0
INKS = {
    "1C1B19", "5C5952", "154273", "8C877D", "F7F5F1", "7A4E00", "FFF4DB",
    "DAD6CE", "2F5D8C", "8C3B5E", "5B4B9A", "2A665A",
}  # fmt: skip
MARK, HAIR = "7A4E00", "DAD6CE"
SIZES = (8, 8.5, 9, 9.5, 10, 10.5, 11, 12.5, 14, 16, 22)
TILES = tuple(
    round(LEFT + n * ((RIGHT - LEFT - (many - 1) * PAPER_SIDES) / many + PAPER_SIDES) + 14, 2)
    for many in range(1, 6)
    for n in range(many)
)
"""Where what is in a tile begins, for one to five tiles beside each other."""
NEAR = 0.02


def ink(colour: Colour) -> str:
    """A colour as it is written in the design; one that is written otherwise is none."""
    parts = [round(part * 255) for part in colour]
    exact = all(abs(one - part / 255) < 6e-7 for one, part in zip(colour, parts, strict=True))
    return "".join(f"{part:02X}" for part in parts) if exact else f"almost {colour}"


def near(one: float, *others: float) -> bool:
    """Whether a measure is one of these."""
    return any(abs(one - other) < NEAR for other in others)


def size(shape: Shape) -> tuple[float, float]:
    """How wide and how high a shape is."""
    left, bottom, right, top = shape.box
    return right - left, top - bottom


def overlap(one: Box, other: Box) -> float:
    """How much two boxes have in common."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide * high if wide > 0.1 and high > 0.1 else 0.0
