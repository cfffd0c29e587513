"""Which overviews were issued: a marker per release."""

from datetime import date

from vp_logboek.store.database import Database
from vp_logboek.store.values import from_day


class Releases:
    """The overviews that left the logbook."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(self, organisation: int, year: int, issued_on: date, sha256: str) -> None:
        """Note that a year was issued; ``sha256`` is that of the file, in 64 hex digits."""
        self._database.run(
            "INSERT INTO release (organisation, year, issued_on, sha256) VALUES (?, ?, ?, ?)",
            (organisation, year, from_day(issued_on), sha256),
        )

    def issued(self, organisation: int) -> tuple[int, ...]:
        """The years that were issued, each once, the earliest first."""
        rows = self._database.all(
            "SELECT DISTINCT year FROM release WHERE organisation = ? ORDER BY year",
            (organisation,),
        )
        return tuple(year for (year,) in rows)

    def first_issued(self, organisation: int) -> dict[int, date]:
        """Each year that was issued, with the day it first was."""
        rows = self._database.all(
            "SELECT year, min(issued_on) FROM release WHERE organisation = ? GROUP BY year",
            (organisation,),
        )
        return {year: date.fromisoformat(day) for year, day in rows}
