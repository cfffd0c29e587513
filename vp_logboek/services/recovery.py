"""The recovery sheet: what a logbook opens with when the passphrase or its first bytes are lost."""

from collections.abc import Sequence
from pathlib import Path

from vp_logboek.domain.errors import (
    CopyOfAnother,
    Damaged,
    GroupsDiffer,
    HealedOnly,
    LogbookError,
    SheetOfAnother,
    WrongPassphrase,
)
from vp_logboek.domain.recovery_sheet import (
    GROUPS,
    LINES,
    Sheet,
    check_line,
    read_sheet,
    same_group,
    sheet_number,
    sheet_of,
)
from vp_logboek.report import recovery_sheet
from vp_logboek.services.copies import rekeyed
from vp_logboek.services.strength import check_good
from vp_logboek.store import healing
from vp_logboek.store.backup import open_copy
from vp_logboek.store.header import recognise
from vp_logboek.store.key import VPL1, Profile
from vp_logboek.store.logbook import Logbook, key_of, open_with_key

__all__ = [
    "GROUPS",
    "LINES",
    "Sheet",
    "asked_groups",
    "check_line",
    "confirm",
    "heal_with_copy",
    "heal_with_sheet",
    "is_confirmed",
    "number_of",
    "read_sheet",
    "sheet",
    "sheet_pdf",
    "unlock_with_sheet",
]

_CONFIRMED = "herstelblad"
"""The setting that holds the number of the sheet that is known to be on paper."""


def sheet(logbook: Logbook) -> Sheet:
    """The recovery sheet of an open logbook. Nothing of it is written anywhere."""
    return sheet_of(logbook.key, logbook.salt)


def sheet_pdf(shown: Sheet) -> bytes:
    """The sheet on one page to be printed; it names no person and no organisation."""
    return recovery_sheet.render(shown)


def number_of(path: Path) -> str | None:
    """Which sheet belongs to a file, before it is open; None where the start does not tell."""
    try:
        salt = healing.salt_of(path)
    except LogbookError:
        return None
    return None if salt is None else sheet_number(salt)


# --- is it on paper? --------------------------------------------------------------------------


def is_confirmed(logbook: Logbook) -> bool:
    """Whether two groups of this very sheet were typed back; another key asks it anew."""
    return logbook.settings.get(_CONFIRMED) == sheet_number(logbook.salt)


def asked_groups(logbook: Logbook) -> tuple[tuple[int, int], tuple[int, int]]:
    """Which two groups are asked, as line and group from 1; the same ones for the same sheet."""
    *_, one, other, third, fourth = logbook.salt
    line = one % LINES
    later = (line + 1 + other % (LINES - 1)) % LINES
    first, second = sorted([(line + 1, third % GROUPS + 1), (later + 1, fourth % GROUPS + 1)])
    return first, second


def confirm(logbook: Logbook, groups: Sequence[str]) -> None:
    """Note that the sheet is on paper, by the two groups that were asked. Raises GroupsDiffer."""
    shown = sheet(logbook)
    asked = asked_groups(logbook)
    right = [shown.lines[line - 1].split()[group - 1] for line, group in asked]
    if len(groups) != len(right) or not all(map(same_group, groups, right)):
        raise GroupsDiffer
    logbook.settings.set(_CONFIRMED, shown.number)


# --- opening with it --------------------------------------------------------------------------


def unlock_with_sheet(
    path: Path, lines: Sequence[str], new_passphrase: str, accept: Sequence[Profile] = (VPL1,)
) -> Logbook:
    """Open a logbook with its sheet and give it a new passphrase, and so another sheet, at once.

    Where the new passphrase cannot be set nothing has changed, or with HealedOnly no more than the
    damaged start. Raises PassphraseRefused, NotSaved, ReadOnlyPlace and what ``heal_with_sheet``
    raises.
    """
    _, salt = read_sheet(lines)
    check_good(new_passphrase)
    was_damaged = healing.salt_of(path) != salt
    opened = heal_with_sheet(path, lines, accept)
    try:
        return rekeyed(opened, new_passphrase)
    except LogbookError as error:
        opened.close()
        raise (HealedOnly() if was_damaged else error) from error
    except BaseException:
        opened.close()
        raise


def heal_with_sheet(
    path: Path, lines: Sequence[str], accept: Sequence[Profile] = (VPL1,)
) -> Logbook:
    """Open a logbook with its sheet; a damaged start is written anew. The passphrase stays.

    The damaged file is then kept as ``.beschadigd``. Raises SheetLineWrong, SheetNewer,
    SheetOfAnother, Damaged when more than the start is wrong, and what opening raises.
    """
    key, salt = read_sheet(lines)
    try:
        return _open_or_heal(path, key, salt, accept)
    except WrongPassphrase:
        expected = number_of(path)
        if expected is None:
            recognise(path, accept)  # tells what it is instead of a logbook
        raise SheetOfAnother(sheet_number(salt), expected or "") from None


def heal_with_copy(
    path: Path, copy: Path, passphrase: str, accept: Sequence[Profile] = (VPL1,)
) -> Logbook:
    """The same with the start of a backup and the passphrase of both.

    Raises CopyOfAnother when the backup opens with this passphrase and the file does not.
    """
    key, salt = key_of(copy, passphrase, accept), recognise(copy, accept).salt
    open_copy(copy, key, checked=False).close()
    try:
        return _open_or_heal(path, key, salt, accept)
    except WrongPassphrase:
        raise CopyOfAnother from None


def _open_or_heal(path: Path, key: bytes, salt: bytes, accept: Sequence[Profile]) -> Logbook:
    """Raises WrongPassphrase when the file belongs to another key."""
    if healing.salt_of(path) == salt:
        try:
            return open_with_key(path, key)
        except WrongPassphrase:
            raise Damaged(1) from None  # its start is right, so it is all the rest
    if not any(salt.startswith(profile.tag) for profile in accept):
        raise WrongPassphrase
    if not healing.fits(path, key, salt):
        raise WrongPassphrase
    healing.write_salt_anew(path, key, salt)
    return open_with_key(path, key)
