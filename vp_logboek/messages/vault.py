"""What is said about the recovery sheet, backups, rescue and keeping."""

from collections.abc import Callable
from typing import Any

from vp_logboek.domain import errors as e
from vp_logboek.messages.parts import FILE_UNTOUCHED, NOTHING_CHANGED, STILL_ON_SCREEN, Message

_BACKUP = {
    e.DiskTrouble.FULL: ("de schijf is vol", "Maak daar ruimte vrij, of kies een andere map."),
    e.DiskTrouble.FAILED: (
        "de schijf geeft een fout",
        "Kijk of de stick nog vastzit, of kies een andere map.",
    ),
    e.DiskTrouble.NAME_TOO_LONG: ("de naam is te lang", "Geef het logboek een kortere naam."),
    e.DiskTrouble.MOVED: ("het logboek is verplaatst", "Zet het logboek terug op zijn plaats."),
}


def _backup_failed(error: e.BackupFailed) -> Message:
    why, todo = _BACKUP[error.trouble]
    return Message(
        f"De reservekopie is niet gemaakt: {why}.",
        "Aan uw logboek en de eerdere kopieën is niets veranderd.",
        todo,
    )


def _not_migrated(error: e.NotMigrated) -> Message:
    why, todo = {
        **_BACKUP,
        e.DiskTrouble.FULL: ("de schijf is vol", "Maak ruimte vrij en open het logboek opnieuw."),
        e.DiskTrouble.FAILED: (
            "de schijf geeft een fout",
            "Zet het logboek op een andere schijf en open het daar.",
        ),
    }[error.trouble]
    return Message(
        f"Dit logboek van een eerdere versie is nog niet bijgewerkt: {why}.", FILE_UNTOUCHED, todo
    )


def _nothing_to_rescue(error: e.NothingToRescue) -> Message:
    todo = (
        "Zet een reservekopie terug, als u die ergens hebt."
        if not error.newest_copy
        else f"Zet de nieuwste reservekopie terug: “{error.newest_copy}”."
    )
    return Message("Uit dit bestand is niets meer te lezen.", FILE_UNTOUCHED, todo)


FIXED: dict[type[e.LogbookError], Message] = {
    e.SheetNewer: Message(
        "Dit herstelblad is gemaakt met een nieuwere versie van het programma.",
        FILE_UNTOUCHED,
        "Installeer de nieuwste versie van VP Logboek en probeer het daarmee.",
    ),
    e.CopyOfAnother: Message(
        "Deze reservekopie hoort niet bij dit bestand, of is van vóór uw nieuwe wachtzin.",
        FILE_UNTOUCHED,
        "Kies een nieuwere kopie, of zet deze kopie onder een andere naam terug.",
    ),
    e.HealedOnly: Message(
        "Het begin van het bestand is hersteld. De nieuwe wachtzin is niet ingesteld.",
        "Uw logboek is heel. Uw herstelblad en uw oude wachtzin gelden nog. "
        "Het beschadigde bestand staat ernaast, met “.beschadigd” achter de naam.",
        "Maak ruimte vrij op de schijf en probeer het opnieuw.",
    ),
    e.GroupsDiffer: Message(
        "Wat u typte staat zo niet op het herstelblad.",
        STILL_ON_SCREEN,
        "Kijk of u het goede blad hebt en typ de twee groepen opnieuw.",
    ),
    e.BackupFolderMissing: Message(
        "De map voor reservekopieën is er niet.",
        "Uw logboek is heel.",
        "Steek de stick erin, of kies een andere map.",
    ),
    e.BackupStopped: Message(
        "Het maken van de reservekopie is gestopt.",
        "Aan uw logboek en de eerdere kopieën is niets veranderd.",
        "Maak later opnieuw een reservekopie.",
    ),
    e.CopyNotClosed: Message(
        "Deze kopie is het laatst niet goed afgesloten.",
        FILE_UNTOUCHED,
        "Open de kopie eerst zelf als logboek en sluit haar. Probeer het dan opnieuw.",
    ),
    e.OlderReadOnly: Message(
        "Dit logboek van een eerdere versie moet worden bijgewerkt. Dat kan op deze plaats niet.",
        FILE_UNTOUCHED,
        "Kopieer het logboek naar een map waar u mag schrijven en open het daar.",
    ),
    e.CopyNotWhole: Message(
        "De kopie is niet heel en is weer weggehaald.",
        "Uw logboek en de eerdere kopieën zijn niet veranderd.",
        "Probeer het opnieuw. Lukt het weer niet, kies dan een andere schijf.",
    ),
}

WORDS: dict[type[e.LogbookError], Callable[[Any], Message]] = {
    e.SheetLineWrong: lambda error: Message(
        f"Regel {error.line} van het herstelblad klopt niet.",
        STILL_ON_SCREEN,
        "Vergelijk deze regel teken voor teken met uw blad.",
    ),
    e.SheetOfAnother: lambda error: Message(
        f"Dit is herstelblad {error.typed}. Bij dit logboek hoort blad {error.expected}.",
        FILE_UNTOUCHED,
        f"Zoek blad {error.expected}, of kies het logboek dat bij dit blad hoort.",
    ),
    e.BackupFailed: _backup_failed,
    e.NotMigrated: _not_migrated,
    e.NothingToRescue: _nothing_to_rescue,
    e.NotDue: lambda error: Message(
        f"Dossier {error.number} mag nog niet worden vernietigd.",
        NOTHING_CHANGED,
        "Open Opruimen opnieuw en kies nog een keer.",
    ),
    e.CountNotConfirmed: lambda error: Message(
        "Het getal klopt niet.",
        NOTHING_CHANGED,
        f"Typ {error.expected} als u {error.expected} "
        f"{'dossier' if error.expected == 1 else 'dossiers'} wilt vernietigen.",
    ),
}
