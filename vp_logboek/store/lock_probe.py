"""Whether another program has a logbook open, asked without taking a lock and without a key."""

import os
import struct
import sys
from pathlib import Path

from vp_logboek.store import open_files

_SHARED_FIRST, _SHARED_SIZE = 0x40000000 + 2, 510
"""The bytes that every reader locks, and a writer all of: "Byte range lock constants" in os.h of
SQLite; a file format of its own, see sqlite.org/fileformat2.html#the_lock_byte_page."""
_FLOCK = "@qqihh" if sys.platform == "darwin" else "@hhqqi"
"""``struct flock`` of fcntl(2) with 64-bit offsets: on macOS start, length, process, type, whence;
on Linux type, whence, start, length, process."""


def is_open_elsewhere(path: Path) -> bool:
    """Whether another process holds the lock that every open logbook has.

    False also where that cannot be known beforehand: on Windows, and on a drive without locks. Then
    opening tells it. Never asked of a file that is open here: closing it would drop our own lock.
    """
    if sys.platform == "win32":
        return False
    try:
        if open_files.holds(path):
            return False
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except (OSError, ValueError):
        return False
    try:
        return _is_locked(handle)
    except OSError:
        return False
    finally:
        os.close(handle)


def _is_locked(handle: int) -> bool:
    if sys.platform == "win32":  # for the type checker
        return False
    import fcntl  # noqa: PLC0415 - this module does not exist on Windows

    # fcntl(2), F_GETLK: would a read lock be granted? It answers F_UNLCK if so, and takes none
    question = _pack(fcntl.F_RDLCK)
    answer = struct.unpack(_FLOCK, fcntl.fcntl(handle, fcntl.F_GETLK, question))
    kind = answer[3] if sys.platform == "darwin" else answer[0]
    return bool(kind != fcntl.F_UNLCK)


def _pack(kind: int) -> bytes:
    if sys.platform == "darwin":
        return struct.pack(_FLOCK, _SHARED_FIRST, _SHARED_SIZE, 0, kind, os.SEEK_SET)
    return struct.pack(_FLOCK, kind, os.SEEK_SET, _SHARED_FIRST, _SHARED_SIZE, 0)
