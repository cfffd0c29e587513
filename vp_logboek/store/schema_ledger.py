"""The third step of the schema: the ledger, what was counted once, and what held until when.

Part of ``schema``; a step is never changed once a release has it.
"""

# ruff: noqa: S608 - the parts are our own words; there is no value in them

import secrets
from collections.abc import Callable
from uuid import uuid4

from vp_logboek.store.database import Database

Statement = str | Callable[[Database], None]
"""SQL, or what SQL cannot do: what must be drawn by lot."""
Step = tuple[Statement, ...]

# what has a day of its own: its table, its organisation, its day and where it was counted
_DATED = (
    (
        "conversation",
        "(SELECT organisation FROM dossier WHERE id = conversation.dossier)",
        "held_on",
        "counted_in",
    ),
    ("activity", "activity.organisation", "day", "counted_in"),
    ("dossier", "dossier.organisation", "opened", "opened_in"),
    ("dossier", "dossier.organisation", "closed", "closed_in"),
    *(
        ("dossier", "dossier.organisation", f"{name}_on", f"{name}_in")
        for name in ("handling", "outcome", "measure", "ending")
    ),
)


def _counted_before(table: str, home: str, day: str, marker: str) -> str:
    """Mark what an overview counted that was issued before there was a ledger.

    That is what lies in its year, and before the last day on which it was issued.
    """
    talks = {
        "conversation": " AND binned_on IS NULL",
        "dossier": " AND EXISTS (SELECT 1 FROM conversation"
        " WHERE dossier = dossier.id AND binned_on IS NULL)",
    }
    return (
        f"UPDATE {table} SET {marker} = (SELECT -r.year FROM release r"
        f" JOIN organisation o ON o.id = r.organisation WHERE o.id = {home}"
        f" AND {table}.{day} >= printf('%04d-%02d-01', r.year, o.start_month)"
        f" AND {table}.{day} < printf('%04d-%02d-01', r.year + 1, o.start_month)"
        f" AND {table}.{day} <= r.issued_on LIMIT 1)"
        f" WHERE {day} IS NOT NULL{talks.get(table, '')} AND EXISTS (SELECT 1 FROM release)"
    )


DRAW_KEY, LOGBOOK_ID = "draw_key", "logbook_id"
_KEY_BYTES = 32


def _draw_secrets(database: Database) -> None:
    """The key of the draw and a name for this logbook; from the system, not from SQLite."""
    for key, value in (
        (DRAW_KEY, secrets.token_hex(_KEY_BYTES)),
        (LOGBOOK_ID, uuid4().hex),
    ):
        database.run("INSERT INTO setting (key, value) VALUES (?, ?)", (key, value))


# The columns ``counted_in`` and ``…_in`` say where something was counted once and for all: in the
# release of that number, or, below nought, in the year of that number that is blocked. There is no
# reference: where a release cannot be read any more, what it counted stays counted.
COUNTED_ONCE: Step = (
    """CREATE TABLE ledger (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        issued_on TEXT NOT NULL CHECK (issued_on IS date(issued_on)),
        body TEXT NOT NULL,
        pdf BLOB NOT NULL,
        previous TEXT NOT NULL CHECK (length(previous) = 64),
        hash TEXT NOT NULL CHECK (length(hash) = 64)
    ) STRICT""",
    """CREATE TABLE ledger_scope (
        organisation INTEGER NOT NULL REFERENCES organisation (id),
        year INTEGER NOT NULL,
        number INTEGER NOT NULL,
        counts INTEGER NOT NULL CHECK (counts IN (0, 1)),
        PRIMARY KEY (organisation, year, number)
    ) STRICT, WITHOUT ROWID""",
    *(
        f"CREATE TRIGGER no_{what.lower()}_of_{table} BEFORE {what} ON {table} BEGIN"
        " SELECT RAISE(ABORT, 'what was issued does not change'); END"
        for table in ("ledger", "ledger_scope")
        for what in ("UPDATE", "DELETE")
    ),
    # numbers that a rescue could not read: known to be missing
    "CREATE TABLE ledger_gap (number INTEGER PRIMARY KEY) STRICT",
    # organisation 0 is all of them together
    """CREATE TABLE blocked_year (
        organisation INTEGER NOT NULL,
        year INTEGER NOT NULL,
        why TEXT NOT NULL,
        day TEXT NOT NULL CHECK (day IS date(day)),
        PRIMARY KEY (organisation, year)
    ) STRICT, WITHOUT ROWID""",
    # what shapes the overviews from a year on; the row of the organisation itself holds the last
    """CREATE TABLE organisation_setup (
        organisation INTEGER NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
        from_year INTEGER NOT NULL,
        start_month INTEGER NOT NULL CHECK (start_month BETWEEN 1 AND 12),
        remit TEXT NOT NULL,
        columns TEXT NOT NULL,
        hire_is_external INTEGER NOT NULL CHECK (hire_is_external IN (0, 1)),
        PRIMARY KEY (organisation, from_year)
    ) STRICT, WITHOUT ROWID""",
    "ALTER TABLE conversation ADD COLUMN counted_in INTEGER",
    "ALTER TABLE activity ADD COLUMN counted_in INTEGER",
    *(
        f"ALTER TABLE dossier ADD COLUMN {name}_in INTEGER"
        for name in ("opened", "closed", "handling", "outcome", "measure", "ending")
    ),
    "INSERT INTO blocked_year (organisation, year, why, day)"
    " SELECT organisation, year, 'voor-het-register', min(issued_on) FROM release"
    " GROUP BY organisation, year",
    "INSERT INTO organisation_setup"
    " (organisation, from_year, start_month, remit, columns, hire_is_external)"
    " SELECT id, 0, start_month, remit, coalesce((SELECT group_concat(subject, ' ')"
    " FROM (SELECT subject FROM organisation_column c WHERE c.organisation = o.id"
    " ORDER BY position)), ''), hire_is_external FROM organisation o",
    *(_counted_before(table, home, day, marker) for table, home, day, marker in _DATED),
    "DROP TABLE release",
    "DROP INDEX talk_by_date",
    """CREATE INDEX talk_by_date ON conversation (
        held_on, id, dossier, subject, kind, channel, minutes, has_note, interventions,
        referrals, binned_on, counted_in
    ) WHERE binned_on IS NULL""",
    "CREATE INDEX talk_counted ON conversation (counted_in, held_on) WHERE counted_in IS NOT NULL",
    _draw_secrets,
)
