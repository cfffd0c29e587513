"""What the place *Uitgegeven* says; without Qt."""

from collections.abc import Sequence

from vp_logboek.domain.ledger import Release
from vp_logboek.gui.released.work import Unknown
from vp_logboek.messages import in_words

INTRO = (
    "Hier staat elk overzicht dat u uitbracht. Daar verandert niets meer aan. Bewaart u een PDF "
    "nog een keer, dan is het precies dezelfde."
)
NOTHING = "Hier komt te staan wat u uitbrengt. U kunt dezelfde PDF dan altijd weer bewaren."
CHOOSE_FIRST = "Kies eerst een overzicht uit de lijst."
UNKNOWN = "Deze jaren zijn ook al uitgebracht, maar die PDF staat niet in dit logboek: {0}."
NOT_SAME = (
    "De PDF is bewaard als “{0}”, maar was niet goed terug te lezen. Gebruik dit bestand niet. "
    "Bewaar de PDF nog eens, op een andere plek."
)
SAVED = "De PDF is bewaard als “{0}”. Hij is teruggelezen en precies zoals hij is uitgebracht."


def unknown(years: Sequence[Unknown], with_names: bool) -> str:
    """Which years were issued elsewhere; empty for none."""
    if not years:
        return ""
    told = [f"{one.organisation} {one.label}" if with_names else one.label for one in years]
    return UNKNOWN.format(", ".join(told))


def edition(number: int) -> str:
    """The edition in a few letters: the second and later ones are revised."""
    return "eerste" if number == 1 else f"{number}e, herzien"


def said(release: Release) -> str:
    """A release in one sentence."""
    return (
        f"{release.report.organisation}, {release.report.year}. Nummer {release.number}, "
        f"uitgebracht op {in_words(release.issued_on)}."
    )
