"""Making a new file, all or nothing: a logbook appears whole under its name, or not at all."""

import errno
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from vp_logboek.domain.errors import AlreadyExists, DiskTrouble, NotSaved
from vp_logboek.store.leftovers import NO_HARD_LINKS, previous_of
from vp_logboek.store.trouble import file_edge

LONGEST_NAME = 240
"""In bytes: SQLite adds ``-journal`` to it, and most disks stop at 255."""
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}
"""What file systems of a network or a memory stick say."""


def check_name(path: Path) -> None:
    """Raises NotSaved for a name that leaves no room for the journal beside it."""
    if len(os.fsencode(path.name)) > LONGEST_NAME:
        raise NotSaved(DiskTrouble.NAME_TOO_LONG)


def make_folder(folder: Path) -> None:
    """Make a folder and its parents, for the owner alone; those that exist stay as they are."""
    missing = [f for f in (folder, *folder.parents) if not f.exists()]
    for each in reversed(missing):
        each.mkdir(mode=0o700, exist_ok=True)


def make_whole(path: Path, write: Callable[[Path], None]) -> None:
    """Let ``write`` fill an empty private file beside ``path``; it gets that name when it is safe.

    Raises AlreadyExists, ReadOnlyPlace and NotSaved; then no file is left behind.
    """
    check_name(path)
    with file_edge():
        # beside an old file that waits to be put back nothing takes its name
        if os.path.lexists(path) or os.path.lexists(previous_of(path)):
            raise AlreadyExists(path.name)
        # what another file of this name left to be undone would be undone in the new one
        journal = path.with_name(f"{path.name}-journal")
        if os.path.lexists(journal):
            raise AlreadyExists(journal.name)
        make_folder(path.parent)
        with part_beside(path) as part:
            write(part)
            sync_file(part)
            _give_name(part, path)
        _keep_name(path)


@contextmanager
def part_beside(path: Path) -> Iterator[Path]:
    """An empty private file beside a path; when the block ends it is gone, or has its name."""
    # a name of its own: two programs making the same logbook must not share a half-made file
    part = path.with_name(f".{secrets.token_hex(6)}.part")
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        yield part
    finally:
        for left in (part, part.with_name(f"{part.name}-journal")):
            left.unlink(missing_ok=True)


def _give_name(part: Path, path: Path) -> None:
    """Never replaces what is there, not even what another program makes at this very moment."""
    try:
        try:
            path.hardlink_to(part)
        except OSError as error:
            if error.errno not in NO_HARD_LINKS:
                raise
            # a memory stick, say: claim the name with an empty file of ours and replace that
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            part.replace(path)
    except FileExistsError:
        raise AlreadyExists(path.name) from None


def _keep_name(path: Path) -> None:
    try:
        sync_folder(path.parent)
    except OSError:
        path.unlink(missing_ok=True)
        raise


def sync_file(path: Path) -> None:
    """Wait until the disk has the content. Never for a database that is open."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Wait until the disk has the names in a folder; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(handle)
