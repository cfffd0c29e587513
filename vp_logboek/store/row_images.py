"""Recording what happens to rows, and making rows again what they were."""

# ruff: noqa: S608 - the parts are names from the schema; a value is always bound

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from typing import Any

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
        found: dict[Key, Row | None] = dict.fromkeys(keys)
        for name, group in groupby(sorted(keys, key=_by_table), key=lambda key: key[0]):
            found |= self._rows(name, list(group))
        return found

    def write(self, change: Change) -> None:
        """Make these rows what they were before, where they are what they are after.

        In a transaction, at the end of which all refer to what is there.
        """
        self._database.run("PRAGMA defer_foreign_keys = ON")
        in_order = sorted(change.before, key=_by_table)
        for key in reversed(in_order):
            if change.before[key] is None or (key[0] in _WHOLE and change.after[key] is not None):
                self._remove(key)
        back = [key for key in in_order if change.before[key] is not None]
        new = {key for key in back if change.after[key] is None or key[0] in _WHOLE}
        self._change([key for key in back if key not in new], change)
        for key in back:
            if key in new:
                self._add(key[0], change.before[key] or {})

    def that_refer(self, table: str, column: str, to: object) -> set[Key]:
        """The rows of a table that have this in a column."""
        known = self._listener.tables[table]
        sql = f"SELECT {', '.join(known.columns)} FROM main.{table} WHERE {column} = ?"
        return {known.key_of(known.row(found)) for found in self._database.all(sql, (to,))}

    # --- rows ---------------------------------------------------------------------------------

    def _rows(self, name: str, keys: Sequence[Key]) -> Images:
        """Those of one table."""
        table = self._listener.tables[name]
        select = f"SELECT {', '.join(table.columns)} FROM main.{name} WHERE"
        found = (
            self._database.all(f"{select} {where}", asked) for where, asked in table.each(keys)
        )
        rows = [table.row(values) for answer in found for values in answer]
        return {table.key_of(row): row for row in rows}

    def _remove(self, key: Key) -> None:
        table = self._listener.tables[key[0]]
        self._database.run(f"DELETE FROM main.{table.name} WHERE {table.where}", key[1])

    def _change(self, keys: Iterable[Key], change: Change) -> None:
        """Only the columns that differ; rows that get the same are written together. What hangs on
        them stays.
        """
        together: dict[tuple[str, tuple[str, ...], tuple[Any, ...]], list[Key]] = {}
        for key in keys:
            before, after = change.before[key] or {}, change.after[key] or {}
            differing = {name: value for name, value in before.items() if value != after[name]}
            alike = (key[0], tuple(differing), tuple(differing.values()))
            together.setdefault(alike, []).append(key)
        for (name, columns, values), same in together.items():
            places = ", ".join("?" for _ in columns)
            update = f"UPDATE main.{name} SET ({', '.join(columns)}) = ({places}) WHERE"
            for where, asked in self._listener.tables[name].each(same):
                self._database.run(f"{update} {where}", (*values, *asked))

    def _add(self, table: str, row: Row) -> None:
        places = ", ".join("?" for _ in row)
        self._database.run(
            f"INSERT INTO main.{table} ({', '.join(row)}) VALUES ({places})", (*row.values(),)
        )


_WHOLE = frozenset({"dossier_subject", "dossier_link", "dossier_melder"})
"""Nothing hangs on a row of these, and two of them may change places: removed, then added."""


def _by_table(key: Key) -> int:
    return TABLES.index(key[0])
