"""Making a logbook: whole or not at all, for its owner alone, and never over another file."""

import errno
import os
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from vp_logboek.domain.errors import (
    AlreadyExists,
    DiskTrouble,
    LogbookError,
    NotSaved,
    PassphraseRefused,
    ReadOnlyPlace,
)
from vp_logboek.store import creation
from vp_logboek.store.key import CHEAPEST
from vp_logboek.store.logbook import Logbook, create


@pytest.fixture
def open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("open_umask")
def test_file_and_new_folders_are_for_the_owner_alone_whatever_the_umask(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    path = tmp_path / "een" / "twee" / "logboek"
    control = tmp_path / "gewoon"
    control.touch()

    made = create(path, "een wachtzin", CHEAPEST)
    made.settings.set("a", "b")
    made.settings.set("a", "c")
    modes = {each: each.stat().st_mode & 0o777 for each in tmp_path.rglob("*")}
    made.close()

    assert modes.pop(control) == 0o666
    assert modes == {
        path.parent.parent: 0o700,
        path.parent: 0o700,
        path: 0o600,
        path.with_name("logboek-journal"): 0o600,
    }
    assert tmp_path.stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize("kind", ["file", "folder", "link", "dangling link"])
def test_what_is_there_is_never_overwritten(path: Path, kind: str) -> None:
    elsewhere = path.with_name("elders")
    match kind:
        case "file":
            path.write_bytes(b"van iemand")
        case "folder":
            path.mkdir()
        case "link":
            elsewhere.write_bytes(b"van iemand")
            path.symlink_to(elsewhere)
        case _:
            path.symlink_to(elsewhere)
    before = sorted((each, each.lstat().st_mtime_ns) for each in path.parent.iterdir())

    with pytest.raises(AlreadyExists) as refused:
        create(path, "een wachtzin", CHEAPEST)

    assert refused.value.name == path.name
    assert sorted((each, each.lstat().st_mtime_ns) for each in path.parent.iterdir()) == before


@pytest.mark.parametrize("hard_links", [True, False])
def test_a_file_that_appears_meanwhile_is_not_overwritten(
    path: Path, monkeypatch: pytest.MonkeyPatch, hard_links: bool
) -> None:
    if not hard_links:
        _without_hard_links(monkeypatch)

    def fill(_: Logbook) -> None:
        path.write_bytes(b"van een ander")

    with pytest.raises(AlreadyExists):
        create(path, "een wachtzin", CHEAPEST, fill)

    assert path.read_bytes() == b"van een ander"
    assert list(path.parent.iterdir()) == [path]


def test_nothing_is_made_beside_what_another_file_left_to_be_undone(path: Path) -> None:
    journal = path.with_name(f"{path.name}-journal")
    journal.write_bytes(b"van een ander")

    with pytest.raises(AlreadyExists) as told:
        create(path, "een wachtzin", CHEAPEST)

    assert told.value.name == journal.name
    assert journal.read_bytes() == b"van een ander"
    assert list(path.parent.iterdir()) == [journal]
    journal.unlink()
    create(path, "een wachtzin", CHEAPEST).close()  # the control


def _without_hard_links(monkeypatch: pytest.MonkeyPatch, number: int = errno.EPERM) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, "as on a memory stick")

    monkeypatch.setattr(Path, "hardlink_to", refuse)


@pytest.mark.parametrize("number", [errno.EPERM, errno.EINVAL], ids=["POSIX", "Windows"])
def test_it_is_made_on_a_disk_without_hard_links_too(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    _without_hard_links(monkeypatch, number)

    with create(path, "een wachtzin", CHEAPEST) as made:
        made.settings.set("a", "b")

    assert list(path.parent.iterdir()) == [path]
    assert path.stat().st_mode & 0o777 == 0o600


def test_when_filling_fails_nothing_is_left(path: Path) -> None:
    def fill(logbook: Logbook) -> None:
        logbook.settings.set("a", "b")
        assert len(list(path.parent.iterdir())) > 0  # the control: there was something to leave
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        create(path, "een wachtzin", CHEAPEST, fill)

    assert list(path.parent.iterdir()) == []


@pytest.mark.parametrize("at", [1, 2], ids=["the file", "its name"])
@pytest.mark.parametrize(
    "code, expected",
    [
        (errno.ENOSPC, NotSaved(DiskTrouble.FULL)),
        (errno.EIO, NotSaved(DiskTrouble.FAILED)),
        (errno.EROFS, ReadOnlyPlace()),
        (errno.EACCES, ReadOnlyPlace()),
    ],
)
def test_trouble_with_the_disk_is_told_and_nothing_is_left(
    path: Path, monkeypatch: pytest.MonkeyPatch, code: int, expected: LogbookError, at: int
) -> None:
    asked: list[int] = []

    def fail(handle: int) -> None:
        asked.append(handle)
        if len(asked) == at:
            raise OSError(code, "")

    monkeypatch.setattr(creation.os, "fsync", fail)

    with pytest.raises(type(expected)) as refused:
        create(path, "een wachtzin", CHEAPEST)

    assert refused.value == expected
    assert len(asked) == at
    assert list(path.parent.iterdir()) == []


def test_a_name_too_long_for_its_journal_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotSaved) as refused:
        create(tmp_path / ("é" * 121), "een wachtzin", CHEAPEST)
    create(tmp_path / ("é" * 120), "een wachtzin", CHEAPEST).close()

    assert refused.value.trouble is DiskTrouble.NAME_TOO_LONG


def test_a_folder_below_a_file_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "bestand").touch()

    with pytest.raises(LogbookError):
        create(tmp_path / "bestand" / "logboek", "een wachtzin", CHEAPEST)


def test_no_passphrase_makes_no_file(path: Path) -> None:
    with pytest.raises(PassphraseRefused):
        create(path, "", CHEAPEST)

    assert not path.exists()


def test_two_logbooks_with_one_passphrase_have_nothing_in_common(tmp_path: Path) -> None:
    paths = [tmp_path / "een", tmp_path / "twee"]
    for path in paths:
        create(path, "een wachtzin", CHEAPEST).close()
    one, two = (path.read_bytes() for path in paths)

    assert one[:4] == two[:4]
    assert not {one[at : at + 16] for at in range(0, 4096, 16)} & {
        two[at : at + 16] for at in range(0, 4096, 16)
    }


RACE = """
    import sys
    from pathlib import Path
    from vp_logboek.domain.errors import AlreadyExists, AlreadyOpen
    from vp_logboek.store.logbook import CHEAPEST, create
    try:
        with create(Path(sys.argv[1]), sys.argv[2], CHEAPEST) as made:
            made.settings.set("maker", sys.argv[2])
        print("made")
    except (AlreadyExists, AlreadyOpen):
        print("refused")
"""


def test_of_programs_that_make_the_same_logbook_at_once_one_wins(path: Path) -> None:
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(RACE), path, f"wachtzin {number}"],
            stdout=subprocess.PIPE, text=True,
        )
        for number in range(4)
    ]  # fmt: skip
    told = [program.communicate()[0].strip() for program in programs]

    assert sorted(told) == ["made", "refused", "refused", "refused"]
    assert list(path.parent.iterdir()) == [path]
