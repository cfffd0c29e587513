"""Another passphrase: all old or all new, whatever fails and whenever it is killed."""

import errno
import os
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.making import a_talk, fingerprint, reopen
from vp_logboek.domain.errors import (
    Damaged,
    DiskTrouble,
    LogbookError,
    NotALogbook,
    NotSaved,
    ReadOnlyPlace,
    WrongPassphrase,
)
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.store import creation, leftovers, open_files, rekeying
from vp_logboek.store.header import recognise
from vp_logboek.store.key import CHEAPEST
from vp_logboek.store.leftovers import previous_of
from vp_logboek.store.logbook import Logbook

NEW = "zes heel andere woorden dan eerst"
NOTES = {"een aantekening", "nog een één"}


@pytest.fixture
def filled(logbook: Logbook) -> Logbook:
    for note in NOTES:
        a_talk(logbook, note=note)
    return logbook


def notes(logbook: Logbook) -> set[str]:
    rows = logbook.conversations.rows(TalkQuery())
    return {logbook.conversations.get(row.id).note for row in rows}


def names(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.iterdir())


def is_new(path: Path, passphrase: str) -> bool:
    """With which passphrase the file opens; all of it must be there, with the one or the other."""
    try:
        logbook = reopen(path, passphrase)
    except WrongPassphrase:
        with reopen(path, NEW) as logbook:
            assert (notes(logbook), logbook.check()) == (NOTES, 0)
        return True
    with logbook:
        assert (notes(logbook), logbook.check()) == (NOTES, 0)
    return False


def test_the_new_passphrase_opens_all_that_was_there_with_another_key_and_salt(
    filled: Logbook, path: Path, passphrase: str
) -> None:
    key, salt = filled.key, filled.salt

    with filled.rekeyed(NEW) as changed:
        assert notes(changed) == NOTES
        assert changed.path == path
        assert changed.key != key
        assert changed.salt != salt
        assert changed.salt[:4] == salt[:4]
        a_talk(changed)

    with pytest.raises(WrongPassphrase):
        reopen(path, passphrase)
    with reopen(path, NEW) as again:
        assert again.check() == 0
        assert len(again.conversations.rows(TalkQuery())) == 3
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_given_logbook_is_closed(filled: Logbook, path: Path) -> None:
    with filled.rekeyed(NEW):
        assert filled._connection.is_in_place() is False
        filled.close()
        assert open_files.holds(path)


def test_the_old_file_stays_until_the_next_unlock(
    filled: Logbook, path: Path, passphrase: str
) -> None:
    filled.rekeyed(NEW).close()
    assert names(path) == [path.name, f"{path.name}.vorige"]
    with reopen(previous_of(path), passphrase) as old:
        assert notes(old) == NOTES

    with pytest.raises(WrongPassphrase):
        reopen(path, passphrase)
    assert previous_of(path).exists()

    reopen(path, NEW).close()
    assert names(path) == [path.name]


def test_a_file_of_an_earlier_change_never_takes_the_place_of_this_one(
    filled: Logbook, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program, one that syncs say, puts the file there anew in the middle of a change."""

    def as_synced(_: Path) -> None:
        content = path.read_bytes()
        path.unlink()
        path.write_bytes(content)
        raise OSError(errno.EIO, "and the disk fails")

    once = filled.rekeyed("de eerste andere wachtzin")
    once.settings.set("een", "2")
    monkeypatch.setattr(rekeying, "_refuse_journal", as_synced)
    with pytest.raises(NotSaved):
        once.rekeyed(NEW)

    assert once.settings.get("een") == "2"
    once.close()
    reopen(path, "de eerste andere wachtzin").close()


def test_a_copy_that_somebody_gave_that_name_stays(
    filled: Logbook, path: Path, passphrase: str
) -> None:
    by_hand = path.with_name(f"{path.name}.vorige")
    filled.copy_to(by_hand)
    filled.close()
    before = by_hand.read_bytes()

    reopen(path, passphrase).close()

    assert by_hand.read_bytes() == before


def test_a_second_change_keeps_only_the_file_before_it(filled: Logbook, path: Path) -> None:
    with filled.rekeyed("de eerste andere wachtzin") as once:
        once.rekeyed(NEW).close()

    assert names(path) == [path.name, f"{path.name}.vorige"]
    with reopen(previous_of(path), "de eerste andere wachtzin") as old:
        assert notes(old) == NOTES
    assert is_new(path, "de eerste andere wachtzin")


def test_it_works_on_the_real_file_behind_a_link(
    filled: Logbook, path: Path, passphrase: str
) -> None:
    filled.close()
    (path.parent / "map").mkdir()
    link = path.parent / "map" / "link.vplogboek"
    link.symlink_to(path)

    with reopen(link, passphrase) as opened:
        opened.rekeyed(NEW).close()

    assert link.is_symlink()
    assert names(link) == ["link.vplogboek"]
    assert is_new(link, passphrase)


# --- what fails -------------------------------------------------------------------------------


def refuse(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "vol")


def second_sync(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first waits for the new file, the second for its name."""
    monkeypatch.setattr(rekeying, "sync_folder", refuse)


FAILURES: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "making it": lambda patch: patch.setattr(creation.os, "open", refuse),
    "writing it": lambda patch: patch.setattr(rekeying, "_copy_pages", refuse),
    "syncing it": lambda patch: patch.setattr(creation.os, "fsync", refuse),
    "reading it back": lambda patch: patch.setattr(rekeying, "_hold_the_same", lambda *_: False),
    "keeping the old": lambda patch: patch.setattr(Path, "hardlink_to", refuse),
    "naming it": lambda patch: patch.setattr(Path, "replace", refuse),
    "syncing its name": second_sync,
}


@pytest.mark.parametrize("failure", FAILURES)
def test_where_it_fails_the_old_logbook_is_open_and_whole(
    filled: Logbook, path: Path, passphrase: str, failure: str
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        FAILURES[failure](patch)
        with pytest.raises(NotSaved):
            filled.rekeyed(NEW)

    assert notes(filled) == NOTES
    filled.settings.set("een", "1")
    filled.close()
    assert names(path) == [path.name]
    with reopen(path, passphrase) as again:
        assert (notes(again), again.settings.get("een")) == (NOTES, "1")


def test_a_new_file_that_cannot_be_opened_makes_way_for_the_old(
    filled: Logbook, path: Path, passphrase: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = rekeying.connect

    def fail_by_name(where: Path, *given: object, **named: object) -> object:
        if where == path:
            raise NotSaved(DiskTrouble.FAILED)
        return connect(where, *given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(rekeying, "connect", fail_by_name)
    with pytest.raises(NotSaved):
        filled.rekeyed(NEW)

    assert notes(filled) == NOTES
    filled.close()
    assert names(path) == [path.name]
    assert not is_new(path, passphrase)


def test_rows_that_do_not_arrive_are_noticed(filled: Logbook, path: Path) -> None:
    """Each of these copies opens and passes both checks: only a comparison finds them."""
    copy_pages = rekeying._copy_pages
    for spoil in (
        "DELETE FROM conversation WHERE id = (SELECT max(id) FROM conversation)",
        "UPDATE dossier SET kind = 'anders'",
        "PRAGMA user_version = 1",
        "DROP INDEX talk_binned",
    ):

        def lose(
            connection: object, part: Path, key: bytes, *given: object, sql: str = spoil
        ) -> None:
            copy_pages(connection, part, key, *given)  # type: ignore[arg-type]
            copy = rekeying.connect(part, key)
            copy.run(sql)
            copy.close()

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(rekeying, "_copy_pages", lose)
            with pytest.raises(NotSaved):
                filled.rekeyed(NEW)
    assert names(path) == [path.name, f"{path.name}-journal"]

    filled.rekeyed(NEW).close()  # the control: nothing spoilt, nothing refused


def test_a_damaged_page_is_told_and_nothing_changes(
    filled: Logbook, path: Path, passphrase: str
) -> None:
    filled._connection.run("PRAGMA shrink_memory")
    with path.open("r+b") as file:
        file.seek(path.stat().st_size - 2000)
        file.write(b"\0" * 100)

    with pytest.raises(Damaged):
        filled.rekeyed(NEW)

    assert names(path) == [path.name, f"{path.name}-journal"]


def test_a_read_only_logbook_is_refused(filled: Logbook) -> None:
    filled._connection.read_only = True

    with pytest.raises(ReadOnlyPlace):
        filled.rekeyed(NEW)


def test_a_file_that_was_moved_is_refused(filled: Logbook, path: Path) -> None:
    elsewhere = path.rename(path.with_name("elders"))

    with pytest.raises(NotSaved) as refused:
        filled.rekeyed(NEW)

    assert refused.value.trouble is DiskTrouble.MOVED
    assert elsewhere.exists()


# --- killed -----------------------------------------------------------------------------------

KILLED = """
    import errno, os, sys
    from pathlib import Path
    from tests.store.making import reopen
    path, passphrase, new, at, links = Path(sys.argv[1]), *sys.argv[2:]
    logbook = reopen(path, passphrase)
    calls = iter(range(10_000))

    def watch(event, _):
        # every change of a name, and every file that is opened by Python
        if event in {"os.rename", "os.remove", "os.link", "open"} and next(calls) == int(at):
            os.kill(os.getpid(), 9)

    def none(*_):
        raise OSError(errno.EPERM, "as on a memory stick")

    if links == "none":
        Path.hardlink_to = none
    sys.addaudithook(watch)
    logbook.rekeyed(new)
    print("changed")
"""


@pytest.mark.parametrize("links", ["hard", pytest.param("none", marks=pytest.mark.campaign)])
def test_killed_at_any_name_it_opens_with_one_of_the_two(
    filled: Logbook, path: Path, passphrase: str, links: str
) -> None:
    filled.close()
    whole = path.read_bytes()
    found = []
    for at in range(40):
        path.write_bytes(whole)
        ended = subprocess.run(
            [sys.executable, "-c", textwrap.dedent(KILLED), path, passphrase, NEW, str(at), links],
            check=False, cwd=Path(__file__).parents[2], capture_output=True, text=True,
        )  # fmt: skip
        found.append(is_new(path, passphrase))
        assert names(path) == [path.name], f"left at {at}"
        if ended.stdout.strip() == "changed":
            break

    assert ended.returncode == 0, ended.stderr
    assert found[0] is False  # the control: it was killed before and after
    assert found[-1] is True
    assert len(found) > 5


@pytest.fixture
def between_two_names(filled: Logbook, path: Path) -> Path:
    """As a kill leaves it on a disk without hard links."""
    filled.close()
    path.rename(previous_of(path))
    return path


def test_the_name_comes_back(between_two_names: Path, passphrase: str) -> None:
    assert not between_two_names.exists()

    assert recognise(between_two_names, (CHEAPEST,)).size > 0
    assert not is_new(between_two_names, passphrase)


def test_nothing_takes_the_name_of_a_file_that_waits(
    between_two_names: Path, passphrase: str
) -> None:
    with pytest.raises(LogbookError):
        creation.make_whole(between_two_names, lambda part: part.write_bytes(b"nieuw") and None)  # type: ignore[func-returns-value]

    assert not is_new(between_two_names, passphrase)


def test_what_is_not_there_at_all_is_missing(path: Path) -> None:
    """The control: nothing is made out of nothing."""
    with pytest.raises(NotALogbook):
        recognise(path, (CHEAPEST,))


def test_a_name_that_leads_nowhere_is_told_as_before(tmp_path: Path) -> None:
    loop = tmp_path / "lus"
    loop.symlink_to(loop)
    for path in (loop, Path("een\0naam"), Path("/"), Path("x" * 5000)):
        with pytest.raises(NotALogbook):
            recognise(path, (CHEAPEST,))


# --- leftovers --------------------------------------------------------------------------------


@pytest.fixture
def part(path: Path) -> Path:
    half = path.with_name(".0123456789ab.part")
    half.write_bytes(b"half geschreven")
    half.with_name(f"{half.name}-journal").write_bytes(b"half")
    for each in (half, half.with_name(f"{half.name}-journal")):
        os.utime(each, (0, 0))
    return half


def test_half_written_files_are_cleared_after_opening(
    logbook: Logbook, path: Path, passphrase: str, part: Path
) -> None:
    logbook.close()
    with pytest.raises(WrongPassphrase):
        reopen(path, "fout")
    assert part.exists()

    reopen(path, passphrase).close()

    assert names(path) == [path.name]


@pytest.mark.parametrize(
    "name", ["x.part", ".0123456789ab.part2", ".ZZZZ456789ab.part", "a.vorige"]
)
def test_files_of_others_are_left(logbook: Logbook, path: Path, passphrase: str, name: str) -> None:
    logbook.close()
    other = path.with_name(name)
    other.write_bytes(b"van een ander")
    os.utime(other, (0, 0))
    before = fingerprint(other)

    reopen(path, passphrase).close()

    assert fingerprint(other) == before


def test_what_is_being_written_at_this_moment_is_left(path: Path, part: Path) -> None:
    leftovers.clear_parts(path.parent, before=0)
    assert part.exists()

    os.utime(part)
    leftovers.clear_parts(path.parent, before=part.stat().st_mtime)
    assert part.exists()


HOLDS = """
    import sqlcipher3, sys
    raw = sqlcipher3.connect(sys.argv[1], isolation_level=None)
    raw.execute("CREATE TABLE t (a)")
    raw.execute("BEGIN EXCLUSIVE")
    print("holds", flush=True)
    sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there it cannot be removed anyhow")
def test_what_another_program_has_open_is_left(path: Path) -> None:
    part = path.with_name(".0123456789ab.part")
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(HOLDS), part],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as other:  # fmt: skip
        assert other.stdout is not None
        assert other.stdout.readline().strip() == "holds"
        os.utime(part, (0, 0))
        leftovers.clear_parts(path.parent, before=1e10)
        assert part.exists()
        other.communicate("")

    leftovers.clear_parts(path.parent, before=1e10)
    assert not part.exists()
