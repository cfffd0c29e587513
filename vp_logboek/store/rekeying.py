"""Another key for a logbook, all or nothing: the file opens with the old key or with the new one.

``PRAGMA rekey`` is never used: on a nearly full disk it left a file that no key opened. The pages
go into a new file with the new key and a new salt; that is read back in full with the key alone,
and only then takes the name. The old file stays beside it as ``.vorige``.
"""

import errno
import os
from contextlib import suppress
from itertools import zip_longest
from pathlib import Path

from vp_logboek.domain.errors import (
    Damaged,
    DiskTrouble,
    NotALogbook,
    NotSaved,
    ReadOnlyPlace,
    WrongPassphrase,
)
from vp_logboek.store.connection import Connection, connect
from vp_logboek.store.creation import part_beside, sync_file, sync_folder
from vp_logboek.store.database import Database, Row
from vp_logboek.store.leftovers import NO_HARD_LINKS, previous_of
from vp_logboek.store.stopping import Halt
from vp_logboek.store.trouble import database_edge, file_edge

_PAGES_AT_ONCE = 1024
"""4 MB: a third of a second on a slow laptop, between two looks whether it must stop."""


def change_key(
    connection: Connection, key: bytes, salt: bytes, halt: Halt | None = None
) -> Connection:
    """Close this connection and open the file with another key and salt.

    Where it fails the file is as it was and this connection is open. Raises NotSaved,
    ReadOnlyPlace, Damaged when the file can no longer be read, and what ``connect`` raises where
    even the old file cannot be opened again; and Stopped, until the new file takes the name.
    """
    halt = halt or Halt()
    if connection.read_only:
        raise ReadOnlyPlace
    connection.before_lasting()
    with file_edge(), part_beside(connection.path) as part:
        with halt.allowed(connection.connection):
            _copy_pages(connection, part, key, salt, halt)
            sync_file(part)
            _verify(connection, part, key)
        halt.close()
        # that of an earlier change is not what ``_go_back`` may put in the place of this file
        previous_of(connection.path).unlink(missing_ok=True)
        return _swap(connection, part, key)


def _copy_pages(connection: Connection, part: Path, key: bytes, salt: bytes, halt: Halt) -> None:
    target = connect(part, key, salt)
    try:
        with database_edge():
            connection.connection.backup(
                target.connection, pages=_PAGES_AT_ONCE, progress=lambda *_: halt.heed()
            )
        connection.check_sound()  # else a page that could not be read is copied as nought
    finally:
        target.close()


# --- reading it back --------------------------------------------------------------------------


def _verify(connection: Connection, part: Path, key: bytes) -> None:
    """Open the new file as the user will. Raises NotSaved unless every row is there."""
    try:
        copy = connect(part, key, mode="ro")
    except (WrongPassphrase, Damaged, NotALogbook) as error:
        found = connection.findings()
        raise (Damaged(found) if found else NotSaved(DiskTrouble.FAILED)) from error
    try:
        if not _hold_the_same(connection, copy):
            raise NotSaved(DiskTrouble.FAILED)
    finally:
        copy.close()


def _hold_the_same(one: Database, other: Database) -> bool:
    schema = "SELECT type, name, sql FROM sqlite_schema"
    names = "SELECT name FROM pragma_table_list WHERE type IN ('table', 'shadow')"
    questions = ["PRAGMA user_version", "PRAGMA application_id", schema]
    questions += [f'SELECT * FROM "{name}"' for (name,) in one.all(names)]  # noqa: S608 - our names
    return all(_same_answer(one, other, question) for question in questions)


def _same_answer(one: Database, other: Database, question: str) -> bool:
    with database_edge():
        rows: zip_longest[tuple[Row, Row]] = zip_longest(
            one.connection.execute(question), other.connection.execute(question)
        )
        return all(mine == theirs for mine, theirs in rows)


# --- taking the name --------------------------------------------------------------------------


def _swap(connection: Connection, part: Path, key: bytes) -> Connection:
    """A file that is open cannot be replaced on Windows: so it is closed before, on all."""
    path = connection.path
    connection.close()
    try:
        _refuse_journal(path)
        _keep(path)
        part.replace(path)
        sync_folder(path.parent)
        return connect(path, key, checked=False)  # it was read back in full under its other name
    except BaseException:
        with suppress(OSError):
            _go_back(connection)
        connection.reopen()
        raise


def _refuse_journal(path: Path) -> None:
    """What an old journal would undo must never be undone in the new file."""
    journal = path.with_name(f"{path.name}-journal")
    if journal.exists() and journal.stat().st_size > 0:
        raise OSError(errno.EBUSY, "a journal is left")


def _keep(path: Path) -> None:
    """Where a disk has hard links there is no moment without a file of this name."""
    previous = previous_of(path)
    try:
        previous.hardlink_to(path)
    except OSError as error:
        if error.errno not in NO_HARD_LINKS:
            raise
        path.replace(previous)


def _go_back(connection: Connection) -> None:
    path, previous = connection.path, previous_of(connection.path)
    if connection.is_in_place():
        previous.unlink(missing_ok=True)
    elif os.path.lexists(previous):
        previous.replace(path)
        sync_folder(path.parent)
