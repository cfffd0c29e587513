"""P3: one writer at a time, whoever starts, and nobody is locked out by one that died.

More of it stands with the store: two starts and a second opening in tests/store/test_opening.py,
read-only files and folders and odd names there too, a file moved or replaced while it is open in
tests/store/test_moved.py, what is no logbook in tests/store/test_foreign_files.py; where a logbook
lies and copies in conflict in tests/services/test_places.py.
"""

import os
import signal
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from vp_logboek.domain.activity import Action
from vp_logboek.domain.errors import AlreadyOpen, DiskTrouble, LogbookError, NotSaved
from vp_logboek.store.creation import LONGEST_NAME
from vp_logboek.store.lock_probe import is_open_elsewhere
from vp_logboek.store.logbook import CHEAPEST, create, open_logbook

PASSPHRASE = "batterij nietje paard één"
NOBODY = 65534
LINE = "Terugbellen"

HOLDER = """
    import os, sys
    from datetime import date
    from pathlib import Path
    from vp_logboek.domain.activity import Action
    from vp_logboek.domain.errors import LogbookError
    from vp_logboek.store.logbook import CHEAPEST, open_logbook
    path, account = Path(sys.argv[1]), int(sys.argv[3])
    if account:
        os.setgid(account)
        os.setuid(account)
    try:
        logbook = open_logbook(path, sys.argv[2], accept=(CHEAPEST,))
    except LogbookError as error:
        print(type(error).__name__, flush=True)
        raise SystemExit
    print("opened", flush=True)
    for word in sys.stdin:
        if word.strip() == "save":
            logbook.actions.save(Action(date(2026, 3, 4), "Terugbellen"))
            print("saved", flush=True)
        if word.strip() == "half":
            logbook._connection.run("BEGIN IMMEDIATE")
            logbook.actions.save(Action(date(2026, 3, 4), "Half"))
            print("halfway", flush=True)
    logbook.close()
"""


class Other:
    """Another program, perhaps of another account, that does what it is told."""

    def __init__(self, path: Path, account: int) -> None:
        words = [sys.executable, "-c", textwrap.dedent(HOLDER), path, PASSPHRASE, str(account)]
        self.process = subprocess.Popen(
            words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.first = self.hear()

    def hear(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def tell(self, word: str) -> str:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{word}\n")
        self.process.stdin.flush()
        return self.hear()

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.end()

    def end(self) -> None:
        self.process.communicate(timeout=20)


@contextmanager
def another(path: Path, account: int = 0) -> Iterator[Other]:
    other = Other(path, account)
    try:
        yield other
    finally:
        if other.process.poll() is None:
            other.end()


@pytest.fixture
def shared() -> Iterator[Path]:
    """A logbook in a folder that another account can reach."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        path = Path(name) / "logboek.vplogboek"
        create(path, PASSPHRASE, CHEAPEST).close()
        path.chmod(0o666)
        yield path


def told(path: Path) -> type[LogbookError] | None:
    """What this program gets to hear when it opens the file."""
    try:
        open_logbook(path, PASSPHRASE, accept=(CHEAPEST,)).close()
    except LogbookError as error:
        return type(error)
    return None


def lines(path: Path) -> list[str]:
    with open_logbook(path, PASSPHRASE, accept=(CHEAPEST,)) as logbook:
        return [action.line for action in logbook.actions.open()]


posix = pytest.mark.skipif(os.name == "nt", reason="accounts and signals of POSIX")
as_root = pytest.mark.skipif(
    os.name == "nt" or os.geteuid() != 0, reason="only root can act as another account"
)
accounts = pytest.mark.parametrize(
    "account", [0, pytest.param(NOBODY, marks=as_root)], ids=["same account", "another account"]
)


@accounts
def test_the_second_is_told_and_never_writes(shared: Path, account: int) -> None:
    with another(shared, account) as first:
        assert first.first == "opened"
        assert told(shared) is AlreadyOpen
        with another(shared, account) as third:
            assert third.first == "AlreadyOpen"
        assert first.tell("save") == "saved"
    assert told(shared) is None, "the control: it opens when the first has left"
    assert lines(shared) == [LINE]


@accounts
def test_the_other_account_is_told_as_well(shared: Path, account: int) -> None:
    opened = open_logbook(shared, PASSPHRASE, accept=(CHEAPEST,))
    with opened, another(shared, account) as second:
        assert second.first == "AlreadyOpen"
    with another(shared, account) as second:
        assert second.first == "opened", "the control"


@posix
@accounts
def test_kill_9_of_the_first_leaves_no_lock_to_remove(shared: Path, account: int) -> None:
    with another(shared, account) as first:
        first.tell("save")
        assert told(shared) is AlreadyOpen
        first.kill()
        assert told(shared) is None
    assert lines(shared) == [LINE]
    assert [each.name for each in shared.parent.iterdir()] == [shared.name]


@posix
@accounts
def test_kill_9_in_the_middle_of_a_save_leaves_what_was_saved(shared: Path, account: int) -> None:
    with another(shared, account) as first:
        first.tell("save")
        assert first.tell("half") == "halfway"
        first.kill()
    assert lines(shared) == [LINE]


# --- before the passphrase is typed -----------------------------------------------------------


@posix
@accounts
def test_that_it_is_open_is_known_without_a_key(shared: Path, account: int) -> None:
    assert not is_open_elsewhere(shared)
    with another(shared, account) as first:
        assert is_open_elsewhere(shared)
        assert first.tell("save") == "saved", "asking takes nothing away from the other"
        assert told(shared) is AlreadyOpen
    assert not is_open_elsewhere(shared)


@posix
def test_asking_does_not_drop_the_lock_of_this_program(shared: Path) -> None:
    opened = open_logbook(shared, PASSPHRASE, accept=(CHEAPEST,))
    with opened:
        assert not is_open_elsewhere(shared)
        with another(shared) as second:
            assert second.first == "AlreadyOpen"


@posix
@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo, lambda path: None])
def test_of_what_is_no_file_nothing_is_said(tmp_path: Path, make: Callable[[Path], object]) -> None:
    path = tmp_path / "iets"
    make(path)

    assert not is_open_elsewhere(path)


# --- where two would not see each other's lock ------------------------------------------------


@posix
def test_two_names_for_one_file_are_one_writer(shared: Path) -> None:
    by_link, by_name = shared.with_name("link"), shared.with_name("harde link.vplogboek")
    by_link.symlink_to(shared)
    by_name.hardlink_to(shared)

    with another(shared) as first:
        assert first.first == "opened"
        assert [told(by_link), told(by_name)] == [AlreadyOpen, AlreadyOpen]
    assert told(by_link) is None, "the control"


def test_a_name_without_room_for_its_journal_is_refused_before_anything_is_made(
    tmp_path: Path,
) -> None:
    long = tmp_path / ("é" * (LONGEST_NAME // 2) + "x")
    with pytest.raises(NotSaved) as refused:
        create(long, PASSPHRASE, CHEAPEST)
    assert refused.value.trouble is DiskTrouble.NAME_TOO_LONG
    assert list(tmp_path.iterdir()) == []

    fits = tmp_path / ("é" * (LONGEST_NAME // 2))
    with create(fits, PASSPHRASE, CHEAPEST) as made:
        made.actions.save(Action(date(2026, 3, 4), LINE))
    assert lines(fits) == [LINE], "the control"


READ_ONLY_MOUNT = """
    import subprocess, sys
    from datetime import date
    from pathlib import Path
    from vp_logboek.domain.activity import Action
    from vp_logboek.domain.errors import ReadOnlyPlace
    from vp_logboek.store.logbook import CHEAPEST, create, open_logbook
    medium = Path(sys.argv[1])
    path = medium / "logboek.vplogboek"
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "stick", medium], check=True)
    create(path, sys.argv[2], CHEAPEST).close()
    before = path.read_bytes()
    def attempt():
        with open_logbook(path, sys.argv[2], accept=(CHEAPEST,)) as logbook:
            try:
                logbook.actions.save(Action(date(2026, 3, 4), "x"))
            except ReadOnlyPlace:
                return logbook.read_only, "refused"
            return logbook.read_only, "saved"
    subprocess.run(["mount", "-o", "remount,ro", medium], check=True)
    print(*attempt(), path.read_bytes() == before)
    subprocess.run(["mount", "-o", "remount,rw", medium], check=True)
    print(*attempt(), path.read_bytes() == before)
"""


@as_root
def test_a_medium_that_cannot_be_written_opens_read_only(tmp_path: Path) -> None:
    """In a mount namespace of its own, unshare(1), so that nothing is left mounted."""
    if not _may_mount():
        pytest.skip("this machine does not let the tests mount anything")
    done = subprocess.run(
        ["unshare", "-m", sys.executable, "-c", textwrap.dedent(READ_ONLY_MOUNT), tmp_path,
         PASSPHRASE],
        capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert done.stdout.splitlines() == ["True refused True", "False saved False"]


def _may_mount() -> bool:
    with tempfile.TemporaryDirectory() as folder:
        words = ["unshare", "-m", "mount", "-t", "tmpfs", "proef", folder]
        try:
            return subprocess.run(words, capture_output=True, check=False).returncode == 0
        except OSError:
            return False
