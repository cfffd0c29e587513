"""A file whose first 16 bytes are damaged: they are written anew, into a new file.

Those bytes are the salt. Without them no passphrase opens the rest, though all of it is whole; a
recovery sheet and every backup have them too. The damaged file stays beside it.
"""

import itertools
import shutil
from contextlib import suppress
from pathlib import Path

from vp_logboek.domain.errors import (
    AlreadyOpen,
    Damaged,
    Foreign,
    NewerLogbook,
    NotALogbook,
    ReadOnlyPlace,
    WrongPassphrase,
)
from vp_logboek.store import open_files
from vp_logboek.store.connection import PAGE_BYTES, connect
from vp_logboek.store.creation import part_beside, sync_file, sync_folder
from vp_logboek.store.header import recognise
from vp_logboek.store.key import CHEAPEST, VPL1
from vp_logboek.store.leftovers import NO_HARD_LINKS
from vp_logboek.store.trouble import file_edge

_COULD_BE_DAMAGE = {Foreign.OTHER, Foreign.TEST_FILE}


def salt_of(path: Path) -> bytes | None:
    """The salt as it stands in the file; None where the start is not that of a logbook.

    Raises AlreadyOpen, and NotALogbook for what cannot be a logbook with a damaged start.
    """
    try:
        return recognise(path, (VPL1, CHEAPEST)).salt
    except NewerLogbook:
        return None
    except NotALogbook as error:
        if error.kind in _COULD_BE_DAMAGE:
            return None
        raise


def fits(path: Path, key: bytes, salt: bytes) -> bool:
    """Whether a file opens with this key once it begins with this salt. No byte is changed."""
    if open_files.holds(path):
        raise AlreadyOpen
    if path.stat().st_size < PAGE_BYTES:
        return False
    try:
        connect(path, key, salt, mode="ro").close()
    except WrongPassphrase:
        return False
    except (Damaged, ReadOnlyPlace):  # its pages, or what its program left half-way: told later
        return True
    return True


def write_salt_anew(path: Path, key: bytes, salt: bytes) -> Path:
    """Put a file with the right start in the place of this one; where the damaged one is now.

    Raises Damaged when that is not all that is wrong, WrongPassphrase, AlreadyOpen, ReadOnlyPlace
    and NotSaved; then the file is as it was.
    """
    real = path.resolve()
    with file_edge(), part_beside(real) as part:
        _copy_with(real, part, salt)
        connect(part, key).close()
        kept = _keep(real)
        try:
            part.replace(real)
        except OSError:
            kept.unlink(missing_ok=True)
            raise
        _keep_journal(real, kept)
        sync_folder(real.parent)
    return kept


def _copy_with(path: Path, part: Path, salt: bytes) -> None:
    """Copy the bytes, with what a killed program left to be undone, and write the salt."""
    if open_files.holds(path):
        raise AlreadyOpen
    journal = _journal(path)
    if journal.exists():
        shutil.copyfile(journal, _journal(part))
    shutil.copyfile(path, part)
    with part.open("r+b") as file:
        file.write(salt)
    sync_file(part)


def _keep(path: Path) -> Path:
    kept = _free_name(path)
    try:
        kept.hardlink_to(path)
    except OSError as error:
        if error.errno not in NO_HARD_LINKS:
            raise
        shutil.copyfile(path, kept)
        sync_file(kept)
    return kept


def _keep_journal(path: Path, kept: Path) -> None:
    # what it undoes was undone in the new file: to undo it there once more would change nothing
    with suppress(FileNotFoundError):
        _journal(path).replace(_journal(kept))


def _journal(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")


def _free_name(path: Path) -> Path:
    first = path.with_name(f"{path.name}.beschadigd")
    others = (first.with_name(f"{first.name}-{number}") for number in itertools.count(2))
    return next(name for name in (first, *itertools.islice(others, 999)) if not name.exists())
