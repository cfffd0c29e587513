"""Destruction: rows leave the file for good, and only how many is written down.

Pages are overwritten (``secure_delete``), in the search index too; see ``schema`` and
``connection``.
"""

# ruff: noqa: S608 - the parts are our own words; a value is always bound

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from vp_logboek.domain.remains import Marks, Remains
from vp_logboek.store import counted_where, dossier_parts, remains
from vp_logboek.store.database import Database
from vp_logboek.store.values import from_day, to_day


class Destruction:
    """What was destroyed, as numbers, and how it goes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def own_days(self) -> dict[int, date]:
        """The dossiers with a day of their own on which they are to be destroyed."""
        rows = self._database.all("SELECT id, destroy_on FROM dossier WHERE destroy_on IS NOT NULL")
        return {id_: date.fromisoformat(day) for id_, day in rows}

    def reported(self) -> dict[int, date]:
        """The closed dossiers of which the closing was counted, and when that was first issued."""
        return counted_where.reported(self._database)

    def years_of(self, dossiers: Collection[int]) -> set[tuple[int, int]]:
        """Each organisation and year in which something of these dossiers counts."""
        return counted_where.years_of(self._database, dossiers)

    def record(self, day: date, dossiers: int, talks: int) -> None:
        """Note how much was destroyed on a day; nothing of what it was."""
        self._database.run(
            "INSERT INTO destruction (day, dossiers, talks) VALUES (?, ?, ?)",
            (from_day(day), dossiers, talks),
        )

    def dossiers(self) -> int:
        """How many dossiers were destroyed so far."""
        return self._database.number("SELECT coalesce(sum(dossiers), 0) FROM destruction")

    def talks_by_year(self, organisation: int | None) -> dict[int, int]:
        """How many talks each year still counts that are no longer there."""
        return remains.talks(self._database, organisation)

    def last(self) -> date | None:
        """The last day on which something was destroyed; None when nothing was."""
        row = self._database.one("SELECT max(day) FROM destruction")
        return None if row is None else to_day(row[0])

    def leave(
        self, organisation: int, year: int, rows: Iterable[Remains], marks: Mapping[int, Marks]
    ) -> None:
        """Keep what a year still counts of dossiers that were removed just now."""
        with self._database.transaction():
            remains.add(self._database, organisation, year, rows)
            remains.mark(self._database, organisation, year, marks)

    def other_home(self, dossier: int | None, leaving: Collection[int]) -> int | None:
        """Another dossier with the same first melder, not one of those that leave; or None."""
        rows = self._database.all(
            "SELECT other.dossier FROM dossier_melder own"
            " JOIN dossier_melder other ON other.melder = own.melder AND other.position = 0"
            " WHERE own.dossier = ? AND own.position = 0 ORDER BY other.dossier",
            (dossier,),
        )
        return next((id_ for (id_,) in rows if id_ not in leaving), None)

    def emptied_without(self, talks: Collection[int]) -> set[int]:
        """The dossiers of which nothing is left without these talks, and nothing is to be done."""
        homes: dict[int, set[int]] = {}
        for talk in talks:
            home = self._database.one("SELECT dossier FROM conversation WHERE id = ?", (talk,))
            if home is not None:
                homes.setdefault(home[0], set()).add(talk)
        return {home for home, own in homes.items() if not self._has_more(home, len(own))}

    def remove_talks(self, talks: Collection[int]) -> None:
        """Take talks out of the logbook that lie in the bin."""
        self._database.run_each(
            "DELETE FROM conversation WHERE id = ? AND binned_on IS NOT NULL",
            [(talk,) for talk in talks],
        )

    def remove_dossiers(self, dossiers: Collection[int]) -> int:
        """Take dossiers out with all that hangs on them, the bin included; how many talks went."""
        with self._database.transaction():
            imports = {one for dossier in dossiers for one in self._imports_of(dossier)}
            talks = sum(self._remove_dossier(dossier) for dossier in sorted(dossiers))
            self._forget_imports()
            for import_id in imports:
                self._mark_import(import_id)
        return talks

    def _has_more(self, dossier: int, talks: int) -> bool:
        return bool(
            self._database.number(
                "SELECT (SELECT count(*) FROM conversation WHERE dossier = ?1) > ?2"
                " OR EXISTS (SELECT 1 FROM action WHERE dossier = ?1 AND done_on IS NULL)",
                (dossier, talks),
            )
        )

    def _remove_dossier(self, dossier: int) -> int:
        people = dossier_parts.melder_numbers(self._database, dossier)
        talks = self._database.run("DELETE FROM conversation WHERE dossier = ?", (dossier,))
        self._database.run("DELETE FROM dossier WHERE id = ?", (dossier,))
        dossier_parts.forget_melders(self._database, people)
        return talks

    def _imports_of(self, dossier: int) -> set[int]:
        rows = self._database.all(
            "SELECT import FROM dossier WHERE id = ?1"
            " UNION SELECT import FROM conversation WHERE dossier = ?1",
            (dossier,),
        )
        return {id_ for (id_,) in rows if id_ is not None}

    def _mark_import(self, import_id: int) -> None:
        """What is left of it can no longer be undone as a whole: one row counts as changed."""
        for table in ("dossier", "conversation", "activity"):
            if self._database.run(
                f"UPDATE {table} SET changed = changed + 1"
                f" WHERE id = (SELECT min(id) FROM {table} WHERE import = ?)",
                (import_id,),
            ):
                return

    def _forget_imports(self) -> None:
        """Take out the name of a table of which nothing is left; its subjects stay, as our own."""
        empty = (
            "SELECT id FROM import i WHERE"
            " NOT EXISTS (SELECT 1 FROM conversation WHERE import = i.id)"
            " AND NOT EXISTS (SELECT 1 FROM dossier WHERE import = i.id)"
            " AND NOT EXISTS (SELECT 1 FROM activity WHERE import = i.id)"
        )
        self._database.run(f"UPDATE subject SET import = NULL WHERE import IN ({empty})")
        self._database.run(f"DELETE FROM import WHERE id IN ({empty})")
