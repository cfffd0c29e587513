"""An open connection with typed questions and transactions. SQL text never contains a value."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from vp_logboek.store.trouble import database_edge

Row = tuple[Any, ...]


class Database:
    """What every table of the store works with. Every call raises what ``trouble`` tells."""

    def __init__(self, connection: Any) -> None:
        self.connection = connection
        self._part_failed = False

    def all(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """Every row of an answer."""
        with database_edge():
            rows: list[Row] = self.connection.execute(sql, values).fetchall()
        self.after_reading(rows)
        return rows

    def one(self, sql: str, values: Sequence[object] = ()) -> Row | None:
        """The first row of an answer; None when there is none."""
        rows = self.all(sql, values)
        return rows[0] if rows else None

    def number(self, sql: str, values: Sequence[object] = ()) -> int:
        """The one number an answer consists of."""
        return int(self.all(sql, values)[0][0])

    def after_reading(self, rows: Sequence[Row]) -> None:
        """Called after an answer; a database that can tell looks whether all of it was read."""

    def before_lasting(self) -> None:
        """Called before a change becomes lasting; a database that knows its file looks there."""

    def run(self, sql: str, values: Sequence[object] = ()) -> int:
        """Change something; how many rows it changed."""
        with self._changing():
            return int(self.connection.execute(sql, values).rowcount)

    def run_each(self, sql: str, values: Sequence[Sequence[object]]) -> None:
        """The same change for each list of values."""
        with self._changing():
            self.connection.executemany(sql, values)

    def insert(self, sql: str, values: Sequence[object] = ()) -> int:
        """Add a row; its id."""
        with self._changing():
            return int(self.connection.execute(sql, values).lastrowid)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing. Inside another one it joins that: a part that fails undoes it all."""
        if self.connection.in_transaction:
            with self._joined():
                yield
            return
        self._part_failed = False
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            if self._part_failed:
                raise RuntimeError("a part of this transaction failed and was not heeded")
            self.before_lasting()
            self.run("COMMIT")
        except BaseException:
            self._undo()
            raise

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """Outside a transaction a single statement lasts by itself, or is undone by itself."""
        if not self.connection.in_transaction:
            self.before_lasting()
        try:
            with database_edge():
                yield
        except BaseException:
            if not self.connection.in_transaction:  # a full disk undoes the whole transaction
                self._read_anew()
            raise

    @contextmanager
    def undone(self) -> Iterator[None]:
        """Only to see whether it could be done: what happens inside is undone, whatever comes."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            self._undo()

    @contextmanager
    def _joined(self) -> Iterator[None]:
        try:
            yield
        except BaseException:
            self._part_failed = True
            raise

    def _undo(self) -> None:
        # a full disk makes SQLite undo by itself
        if self.connection.in_transaction:
            self.run("ROLLBACK")
        self._read_anew()

    def _read_anew(self) -> None:
        """After something was undone no page is remembered.

        SQLite looks at the first page again while it is put back, and SQLCipher decrypts it only
        after that (``pager_playback_one_page``: ``xReiniter`` before ``CODEC1``). Once in some
        7,500 times the encrypted bytes pass for a page, and then a sound file is called malformed,
        or a table is not found, until the page is read again.
        """
        with database_edge():
            self.connection.execute("PRAGMA shrink_memory")
