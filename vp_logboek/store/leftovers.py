"""What a program that was killed leaves beside a logbook, and how the next opening deals with it.

- ``.<12 hex>.part`` and its journal: a file that was being written; it never got its name.
- ``<name>.vorige``: the file before the passphrase was changed. It stays until the logbook has been
  opened after that. Where a disk has no hard links a kill can leave it without the file itself.
"""

import errno
import os
import re
import stat
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from vp_logboek.store import open_files
from vp_logboek.store.lock_probe import is_open_elsewhere

NO_HARD_LINKS = {
    errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EINVAL
}  # fmt: skip
"""What a memory stick says, and a file system that is kept on another computer. EINVAL is Windows:
Python has no other number for its ERROR_INVALID_FUNCTION and ERROR_NOT_SUPPORTED."""
_PART = re.compile(r"\.[0-9a-f]{12}\.part(-journal)?")


def previous_of(path: Path) -> Path:
    """Where the file from before a change of passphrase stays."""
    return path.with_name(f"{path.name}.vorige")


def put_back(path: Path) -> None:
    """Give the old file its name again where there is no file of that name, only ``.vorige``."""
    with suppress(OSError, ValueError, RuntimeError):  # a name no disk can have, a loop of links
        real = path.resolve()
        previous = previous_of(real)
        if not os.path.lexists(real) and stat.S_ISREG(previous.lstat().st_mode):
            previous.rename(real)


def clear(path: Path, salt: bytes) -> None:
    """Remove what earlier programs left, after the logbook was opened: it is whole without.

    A file called ``.vorige`` that begins with the salt of this very logbook is not from before a
    change of passphrase: somebody made it, and it stays.
    """
    previous = previous_of(path)
    with suppress(OSError):
        # of a kill between two names it is the open file itself, and that is never read
        if previous.samefile(path) or not _begins_with(previous, salt):
            previous.unlink()
    with suppress(OSError):
        for found in [*_parts(path.parent)]:
            if found.samefile(path):  # killed between giving the name and taking this one away
                found.unlink()
    clear_parts(path.parent, time.time())


def _begins_with(found: Path, salt: bytes) -> bool:
    if open_files.holds(found) or not stat.S_ISREG(found.lstat().st_mode):
        return True
    with found.open("rb") as file:
        return file.read(len(salt)) == salt


def clear_parts(folder: Path, before: float) -> None:
    """Remove half-written files that were last written before a moment, if nobody has them open."""
    with suppress(OSError):
        for found in [*_parts(folder)]:
            if _is_left(found, before):
                found.unlink(missing_ok=True)


def _parts(folder: Path) -> Iterator[Path]:
    return (found for found in folder.iterdir() if _PART.fullmatch(found.name))


def _is_left(part: Path, before: float) -> bool:
    """On Windows a file that is open cannot be removed; elsewhere its lock tells."""
    found = part.lstat()
    if not stat.S_ISREG(found.st_mode) or found.st_mtime >= before:
        return False
    whole = part.with_name(part.name.removesuffix("-journal"))
    return not any(
        each.exists() and (open_files.holds(each) or is_open_elsewhere(each))
        for each in {part, whole}
    )
