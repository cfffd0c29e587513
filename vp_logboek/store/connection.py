"""The one way to open the file: every setting in order, then every check, then the first read."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import sqlcipher3

from vp_logboek.domain.errors import (
    Damaged,
    DiskTrouble,
    Foreign,
    NotALogbook,
    NotSaved,
    WrongPassphrase,
)
from vp_logboek.store import open_files
from vp_logboek.store.database import Database, Row
from vp_logboek.store.schema import APPLICATION_ID
from vp_logboek.store.stopping import Stopping
from vp_logboek.store.trouble import database_edge, is_not_a_database

PAGE_BYTES = 4096
_ON_ITS_PAGE = 900
"""Characters, of 4 bytes at most: a row of so many is as a whole on a page with its key."""
_FEW_ROWS = 100
"""To look through so many rows costs less than to ask the cipher: 0.1 ms."""

SETTINGS: tuple[str, ...] = (
    "cipher_memory_security = ON",
    "temp_store = MEMORY",
    "locking_mode = EXCLUSIVE",
    "journal_mode = DELETE",
    "synchronous = EXTRA",
    "fullfsync = ON",  # means something on macOS only
    "secure_delete = ON",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "journal_size_limit = 0",  # a kept journal held destroyed text
)


class Guard:
    """SQLite asks it before every statement: no extension, no second file, no change of key."""

    _DENY, _OK = 1, 0
    _ATTACH, _PRAGMA, _FUNCTION = 24, 19, 31

    def __init__(self) -> None:
        self.backup_target: str | None = None
        """The one path a backup is writing at this moment."""

    def __call__(self, action: int, one: str | None, two: str | None, *_: str | None) -> int:
        if action == self._ATTACH:
            return self._OK if one is not None and one == self.backup_target else self._DENY
        if action == self._FUNCTION and two is not None and two.casefold() == "load_extension":
            return self._DENY
        # on a nearly full disk it left a file that neither passphrase opens
        if action == self._PRAGMA and one is not None and one.casefold() in {"rekey", "hexrekey"}:
            return self._DENY
        return self._OK


class Connection(Database):
    """The open file. ``read_only`` when its place cannot be written."""

    def __init__(self, connection: Any, path: Path, key: bytes) -> None:
        super().__init__(connection)
        self.path = path
        self.key = key
        """The 32 bytes that open it: a copy is read back with them, and the sheet prints them."""
        self.read_only = False
        self.guard = Guard()
        self.stopping = Stopping()
        self._file = open_files.identity(path)
        self._is_open = True
        open_files.add(self._file)

    def after_reading(self, rows: Sequence[Row]) -> None:
        """Raises Damaged when a page of this answer could not be trusted.

        A long text goes on on further pages. One whose seal is broken is handed over as nought,
        without an error: that comes with the next page that is read, if one is.
        """
        if len(rows) > _FEW_ROWS or any(_may_go_on(row) for row in rows):
            self.check_sound()

    def check_sound(self) -> None:
        """Raises Damaged when a page that was read so far could not be trusted."""
        if not is_sound(self.connection):
            raise Damaged(1)

    def before_lasting(self) -> None:
        """Raises NotSaved when the file was moved, thrown away or replaced while it was open.

        What is written then goes to a file that nobody can find again.
        """
        if not self.is_in_place():
            raise NotSaved(DiskTrouble.MOVED)

    def is_in_place(self) -> bool:
        """Whether its path still leads to the file that was opened."""
        try:
            return open_files.identity(self.path) == self._file
        except OSError:
            return False

    def findings(self) -> int:
        """How much of the file cannot be trusted; 0 when it is whole."""
        found = findings(self.connection, self.path)
        return found or len(self.all("PRAGMA foreign_key_check"))

    @property
    def is_open(self) -> bool:
        """False after ``close``, until ``reopen`` succeeds."""
        return self._is_open

    def close(self) -> None:
        """Close the file; what is not saved is undone. A second time does nothing."""
        if self._is_open:
            self._is_open = False
            self.connection.close()
            open_files.drop(self._file)

    def reopen(self) -> None:
        """Open the file again after ``close``; raises what ``connect`` raises."""
        fresh = connect(self.path, self.key)
        self.connection, self.guard = fresh.connection, fresh.guard
        self._file, self._is_open = fresh._file, True


def _may_go_on(row: Row) -> bool:
    return sum(len(value) for value in row if isinstance(value, str | bytes)) > _ON_ITS_PAGE


def connect(
    path: Path, key: bytes, salt: bytes = b"", mode: str = "rw", checked: bool = True
) -> Connection:
    """Open a database file that exists and check it; the salt is given only when it is made.

    With mode ``ro`` no byte of it is changed, and one that was not closed well is refused. Without
    ``checked`` the caller checks it. Raises WrongPassphrase, Damaged, AlreadyOpen, ReadOnlyPlace
    and NotALogbook.
    """
    real = path.resolve()
    if not real.exists():
        raise NotALogbook(Foreign.MISSING)
    with database_edge():
        raw = sqlcipher3.connect(address(real, mode), uri=True, timeout=0, isolation_level=None)
    connection = Connection(raw, real, key)
    try:
        with database_edge():
            _configure(connection, key + salt)
            if not salt and checked:
                check(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def address(path: Path, mode: str) -> str:
    """A URI, because only that can say: never make a file that is not there."""
    uri = path.as_uri()
    if path.drive.startswith("\\\\"):  # SQLite reads file://server/… as another computer
        uri = uri.replace("file://", "file:////", 1)
    return f"{uri}?mode={mode}"


def _configure(connection: Connection, key: bytes) -> None:
    raw = connection.connection
    raw.execute("PRAGMA cipher_log_level = NONE")
    # any other form is silently taken as a passphrase
    raw.set_key(b"x'" + key.hex().encode("ascii") + b"'")
    try:
        for setting in SETTINGS:
            raw.execute(f"PRAGMA {setting}").fetchall()
    except sqlcipher3.DatabaseError as error:
        if is_not_a_database(error):
            raise _wrong_key_or_damage(raw, connection.path) from error
        raise
    raw.set_authorizer(connection.guard)
    # takes the lock, which EXCLUSIVE keeps, and rolls a hot journal back
    raw.execute("BEGIN EXCLUSIVE")
    raw.execute("COMMIT")


def _wrong_key_or_damage(raw: Any, path: Path) -> WrongPassphrase | Damaged:
    failing = len(raw.execute("PRAGMA cipher_integrity_check").fetchall())
    pages = path.stat().st_size // PAGE_BYTES
    return WrongPassphrase() if failing >= pages else Damaged(failing)


def check(connection: Connection) -> None:
    """Raises Damaged when the file is not whole, and NotALogbook when it is another's."""
    found = findings(connection.connection, connection.path)
    if found:
        raise Damaged(found)
    if connection.number("PRAGMA application_id") != APPLICATION_ID:
        raise NotALogbook(Foreign.OTHER)


def is_sound(raw: Any) -> bool:
    """Whether every page that was read so far on this connection could be trusted."""
    return bool(raw.execute("PRAGMA cipher_status").fetchone() == ("1",))


def findings(raw: Any, path: Path) -> int:
    """The pages that fail, what the structure check says, and a size that is not whole pages."""
    size = path.stat().st_size
    found = int(size < PAGE_BYTES or size % PAGE_BYTES != 0)
    found += len(raw.execute("PRAGMA cipher_integrity_check").fetchall())
    if found:
        return found
    try:
        answers: Sequence[tuple[str]] = raw.execute("PRAGMA integrity_check").fetchall()
    except sqlcipher3.DatabaseError:
        return 1
    return sum(answer != ("ok",) for answer in answers)
