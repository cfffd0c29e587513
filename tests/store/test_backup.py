"""A backup is verified, never replaces a file and leaves nothing behind when it fails."""

import errno
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlcipher3

from tests.store.making import a_talk, fingerprint, reopen
from vp_logboek.domain.errors import (
    AlreadyExists,
    BackupFailed,
    BackupFolderMissing,
    BackupStopped,
    CopyNotClosed,
    CopyNotWhole,
    DiskTrouble,
    ReadOnlyPlace,
)
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.store import backup, creation
from vp_logboek.store.connection import PAGE_BYTES
from vp_logboek.store.logbook import Logbook

ROOT_IGNORES_RIGHTS = os.name == "nt" or os.geteuid() == 0


@pytest.fixture
def filled(logbook: Logbook) -> Logbook:
    with logbook.transaction():
        for number in range(30):
            a_talk(logbook, note=f"aantekening {number} " * 40)
    return logbook


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "stick"
    made.mkdir()
    return made


@pytest.fixture
def nothing_left(filled: Logbook, folder: Path) -> Iterator[None]:
    """After the test the folder is as it was and the logbook still works."""
    before = {each.name: each.read_bytes() for each in folder.iterdir()}
    yield
    if folder.exists():
        assert {each.name: each.read_bytes() for each in folder.iterdir()} == before
    assert filled.check() == 0
    a_talk(filled)


def _notes(logbook: Logbook) -> list[str]:
    return sorted(
        logbook.conversations.get(row.id).note for row in logbook.conversations.rows(TalkQuery())
    )


def test_a_copy_opens_with_the_same_passphrase_and_holds_the_same(
    filled: Logbook, folder: Path, passphrase: str
) -> None:
    target = folder / "kopie.vplogboek"

    filled.copy_to(target)

    assert os.name == "nt" or target.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in folder.iterdir()] == ["kopie.vplogboek"]
    with reopen(target, passphrase) as copy:
        assert _notes(copy) == _notes(filled)
        assert copy.check() == 0


def test_a_copy_has_the_same_salt_so_the_same_sheet_belongs_to_it(
    filled: Logbook, folder: Path, path: Path
) -> None:
    filled.copy_to(folder / "kopie.vplogboek")
    filled.close()

    assert (folder / "kopie.vplogboek").read_bytes()[:16] == path.read_bytes()[:16]


@pytest.mark.usefixtures("nothing_left")
def test_a_file_that_is_there_is_not_replaced(filled: Logbook, folder: Path) -> None:
    (folder / "kopie.vplogboek").write_text("van een ander")

    with pytest.raises(AlreadyExists):
        filled.copy_to(folder / "kopie.vplogboek")

    assert (folder / "kopie.vplogboek").read_text() == "van een ander"
    (folder / "kopie.vplogboek").unlink()


@pytest.mark.usefixtures("nothing_left")
def test_a_folder_that_is_not_there_is_told_and_not_made(filled: Logbook, folder: Path) -> None:
    folder.rmdir()

    with pytest.raises(BackupFolderMissing):
        filled.copy_to(folder / "kopie.vplogboek")

    assert not folder.exists()


@pytest.mark.skipif(ROOT_IGNORES_RIGHTS, reason="nothing is read-only to root")
def test_a_folder_that_cannot_be_written_is_told(filled: Logbook, folder: Path) -> None:
    folder.chmod(0o500)
    try:
        with pytest.raises(ReadOnlyPlace):
            filled.copy_to(folder / "kopie.vplogboek")
    finally:
        folder.chmod(0o700)


@pytest.mark.usefixtures("nothing_left")
def test_inside_a_transaction_it_is_a_defect_and_leaves_nothing(
    filled: Logbook, folder: Path
) -> None:
    with (
        pytest.raises(sqlcipher3.OperationalError, match="transaction"),
        filled.transaction(),
    ):
        filled.copy_to(folder / "kopie.vplogboek")


@pytest.mark.usefixtures("nothing_left")
def test_with_an_open_cursor_it_is_a_defect_and_leaves_nothing(
    filled: Logbook, folder: Path
) -> None:
    cursor = filled._connection.connection.execute("SELECT note FROM conversation")
    cursor.fetchone()

    with pytest.raises(sqlcipher3.OperationalError, match="in progress"):
        filled.copy_to(folder / "kopie.vplogboek")
    cursor.close()


@pytest.mark.parametrize(
    "number, trouble",
    [(errno.ENOSPC, DiskTrouble.FULL), (errno.EIO, DiskTrouble.FAILED)],
)
@pytest.mark.parametrize("call", ["sync_file", "sync_folder", "_give_name"])
@pytest.mark.usefixtures("nothing_left")
def test_a_disk_that_fails_leaves_nothing(
    filled: Logbook,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    call: str,
    number: int,
    trouble: DiskTrouble,
) -> None:
    def fail(*_: object) -> None:
        raise OSError(number, "")

    monkeypatch.setattr(creation, call, fail)

    with pytest.raises(BackupFailed) as failed:
        filled.copy_to(folder / "kopie.vplogboek")

    assert failed.value.trouble is trouble


@pytest.mark.parametrize("page", [0, 1, 7])
@pytest.mark.usefixtures("nothing_left")
def test_a_copy_that_reads_back_otherwise_gets_no_name(
    filled: Logbook, folder: Path, monkeypatch: pytest.MonkeyPatch, page: int
) -> None:
    write = backup._vacuum_into

    def and_a_bad_disk(connection: backup.Connection, part: Path) -> None:
        write(connection, part)
        content = bytearray(part.read_bytes())
        content[page * PAGE_BYTES + 999] ^= 1
        part.write_bytes(content)

    monkeypatch.setattr(backup, "_vacuum_into", and_a_bad_disk)

    with pytest.raises(CopyNotWhole):
        filled.copy_to(folder / "kopie.vplogboek")


@pytest.mark.usefixtures("nothing_left")
def test_a_copy_of_nothing_gets_no_name(
    filled: Logbook, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "_vacuum_into", lambda *_: None)

    with pytest.raises(CopyNotWhole):
        filled.copy_to(folder / "kopie.vplogboek")


def test_the_guard_lets_no_other_file_be_written(filled: Logbook, folder: Path) -> None:
    filled.copy_to(folder / "kopie.vplogboek")

    for sql in ("VACUUM INTO ?", "ATTACH ? AS other"):
        with pytest.raises(sqlcipher3.DatabaseError, match="authoriz"):
            filled._connection.connection.execute(sql, (str(folder / "x"),))
    assert not (folder / "x").exists()


def test_a_read_only_logbook_is_copied_and_stays_read_only(
    filled: Logbook, folder: Path, passphrase: str
) -> None:
    connection = filled._connection
    connection.read_only = True
    connection.run("PRAGMA query_only = ON")

    filled.copy_to(folder / "kopie.vplogboek")

    assert connection.number("PRAGMA query_only") == 1
    with reopen(folder / "kopie.vplogboek", passphrase) as copy:
        assert len(_notes(copy)) == 30


@pytest.mark.parametrize("step", ["_vacuum_into", "_verify"])
@pytest.mark.usefixtures("nothing_left")
def test_another_thread_stops_it_at_any_step(
    filled: Logbook, folder: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    go_on = getattr(backup, step)

    def stopped_on_the_way(*given: object) -> None:
        thread = threading.Thread(target=filled.interrupt)
        thread.start()
        thread.join()
        go_on(*given)

    monkeypatch.setattr(backup, step, stopped_on_the_way)

    with pytest.raises(BackupStopped):
        filled.copy_to(folder / "kopie.vplogboek")


@pytest.mark.usefixtures("nothing_left")
def test_a_check_that_is_interrupted_is_no_damage(
    filled: Logbook, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``integrity_check`` fails like on a damaged file when it is interrupted."""
    check = backup.check

    def interrupted(copy: backup.Connection) -> None:
        copy.connection.set_progress_handler(lambda: filled.interrupt() or 0, 10)
        check(copy)

    monkeypatch.setattr(backup, "check", interrupted)

    with pytest.raises(BackupStopped):
        filled.copy_to(folder / "kopie.vplogboek")


def test_a_copy_that_has_its_name_already_is_not_called_stopped(
    filled: Logbook, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = backup.make_whole

    def and_stop(path: Path, write: Callable[[Path], None]) -> None:
        make(path, write)
        filled.interrupt()

    monkeypatch.setattr(backup, "make_whole", and_stop)

    filled.copy_to(folder / "kopie.vplogboek")

    assert (folder / "kopie.vplogboek").exists()


def test_what_was_asked_before_a_backup_does_not_stop_it(filled: Logbook, folder: Path) -> None:
    filled.interrupt()
    a_talk(filled)

    filled.copy_to(folder / "kopie.vplogboek")

    assert (folder / "kopie.vplogboek").exists()


def test_reading_a_copy_changes_no_byte_of_it(filled: Logbook, folder: Path) -> None:
    target = folder / "kopie.vplogboek"
    filled.copy_to(target)
    target.chmod(0o400)
    before = fingerprint(target)

    copy = backup.open_copy(target, filled._connection.key)
    assert copy.number("SELECT count(*) FROM conversation") == 30
    copy.close()

    assert fingerprint(target) == before
    assert list(folder.iterdir()) == [target]


def test_a_copy_whose_program_stopped_halfway_is_not_touched(
    filled: Logbook, folder: Path, passphrase: str
) -> None:
    target, moved = folder / "kopie.vplogboek", folder / "later.vplogboek"
    filled.copy_to(target)
    with reopen(target, passphrase) as copy:
        copy._connection.run("PRAGMA cache_size = 1")
        copy._connection.run("BEGIN IMMEDIATE")
        for _ in range(50):
            a_talk(copy, note="half geschreven " * 200)
        for each in (target, folder / "kopie.vplogboek-journal"):
            (folder / each.name.replace("kopie", "later")).write_bytes(each.read_bytes())
    before = fingerprint(moved)

    with pytest.raises(CopyNotClosed):
        backup.open_copy(moved, filled._connection.key)

    assert fingerprint(moved) == before
    with reopen(moved, passphrase) as healed:
        assert len(_notes(healed)) == 30
