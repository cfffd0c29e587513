"""One verified copy of a logbook: written, read back in full, and only then named.

``VACUUM INTO`` keeps the key, the salt and the versions and leaves out what was deleted. Copying
the bytes of a file that is open could catch it half-way, and ``sqlcipher_export`` forgets the
version of the schema.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from vp_logboek.domain.errors import (
    AlreadyExists,
    BackupFailed,
    BackupFolderMissing,
    CopyNotClosed,
    CopyNotWhole,
    Damaged,
    LogbookError,
    NewerLogbook,
    NotALogbook,
    NotMigrated,
    NotSaved,
    OlderReadOnly,
    ReadOnlyPlace,
    WrongPassphrase,
)
from vp_logboek.store import schema
from vp_logboek.store.connection import Connection, check, connect
from vp_logboek.store.creation import make_whole
from vp_logboek.store.database import Database
from vp_logboek.store.trouble import database_edge

_FIRST_WITH_DESTRUCTION = 2


def write_copy(connection: Connection, target: Path) -> None:
    """Write a verified copy; a file that is there is never replaced.

    Outside a transaction only. Raises BackupFolderMissing, AlreadyExists, ReadOnlyPlace,
    BackupFailed, CopyNotWhole, BackupStopped, and Damaged when the logbook itself cannot be read.
    Then nothing is left behind.
    """
    with _told_as_backup(target.absolute().parent):
        copy_whole(connection, target)


def copy_whole(connection: Connection, target: Path) -> None:
    """The same for a copy that is no backup: a folder is made, and NotSaved tells of the disk."""

    def write(part: Path) -> None:
        _vacuum_into(connection, part)
        _verify(connection, part)

    with connection.stopping.allowed(connection.connection):
        make_whole(target.absolute(), write)


def _vacuum_into(connection: Connection, part: Path) -> None:
    real = part.resolve()
    with _writable(connection):
        connection.guard.backup_target = str(real)
        try:
            with database_edge():
                connection.connection.execute("VACUUM INTO ?", (str(real),))
            connection.check_sound()
        finally:
            connection.guard.backup_target = None


@contextmanager
def _writable(connection: Connection) -> Iterator[None]:
    """In a read-only place queries alone are allowed, and SQLite counts this among the others."""
    raw = connection.connection
    if connection.read_only:
        raw.execute("PRAGMA query_only = OFF")
    try:
        yield
    finally:
        if connection.read_only:
            raw.execute("PRAGMA query_only = ON")


def _verify(connection: Connection, part: Path) -> None:
    """Open the copy as the user will: with the key alone, and both checks. Raises CopyNotWhole."""
    try:
        copy = connect(part, connection.key, mode="ro", checked=False)
    except (WrongPassphrase, Damaged, NotALogbook) as error:
        raise CopyNotWhole from error
    try:
        with connection.stopping.allowed(copy.connection):
            check(copy)
            if schema.version(copy) != schema.version(connection):
                raise CopyNotWhole
    except (Damaged, NotALogbook) as error:
        raise CopyNotWhole from error
    finally:
        copy.close()


@contextmanager
def _told_as_backup(folder: Path) -> Iterator[None]:
    """A disk that fails here says nothing about the logbook."""
    if not folder.is_dir():
        raise BackupFolderMissing
    try:
        yield
    except NotSaved as error:
        if not folder.is_dir():
            raise BackupFolderMissing from error
        raise BackupFailed(error.trouble) from error


# --- reading a copy ---------------------------------------------------------------------------


def open_copy(path: Path, key: bytes, checked: bool = True) -> Connection:
    """Open a copy to read it, checked and without changing a byte.

    Raises CopyNotClosed and NewerLogbook beside what ``connect`` raises.
    """
    try:
        copy = connect(path, key, mode="ro", checked=checked)
    except ReadOnlyPlace as error:
        # what its program left half-way would have to be undone first
        raise CopyNotClosed from error
    found = schema.version(copy)
    if found > schema.NEWEST:
        copy.close()
        raise NewerLogbook(found)
    return copy


def days_of_talks(copy: Connection) -> list[date]:
    """The day of every talk, those in the bin left out, in a copy of any version."""
    # counted by the caller: with cipher_memory_security an aggregate costs 20 microseconds a row
    rows = copy.all("SELECT held_on FROM conversation WHERE binned_on IS NULL ORDER BY held_on")
    return [date.fromisoformat(day) for (day,) in rows]


def precedes_destruction(
    connection: Connection, path: Path, day: date, if_unread: bool = True
) -> bool:
    """Whether a copy lacks a destruction that the logbook has recorded up to and on this day.

    ``if_unread`` is the answer for a copy that cannot be read with this key.
    """
    destroyed = "SELECT count(*) FROM destruction WHERE day <= ?"
    try:
        copy = open_copy(path, connection.key, checked=False)
    except LogbookError:
        return if_unread
    try:
        if schema.version(copy) < _FIRST_WITH_DESTRUCTION:
            return True
        found = copy.number(destroyed, (day.isoformat(),))
    except LogbookError:
        return if_unread
    finally:
        copy.close()
    return found < connection.number(destroyed, (day.isoformat(),))


# --- before a migration -----------------------------------------------------------------------


def before_migration(connection: Connection) -> Path:
    """Keep a logbook of an older version beside itself, before the first step; the copy's path.

    A copy of an earlier try that holds the same is used again; any other is left as it is. Raises
    OlderReadOnly, and NotMigrated when no copy can be made; then the logbook stays as it was.
    """
    if connection.read_only:
        raise OlderReadOnly
    for target in _migration_names(connection.path):
        if _holds_the_same(target, connection):
            return target
        try:
            write_copy(connection, target)
        except AlreadyExists:
            continue
        except BackupFailed as error:
            raise NotMigrated(error.trouble) from error
        except ReadOnlyPlace as error:
            raise OlderReadOnly from error
        return target
    raise AssertionError("there is always a next number")


def _migration_names(path: Path) -> Iterator[Path]:
    stem = f"{path.stem}-voor-versie-{schema.NEWEST}"
    yield path.with_name(f"{stem}{path.suffix}")
    number = 2
    while True:
        yield path.with_name(f"{stem}-{number}{path.suffix}")
        number += 1


def _holds_the_same(target: Path, connection: Connection) -> bool:
    if not target.is_file():
        return False
    try:
        copy = open_copy(target, connection.key)
    except LogbookError:
        return False
    try:
        return _rows(copy) == _rows(connection)
    finally:
        copy.close()


def _rows(database: Database) -> list[list[tuple[object, ...]]]:
    """Every row of every table, in one order, and the version."""
    tables = database.all(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        " ORDER BY name"
    )
    found = [sorted(database.all(f'SELECT * FROM "{name}"'), key=repr) for (name,) in tables]  # noqa: S608 - our own names
    return [[(schema.version(database),)], *found]
