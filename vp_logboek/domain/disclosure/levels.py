"""The four levels of protection and their thresholds, named once."""

from dataclasses import dataclass

from vp_logboek.domain.choice import Choice


class Level(Choice):
    """Niveau, chosen per organisation for a whole reporting year."""

    WIDE = "ruim", "Ruim"
    STANDARD = "standaard", "Standaard"
    STRICT = "streng", "Streng"
    NONE = "zonder-drempel", "Zonder drempel"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The smallest numbers of melders that may be shown.

    ``subject`` and ``characteristic`` for one cell, ``total`` for the year's total. Below
    ``detail`` melders only the total and the activities are shown.
    """

    subject: int
    characteristic: int
    total: int
    detail: int = 12


THRESHOLDS: dict[Level, Thresholds] = {
    Level.WIDE: Thresholds(subject=3, characteristic=3, total=3),
    Level.STANDARD: Thresholds(subject=3, characteristic=5, total=5),
    Level.STRICT: Thresholds(subject=5, characteristic=5, total=5),
}
"""Design chapter 4, "Levels". *Zonder drempel* has none: it shows exact numbers."""
