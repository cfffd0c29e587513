"""Colours as they are drawn, measured on the picture of a window."""

from collections import Counter
from functools import lru_cache

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

from vp_logboek.gui.contrast import ratio

Colour = int


def colours(picture: QImage, place: QRect) -> Counter[Colour]:
    """How often each colour is in this part of a picture."""
    part = picture.copy(place.intersected(picture.rect()))
    if part.isNull():
        return Counter()
    return Counter(memoryview(part.constBits()).cast("I"))


@lru_cache(maxsize=20_000)
def apart(one: Colour, other: Colour) -> float:
    """How far two colours differ (WCAG 2.1)."""
    return ratio(QColor(one & 0xFFFFFF), QColor(other & 0xFFFFFF))


MOST_INKS = 240
"""So many shades are looked at: the blurred edges of a short word alone have some hundred."""


def clearest(found: Counter[Colour]) -> tuple[Colour, float] | None:
    """The ground, and how far the clearest ink on it differs; None where nothing is drawn."""
    if len(found) < 2:
        return None
    ground = found.most_common(1)[0][0]
    inks = sorted(found, key=found.__getitem__, reverse=True)[1:MOST_INKS]
    return ground, max(apart(ground, ink) for ink in inks)
