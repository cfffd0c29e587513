"""Every older version opens with all that is in it, after a verified copy of it was kept."""

import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.store.making import a_talk, fingerprint, reopen
from vp_logboek.domain.errors import (
    BackupFailed,
    DiskTrouble,
    NotMigrated,
    NotSaved,
    OlderReadOnly,
    ReadOnlyPlace,
)
from vp_logboek.domain.listing import DossierQuery, TalkQuery
from vp_logboek.store import backup, schema
from vp_logboek.store import connection as connection_module
from vp_logboek.store import logbook as logbook_module
from vp_logboek.store.key import CHEAPEST, derive_key
from vp_logboek.store.logbook import Logbook

VERSIONS = Path(__file__).parents[1] / "data" / "versions"
OLDER = range(1, schema.NEWEST)
KEPT = f"logboek-voor-versie-{schema.NEWEST}.vplogboek"


@pytest.fixture(params=OLDER)
def older(request: pytest.FixtureRequest, path: Path) -> Path:
    """A logbook that an earlier program made."""
    shutil.copyfile(VERSIONS / f"{request.param}.vplogboek", path)
    return path


def _files(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.iterdir() if not each.name.endswith("-journal"))


def _content(path: Path, passphrase: str) -> tuple[int, object]:
    """The version of a file and every row in it, read without changing it."""
    key = derive_key(passphrase, path.read_bytes()[:16], CHEAPEST)
    copy = backup.open_copy(path, key)
    try:
        return schema.version(copy), backup._rows(copy)
    finally:
        copy.close()


def test_a_file_of_every_version_is_kept_and_it_is_told_how_it_was_made() -> None:
    readme = (VERSIONS / "README.md").read_text("utf-8")

    assert [each.name for each in sorted(VERSIONS.glob("*.vplogboek"))] == [
        f"{version}.vplogboek" for version in OLDER
    ]
    assert all(f"`{version}.vplogboek`" in readme for version in OLDER)


def test_a_file_of_a_version_is_really_of_that_version(older: Path, passphrase: str) -> None:
    version, _ = _content(older, passphrase)

    assert version < schema.NEWEST


def test_the_first_version_opens_with_everything_in_it(path: Path, passphrase: str) -> None:
    shutil.copyfile(VERSIONS / "1.vplogboek", path)

    with reopen(path, passphrase) as logbook:
        assert schema.version(logbook._connection) == schema.NEWEST
        assert logbook.check() == 0
        rows = logbook.conversations.rows(TalkQuery())
        notes = [logbook.conversations.get(row.id).note for row in rows]
        assert notes == ["", "Vervolg.", "Eerste gesprek, een café."]
        assert [talk.id for talk in logbook.conversations.rows(TalkQuery(text="cafe"))] == [1]
        assert len(logbook.conversations.binned()) == 1
        numbers = {row.number for row in logbook.dossiers.rows(DossierQuery())}
        assert numbers == {"2025-001", "2025-002"}  # the third comes back with its talk
        assert [action.line for action in logbook.actions.all()] == ["Terugbellen"]
        assert logbook.drafts.get("nieuw") is not None
        assert logbook.ledger.blocked(1) == {2025: "voor-het-register"}
        assert len(logbook.subjects.tree().leaves) == 36
        a_talk(logbook)


def test_the_copy_beside_it_is_whole_and_as_it_was(older: Path, passphrase: str) -> None:
    before = _content(older, passphrase)

    reopen(older, passphrase).close()

    assert _files(older) == [KEPT, "logboek.vplogboek"]
    assert _content(older.with_name(KEPT), passphrase) == before
    assert _content(older, passphrase) != before


def test_a_file_of_the_newest_version_is_not_copied(logbook: Logbook, path: Path) -> None:
    """The control."""
    assert _files(path) == ["logboek.vplogboek"]


def test_the_kept_copy_opens_by_itself(older: Path, passphrase: str) -> None:
    with reopen(older, passphrase) as logbook:
        talks = logbook.conversations.rows(TalkQuery())

    with reopen(older.with_name(KEPT), passphrase) as logbook:
        assert logbook.conversations.rows(TalkQuery()) == talks
        assert len(talks) >= 3


# --- when it cannot be --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "problem, told",
    [
        (BackupFailed(DiskTrouble.FULL), NotMigrated(DiskTrouble.FULL)),
        (BackupFailed(DiskTrouble.NAME_TOO_LONG), NotMigrated(DiskTrouble.NAME_TOO_LONG)),
        (ReadOnlyPlace(), OlderReadOnly()),
    ],
)
def test_without_a_copy_there_is_no_migration(
    older: Path,
    passphrase: str,
    monkeypatch: pytest.MonkeyPatch,
    problem: Exception,
    told: Exception,
) -> None:
    before = fingerprint(older)

    def fail(*_: object) -> None:
        raise problem

    monkeypatch.setattr(backup, "write_copy", fail)
    with pytest.raises(type(told)) as refused:
        reopen(older, passphrase)

    assert refused.value == told
    assert fingerprint(older)[0] == before[0]
    assert _files(older) == ["logboek.vplogboek"]
    monkeypatch.undo()
    reopen(older, passphrase).close()


def test_an_older_version_in_a_place_that_cannot_be_written_is_told(
    older: Path, passphrase: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether a place can be written is asked in ``test_opening``; root may write everywhere."""
    monkeypatch.setattr(logbook_module, "_can_be_written", lambda _: False)
    before = fingerprint(older)

    with pytest.raises(OlderReadOnly):
        reopen(older, passphrase)

    assert fingerprint(older) == before
    assert _files(older) == ["logboek.vplogboek"]


def test_a_step_that_fails_leaves_the_older_version_and_its_copy(
    older: Path, passphrase: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _content(older, passphrase)
    run = connection_module.Connection.run

    def full(self: connection_module.Connection, sql: str, values: object = ()) -> int:
        if sql.startswith("PRAGMA user_version ="):
            raise NotSaved(DiskTrouble.FULL)
        return run(self, sql, values)  # type: ignore[arg-type]

    monkeypatch.setattr(connection_module.Connection, "run", full)
    with pytest.raises(NotSaved):
        reopen(older, passphrase)

    assert _content(older, passphrase) == before
    assert _content(older.with_name(KEPT), passphrase) == before


KILLED = """
    import os, sys
    from pathlib import Path
    from tests.store.making import reopen
    from vp_logboek.store import schema
    schema.migrate = lambda *_: os.kill(os.getpid(), 9)
    reopen(Path(sys.argv[1]), sys.argv[2])
"""


@pytest.fixture
def killed(older: Path, passphrase: str) -> Path:
    """Its program was killed between the copy and the first step."""
    subprocess.run(
        [sys.executable, "-c", textwrap.dedent(KILLED), older, passphrase],
        check=False, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert _files(older) == [KEPT, "logboek.vplogboek"]
    return older


def test_after_a_kill_the_copy_of_the_earlier_try_is_used(killed: Path, passphrase: str) -> None:
    kept = killed.with_name(KEPT)
    before = fingerprint(kept)

    reopen(killed, passphrase).close()

    assert fingerprint(kept) == before
    assert _files(killed) == [KEPT, "logboek.vplogboek"]


def test_a_copy_with_something_else_in_it_is_left_and_another_made(
    killed: Path, passphrase: str
) -> None:
    """An earlier program was used again in between."""
    key = derive_key(passphrase, killed.read_bytes()[:16], CHEAPEST)
    connection = connection_module.connect(killed, key)
    connection.run("UPDATE conversation SET note = 'later' WHERE id = 2")
    connection.close()
    later, kept = _content(killed, passphrase), fingerprint(killed.with_name(KEPT))

    reopen(killed, passphrase).close()

    second = KEPT.replace(".vplogboek", "-2.vplogboek")
    assert _files(killed) == sorted([KEPT, second, "logboek.vplogboek"])
    assert fingerprint(killed.with_name(KEPT)) == kept
    assert _content(killed.with_name(second), passphrase) == later


@pytest.mark.parametrize("remains", [b"", b"half", b"VPL0" + bytes(range(1, 256)) * 40])
def test_a_file_of_that_name_that_is_no_copy_is_left_alone(
    older: Path, passphrase: str, remains: bytes
) -> None:
    older.with_name(KEPT).write_bytes(remains)

    with reopen(older, passphrase) as logbook:
        assert logbook.check() == 0

    assert older.with_name(KEPT).read_bytes() == remains
    assert len(_files(older)) == 3
