"""Colours as they are drawn, measured on the picture of a window."""

from collections import Counter
from functools import lru_cache
from hashlib import blake2b

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

from vp_logboek.gui.contrast import ratio

Colour = int


@lru_cache(maxsize=20_000)
def apart(one: Colour, other: Colour) -> float:
    """How far two colours differ (WCAG 2.1)."""
    return ratio(QColor(one & 0xFFFFFF), QColor(other & 0xFFFFFF))


MOST_INKS = 240
"""So many shades are looked at: the blurred edges of a short word alone have some hundred."""


_measured: dict[bytes, float | None] = {}
"""The same words stand on many screens, and look the same there."""


def clearest(picture: QImage, place: QRect) -> float | None:
    """How far the clearest ink differs from its ground; None where nothing is drawn."""
    part = picture.copy(place.intersected(picture.rect()))
    if part.isNull():
        return None
    pixels = memoryview(part.constBits())
    known = blake2b(pixels, digest_size=16).digest()
    if known not in _measured:
        _measured[known] = _clearest(Counter(pixels.cast("I")))
    return _measured[known]


def _clearest(found: Counter[Colour]) -> float | None:
    if len(found) < 2:
        return None
    ground = found.most_common(1)[0][0]
    inks = sorted(found, key=found.__getitem__, reverse=True)[1:MOST_INKS]
    return max(apart(ground, ink) for ink in inks)
