"""What the screens of keeping say; without Qt."""

from collections.abc import Sequence
from datetime import date

from vp_logboek.messages import in_words

INTRO = "Hier ziet u wat u niet meer hoeft te bewaren. Er gebeurt niets vanzelf."
NOTHING_DUE = "Er is nu geen dossier dat u moet vernietigen."
GOES = "Gesprekken, aantekeningen, acties, datums en verwijzingen naar andere dossiers."
STAYS = "De telling. Uw jaaroverzichten houden dezelfde aantallen."
FOR_GOOD = "Dit kan niet ongedaan worden gemaakt."
IN_BACKUPS = "In eerdere reservekopieën staat het nog, tot u die weggooit."
IN_OLDER_BACKUPS = (
    "In oudere reservekopieën staat het nog, tot die kopieën weg zijn. "
    "Het programma noemt die kopieën niet."
)
HOW_TO_CHOOSE = "Klik op een rij of druk op de spatiebalk om te kiezen. Enter opent het dossier."
TALLY_UNCHANGED = "De telling is niet veranderd."
ONLY_TALLY = "Alleen de telling blijft."
READ_ONLY = "U kunt dit logboek hier alleen lezen."
CHOOSE_FIRST = "Kies eerst een of meer dossiers."
CHOOSE_TALKS_FIRST = "Kies eerst een of meer gesprekken."
WHERE_THEY_ARE = (
    "Het programma kijkt alleen in de map voor reservekopieën en naast het logboek. "
    "Kopieën op andere plaatsen kent het niet."
)
NONE_KNOWN = "Het programma kent geen reservekopie waarin nog staat wat u hebt vernietigd."

STOP, STOPPING = "Stoppen", "Het stopt…"
STOPPED = "Het is gestopt. Er is niets veranderd. U kunt het opnieuw doen."

_NUMBERS_SHOWN = 12


def dossiers(number: int) -> str:
    """How many dossiers: ``1 dossier``, ``4 dossiers``."""
    return "1 dossier" if number == 1 else f"{number} dossiers"


def talks(number: int) -> str:
    """How many talks: ``1 gesprek``, ``4 gesprekken``."""
    return "1 gesprek" if number == 1 else f"{number} gesprekken"


def days(number: int) -> str:
    """How many days."""
    return "1 dag" if number == 1 else f"{number} dagen"


def when_due(keep_years: int, when_reported: bool) -> str:
    """When a closed dossier is shown here."""
    if when_reported:
        return (
            "Een gesloten dossier komt hier zodra het jaaroverzicht is uitgebracht. "
            f"Anders {keep_years} jaar na het sluiten."
        )
    return f"Een gesloten dossier komt hier {keep_years} jaar na het sluiten."


def quiet_for(quiet_days: int) -> str:
    """Which dossiers are quiet."""
    return f"In deze dossiers was {days(quiet_days)} geen gesprek. Is de zaak klaar? Sluit dan af."


def closed(numbers: Sequence[str]) -> str:
    """Quiet dossiers were closed."""
    one, many = "Dossier {} is afgesloten.", "{} zijn afgesloten."
    return one.format(numbers[0]) if len(numbers) == 1 else many.format(dossiers(len(numbers)))


def goes_on(numbers: Sequence[str]) -> str:
    """Quiet dossiers may go on."""
    one, many = "Dossier {} blijft open.", "{} blijven open."
    return one.format(numbers[0]) if len(numbers) == 1 else many.format(dossiers(len(numbers)))


def typed_to_destroy(number: int) -> str:
    """What to type so that it happens."""
    return f"Typ {number} om {dossiers(number)} te vernietigen"


def being_destroyed(number: int) -> str:
    """What is being done."""
    return f"{_are_being(dossiers(number), number)} vernietigd…"


def being_deleted(number: int) -> str:
    """What is being done."""
    return f"{_are_being(talks(number), number)} voorgoed weggegooid…"


def being_restored(number: int) -> str:
    """What is being done."""
    return f"{_are_being(talks(number), number)} teruggezet…"


def _are_being(what: str, number: int) -> str:
    return f"{what} {'wordt' if number == 1 else 'worden'}"


def destroyed(number: int) -> str:
    """What was done."""
    verb = "is" if number == 1 else "zijn"
    return f"{dossiers(number)} {verb} vernietigd."


def destroyed_so_far(number: int) -> str:
    """How many were ever destroyed in this logbook."""
    if number == 0:
        return "U hebt nog geen dossier vernietigd."
    return f"In totaal hebt u {dossiers(number)} vernietigd. Alleen dat aantal wordt bewaard."


def still_held(on: date) -> str:
    """Above the names of the backups that still hold what was destroyed."""
    return (
        f"Hierin kan nog staan wat u tot en met {in_words(on)} hebt vernietigd. "
        "Gooi ze weg als u ze niet meer nodig hebt."
    )


def more_copies(number: int) -> str:
    """Below the names that fit."""
    return "en nog 1 oudere kopie" if number == 1 else f"en nog {number} oudere kopieën"


def deleted_talks(number: int) -> str:
    """What was deleted for good."""
    verb = "is" if number == 1 else "zijn"
    return f"{talks(number)} {verb} voorgoed weggegooid."


def lies_long(number: int, bin_days: int) -> str:
    """How much lies in the bin too long."""
    verb = "ligt" if number == 1 else "liggen"
    return f"{talks(number)} {verb} hier langer dan {days(bin_days)}."


def actions_left(days_of_actions: Sequence[date]) -> str:
    """Which dossiers that are due have something to be done, by the day of it; empty for none."""
    if not days_of_actions:
        return ""
    first = in_words(min(days_of_actions))
    if len(days_of_actions) == 1:
        return f"1 dossier heeft nog een actie op {first}."
    return f"{len(days_of_actions)} dossiers hebben nog een actie, de eerste op {first}."


def numbers_listed(numbers: Sequence[str]) -> str:
    """Dossier numbers in one line; after a dozen only how many more there are."""
    shown = ", ".join(numbers[:_NUMBERS_SHOWN])
    more = len(numbers) - _NUMBERS_SHOWN
    return f"{shown} en nog {more}" if more > 0 else shown
