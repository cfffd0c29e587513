"""Errors as Dutch sentences in three parts: what happened, what is safe, what to do.

No Qt here, so that the window and the command line say the same.
"""

import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from vp_logboek.domain import errors as e
from vp_logboek.messages import releases, vault
from vp_logboek.messages.parts import (
    FILE_UNTOUCHED,
    MONTHS,
    NOTHING_CHANGED,
    STILL_ON_SCREEN,
    Message,
    in_words,
    listed,
)

__all__ = ["MONTHS", "Message", "crashed", "defect_code", "in_words", "listed", "told"]


def told(error: e.LogbookError) -> Message:
    """The message for an error that is the disk's or the user's."""
    kind = type(error)
    for fixed in (_FIXED, vault.FIXED, releases.FIXED):
        if kind in fixed:
            return fixed[kind]
    for words in (_WORDS, vault.WORDS, releases.WORDS):
        if kind in words:
            return words[kind](error)
    raise KeyError(kind.__name__)


def defect_code(kind: type[BaseException], trace: TracebackType | None) -> str:
    """A defect of ours by its kind and place alone: its own words may quote the content."""
    places = traceback.extract_tb(trace)
    where = f"{Path(places[-1].filename).stem}:{places[-1].lineno}" if places else "?"
    return f"{kind.__name__} {where}"


def crashed(kind: type[BaseException], trace: TracebackType | None) -> Message:
    """A defect of ours, told on the command line."""
    return Message(
        f"Er ging iets mis in het programma ({defect_code(kind, trace)}).",
        "Wat u eerder opsloeg is veilig.",
        "Meld deze code aan de makers.",
    )


def _refused_passphrase(error: e.PassphraseRefused) -> Message:
    problem, todo = {
        e.PassphraseProblem.EMPTY: ("U hebt geen wachtzin ingevuld.", "Typ een wachtzin."),
        e.PassphraseProblem.TOO_LONG: (
            "Deze wachtzin is te lang.",
            "Kies een wachtzin van hoogstens 1.000 tekens.",
        ),
        e.PassphraseProblem.TOO_WEAK: (
            "Deze wachtzin is te makkelijk te raden.",
            "Kies een langere wachtzin, bijvoorbeeld vijf woorden die niets met u te maken hebben.",
        ),
        e.PassphraseProblem.NOT_THE_SAME: (
            "De twee wachtzinnen zijn niet gelijk.",
            "Typ twee keer dezelfde wachtzin.",
        ),
    }[error.problem]
    return Message(problem, NOTHING_CHANGED, todo)


_FOREIGN = {
    e.Foreign.MISSING: ("Dit bestand is er niet.", "Kijk of de naam en de map kloppen."),
    e.Foreign.FOLDER: ("Dit is een map, geen logboek.", "Kies het bestand in de map."),
    e.Foreign.SPECIAL: ("Dit is geen gewoon bestand.", "Kies een logboek (.vplogboek)."),
    e.Foreign.EMPTY: (
        "Dit bestand is leeg. Het is geen logboek meer.",
        "Zet een reservekopie terug of kies een ander bestand.",
    ),
    e.Foreign.SQLITE: (
        "Dit bestand is van een ander programma. Het is geen logboek.",
        "Kies een logboek (.vplogboek).",
    ),
    e.Foreign.OTHER: ("Dit is geen logboek.", "Kies een logboek (.vplogboek)."),
    e.Foreign.TEST_FILE: (
        "Dit is een testbestand. Het is niet goed versleuteld.",
        "Gebruik het niet voor echte gesprekken. Maak een nieuw logboek.",
    ),
    e.Foreign.UNREADABLE: (
        "Dit bestand mag niet worden gelezen.",
        "Vraag toegang tot het bestand of kies een ander bestand.",
    ),
}


def _not_saved(error: e.NotSaved) -> Message:
    what, todo = {
        e.DiskTrouble.FULL: (
            "Opslaan lukt niet: de schijf is vol.",
            "Maak ruimte vrij en probeer het opnieuw.",
        ),
        e.DiskTrouble.FAILED: (
            "Opslaan lukt niet: de schijf geeft een fout.",
            "Kijk of de schijf of de stick nog vastzit. Probeer het dan opnieuw.",
        ),
        e.DiskTrouble.NAME_TOO_LONG: (
            "Opslaan lukt niet: de bestandsnaam is te lang.",
            "Kies een kortere naam.",
        ),
        e.DiskTrouble.MOVED: (
            "Opslaan lukt niet: het logboek staat niet meer op zijn plaats, of is vervangen.",
            "Zet het bestand terug op zijn plaats. Probeer het dan opnieuw.",
        ),
    }[error.trouble]
    return Message(what, "Wat eerder was opgeslagen is nog heel.", todo)


_TABLE = {
    e.TableTrouble.MISSING: ("Deze lijst is er niet.", "Kijk of de naam en de map kloppen."),
    e.TableTrouble.UNREADABLE: (
        "Deze lijst is niet te lezen.",
        "Open de lijst in Excel en bewaar hem opnieuw als .xlsx. Probeer het dan weer.",
    ),
    e.TableTrouble.UNKNOWN_KIND: (
        "Dit soort bestand kan het programma niet overnemen.",
        "Bewaar de lijst als .xlsx, .xls, .ods of .csv.",
    ),
    e.TableTrouble.NO_ROWS: (
        "In deze lijst staan geen rijen.",
        "Kies een lijst met een kopregel en daaronder een rij per gesprek.",
    ),
}

SHOWN_ROWS = 10


def _rows_refused(error: e.RowsRefused) -> Message:
    shown = "\n".join(f"  rij {row}: {reason}" for row, reason in error.rows[:SHOWN_ROWS])
    more = len(error.rows) - SHOWN_ROWS
    tail = f"\n  en nog {more} rijen." if more > 0 else ""
    count = "1 rij kan" if len(error.rows) == 1 else f"{len(error.rows)} rijen kunnen"
    return Message(
        f"{count} niet worden overgenomen:\n{shown}{tail}\n",
        "Er is niets overgenomen. Het logboek is niet veranderd.",
        "Verbeter deze rijen in uw lijst en neem de lijst dan opnieuw over.",
    )


def _not_undoable(error: e.ImportNotUndoable) -> Message:
    why = (
        "een rij is meegeteld in een uitgebracht jaaroverzicht"
        if error.counted
        else "een rij is daarna veranderd"
    )
    return Message(
        f"Het overnemen kan niet meer ongedaan worden: {why}.",
        NOTHING_CHANGED,
        "U kunt gesprekken wel één voor één weggooien.",
    )


def _not_taken_back(error: e.NotTakenBack) -> Message:
    why = (
        "het is meegeteld in een uitgebracht jaaroverzicht"
        if error.counted
        else "er is daarna iets aan veranderd"
    )
    return Message(f"Dit kan niet meer: {why}.", NOTHING_CHANGED, "Pas het zelf aan waar dat mag.")


_FIXED: dict[type[e.LogbookError], Message] = {
    e.OutputFailed: Message(
        "Het antwoord is niet te schrijven.",
        "Het logboek is niet veranderd.",
        "Kijk of er ruimte is, en of het programma dat het antwoord leest nog werkt.",
    ),
    e.NameNeeded: Message(
        "De organisatie heeft nog geen naam.", NOTHING_CHANGED, "Vul de naam in."
    ),
    e.ReasonNeeded: Message(
        "Bij het niveau Zonder drempel hoort een reden.",
        NOTHING_CHANGED,
        "Schrijf in één zin waarom de organisatie kleine aantallen wil tonen.",
    ),
    e.WrongPassphrase: Message(
        "De wachtzin klopt niet, of het begin van het bestand is beschadigd.",
        FILE_UNTOUCHED,
        "Probeer het opnieuw en let op Caps Lock. Of gebruik uw herstelblad.",
    ),
    e.NewerLogbook: Message(
        "Dit logboek is gemaakt met een nieuwere versie van het programma.",
        FILE_UNTOUCHED,
        "Installeer de nieuwste versie van VP Logboek en open het logboek daarmee.",
    ),
    e.Damaged: Message(
        "De wachtzin klopt, maar het bestand is beschadigd.",
        FILE_UNTOUCHED,
        "Maak eerst een kopie van het bestand. Zet daarna een reservekopie terug.",
    ),
    e.AlreadyOpen: Message(
        "Dit logboek is al geopend, in een ander venster of door een ander programma.",
        FILE_UNTOUCHED,
        "Ga naar dat venster, of sluit het daar eerst.",
    ),
    e.ReadOnlyPlace: Message(
        "In deze map of op deze schijf mag niet worden geschreven.",
        NOTHING_CHANGED,
        "Kies een andere map, of vraag toegang.",
    ),
}

_WORDS: dict[type[e.LogbookError], Callable[[Any], Message]] = {
    e.FutureDate: lambda error: Message(
        f"De datum {in_words(error.on)} ligt in de toekomst.",
        STILL_ON_SCREEN,
        "Kies de dag waarop het gesprek was.",
    ),
    e.ImpossibleDate: lambda error: Message(
        f"De datum “{error.text}” bestaat niet.",
        STILL_ON_SCREEN,
        "Kijk naar de dag en de maand. Schrijf bijvoorbeeld 4-3-2026.",
    ),
    e.TooLongAgo: lambda error: Message(
        f"De datum {in_words(error.on)} ligt voor 1990.",
        STILL_ON_SCREEN,
        "Kijk of het jaar klopt.",
    ),
    e.ImpossibleDuration: lambda error: Message(
        f"Een gesprek van {error.minutes} minuten kan niet.",
        STILL_ON_SCREEN,
        "Vul een duur in van 0 tot 1.440 minuten.",
    ),
    e.UnknownSubject: lambda error: Message(
        f"Het onderwerp “{error.text}” staat niet in de lijst."
        if error.text
        else "Er is nog geen onderwerp gekozen.",
        NOTHING_CHANGED,
        "Kies een onderwerp uit de lijst. Een eigen onderwerp voegt u toe bij Instellingen.",
    ),
    e.SubjectExists: lambda error: Message(
        f"Het onderwerp “{error.label}” is er al.", NOTHING_CHANGED, "Kies een andere naam."
    ),
    e.UnknownOrganisation: lambda error: Message(
        f"De organisatie “{error.name}” staat niet in dit logboek.",
        NOTHING_CHANGED,
        f"Kies een van deze: {listed(error.known)}." if error.known else "Voeg haar eerst toe.",
    ),
    e.OrganisationExists: lambda error: Message(
        f"De organisatie “{error.name}” staat al in dit logboek.",
        NOTHING_CHANGED,
        "Geef haar een andere naam.",
    ),
    e.OrganisationNeeded: lambda error: Message(
        "In dit logboek staan meer organisaties.",
        NOTHING_CHANGED,
        f"Kies er een met --organisatie: {listed(error.known)}."
        if error.known
        else "Voeg eerst een organisatie toe.",
    ),
    e.Gone: lambda error: Message(
        f"{error.what.capitalize()} staat niet meer in het logboek.",
        NOTHING_CHANGED,
        "Ververs de lijst en kies opnieuw.",
    ),
    e.PassphraseRefused: _refused_passphrase,
    e.NotALogbook: lambda error: Message(
        _FOREIGN[error.kind][0], FILE_UNTOUCHED, _FOREIGN[error.kind][1]
    ),
    e.NotSaved: _not_saved,
    e.AlreadyExists: lambda error: Message(
        f"Er staat al een bestand met de naam “{error.name}”.",
        "Dat bestand is niet veranderd.",
        "Kies een andere naam.",
    ),
    e.TargetUnwritable: lambda error: Message(
        f"Het bestand “{error.name}” kan hier niet worden bewaard.",
        "Wat er stond is niet veranderd. Er is niets uitgebracht.",
        "Kies een andere map of een andere naam.",
    ),
    e.TableUnreadable: lambda error: Message(
        _TABLE[error.trouble][0], "Er is niets overgenomen.", _TABLE[error.trouble][1]
    ),
    e.UnknownField: lambda error: Message(
        f"“{error.field}” is hier niet bekend.",
        "Er is niets overgenomen.",
        f"Kies uit: {listed(error.known)}." if error.known else "Kijk naar de kopregel.",
    ),
    e.ColumnMissing: lambda error: Message(
        f"Het programma ziet niet welke kolom de {error.field} bevat.",
        "Er is niets overgenomen.",
        f'Zeg het met --veld {error.field}="naam van de kolom". '
        f"In de lijst staan: {listed(error.headers)}."
        if error.headers
        else "De lijst heeft geen kopregel. Zet boven elke kolom een naam.",
    ),
    e.RowsRefused: _rows_refused,
    e.ImportNotUndoable: _not_undoable,
    e.NotTakenBack: _not_taken_back,
    e.TargetIsLogbook: lambda error: Message(
        f"Op de plaats “{error.name}” staat een logboek.",
        "Het logboek is niet veranderd. Er is niets uitgebracht.",
        "Kies een andere naam, die eindigt op .pdf.",
    ),
    e.GlyphMissing: lambda error: Message(
        f"Het teken “{error.character}” kan niet in de PDF staan.",
        "Er is niets uitgebracht.",
        "Haal het weg uit de naam van de organisatie of van het onderwerp.",
    ),
    e.YearNotOver: lambda error: Message(
        f"Het jaar {error.label} is nog niet voorbij.",
        "Er is niets uitgebracht.",
        f"U kunt het overzicht uitbrengen na {in_words(error.last_day)}. "
        "Tot dan kunt u het wel bekijken.",
    ),
}
