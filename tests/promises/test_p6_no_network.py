"""P6: no network. A whole run of the program asks the system for no socket of the internet.

The same run shows that the program never opens its own logbook a second time while it is open:
closing that would drop the lock that keeps a second writer out (P3).
"""

import ast
import sys
from pathlib import Path

import pytest

from tests.promises.a_day_in_the_window import PASSPHRASE
from tests.promises.watched import ROOT, Run, needs_strace, watched
from vp_logboek.domain.organisation import Organisation
from vp_logboek.services import backups
from vp_logboek.services.safekeeping import make_logbook

INTERNET = {"AF_INET", "AF_INET6"}


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> tuple[Run, Path]:
    """Unlock, three talks, the overview, a search, lock and leave; and where the logbook lay."""
    folder: Path = tmp_path_factory.mktemp("dag")
    path = folder / "logboek.vplogboek"
    make_logbook(path, PASSPHRASE, Organisation("Gemeente Voorbeeld")).close()
    module = "tests.promises.a_day_in_the_window"
    run = watched(["-m", module, str(path), str(folder / "uit.pdf")], folder / "thuis")
    assert (folder / "uit.pdf").stat().st_size > 10_000, "the day was really spent"
    return run, path


@needs_strace
def test_a_day_in_the_window_opens_no_socket_of_the_internet(day: tuple[Run, Path]) -> None:
    assert not INTERNET & set(day[0].sockets())


@needs_strace
@pytest.mark.parametrize("family", sorted(INTERNET))
@pytest.mark.parametrize("where", ["here", "in a thread", "in a child"])
def test_control_a_socket_is_seen(tmp_path: Path, family: str, where: str) -> None:
    opens = f"import socket; socket.socket(socket.{family}).close()"
    wrapped = {
        "here": opens,
        "in a thread": "import socket, threading; t = threading.Thread(target=lambda: "
        f"socket.socket(socket.{family}).close()); t.start(); t.join()",
        "in a child": f"import subprocess, sys; subprocess.run([sys.executable, '-c', {opens!r}])",
    }[where]

    assert family in watched(["-c", wrapped], tmp_path / "thuis").sockets()


@needs_strace
def test_the_open_logbook_is_opened_by_nobody_but_sqlite(day: tuple[Run, Path]) -> None:
    run, path = day
    assert run.opens(path) >= 2, "the control: its salt was read, and then SQLite opened it"
    assert run.opened_while_open(path) == []


@needs_strace
@pytest.mark.campaign  # a second whole day under strace
def test_a_day_with_copies_opens_no_socket_and_no_second_handle(tmp_path: Path) -> None:
    """Copies are read back, and a stray name for the open file lies beside it."""
    path, folder = tmp_path / "logboek.vplogboek", tmp_path / "stick"
    folder.mkdir()
    with make_logbook(path, PASSPHRASE, Organisation("Gemeente Voorbeeld")) as logbook:
        backups.set_folder(logbook, folder)
    (tmp_path / "logboek (1).vplogboek").hardlink_to(path)

    run = watched(["-m", "tests.promises.a_day_with_copies", str(path)], tmp_path / "thuis")

    assert len(list(folder.iterdir())) == 3
    assert sum(".part" in call for call in run.calls) >= 3, "the control: each was read back"
    assert not INTERNET & set(run.sockets())
    assert run.opened_while_open(path) == []


SECOND = """
import sys
from pathlib import Path
from vp_logboek.store.logbook import open_logbook
path, passphrase, name = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
with open_logbook(path, passphrase) as logbook:
    logbook.settings.set("a", "b")
    open(name, "rb").close()
    logbook.settings.set("a", "c")
"""


@needs_strace
@pytest.mark.parametrize(
    "name",
    [
        "link",
        pytest.param("logboek é.vplogboek", marks=pytest.mark.campaign),
        pytest.param("ander bestand", marks=pytest.mark.campaign),
    ],
)
def test_control_a_second_opening_is_seen_under_any_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / "logboek é.vplogboek"
    make_logbook(path, PASSPHRASE, Organisation("Gemeente Voorbeeld")).close()
    (tmp_path / "link").symlink_to(path)
    (tmp_path / "ander bestand").touch()

    run = watched(["-c", SECOND, str(path), PASSPHRASE, str(tmp_path / name)], tmp_path / "thuis")

    assert len(run.opened_while_open(path)) == (0 if name == "ander bestand" else 1)


# --- what may not be in the source at all -----------------------------------------------------

GUARD = Path("vp_logboek/store/connection.py")
FORBIDDEN_CALLS = {"rekey", "hexrekey", "reset_key"}
"""``reset_key`` is what sqlcipher3 calls sqlite3_rekey."""


def _rekeys(source: str) -> list[int]:
    """The lines where a key would be changed in place: in SQL text, or by a call."""
    tree = ast.parse(source)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    prose = {
        id(statement.value)
        for node in ast.walk(tree)
        if isinstance(node, documented)
        for statement in node.body
        if isinstance(statement, ast.Expr)
    }
    return [
        node.lineno
        for node in ast.walk(tree)
        if (isinstance(node, ast.Attribute) and node.attr in FORBIDDEN_CALLS)
        or (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in prose
            and "rekey" in node.value.casefold()
        )
    ]


def test_a_key_is_never_changed_in_place() -> None:
    """PRAGMA rekey stands in the source only where the guard refuses it."""
    found = {
        file.relative_to(ROOT): lines
        for file in (ROOT / "vp_logboek").rglob("*.py")
        if (lines := _rekeys(file.read_text("utf-8")))
    }

    assert list(found) == [GUARD]
    assert len(set(found[GUARD])) == 1


@pytest.mark.parametrize(
    "source, times",
    [
        ('c.execute("PRAGMA rekey = 1")', 1),
        ('c.execute(f"PRAGMA hexReKey = {x}")', 1),
        ("c.reset_key(b'x')", 1),
        ('"""Never a rekey."""\ndef f():\n    """No rekey."""', 0),
        ("from store import rekeying  # rekey", 0),
    ],
)
def test_control_a_change_of_key_is_found(source: str, times: int) -> None:
    assert len(_rekeys(source)) == times


def test_this_machine_can_tell_it_at_all() -> None:
    """On Linux the tests above are never passed over: CI installs strace."""
    if sys.platform == "linux":
        packages = (ROOT / "packaging" / "prepare.py").read_text("utf-8")
        assert '"strace"' in packages
