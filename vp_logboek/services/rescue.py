"""Rescue: what can still be read of a damaged logbook goes into a new one, and what not is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vp_logboek.domain.errors import (
    CopyOfAnother,
    Damaged,
    LogbookError,
    NothingToRescue,
    SheetOfAnother,
    WrongPassphrase,
)
from vp_logboek.domain.recovery_sheet import read_sheet, sheet_number
from vp_logboek.services.backups import FOLDER_SETTING
from vp_logboek.services.copies import Copy, copies_of_salt, note_origin
from vp_logboek.services.safekeeping import default_tree
from vp_logboek.store import healing
from vp_logboek.store import rescue as store
from vp_logboek.store.backup import open_copy
from vp_logboek.store.connection import PAGE_BYTES
from vp_logboek.store.logbook import VPL1, Profile, key_of, open_with_key, recognise

_LONG_AGO = date(1990, 1, 1)
UNKNOWN = 0
"""As a number of what was lost: nobody knows how many there were."""

_WORDS: dict[str, tuple[str, str]] = {
    "conversation": ("gesprek", "gesprekken"),
    store.NOTE: ("aantekening bij een gesprek", "aantekeningen bij gesprekken"),
    "dossier": ("dossier (behalve het nummer)", "dossiers (behalve de nummers)"),
    "dossier_melder": ("gegeven van een melder", "gegevens van melders"),
    "dossier_subject": ("verder onderwerp van een dossier", "verdere onderwerpen van dossiers"),
    "dossier_link": ("verband tussen dossiers", "verbanden tussen dossiers"),
    "action": ("actie", "acties"),
    "activity": ("activiteit", "activiteiten"),
    "draft": ("concept", "concepten"),
    "subject": ("eigen instelling van een onderwerp", "eigen instellingen van onderwerpen"),
    "organisation": ("organisatie", "organisaties"),
    "organisation_column": ("eigen kolom", "eigen kolommen"),
    "organisation_level": ("gekozen niveau (nu: streng)", "gekozen niveaus (nu: streng)"),
    "ledger": ("uitgave uit het register", "uitgaven uit het register"),
    "blocked_year": ("jaar dat eerder was uitgebracht", "jaren die eerder waren uitgebracht"),
    "organisation_setup": ("instelling van een eerder jaar", "instellingen van eerdere jaren"),
    "setting": ("instelling", "instellingen"),
    "import": ("overgenomen lijst", "overgenomen lijsten"),
    "tally_row": ("telling van vernietigde dossiers", "tellingen van vernietigde dossiers"),
    "melder_counted": ("merk bij een getelde melder", "merken bij getelde melders"),
    "destruction": ("regel over vernietiging", "regels over vernietiging"),
}  # fmt: skip
"""What counts for the counsellor. Numbers of melders and of dossiers can be made up again, and
a release tells itself what it is about."""
_LEDGER_BROKEN = (
    "het register van uitgaven is niet meer heel. Jaren waarvan de uitgave ontbreekt, brengt het"
    " programma niet opnieuw uit"
)


@dataclass(frozen=True, slots=True)
class Rescued:
    """What the new file holds, and what was lost: words with a number, ``UNKNOWN`` included."""

    talks: int
    dossiers: int
    lost: tuple[tuple[str, int], ...]
    is_ledger_broken: bool = False
    """Whether a release is missing: its year counts as issued, and is not issued again."""


def rescue(
    damaged: Path, passphrase: str, target: Path, accept: Sequence[Profile] = (VPL1,)
) -> Rescued:
    """Write what can be read of a damaged logbook to a new file, under the same passphrase.

    The same recovery sheet belongs to it. The damaged file stays as it is, byte for byte. Raises
    NothingToRescue where the beginning or all of the talks is gone, AlreadyExists, ReadOnlyPlace,
    NotSaved and what opening raises, except Damaged.
    """
    try:
        key = key_of(damaged, passphrase, accept)
    except Damaged as error:
        raise _nothing(damaged, None) from error
    return _rescued(damaged, key, recognise(damaged, accept).salt, target)


def rescue_with_sheet(
    damaged: Path, lines: Sequence[str], target: Path, accept: Sequence[Profile] = (VPL1,)
) -> Rescued:
    """The same with the recovery sheet; the start of the file may be damaged as well.

    The passphrase of before and this sheet open the new file. Raises SheetLineWrong, SheetNewer,
    SheetOfAnother and what ``rescue`` raises.
    """
    key, salt = read_sheet(lines)
    try:
        return _rescued_without_start(damaged, key, salt, target, accept)
    except WrongPassphrase:
        found = healing.salt_of(damaged)
        if found is None:
            recognise(damaged, accept)  # tells what it is instead of a logbook
        raise SheetOfAnother(sheet_number(salt), sheet_number(found or salt)) from None


def rescue_with_copy(
    damaged: Path, copy: Path, passphrase: str, target: Path, accept: Sequence[Profile] = (VPL1,)
) -> Rescued:
    """The same with the start of a backup and the passphrase of both.

    Raises CopyOfAnother when the backup opens with this passphrase and nothing of the file does.
    """
    key, salt = key_of(copy, passphrase, accept), recognise(copy, accept).salt
    open_copy(copy, key, checked=False).close()
    try:
        return _rescued_without_start(damaged, key, salt, target, accept)
    except WrongPassphrase:
        raise CopyOfAnother from None


def _rescued_without_start(
    damaged: Path, key: bytes, salt: bytes, target: Path, accept: Sequence[Profile]
) -> Rescued:
    healing.salt_of(damaged)  # refuses what is open here, and what can be no logbook at all
    if not any(salt.startswith(profile.tag) for profile in accept):
        raise WrongPassphrase
    if damaged.stat().st_size < PAGE_BYTES:
        raise _nothing(damaged, None)
    return _rescued(damaged, key, salt, target)


def _rescued(damaged: Path, key: bytes, salt: bytes, target: Path) -> Rescued:
    loss = store.rescue(damaged, key, salt, target, default_tree())
    if loss.nothing:
        raise _nothing(damaged, _folder(damaged, key, target))
    note_origin(target, key, _last_known(damaged, key, target, loss.releases))
    lost = tuple(
        (_WORDS[table][number != 1], number or UNKNOWN)
        for table, number in loss.rows.items()
        if table in _WORDS
    )
    return Rescued(loss.talks, loss.dossiers, lost, loss.releases > 0)


def _last_known(damaged: Path, key: bytes, target: Path, lost: int) -> date:
    """Until which day it is sure what was issued: until the last change of the damaged file.

    Where releases were lost only until the last one before the first of those.
    """
    if not lost:
        return date.fromtimestamp(damaged.stat().st_mtime)
    with open_with_key(target, key) as logbook:
        releases = logbook.ledger.all()
    whole = [one.issued_on for place, one in enumerate(releases, 1) if one.number == place]
    return max(whole, default=_LONG_AGO)


def lost_in_words(rescued: Rescued) -> tuple[str, ...]:
    """Each loss as a line: ``3 gesprekken``."""
    lines = [
        f"een onbekend aantal {what}" if number == UNKNOWN else f"{number} {what}"
        for what, number in rescued.lost
    ]
    return (*lines, *([_LEDGER_BROKEN] if rescued.is_ledger_broken else []))


def newest_copy(damaged: Path, folder: Path | None = None) -> Copy | None:
    """The newest backup of a logbook that cannot be opened, beside it and in a folder."""
    folders = {damaged.absolute().parent} | ({folder} if folder is not None else set())
    found = [copy for each in folders for copy in copies_of_salt(each, damaged)]
    return max(found, key=lambda copy: copy.made, default=None)


def newest_copy_anywhere(
    damaged: Path, passphrase: str, accept: Sequence[Profile] = (VPL1,)
) -> Copy | None:
    """The same, also in the folder that the damaged logbook names, where that can be read."""
    try:
        key = key_of(damaged, passphrase, accept)
    except LogbookError:
        return newest_copy(damaged)
    return newest_copy(damaged, _folder(damaged, key, damaged))


def _folder(damaged: Path, key: bytes, beside: Path) -> Path | None:
    try:
        chosen = store.setting(damaged, key, beside, FOLDER_SETTING)
    except (LogbookError, OSError):
        return None
    return Path(chosen) if chosen else None


def _nothing(damaged: Path, folder: Path | None) -> NothingToRescue:
    newest = newest_copy(damaged, folder)
    return NothingToRescue("" if newest is None else newest.path.name)
