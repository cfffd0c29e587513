"""What a file is, from its first bytes: before any key is derived, and without a change to it."""

import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from vp_logboek.domain.errors import AlreadyOpen, Foreign, NewerLogbook, NotALogbook
from vp_logboek.store import open_files
from vp_logboek.store.key import CHEAPEST, SALT_BYTES, TAG_BYTES, VPL1, Profile
from vp_logboek.store.leftovers import put_back

_SQLITE = b"SQLite format 3\0"
_FAMILY = b"VPL"


@dataclass(frozen=True, slots=True)
class Header:
    """How a logbook's key is made. ``size`` is that of the file in bytes."""

    salt: bytes
    profile: Profile
    size: int


def recognise(path: Path, accept: Sequence[Profile] = (VPL1,)) -> Header:
    """Read the start of a file, which a kill may have left under its old name.

    Raises NotALogbook, NewerLogbook for a later file format, and AlreadyOpen when this process has
    the file open.
    """
    put_back(path)
    size = _size_of_plain_file(path)
    if open_files.holds(path):
        raise AlreadyOpen
    try:
        with path.open("rb") as file:
            salt = file.read(SALT_BYTES)
    except OSError:
        raise NotALogbook(Foreign.UNREADABLE) from None
    return Header(salt, _profile(salt, accept), size)


def _size_of_plain_file(path: Path) -> int:
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise NotALogbook(Foreign.MISSING) from None
    except (OSError, ValueError):
        raise NotALogbook(Foreign.UNREADABLE) from None
    if stat.S_ISDIR(found.st_mode):
        raise NotALogbook(Foreign.FOLDER)
    if not stat.S_ISREG(found.st_mode):
        # opening a FIFO would wait for ever
        raise NotALogbook(Foreign.SPECIAL)
    if found.st_size == 0:
        raise NotALogbook(Foreign.EMPTY)
    return found.st_size


def _profile(salt: bytes, accept: Sequence[Profile]) -> Profile:
    tag = salt[:TAG_BYTES]
    if len(salt) == SALT_BYTES:
        for profile in accept:
            if profile.tag == tag:
                return profile
        if tag == CHEAPEST.tag:
            raise NotALogbook(Foreign.TEST_FILE)
        if tag.startswith(_FAMILY) and b"2" <= tag[-1:] <= b"9":
            raise NewerLogbook(int(tag[-1:]))
    raise NotALogbook(Foreign.SQLITE if salt.startswith(_SQLITE) else Foreign.OTHER)
