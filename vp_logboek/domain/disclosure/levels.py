"""The four levels of protection and their thresholds, named once."""

from collections.abc import Iterable
from dataclasses import dataclass

from vp_logboek.domain.choice import Choice


class Level(Choice):
    """Niveau, chosen per organisation for a whole reporting year."""

    WIDE = "ruim", "Ruim"
    STANDARD = "standaard", "Standaard"
    STRICT = "streng", "Streng"
    NONE = "zonder-drempel", "Zonder drempel"


CROSSED_FROM = 60
"""The smallest shown total beside which subjects are crossed with intern and extern."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The smallest numbers of melders that may be shown.

    ``subject`` and ``characteristic`` for one cell, ``total`` for the year's total. Below
    ``detail`` melders only the total and the activities are shown. From ``crossed`` melders on a
    table of subject by intern and extern takes the place of the table of intern and extern.
    """

    subject: int
    characteristic: int
    total: int
    detail: int = 12
    crossed: int = CROSSED_FROM


THRESHOLDS: dict[Level, Thresholds] = {
    Level.WIDE: Thresholds(subject=3, characteristic=3, total=3),
    Level.STANDARD: Thresholds(subject=3, characteristic=5, total=5),
    Level.STRICT: Thresholds(subject=5, characteristic=5, total=5),
}
"""Design chapter 4, "Levels". *Zonder drempel* has none: it shows exact numbers."""

_STRICTNESS = (Level.NONE, Level.WIDE, Level.STANDARD, Level.STRICT)


def strictest(levels: Iterable[Level]) -> Level:
    """The level of a sum over organisations. Raises ValueError without any level."""
    return max(levels, key=_STRICTNESS.index)


def keeps_out_insiders(level: Level) -> bool:
    """Whether also a reader who knows everybody but one is kept out (G2)."""
    return level in (Level.STANDARD, Level.STRICT)
