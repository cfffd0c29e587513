"""Imports: what was taken over from a table, so that it can be undone as a whole."""

# ruff: noqa: S608 - the parts are our own words; a value is always bound

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from vp_logboek.domain.errors import Gone
from vp_logboek.store import dossier_parts, import_subjects
from vp_logboek.store.counted import FIELDS
from vp_logboek.store.database import Database, Row
from vp_logboek.store.values import from_day


@dataclass(frozen=True, slots=True)
class Import:
    """One import; ``talks`` are those it added that are still there."""

    id: int
    day: date
    label: str
    talks: int


_SELECT = """
    SELECT i.id, i.day, i.label, (SELECT count(*) FROM conversation WHERE import = i.id)
    FROM import i
"""
# a row saved again since, or something of a later day that hangs on one of its dossiers
_CHANGED = """
    SELECT EXISTS (SELECT 1 FROM conversation WHERE import = ?1 AND changed > 0)
        OR EXISTS (SELECT 1 FROM dossier WHERE import = ?1 AND changed > 0)
        OR EXISTS (SELECT 1 FROM activity WHERE import = ?1 AND changed > 0)
        OR EXISTS (SELECT 1 FROM dossier d JOIN conversation c ON c.dossier = d.id
            WHERE d.import = ?1 AND c.import IS NOT ?1)
        OR EXISTS (SELECT 1 FROM dossier d JOIN action a ON a.dossier = d.id WHERE d.import = ?1)
"""
_COUNTED = f"""
    SELECT EXISTS (SELECT 1 FROM conversation WHERE import = ?1 AND counted_in IS NOT NULL)
        OR EXISTS (SELECT 1 FROM activity WHERE import = ?1 AND counted_in IS NOT NULL)
        OR EXISTS (SELECT 1 FROM dossier WHERE import = ?1
            AND coalesce({", ".join(marker for _, marker in FIELDS)}) IS NOT NULL)
"""


class Imports:
    """What was taken over. The rows of an import are saved with ``imported=`` its id."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, day: date, label: str) -> int:
        """Start an import; its id. Do it in the transaction that saves its rows."""
        return self._database.insert(
            "INSERT INTO import (day, label) VALUES (?, ?)", (from_day(day), label)
        )

    def all(self) -> tuple[Import, ...]:
        """Every import, the last first."""
        return tuple(_import(row) for row in self._database.all(f"{_SELECT} ORDER BY i.id DESC"))

    def last(self) -> Import | None:
        """The latest import; None when there is none."""
        row = self._database.one(f"{_SELECT} ORDER BY i.id DESC LIMIT 1")
        return None if row is None else _import(row)

    def mark_subjects(self, id_: int, codes: Sequence[str]) -> None:
        """Note which leaves an import made."""
        import_subjects.mark(self._database, id_, codes)

    def is_changed(self, id_: int) -> bool:
        """Whether a row it added was saved again, or something was added to one of its dossiers."""
        return bool(self._database.number(_CHANGED, (id_,)))

    def is_counted(self, id_: int) -> bool:
        """Whether a row it added counts in a year that was issued since."""
        return bool(self._database.number(_COUNTED, (id_,)))

    def remove(self, id_: int) -> None:
        """Undo an import: everything it added is gone, but for a leaf that is used elsewhere too.

        Ask ``is_changed`` first. Raises Gone.
        """
        with self._database.transaction():
            people = self._database.all(
                "SELECT m.melder FROM dossier_melder m JOIN dossier d ON d.id = m.dossier"
                " WHERE d.import = ?",
                (id_,),
            )
            for table in ("conversation", "activity", "dossier"):
                self._database.run(f"DELETE FROM {table} WHERE import = ?", (id_,))
            dossier_parts.forget_melders(self._database, {melder for (melder,) in people})
            import_subjects.forget(self._database, id_)
            if not self._database.run("DELETE FROM import WHERE id = ?", (id_,)):
                raise Gone("deze overname")


def _import(row: Row) -> Import:
    id_, day, label, talks = row
    return Import(id_, date.fromisoformat(day), label, talks)
