"""Opening: every setting holds, one program at a time, and the right passphrase only."""

import json
import os
import subprocess
import sys
import tempfile
import textwrap
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlcipher3

from tests.store.making import DAY, a_talk, fingerprint, reopen
from vp_logboek.domain.errors import AlreadyOpen, NewerLogbook, ReadOnlyPlace, WrongPassphrase
from vp_logboek.store import connection, open_files, schema
from vp_logboek.store.logbook import CHEAPEST, VPL1, Logbook, create, open_logbook

REFUSED = r"not authorized|authorization denied"
SETTINGS = {
    "cipher_memory_security": "1",
    "cipher_log_level": "NONE",
    "temp_store": 2,
    "locking_mode": "exclusive",
    "journal_mode": "delete",
    "synchronous": 3,
    "fullfsync": 1,
    "secure_delete": 1,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "journal_size_limit": 0,
    "cipher_page_size": "4096",
    "application_id": int.from_bytes(b"VPL1", "big"),
    "user_version": schema.NEWEST,
    "query_only": 0,
}


def test_every_setting_really_took_effect(logbook: Logbook, path: Path, passphrase: str) -> None:
    logbook.close()
    program = """
        import json, sys
        from pathlib import Path
        from vp_logboek.store.logbook import CHEAPEST, open_logbook
        path, passphrase, *names = sys.argv[1:]
        with open_logbook(Path(path), passphrase, accept=(CHEAPEST,)) as logbook:
            print(json.dumps({x: logbook._connection.all(f"PRAGMA {x}") for x in names}))
    """
    command = [sys.executable, "-c", textwrap.dedent(program), str(path), passphrase, *SETTINGS]
    found = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)

    assert found == {name: [[value]] for name, value in SETTINGS.items()}


def test_a_new_connection_has_not_these_settings_of_itself() -> None:
    plain = sqlcipher3.connect(":memory:")
    found = {name: plain.execute(f"PRAGMA {name}").fetchone() for name in SETTINGS}
    plain.close()

    same = {name for name, value in SETTINGS.items() if found[name] == (value,)}
    of_the_whole_process = {"cipher_memory_security", "cipher_log_level"}
    already_so = {"cipher_page_size", "temp_store", "query_only", "mmap_size"}
    assert same <= of_the_whole_process | already_so


def test_the_file_begins_with_its_salt_and_nothing_in_it_can_be_read(
    logbook: Logbook, path: Path
) -> None:
    a_talk(logbook, note="kanariepiet")
    journal = path.with_name(f"{path.name}-journal")
    with logbook.transaction():
        a_talk(logbook, note="kanariepiet")
        logbook._connection.run("PRAGMA cache_size = 1")
        a_talk(logbook, note="kanariepiet " * 5000)
        # reading these drops our lock, which is why the program itself never does it
        while_open = path.read_bytes() + journal.read_bytes()

    assert path.read_bytes()[:4] == b"VPL0"
    assert len(journal.read_bytes()) == 0
    for readable in (b"kanarie", "kanarie".encode("utf-16-le"), b"SQLite", b"CREATE TABLE"):
        assert readable not in while_open
        assert readable not in path.read_bytes()


def test_a_closed_logbook_is_one_file(logbook: Logbook, path: Path) -> None:
    a_talk(logbook)
    logbook.close()

    assert list(path.parent.iterdir()) == [path]


def test_the_right_passphrase_opens_it_and_all_is_there(
    logbook: Logbook, path: Path, passphrase: str
) -> None:
    saved = a_talk(logbook, note="één woord")
    logbook.close()

    with reopen(path, passphrase) as again:
        assert saved.id is not None
        assert again.conversations.get(saved.id) == saved
        assert again.check() == 0


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_the_keyboard_of_another_computer_opens_it_too(
    logbook: Logbook, path: Path, passphrase: str, form: str
) -> None:
    logbook.close()

    reopen(path, unicodedata.normalize(form, passphrase)).close()


@pytest.mark.parametrize(
    "wrong",
    ["", "x", "batterij nietje paard een", "Batterij nietje paard één", "a" * 5000, "\0", "\ud800",
     "x'" + "0" * 64 + "'"],
    ids=lambda text: ascii(text[:20]),
)  # fmt: skip
def test_a_wrong_passphrase_is_told_and_leaves_the_file_as_it_was(
    logbook: Logbook, path: Path, wrong: str
) -> None:
    logbook.close()
    before = fingerprint(path)

    with pytest.raises(WrongPassphrase):
        reopen(path, wrong)

    assert fingerprint(path) == before
    assert not open_files.holds(path)


@pytest.mark.parametrize(
    "passphrase",
    ["'", '"; DROP TABLE x; --', "😀👩‍👧", "a" * 1000, " ", "\0een", "x'00'"],
    ids=ascii,
)
def test_an_odd_passphrase_works_exactly_as_typed(path: Path, passphrase: str) -> None:
    create(path, passphrase, CHEAPEST).close()

    reopen(path, passphrase).close()
    with pytest.raises(WrongPassphrase):
        reopen(path, f"{passphrase} "[:1000] if len(passphrase) < 1000 else "b" * 1000)


def test_opening_and_closing_changes_nothing(logbook: Logbook, path: Path, passphrase: str) -> None:
    logbook.close()
    before = fingerprint(path)

    reopen(path, passphrase).close()

    assert fingerprint(path) == before


def test_a_second_time_in_this_program_is_refused(
    logbook: Logbook, path: Path, passphrase: str, tmp_path: Path
) -> None:
    link = tmp_path / "andere naam"
    link.symlink_to(path)
    for name in (path, link):
        with pytest.raises(AlreadyOpen):
            reopen(name, passphrase)

    assert _opens_elsewhere(path, passphrase) == "AlreadyOpen"  # our lock still holds
    a_talk(logbook)


def _opens_elsewhere(path: Path, passphrase: str) -> str:
    """What another process gets to hear."""
    program = """
        import sys
        from pathlib import Path
        from vp_logboek.domain.errors import LogbookError
        from vp_logboek.store.logbook import CHEAPEST, open_logbook
        try:
            open_logbook(Path(sys.argv[1]), sys.argv[2], accept=(CHEAPEST,)).close()
            print("opened")
        except LogbookError as error:
            print(type(error).__name__)
    """
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program), path, passphrase],
        capture_output=True, text=True, check=True,
    ).stdout.strip()  # fmt: skip


def test_another_program_is_refused_until_this_one_closes(
    logbook: Logbook, path: Path, passphrase: str
) -> None:
    assert _opens_elsewhere(path, passphrase) == "AlreadyOpen"

    logbook.close()

    assert _opens_elsewhere(path, passphrase) == "opened"


def test_reading_the_open_file_would_drop_the_lock(
    logbook: Logbook, path: Path, passphrase: str
) -> None:
    """The control: this is why ``recognise`` asks ``open_files`` first."""
    path.read_bytes()

    assert _opens_elsewhere(path, passphrase) == "opened"


def test_a_newer_schema_is_told_after_unlocking_and_untouched(
    logbook: Logbook, path: Path, passphrase: str
) -> None:
    logbook._connection.run(f"PRAGMA user_version = {schema.NEWEST + 1}")
    logbook.close()
    before = fingerprint(path)

    with pytest.raises(NewerLogbook) as newer:
        reopen(path, passphrase)

    assert newer.value.version == schema.NEWEST + 1
    assert fingerprint(path) == before
    assert list(path.parent.iterdir()) == [path]
    with pytest.raises(WrongPassphrase):
        reopen(path, "fout")


@pytest.mark.parametrize(
    "statement",
    ["ATTACH 'x.db' AS x", "ATTACH '' AS x", "SELECT load_extension('x')", "PRAGMA rekey = 'x'",
     "PRAGMA hexrekey = '00'"],
)  # fmt: skip
def test_no_extension_no_second_file_and_no_change_of_key(logbook: Logbook, statement: str) -> None:
    with pytest.raises(sqlcipher3.DatabaseError, match=REFUSED):
        logbook._connection.run(statement)


def test_only_the_path_a_backup_is_writing_may_be_attached(
    logbook: Logbook, tmp_path: Path
) -> None:
    target = str(tmp_path / "reservekopie")
    inside = logbook._connection
    inside.guard.backup_target = target

    inside.run("VACUUM INTO ?", (target,))

    for elsewhere in (f"{target}2", str(inside.path)):
        with pytest.raises(sqlcipher3.DatabaseError, match=REFUSED):
            inside.run("VACUUM INTO ?", (elsewhere,))
    inside.guard.backup_target = None
    Path(target).unlink()
    with pytest.raises(sqlcipher3.DatabaseError, match=REFUSED):
        inside.run("VACUUM INTO ?", (target,))


@pytest.mark.parametrize(
    "name",
    ["met spatie", "'enkel' \"dubbel\"", "één", "😀", "100%25", "#1?mode=memory", "a&b=c;d", "-x"],
)
def test_a_file_may_have_any_name(tmp_path: Path, passphrase: str, name: str) -> None:
    path = tmp_path / name / f"{name}.vplogboek"
    with create(path, passphrase, CHEAPEST) as made:
        made.settings.set("a", "b")

    with reopen(path, passphrase) as again:
        assert again.settings.get("a") == "b"
    assert list(path.parent.iterdir()) == [path]


def test_a_link_leads_to_the_real_file(
    logbook: Logbook, path: Path, passphrase: str, tmp_path: Path
) -> None:
    logbook.close()
    link = tmp_path / "elders" / "link"
    link.parent.mkdir()
    link.symlink_to(path)

    with reopen(link, passphrase) as again:
        a_talk(again)
        assert again.path == path.resolve()

    assert list(link.parent.iterdir()) == [link]


def test_the_real_profile_makes_and_opens_a_logbook_without_being_asked(tmp_path: Path) -> None:
    path = tmp_path / "echt.vplogboek"
    create(path, "een wachtzin").close()

    assert path.read_bytes()[:4] == VPL1.tag
    open_logbook(path, "een wachtzin").close()


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that another account can reach: that of pytest is for its owner alone."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder
        folder.chmod(0o777)


READ_ONLY = """
    import os, sys
    from pathlib import Path
    from vp_logboek.domain.errors import ReadOnlyPlace
    from vp_logboek.store.logbook import CHEAPEST, open_logbook
    path = Path(sys.argv[1])
    if os.getuid() == 0:
        os.setgid(65534)
        os.setuid(65534)
    with open_logbook(path, sys.argv[2], accept=(CHEAPEST,)) as logbook:
        print(logbook.read_only, logbook.settings.get("a"))
        try:
            logbook.settings.set("a", "c")
            print("saved")
        except ReadOnlyPlace:
            print("refused")
"""


@pytest.mark.skipif(os.name == "nt", reason="rights of a file are a matter of POSIX")
@pytest.mark.parametrize(
    "file_mode, folder_mode, expected",
    [
        (0o444, 0o777, ["True", "b", "refused"]),
        (0o666, 0o555, ["True", "b", "refused"]),
        (0o444, 0o555, ["True", "b", "refused"]),
        (0o666, 0o777, ["False", "b", "saved"]),
    ],
    ids=["file", "folder", "both", "neither, as a control"],
)
def test_a_place_that_cannot_be_written_opens_read_only(
    shared: Path, passphrase: str, file_mode: int, folder_mode: int, expected: list[str]
) -> None:
    path = shared / "logboek"
    with create(path, passphrase, CHEAPEST) as made:
        made.settings.set("a", "b")
    path.chmod(file_mode)
    shared.chmod(folder_mode)
    before = fingerprint(path)

    told = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(READ_ONLY), path, passphrase],
        capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip

    assert told == expected
    assert (fingerprint(path) == before) == (expected[0] == "True")


def test_a_read_only_logbook_refuses_every_save(logbook: Logbook) -> None:
    logbook._connection.run("PRAGMA query_only = ON")

    with pytest.raises(ReadOnlyPlace):
        logbook.drafts.keep("k", "{}", DAY.isoformat())


def test_a_file_that_vanishes_meanwhile_is_not_made_anew(
    logbook: Logbook, path: Path, passphrase: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    logbook.close()
    address = connection.address

    def vanish(real: Path, mode: str) -> str:
        real.unlink()
        return address(real, mode)

    monkeypatch.setattr(connection, "address", vanish)

    with pytest.raises(ReadOnlyPlace):
        reopen(path, passphrase)

    assert list(path.parent.iterdir()) == []


def test_closing_twice_does_not_open_the_door_for_a_second_program(
    logbook: Logbook, path: Path, passphrase: str
) -> None:
    logbook.close()
    with reopen(path, passphrase):
        logbook.close()

        assert open_files.holds(path)


def test_a_row_without_its_parent_is_found_by_a_check(logbook: Logbook) -> None:
    talk = a_talk(logbook)
    assert logbook.check() == 0
    logbook._connection.run("PRAGMA foreign_keys = OFF")

    logbook._connection.run("DELETE FROM dossier WHERE id = ?", (talk.dossier,))

    assert logbook.check() > 0
