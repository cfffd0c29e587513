"""Settings that belong to the logbook itself, by key."""

from vp_logboek.store.database import Database

RESTORED = "restored_from"
"""The day of the file this one was made of; empty once it is known what was issued since."""


class Settings:
    """Small texts by key."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, key: str) -> str | None:
        """What was set; None when nothing was."""
        row = self._database.one("SELECT value FROM setting WHERE key = ?", (key,))
        return None if row is None else str(row[0])

    def set(self, key: str, value: str) -> None:
        """Set, or set anew."""
        self._database.run(
            "INSERT INTO setting (key, value) VALUES (?, ?)"
            " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, value),
        )
