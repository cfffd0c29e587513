"""What is said of a list of talks: how many there are, were found or are chosen, and where."""

from vp_logboek.domain.listing import TalkQuery

MOVE_HINT = "Een eerste gesprek wordt daar een vervolggesprek."
NO_HOME = "Er is geen ander dossier van deze organisatie."

STOPPED = "Gestopt: er is niets weggegooid."


def talks(number: int) -> str:
    """So many talks."""
    return "1 gesprek" if number == 1 else f"{number} gesprekken"


def counted(number: int, query: TalkQuery, year: str) -> str:
    """Above the list. Who looks for something is told where that was found."""
    if not query.text and not query.is_filtered:
        return talks(number)
    where = "in alle jaren" if query.year is None else f"in {year}"
    return f"{talks(number)} gevonden {where}" if number else f"Niets gevonden {where}"


def in_all_years(number: int) -> str:
    """Said aloud, where there is nothing in this year."""
    return f"In alle jaren: {talks(number)}"


def look_in_all_years(number: int) -> str:
    """What leads there."""
    return f"Zoek in alle jaren ({talks(number)})"


def chosen(number: int) -> str:
    """Of several at once."""
    return f"{talks(number)} gekozen"


def binning(number: int) -> str:
    """While they are thrown away."""
    return f"{talks(number)} gaan naar de prullenbak…"


def binned(number: int) -> str:
    """In the bar, after they were thrown away."""
    return f"{talks(number)} liggen in de prullenbak."


def moved(number: int) -> str:
    """In the bar, after they were moved."""
    if number == 1:
        return "Het gesprek staat in een ander dossier."
    return f"{talks(number)} staan in een ander dossier."
