"""What is said about the place of a logbook; without Qt."""

from vp_logboek.gui.still_more import still_more
from vp_logboek.messages.parts import Message
from vp_logboek.services.places import Place, Where

_MOVE = "Sluit het programma en zet het logboek in een map op deze computer zelf."
_CHOOSE = "Kies liever een map op deze computer zelf."


def told_of_place(place: Place, is_made: bool = True) -> Message | None:
    """Why this is not a good place for a logbook; None when it is."""
    todo = _MOVE if is_made else _CHOOSE
    if place.where is Where.SYNCED:
        return Message(
            f"Uw logboek {_stands(is_made)} in een map die meekopieert ({place.service}).",
            "Zo'n map kopieert het bestand ook terwijl het programma erin schrijft. "
            "Dan kan werk verloren gaan.",
            todo,
        )
    if place.where is Where.NETWORK:
        return Message(
            f"Uw logboek {_stands(is_made)} op een schijf in het netwerk.",
            "Valt het netwerk even weg, dan kan werk verloren gaan.",
            todo,
        )
    return None


def _stands(is_made: bool) -> str:
    return "staat" if is_made else "komt"


def told_of_conflicts(names: tuple[str, ...]) -> Message:
    """That two computers wrote at once, and what lies there now."""
    more = still_more(len(names) - 1)
    return Message(
        f"Naast uw logboek staat nog een versie: “{names[0]}”. {more}".rstrip(),
        "Die is gemaakt door een programma dat mappen meekopieert. Er is niets weg.",
        "Open haar met Ander logboek openen. Kijk wat erin staat voordat u iets weghaalt.",
    )
