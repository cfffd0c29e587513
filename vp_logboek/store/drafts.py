"""Drafts: what was typed and not saved. A draft counts nowhere."""

from vp_logboek.store.database import Database


class Drafts:
    """Texts (JSON) by key, kept until they are saved or dropped."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, key: str, body: str, at: str) -> None:
        """Keep a draft in place of the one with this key; ``at`` is the moment, in ISO form."""
        self._database.run(
            "INSERT INTO draft (key, body, kept_at) VALUES (?, ?, ?)"
            " ON CONFLICT (key) DO UPDATE SET body = excluded.body, kept_at = excluded.kept_at",
            (key, body, at),
        )

    def get(self, key: str) -> str | None:
        """The body of a draft; None when there is none."""
        row = self._database.one("SELECT body FROM draft WHERE key = ?", (key,))
        return None if row is None else str(row[0])

    def all(self) -> tuple[tuple[str, str], ...]:
        """Every key with its body, the last kept first."""
        rows = self._database.all("SELECT key, body FROM draft ORDER BY kept_at DESC, key")
        return tuple((key, body) for key, body in rows)

    def change(self, key: str, body: str) -> None:
        """Give a draft another body; it stays as old as it is."""
        self._database.run("UPDATE draft SET body = ? WHERE key = ?", (body, key))

    def drop(self, key: str) -> None:
        """Throw a draft away; nothing happens when there is none."""
        self._database.run("DELETE FROM draft WHERE key = ?", (key,))
