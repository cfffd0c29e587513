"""Recording what happens to rows, and making rows again what they were."""

# ruff: noqa: S608 - the parts are names from the schema; a value is always bound

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from vp_logboek.store.database import Database
from vp_logboek.store.row_listener import TABLES, Change, Images, Key, Listener, Recording, Row

__all__ = ["Change", "Images", "Key", "Row", "RowImages"]


class RowImages:
    """Records what happens to the rows of a database, and puts rows back."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._made: Listener | None = None

    @property
    def _listener(self) -> Listener:
        """Made when it is first needed, and again when the file was opened again."""
        if self._made is None or self._made.raw is not self._database.connection:
            self._made = Listener(self._database)
        return self._made

    @contextmanager
    def recorded(self) -> Iterator[Recording]:
        """Everything inside is taken down. Around or inside a transaction, not inside itself."""
        listener = self._listener
        recording = listener.recording = Recording(listener.tables)
        try:
            yield recording
        finally:  # whoever is not recorded is not listened to, and nothing is held on to
            listener.recording = None

    def now(self, keys: Collection[Key]) -> Images:
        """These rows as they are now."""
        return {key: self._row(key) for key in keys}

    def write(self, change: Change) -> None:
        """Make these rows what they were before, where they are what they are after.

        In a transaction, at the end of which all refer to what is there.
        """
        self._database.run("PRAGMA defer_foreign_keys = ON")
        in_order = sorted(change.before, key=lambda key: TABLES.index(key[0]))
        for key in reversed(in_order):
            if change.before[key] is None or (key[0] in _WHOLE and change.after[key] is not None):
                self._remove(key)
        for key in in_order:
            row = change.before[key]
            if row is not None and change.after[key] is not None and key[0] not in _WHOLE:
                self._change(key, row)
            elif row is not None:
                self._add(key[0], row)

    def that_refer(self, table: str, column: str, to: object) -> set[Key]:
        """The rows of a table that have this in a column."""
        known = self._listener.tables[table]
        sql = f"SELECT {', '.join(known.columns)} FROM main.{table} WHERE {column} = ?"
        return {known.key_of(known.row(found)) for found in self._database.all(sql, (to,))}

    # --- one row ------------------------------------------------------------------------------

    def _row(self, key: Key) -> Row | None:
        table = self._listener.tables[key[0]]
        sql = f"SELECT {', '.join(table.columns)} FROM main.{table.name} WHERE {table.where}"
        found = self._database.one(sql, key[1])
        return None if found is None else table.row(found)

    def _remove(self, key: Key) -> None:
        table = self._listener.tables[key[0]]
        self._database.run(f"DELETE FROM main.{table.name} WHERE {table.where}", key[1])

    def _change(self, key: Key, row: Row) -> None:
        """What hangs on it stays."""
        table = self._listener.tables[key[0]]
        places = ", ".join("?" for _ in row)
        self._database.run(
            f"UPDATE main.{table.name} SET ({', '.join(row)}) = ({places}) WHERE {table.where}",
            (*row.values(), *key[1]),
        )

    def _add(self, table: str, row: Row) -> None:
        places = ", ".join("?" for _ in row)
        self._database.run(
            f"INSERT INTO main.{table} ({', '.join(row)}) VALUES ({places})", (*row.values(),)
        )


_WHOLE = frozenset({"dossier_subject", "dossier_link", "dossier_melder"})
"""Nothing hangs on a row of these, and two of them may change places: removed, then added."""
