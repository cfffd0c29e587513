"""Schema and migrations: data, taken one step at a time and each as a whole."""

from dataclasses import replace
from pathlib import Path

import pytest
import sqlcipher3

from tests.store.making import a_dossier, a_talk, reopen
from vp_logboek.domain.conversation import Conversation
from vp_logboek.store import schema
from vp_logboek.store.logbook import Logbook


@pytest.fixture
def two_more() -> tuple[tuple[str, ...], ...]:
    """A later program: one step rebuilds a table that others refer to."""
    rebuild = (
        "CREATE TABLE other (code TEXT PRIMARY KEY, position INTEGER NOT NULL, label TEXT NOT NULL,"
        " main TEXT NOT NULL, custom INTEGER NOT NULL, retired INTEGER NOT NULL, import INTEGER,"
        " more TEXT NOT NULL DEFAULT '') STRICT",
        "INSERT INTO other SELECT code, position, label, main, custom, retired, import, ''"
        " FROM subject",
        "DROP TABLE subject",
        "ALTER TABLE other RENAME TO subject",
    )
    return (*schema.STEPS, rebuild, ("CREATE TABLE later (a TEXT) STRICT",))


def test_a_new_logbook_has_the_newest_schema(logbook: Logbook) -> None:
    assert schema.version(logbook._connection) == schema.NEWEST == len(schema.STEPS)


def test_later_steps_are_taken_in_order_and_lose_nothing(
    logbook: Logbook, two_more: tuple[tuple[str, ...], ...]
) -> None:
    dossier = a_dossier(logbook, further_subjects=("stalking",))
    tree = logbook.subjects.tree()

    schema.migrate(logbook._connection, two_more)

    assert schema.version(logbook._connection) == schema.NEWEST + 2
    assert logbook.subjects.tree() == tree
    assert dossier.id is not None
    assert logbook.dossiers.get(dossier.id) == dossier
    assert logbook._connection.number("PRAGMA foreign_keys") == 1
    with pytest.raises(sqlcipher3.IntegrityError):
        a_dossier(logbook, subject="bestaat niet")


def test_a_step_that_fails_is_undone_and_those_before_it_hold(
    logbook: Logbook, two_more: tuple[tuple[str, ...], ...]
) -> None:
    failing = (*two_more[:-1], ("CREATE TABLE later (a TEXT) STRICT", "geen SQL"))

    with pytest.raises(sqlcipher3.OperationalError):
        schema.migrate(logbook._connection, failing)

    assert schema.version(logbook._connection) == schema.NEWEST + 1
    tables = logbook._connection.all("SELECT name FROM sqlite_schema WHERE type = 'table'")
    assert ("later",) not in tables


def test_a_step_that_orphans_a_row_is_refused(logbook: Logbook) -> None:
    a_dossier(logbook)

    with pytest.raises(RuntimeError, match="without its parent"):
        schema.migrate(logbook._connection, (*schema.STEPS, ("DELETE FROM subject",)))

    assert len(logbook.subjects.tree().leaves) > 30


def test_opening_takes_the_steps_a_file_has_not_had(
    logbook: Logbook,
    path: Path,
    passphrase: str,
    two_more: tuple[tuple[str, ...], ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    logbook.close()
    monkeypatch.setattr(schema, "STEPS", two_more)
    monkeypatch.setattr(schema, "NEWEST", len(two_more))

    with reopen(path, passphrase) as again:
        assert schema.version(again._connection) == len(two_more)


def test_every_table_is_strict(logbook: Logbook) -> None:
    tables = logbook._connection.all("SELECT name, type, strict FROM pragma_table_list")
    ours = {
        name: strict for name, kind, strict in tables if kind == "table" and "_text_" not in name
    }

    assert len(ours) > 15
    assert {name for name, strict in ours.items() if not strict} <= {
        "sqlite_schema", "sqlite_temp_schema", "sqlite_sequence",
    }  # fmt: skip


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE conversation SET held_on = '2026-13-01'",
        "UPDATE conversation SET held_on = 'gisteren'",
        "UPDATE conversation SET minutes = 1441",
        "UPDATE conversation SET minutes = 'veel'",
        "UPDATE conversation SET dossier = 99",
        "UPDATE dossier SET number = 'mevrouw De Vries'",
        "UPDATE dossier SET ending = 'informeel'",
        "UPDATE organisation SET start_month = 13",
        "DELETE FROM dossier",
        "DELETE FROM subject",
    ],
)
def test_the_file_itself_refuses_what_cannot_be(logbook: Logbook, statement: str) -> None:
    a_talk(logbook)

    with pytest.raises(sqlcipher3.IntegrityError):
        logbook._connection.run(statement)


def test_a_rewritten_or_removed_word_leaves_the_index(logbook: Logbook) -> None:
    words = ("xanthofobie", "quetsjpruim")
    one, two = (a_talk(logbook, note=f"een {word} hier") for word in words)
    connection = logbook._connection
    assert all(_in_index(logbook, word) for word in words)

    logbook.conversations.save(_rewritten(one))
    connection.run("DELETE FROM conversation WHERE id = ?", (two.id,))

    assert not any(_in_index(logbook, word) for word in words)


def test_without_secure_delete_the_word_would_stay(logbook: Logbook) -> None:
    """The control."""
    talk = a_talk(logbook, note="een xanthofobie hier")
    logbook._connection.run(
        "INSERT INTO conversation_text (conversation_text, rank) VALUES ('secure-delete', 0)"
    )

    logbook.conversations.save(_rewritten(talk))

    assert _in_index(logbook, "xanthofobie")


def _rewritten(talk: Conversation) -> Conversation:
    return replace(talk, note="iets anders")


def _in_index(logbook: Logbook, word: str) -> bool:
    blocks = logbook._connection.all("SELECT block FROM conversation_text_data")
    return any(word.encode() in block for (block,) in blocks)
