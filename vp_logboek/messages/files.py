"""What is said about the file of a logbook: opening it, and writing in it."""

from collections.abc import Callable
from typing import Any

from vp_logboek.domain import errors as e
from vp_logboek.messages.parts import FILE_UNTOUCHED, NOTHING_CHANGED, Message


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
    e.Foreign.MISSING: (
        "Dit bestand is er niet.",
        "Kijk of de naam en de map kloppen. Staat het op een stick, steek die er dan in.",
    ),
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
        "U mag dit bestand niet lezen.",
        "Vraag uw beheerder om toegang, of kies een ander bestand.",
    ),
}


def _foreign(error: e.NotALogbook) -> Message:
    what, todo = _FOREIGN[error.kind]
    is_gone = error.kind is e.Foreign.MISSING
    return Message(what, NOTHING_CHANGED if is_gone else FILE_UNTOUCHED, todo)


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


FIXED: dict[type[e.LogbookError], Message] = {
    e.OutputFailed: Message(
        "Schrijven of afdrukken lukt niet.",
        "Het logboek is niet veranderd.",
        "Kijk of er ruimte is, en of de printer of het andere programma werkt.",
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
        "U mag niet schrijven in deze map of op deze schijf.",
        NOTHING_CHANGED,
        "Kies een andere map, of vraag uw beheerder om toegang.",
    ),
}

WORDS: dict[type[e.LogbookError], Callable[[Any], Message]] = {
    e.PassphraseRefused: _refused_passphrase,
    e.NotALogbook: _foreign,
    e.NotSaved: _not_saved,
    e.AlreadyExists: lambda error: Message(
        f"Er staat al een bestand met de naam “{error.name}”.",
        "Dat bestand is niet veranderd.",
        "Kies een andere naam.",
    ),
}
