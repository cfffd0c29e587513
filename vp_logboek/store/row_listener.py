"""What is done to the rows of what is written: each as it was before and as it is after.

SQLite tells it by itself, whatever verb was used and whatever a cascade took along: triggers that
live in this connection only. Nothing is added to the file.
"""

# ruff: noqa: S608 - the parts are names from the schema; a value is always bound

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from vp_logboek.store.database import Database

TABLES = (
    "setting", "draft", "import", "subject", "melder", "dossier", "dossier_subject",
    "dossier_link", "dossier_melder", "melder_counted", "conversation", "action", "activity",
)  # fmt: skip
"""What an action of the user can change and take back, each after what it refers to. What was
issued does not change, and a number of a dossier is not given twice."""

Row = Mapping[str, Any]
"""A row by the names of its columns."""
Key = tuple[str, tuple[Any, ...]]
Images = Mapping[Key, Row | None]
"""A row for each table and primary key; None where there is none."""

_HEARS, _TAKE = "hears_rows", "take_row"


@dataclass(frozen=True, slots=True)
class Change:
    """Rows as they were before and as they are after; both have the same keys."""

    before: Images
    after: Images

    @property
    def back(self) -> "Change":
        """What takes this back."""
        return Change(self.after, self.before)

    def without(self, keys: Iterable[Key]) -> "Change":
        """The same without these rows."""
        left = self.before.keys() - set(keys)
        return Change({k: self.before[k] for k in left}, {k: self.after[k] for k in left})


@dataclass(frozen=True, slots=True)
class _Table:
    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]

    @property
    def where(self) -> str:
        """A condition on the whole key."""
        return " AND ".join(f"{column} IS ?" for column in self.key)

    def each(self, keys: Sequence[Key]) -> Iterator[tuple[str, tuple[Any, ...]]]:
        """Conditions on these keys with their values: where a key is one column, a single one."""
        if len(self.key) > 1:
            yield from ((self.where, key) for _, key in keys)
        else:
            ids = json.dumps([id_ for _, (id_,) in keys])
            yield f"{self.key[0]} IN (SELECT value FROM json_each(?))", (ids,)

    def row(self, values: Sequence[Any]) -> Row:
        """A row of these values."""
        return dict(zip(self.columns, values, strict=True))

    def key_of(self, row: Row) -> Key:
        """The primary key of a row."""
        return self.name, tuple(row[column] for column in self.key)


@dataclass(slots=True)
class Recording:
    """Takes the rows while they change; ``change`` is what became of it, once it is over."""

    tables: Mapping[str, _Table]
    _first: dict[Key, Row | None] = field(default_factory=dict)
    _last: dict[Key, Row | None] = field(default_factory=dict)

    @property
    def change(self) -> Change:
        """Only what differs in the end."""
        keys = [key for key, row in self._first.items() if row != self._last[key]]
        return Change({k: self._first[k] for k in keys}, {k: self._last[k] for k in keys})

    def take(self, name: str, *values: Any) -> None:
        """The old row and then the new one; of one that is not there nothing but NULL."""
        table = self.tables[name]
        half = len(table.columns)
        old, new = table.row(values[:half]), table.row(values[half:])
        if old[table.key[0]] is not None:
            self._note(table.key_of(old), old, None)
        if new[table.key[0]] is not None:
            self._note(table.key_of(new), None, new)

    def _note(self, key: Key, was: Row | None, now: Row | None) -> None:
        self._first.setdefault(key, was)
        self._last[key] = now


class Listener:
    """The triggers of one connection, made once: to make a function anew costs every statement."""

    def __init__(self, database: Database) -> None:
        self.raw = database.connection
        self.tables = {name: _table(database, name) for name in TABLES}
        self.recording: Recording | None = None
        self.raw.create_function(_HEARS, 0, self._hears)
        self.raw.create_function(_TAKE, -1, self._take)
        for table in self.tables.values():
            for statement in _triggers(table):
                database.run(statement)

    def _hears(self) -> int:
        return int(self.recording is not None)

    def _take(self, name: str, *values: Any) -> None:
        if self.recording is not None:
            self.recording.take(name, *values)


def _table(database: Database, name: str) -> _Table:
    """As it is in the file; what is reckoned from other columns is left out."""
    found = database.all(f"PRAGMA main.table_info({name})")
    keys = sorted((row[5], row[1]) for row in found if row[5])
    return _Table(name, tuple(row[1] for row in found), tuple(column for _, column in keys))


def _triggers(table: _Table) -> Iterator[str]:
    for what, sides in (("INSERT", (None, "new")), ("UPDATE", ("old", "new")),
                        ("DELETE", ("old", None))):  # fmt: skip
        values = [f"{side}.{c}" if side else "NULL" for side in sides for c in table.columns]
        yield (
            f"CREATE TEMP TRIGGER IF NOT EXISTS hear_{what}_{table.name}"
            f" AFTER {what} ON main.{table.name} WHEN {_HEARS}() BEGIN"
            f" SELECT {_TAKE}('{table.name}', {', '.join(values)}); END"
        )
