"""What is said about copies of the logbook: their age, their size, and when one is needed."""

from datetime import date, datetime

from vp_logboek.messages import in_words
from vp_logboek.messages.parts import Message
from vp_logboek.services.backups import Contents, State

TOO_OLD = 14
"""Days after which a bar asks for a new copy."""
FIRST_DAYS = 3
"""Days in which a new logbook is left in peace about its first copy."""

FOLDER_HINT = (
    "Kies liefst een stick of een schijf buiten deze computer. Ook een kopie is versleuteld."
)
SAME_DISK = (
    "Deze map staat op dezelfde schijf als uw logboek. "
    "Gaat de schijf stuk, dan is ook de kopie weg."
)
NETWORK_FOLDER = "Deze map staat in het netwerk. De kopie is versleuteld."
NOT_THERE = "Deze map is er nu niet. Steek de stick erin, of kies een andere map."
WHICH_WORDS = "Gebruik de wachtzin die gold toen de kopie werd gemaakt."

BEFORE_RESCUE = (
    "Een deel van dit logboek is beschadigd. Het programma leest wat nog te lezen is en zet dat in "
    "een nieuw bestand.",
    "Het beschadigde bestand blijft zoals het is.",
    "Hebt u een recente reservekopie? Kijk dan eerst wat daarin staat: die is heel.",
)


def synced_folder(service: str) -> str:
    """That copies leave this computer by way of a service."""
    return (
        f"Deze map kopieert mee ({service}). De kopie is versleuteld, maar verlaat deze computer."
    )


def age(days: int) -> str:
    """How old a copy is."""
    return {0: "van vandaag", 1: "van gisteren"}.get(days, f"{days} dagen oud")


def status(state: State) -> str:
    """The words in the status bar."""
    if state.age_days is None:
        return "Nog geen reservekopie"
    return f"Reservekopie: {age(state.age_days)}"


def reminder(state: State, quiet_days: int) -> Message | None:
    """What a bar says when it is time for a copy; ``quiet_days``: how long there was none."""
    if state.age_days is None and quiet_days >= FIRST_DAYS:
        return Message(
            "Er is nog geen reservekopie van dit logboek.",
            "Gaat deze computer stuk, dan bent u uw gesprekken kwijt.",
            "Steek een stick in de computer en maak een kopie.",
        )
    if state.age_days is not None and state.age_days >= TOO_OLD:
        return Message(
            f"Uw reservekopie is {age(state.age_days)}.",
            "Uw logboek zelf is heel.",
            "Maak een nieuwe kopie. Ligt de map op een stick, steek die er dan eerst in."
            if not state.is_there
            else "Maak een nieuwe kopie.",
        )
    return None


def moment(made: datetime) -> str:
    """When a copy was made."""
    return f"{in_words(made.date())}, {made:%H:%M}"


def what_it_is(name: str) -> str:
    """Of a file that the program itself kept: what it is; empty for a copy."""
    if name.endswith(".vorige"):
        return "van vóór de nieuwe wachtzin"
    return "met een beschadigd begin" if is_set_aside(name) else ""


def is_set_aside(name: str) -> bool:
    """Whether this is a damaged file that was kept: it opens with a sheet or a copy only."""
    return ".vplogboek.beschadigd" in name


def what_it_needs(name: str) -> str:
    """What opens a file that the program itself kept; empty for a copy."""
    if name.endswith(".vorige"):
        return (
            "Dit is uw logboek van vóór de nieuwe wachtzin. Het opent met de oude wachtzin. "
            "Wat u daarna schreef staat er niet in."
        )
    if is_set_aside(name):
        return (
            "Van dit bestand is het begin beschadigd. Kies Volgende om het te openen. Dat lukt met "
            "het herstelblad van toen, of met de wachtzin van toen en een reservekopie."
        )
    return ""


def size(count: int) -> str:
    """A number of bytes as people say it: in thousands, with a comma."""
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))} kB"
    return f"{count / 1_000_000:.1f} MB".replace(".", ",")


def talks(count: int) -> str:
    """A number of talks."""
    return "1 gesprek" if count == 1 else f"{count} gesprekken"


def last_day(day: date | None) -> str:
    """The day of the last talk."""
    return "geen gesprek" if day is None else in_words(day)


def rescued(talks_there: int, dossiers: int, name: str, by_sheet: bool = False) -> str:
    """What came out of a damaged logbook; ``by_sheet``: the passphrase is not known."""
    opens = "hetzelfde herstelblad" if by_sheet else "dezelfde wachtzin"
    of_dossiers = "1 dossier" if dossiers == 1 else f"{dossiers} dossiers"
    return (
        f"Gered: {talks(talks_there)} en {of_dossiers}. Het nieuwe bestand heet “{name}”. "
        f"Het opent met {opens}."
    )


Line = tuple[str, str, str]


def compared(copy: Contents, present: Contents | None) -> list[Line]:
    """What a copy holds beside what the logbook holds now: a name and two cells each."""
    there = dict(copy.years)
    here = dict(present.years) if present else {}
    lines = [("Gesprekken", str(copy.talks), str(present.talks) if present else "")]
    for year in sorted(there.keys() | here.keys(), reverse=True):
        now = str(here.get(year, 0)) if present else ""
        lines.append((f"in {year}", str(there.get(year, 0)), now))
    now = last_day(present.last_day) if present else ""
    return [*lines, ("Laatste gesprek", last_day(copy.last_day), now)]


def lacking(copy: Contents, present: Contents | None) -> str:
    """How many talks a copy lacks that the logbook has now; empty when it lacks none."""
    if present is None or copy.talks >= present.talks:
        return ""
    missing = present.talks - copy.talks
    verb = "staat" if missing == 1 else "staan"
    return f"In uw logboek {verb} nu {talks(missing)} meer dan in deze kopie."
