"""Reading a damaged file: what can be read is read, whatever lies beside it.

After a page whose seal is broken SQLCipher answers nothing more on that connection, so it is opened
anew. All of it happens on a private copy of the bytes: the damaged file is read once and no more.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3

from vp_logboek.domain.errors import WrongPassphrase
from vp_logboek.store.connection import PAGE_BYTES, address, is_sound
from vp_logboek.store.creation import part_beside
from vp_logboek.store.database import Row
from vp_logboek.store.trouble import is_not_a_database

_SETTINGS = (
    "cipher_memory_security = ON",
    "temp_store = MEMORY",
    "trusted_schema = OFF",
    "mmap_size = 0",
    "query_only = ON",
    "writable_schema = ON",  # or a file that was cut short is refused as a whole
)


@contextmanager
def private_copy(damaged: Path, beside: Path) -> Iterator[Path]:
    """The bytes of a file and of its journal, beside another path, until the block ends.

    What the disk refuses to give is nought, and is found damaged later.
    """
    with part_beside(beside.absolute()) as part:
        _copy_bytes(damaged, part)
        journal = damaged.with_name(f"{damaged.name}-journal")
        if journal.is_file():
            _copy_bytes(journal, part.with_name(f"{part.name}-journal"))
        yield part


def _copy_bytes(source: Path, target: Path) -> None:
    with source.open("rb", buffering=0) as given, target.open("wb") as taken:
        os.chmod(target, 0o600)  # noqa: PTH101 - the journal is made here
        size = os.fstat(given.fileno()).st_size
        for start in range(0, size, PAGE_BYTES):
            wanted = min(PAGE_BYTES, size - start)
            try:
                given.seek(start)
                content = given.read(wanted)
            except OSError:
                content = b""
            taken.write(content.ljust(wanted, b"\0"))


class DamagedFile:
    """A copy of a damaged file that is open for reading; ``close`` it."""

    def __init__(self, copy: Path, key: bytes) -> None:
        self._path, self._key = copy, key
        self._raw = self._open()

    def can_begin(self) -> bool:
        """Whether the first page can be read: without it there is nothing. Raises WrongPassphrase.

        With a wrong passphrase no page at all can be read, with a damaged first page the others can
        """
        try:
            self._raw.execute("PRAGMA user_version").fetchall()
            self._raw.execute("SELECT name FROM sqlite_schema").fetchall()
        except sqlcipher3.DatabaseError as error:
            if is_not_a_database(error) and self._no_page_opens():
                raise WrongPassphrase from error
            return False
        return True

    def _no_page_opens(self) -> bool:
        failing = len(self._raw.execute("PRAGMA cipher_integrity_check").fetchall())
        return failing >= self._path.stat().st_size // PAGE_BYTES

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row] | None:
        """Every row of an answer; None when something on the way cannot be read."""
        found, is_whole = self.rows_until(sql, values)
        return found if is_whole else None

    def rows_until(self, sql: str, values: Sequence[object] = ()) -> tuple[list[Row], bool]:
        """The rows up to the first that cannot be read, and whether that is all of them."""
        found: list[Row] = []
        try:
            for row in self._raw.execute(sql, values):
                found.append(row)
            is_whole = is_sound(self._raw)
        except sqlcipher3.DatabaseError:
            is_whole = False
        if not is_whole:
            self._raw.close()
            self._raw = self._open()
        return found, is_whole

    def number(self, sql: str, values: Sequence[object] = ()) -> int:
        """The one number an answer consists of; 0 when it cannot be read or is not there."""
        rows = self.rows(sql, values)
        return int(rows[0][0] or 0) if rows else 0

    def close(self) -> None:
        """Close the copy."""
        self._raw.close()

    def _open(self) -> Any:
        raw = sqlcipher3.connect(address(self._path, "rw"), uri=True, isolation_level=None)
        raw.execute("PRAGMA cipher_log_level = NONE")
        raw.set_key(b"x'" + self._key.hex().encode("ascii") + b"'")
        for setting in _SETTINGS:
            raw.execute(f"PRAGMA {setting}").fetchall()
        return raw
