"""P2: after the lock nothing of it is left in memory, in the command line or on the disk."""

import hashlib
import os
import secrets
import string
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.promises.test_p7_only_counts_leave import spellings
from vp_logboek.domain.errors import AlreadyOpen
from vp_logboek.domain.organisation import Organisation
from vp_logboek.services import notebook
from vp_logboek.services.safekeeping import make_logbook, open_logbook
from vp_logboek.store.key import CHEAPEST, VPL1, Profile

ROOT = Path(__file__).parents[2]
SECONDS = 120
PIECE = 1 << 24
"""Bytes of memory that are looked at together."""
OTHER_PLACES = (Path("/tmp"), Path("/var/tmp"), Path("/dev/shm"))
LARGEST = 1 << 28

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0,
    reason="the memory of a process that forbids it can be read on Linux by root only",
)


@dataclass(frozen=True)
class Secrets:
    """What must be gone."""

    passphrase: str
    canary: str
    key: bytes
    _clean: set[bytes] = field(default_factory=set)
    """Digests of pieces without any: the libraries are the same each time, and empty pages too."""

    def spelled(self) -> dict[str, list[bytes]]:
        key = self.key.hex()
        return {
            "the canary": spellings(self.canary),
            "the passphrase": spellings(self.passphrase),
            "the key": [self.key, *spellings(key), *spellings(key.upper())],
        }

    def found_in(self, pieces: Iterator[bytes]) -> dict[str, int]:
        """How often each was found, in any spelling."""
        spelled = self.spelled()
        found = dict.fromkeys(spelled, 0)
        for piece in pieces:
            digest = hashlib.sha256(piece).digest()
            if digest in self._clean:
                continue
            here = {name: sum(piece.count(way) for way in ways) for name, ways in spelled.items()}
            found = {name: found[name] + here[name] for name in found}
            if not any(here.values()):
                self._clean.add(digest)
        return found


NOTHING = dict.fromkeys(("the canary", "the passphrase", "the key"), 0)


def letters(count: int) -> str:
    return "".join(secrets.choice(string.ascii_lowercase) for _ in range(count))


def memory_of(process: int) -> Iterator[bytes]:
    """Everything that the process can read, in pieces that overlap a little."""
    regions = Path(f"/proc/{process}/maps").read_text().splitlines()
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        for region in regions:
            span, rights = region.split()[:2]
            start, end = (int(number, 16) for number in span.split("-"))
            if "r" not in rights or region.endswith(("[vvar]", "[vsyscall]", "[vvar_vclock]")):
                continue
            for at in range(start, end, PIECE):
                try:
                    memory.seek(at)
                    yield memory.read(min(PIECE + 512, end - at))
                except OSError:  # a page that is nowhere: a guard, or past the end of a file
                    continue


def words_of(process: int) -> Iterator[bytes]:
    """The command line and the environment of a process."""
    for name in ("cmdline", "environ"):
        yield Path(f"/proc/{process}/{name}").read_bytes()


def written_in(folders: tuple[Path, ...], since: float, but: Path) -> Iterator[bytes]:
    """Every file that was written since, its name too; another test's may go meanwhile."""
    for folder in folders:
        for parent, _, names in os.walk(folder):
            for name in names:
                try:
                    state = os.lstat(f"{parent}/{name}")
                    if state.st_mtime < since:
                        continue
                    file = Path(parent, name)
                    if file == but or not file.is_file():
                        continue
                    yield os.fsencode(file)
                    if state.st_size <= LARGEST:
                        yield file.read_bytes()
                except OSError:
                    continue


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + SECONDS
    while not holds():
        assert time.monotonic() < end, "not in time"
        time.sleep(0.05)


def draft_in(path: Path, passphrase: str) -> str | None:
    """The note of the one draft there is; None as long as the program has the file."""
    try:
        with open_logbook(path, passphrase) as logbook:
            ((_, draft),) = notebook.drafts(logbook)
    except AlreadyOpen:
        return None
    return draft.conversation.note


def is_begun_anew(process: int) -> bool:
    words = Path(f"/proc/{process}/cmdline").read_bytes().split(b"\0")
    return b"vp_logboek" in words


def is_at_rest(process: int) -> bool:
    """Whether it used no time of the processor for half a second."""
    before = used(process)
    time.sleep(0.5)
    return used(process) == before


def used(process: int) -> list[str]:
    return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[11:13]


@pytest.fixture
def hidden(path: Path) -> Secrets:
    return hidden_in(path, VPL1)


def hidden_in(path: Path, profile: Profile) -> Secrets:
    passphrase = " ".join(letters(7) for _ in range(6))
    with make_logbook(path, passphrase, Organisation("Gemeente Voorbeeld"), profile) as logbook:
        return Secrets(passphrase, "kanarie" + letters(14), logbook.key)


@pytest.fixture
def program(path: Path, tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    home = tmp_path / "thuis"
    home.mkdir()
    homes = dict.fromkeys(
        ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"), str(home)
    )
    words = [sys.executable, "-m", "tests.promises.typing_and_locking", str(path)]
    process = subprocess.Popen(
        words, cwd=ROOT, env={**os.environ, **homes, "PYTHONPATH": str(ROOT)}, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    yield process
    process.terminate()
    process.communicate()


def tell(program: "subprocess.Popen[str]", *lines: str) -> None:
    assert program.stdin is not None
    program.stdin.writelines(f"{line}\n" for line in lines)
    program.stdin.flush()


def test_after_the_lock_nothing_of_it_is_left(
    program: "subprocess.Popen[str]", hidden: Secrets, path: Path, tmp_path: Path
) -> None:
    since = time.time() - 1
    tell(program, hidden.passphrase, hidden.canary)
    assert program.stdout is not None
    assert program.stdout.readline() == "open\n"
    before = hidden.found_in(memory_of(program.pid))
    assert all(before.values()), f"the control: before the lock all three are there: {before}"

    tell(program, "lock")
    until(lambda: is_begun_anew(program.pid))
    at_once = hidden.found_in(memory_of(program.pid))
    until(lambda: is_at_rest(program.pid))

    assert program.poll() is None, "the same process, begun anew"
    assert at_once == NOTHING
    assert hidden.found_in(memory_of(program.pid)) == NOTHING
    assert hidden.found_in(words_of(program.pid)) == NOTHING
    places = (tmp_path, *OTHER_PLACES)
    assert hidden.found_in(written_in(places, since, but=path)) == NOTHING
    notes: list[str | None] = []
    until(lambda: notes.append(draft_in(path, hidden.passphrase)) or notes[-1] is not None)
    assert hidden.canary in (notes[-1] or ""), "the control: it is there for who may see it"


def test_the_search_of_the_disk_finds_what_is_there(path: Path, tmp_path: Path) -> None:
    since = time.time() - 1
    hidden = hidden_in(path, CHEAPEST)
    assert hidden.found_in(written_in((tmp_path,), since, but=path)) == NOTHING
    (tmp_path / "een geheugensteuntje").write_text(hidden.canary, "utf-16")
    (tmp_path / hidden.key.hex()).touch()
    found = hidden.found_in(written_in((tmp_path,), since, but=path))
    assert found == {**NOTHING, "the canary": 1, "the key": 1}
