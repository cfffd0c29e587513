"""The tables of a logbook, as data: one step per version, and the few lines that take them.

A step is never changed once a release has it; what changes later is a step of its own. Closed lists
are stored by their code and checked by the program, so that a longer list needs no new table.
``changed`` counts how often a row was saved again: 0 means it is as its import left it.
"""

from vp_logboek.store.database import Database
from vp_logboek.store.schema_ledger import (
    COUNTED_ONCE,
    DRAW_KEY,
    LOGBOOK_ID,
    Statement,
    Step,
)

__all__ = ["APPLICATION_ID", "DRAW_KEY", "LOGBOOK_ID", "NEWEST", "STEPS", "migrate", "version"]

APPLICATION_ID = int.from_bytes(b"VPL1", "big")

_FIRST = (
    """CREATE TABLE setting (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE draft (
        key TEXT PRIMARY KEY,
        body TEXT NOT NULL,
        kept_at TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE import (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        day TEXT NOT NULL CHECK (day IS date(day)),
        label TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE subject (
        code TEXT PRIMARY KEY,
        position INTEGER NOT NULL,
        label TEXT NOT NULL,
        main TEXT NOT NULL,
        custom INTEGER NOT NULL CHECK (custom IN (0, 1)),
        retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
        import INTEGER REFERENCES import (id)
    ) STRICT""",
    """CREATE TABLE organisation (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL UNIQUE CHECK (name <> ''),
        start_month INTEGER NOT NULL CHECK (start_month BETWEEN 1 AND 12),
        remit TEXT NOT NULL,
        hire_is_external INTEGER NOT NULL CHECK (hire_is_external IN (0, 1))
    ) STRICT""",
    """CREATE TABLE organisation_column (
        organisation INTEGER NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        subject TEXT NOT NULL REFERENCES subject (code),
        PRIMARY KEY (organisation, position)
    ) STRICT""",
    """CREATE TABLE organisation_level (
        organisation INTEGER NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
        from_year INTEGER NOT NULL,
        level TEXT NOT NULL,
        reason TEXT NOT NULL,
        PRIMARY KEY (organisation, from_year)
    ) STRICT""",
    """CREATE TABLE melder (
        id INTEGER PRIMARY KEY AUTOINCREMENT
    ) STRICT""",
    """CREATE TABLE dossier_number (
        year INTEGER PRIMARY KEY,
        last INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE dossier (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        number TEXT NOT NULL UNIQUE CHECK (number GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9]*'),
        organisation INTEGER NOT NULL REFERENCES organisation (id),
        opened TEXT NOT NULL CHECK (opened IS date(opened)),
        closed TEXT CHECK (closed IS date(closed)),
        subject TEXT NOT NULL REFERENCES subject (code),
        kind TEXT NOT NULL,
        came_via TEXT,
        handling TEXT,
        handling_on TEXT CHECK (handling_on IS date(handling_on)),
        outcome TEXT,
        outcome_on TEXT CHECK (outcome_on IS date(outcome_on)),
        measure TEXT,
        measure_on TEXT CHECK (measure_on IS date(measure_on)),
        ending TEXT,
        ending_on TEXT CHECK (ending_on IS date(ending_on)),
        consent_on TEXT CHECK (consent_on IS date(consent_on)),
        consent_for TEXT NOT NULL,
        elsewhere INTEGER NOT NULL CHECK (elsewhere IN (0, 1)),
        destroy_on TEXT CHECK (destroy_on IS date(destroy_on)),
        import INTEGER REFERENCES import (id),
        changed INTEGER NOT NULL DEFAULT 0,
        CHECK ((handling IS NULL) = (handling_on IS NULL)),
        CHECK ((outcome IS NULL) = (outcome_on IS NULL)),
        CHECK ((measure IS NULL) = (measure_on IS NULL)),
        CHECK ((ending IS NULL) = (ending_on IS NULL))
    ) STRICT""",
    "CREATE INDEX dossier_by_opening ON dossier (organisation, opened)",
    "CREATE INDEX dossier_by_import ON dossier (import) WHERE import IS NOT NULL",
    """CREATE TABLE dossier_subject (
        dossier INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        subject TEXT NOT NULL REFERENCES subject (code),
        PRIMARY KEY (dossier, position)
    ) STRICT""",
    """CREATE TABLE dossier_link (
        one INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
        other INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
        PRIMARY KEY (one, other),
        CHECK (one < other)
    ) STRICT""",
    "CREATE INDEX dossier_link_back ON dossier_link (other)",
    """CREATE TABLE dossier_melder (
        dossier INTEGER NOT NULL REFERENCES dossier (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        melder INTEGER NOT NULL REFERENCES melder (id),
        kind TEXT,
        role TEXT,
        relation TEXT,
        PRIMARY KEY (dossier, position),
        UNIQUE (melder, dossier)
    ) STRICT""",
    """CREATE TABLE conversation (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        dossier INTEGER NOT NULL REFERENCES dossier (id),
        held_on TEXT NOT NULL CHECK (held_on IS date(held_on)),
        subject TEXT REFERENCES subject (code),
        kind TEXT NOT NULL,
        channel TEXT NOT NULL,
        minutes INTEGER CHECK (minutes BETWEEN 0 AND 1440),
        interventions TEXT NOT NULL,
        referrals TEXT NOT NULL,
        binned_on TEXT CHECK (binned_on IS date(binned_on)),
        import INTEGER REFERENCES import (id),
        changed INTEGER NOT NULL DEFAULT 0,
        note TEXT NOT NULL,
        has_note INTEGER NOT NULL AS (note <> '') VIRTUAL
    ) STRICT""",
    # everything a list or a tally needs, so that neither reads a page with notes on it
    """CREATE INDEX talk_by_date ON conversation (
        held_on, id, dossier, subject, kind, channel, minutes, has_note, interventions,
        referrals, binned_on
    ) WHERE binned_on IS NULL""",
    "CREATE INDEX talk_by_dossier ON conversation (dossier, held_on, binned_on)",
    "CREATE INDEX talk_binned ON conversation (binned_on) WHERE binned_on IS NOT NULL",
    "CREATE INDEX talk_by_import ON conversation (import) WHERE import IS NOT NULL",
    # no prefix= index: it made unlocking 4 s and a save 0.1 s with 100,000 talks
    """CREATE VIRTUAL TABLE conversation_text USING fts5 (
        note, content='conversation', content_rowid='id',
        tokenize='unicode61 remove_diacritics 2'
    )""",
    # without this a destroyed word stays readable in the index
    "INSERT INTO conversation_text (conversation_text, rank) VALUES ('secure-delete', 1)",
    """CREATE TRIGGER conversation_written AFTER INSERT ON conversation BEGIN
        INSERT INTO conversation_text (rowid, note) VALUES (new.id, new.note);
    END""",
    """CREATE TRIGGER conversation_rewritten AFTER UPDATE OF note ON conversation
    WHEN old.note IS NOT new.note BEGIN
        INSERT INTO conversation_text (conversation_text, rowid, note)
        VALUES ('delete', old.id, old.note);
        INSERT INTO conversation_text (rowid, note) VALUES (new.id, new.note);
    END""",
    """CREATE TRIGGER conversation_removed AFTER DELETE ON conversation BEGIN
        INSERT INTO conversation_text (conversation_text, rowid, note)
        VALUES ('delete', old.id, old.note);
    END""",
    """CREATE TABLE action (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        day TEXT NOT NULL CHECK (day IS date(day)),
        line TEXT NOT NULL,
        dossier INTEGER REFERENCES dossier (id) ON DELETE CASCADE,
        done_on TEXT CHECK (done_on IS date(done_on))
    ) STRICT""",
    "CREATE INDEX action_of_dossier ON action (dossier) WHERE dossier IS NOT NULL",
    """CREATE TABLE activity (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        organisation INTEGER NOT NULL REFERENCES organisation (id),
        day TEXT NOT NULL CHECK (day IS date(day)),
        kind TEXT NOT NULL,
        hours REAL NOT NULL CHECK (hours >= 0),
        line TEXT NOT NULL,
        import INTEGER REFERENCES import (id),
        changed INTEGER NOT NULL DEFAULT 0
    ) STRICT""",
    "CREATE INDEX activity_by_date ON activity (organisation, day)",
    """CREATE TABLE release (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        organisation INTEGER NOT NULL REFERENCES organisation (id),
        year INTEGER NOT NULL,
        issued_on TEXT NOT NULL CHECK (issued_on IS date(issued_on)),
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
    ) STRICT""",
    "CREATE INDEX release_of_year ON release (organisation, year)",
)

_KEEPING = (
    # what a destroyed dossier still counts for in a year: codes, no day, no link. The rows of a
    # year are in the order of their bodies, so that no number tells which went together or when
    """CREATE TABLE tally_row (
        organisation INTEGER NOT NULL REFERENCES organisation (id),
        year INTEGER NOT NULL,
        position INTEGER NOT NULL,
        body TEXT NOT NULL,
        PRIMARY KEY (organisation, year, position)
    ) STRICT, WITHOUT ROWID""",
    # somebody who is still in another dossier, and whom a tally row counts already in this year
    """CREATE TABLE melder_counted (
        melder INTEGER NOT NULL REFERENCES melder (id) ON DELETE CASCADE,
        organisation INTEGER NOT NULL REFERENCES organisation (id),
        year INTEGER NOT NULL,
        body TEXT NOT NULL,
        PRIMARY KEY (melder, organisation, year)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE destruction (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        day TEXT NOT NULL CHECK (day IS date(day)),
        dossiers INTEGER NOT NULL CHECK (dossiers >= 0),
        talks INTEGER NOT NULL CHECK (talks >= 0)
    ) STRICT""",
)

STEPS: tuple[Step, ...] = (_FIRST, _KEEPING, COUNTED_ONCE)
NEWEST = len(STEPS)


def version(database: Database) -> int:
    """The version of the schema in the file."""
    return database.number("PRAGMA user_version")


def migrate(database: Database, steps: tuple[Step, ...]) -> None:
    """Take the steps a file has not had, each with its version number in one transaction."""
    for number in range(version(database) + 1, len(steps) + 1):
        # inside a transaction it is ignored, and rebuilding a parent would delete its children
        database.run("PRAGMA foreign_keys = OFF")
        with database.transaction():
            for statement in steps[number - 1]:
                _take(database, statement)
            if database.all("PRAGMA foreign_key_check"):
                raise RuntimeError(f"step {number} of the schema left a row without its parent")
            database.run(f"PRAGMA user_version = {number:d}")
        database.run("PRAGMA foreign_keys = ON")


def _take(database: Database, statement: Statement) -> None:
    if isinstance(statement, str):
        database.run(statement)
    else:
        statement(database)
