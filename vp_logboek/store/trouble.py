"""Whose fault is it? What the disk says becomes a LogbookError; a defect of ours stays one."""

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import sqlcipher3

from vp_logboek.domain.errors import (
    AlreadyOpen,
    Damaged,
    DiskTrouble,
    LogbookError,
    NotSaved,
    ReadOnlyPlace,
)

# sqlite.org/rescode.html: the low byte of a result is its primary code
_TELL: dict[int, Callable[[], LogbookError]] = {
    5: AlreadyOpen,  # BUSY
    8: ReadOnlyPlace,  # READONLY
    10: lambda: NotSaved(DiskTrouble.FAILED),  # IOERR
    11: lambda: Damaged(1),  # CORRUPT
    13: lambda: NotSaved(DiskTrouble.FULL),  # FULL
    14: ReadOnlyPlace,  # CANTOPEN
    26: lambda: Damaged(1),  # NOTADB
}
_PRIMARY = 0xFF
# what sqlite3_errstr says: all that an error of the binding's backup() has
_BY_TEXT = {
    "attempt to write a readonly database": 8,
    "disk I/O error": 10,
    "database disk image is malformed": 11,
    "database or disk is full": 13,
    "unable to open database file": 14,
}
_NOT_A_DATABASE = 26


def primary_code(error: sqlcipher3.Error) -> int:
    """SQLite's own result code, without its extension; 0 when the binding itself complains."""
    code = getattr(error, "sqlite_errorcode", None)
    return int(_BY_TEXT.get(str(error), 0) if code is None else code) & _PRIMARY


def is_not_a_database(error: sqlcipher3.Error) -> bool:
    """Whether the first page could not be read: a wrong key, or damage there."""
    return primary_code(error) == _NOT_A_DATABASE


@contextmanager
def database_edge() -> Iterator[None]:
    """Turns what the disk or another program did into a LogbookError; the rest propagates."""
    try:
        yield
    except sqlcipher3.Error as error:
        tell = _TELL.get(primary_code(error))
        if tell is None:
            raise
        raise tell() from error


@contextmanager
def file_edge() -> Iterator[None]:
    """The same for calls of the operating system, when a logbook is made or moved.

    Raises ReadOnlyPlace and NotSaved.
    """
    try:
        yield
    except OSError as error:
        raise _told(error) from error


def _told(error: OSError) -> LogbookError:
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return ReadOnlyPlace()
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return NotSaved(DiskTrouble.FULL)
    if error.errno == errno.ENAMETOOLONG:
        return NotSaved(DiskTrouble.NAME_TOO_LONG)
    return NotSaved(DiskTrouble.FAILED)
