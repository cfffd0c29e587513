"""What start.py and test.py share: system packages, and a virtual environment of our own.

Plain standard library, because it runs before anything is installed. A second run finds everything
in its place and takes no time; an interrupted run can simply be repeated.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUN_LOCK = ROOT / "packaging" / "requirements.lock"
DEV_LOCK = ROOT / "packaging" / "requirements-dev.lock"

BASE_PACKAGES = (
    "libglib2.0-0", "libegl1", "libgl1", "libfontconfig1", "libxkbcommon0", "libdbus-1-3",
    "libbrotli1",
)  # fmt: skip
WINDOW_PACKAGES = (
    "libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-render-util0",
    "libxcb-shape0", "libxcb-xkb1", "libxkbcommon-x11-0", "libx11-xcb1",
)  # fmt: skip
TEST_PACKAGES = (
    "xvfb", "xauth", "openbox", "xdotool", "x11-utils", "imagemagick", "poppler-utils", "qpdf",
    "dbus", "strace", "gcc", "libc6-dev", "at-spi2-core", "python3-pyatspi", "gir1.2-atspi-2.0",
)  # fmt: skip

# When the update fails, an older list may still do; when both fail, both are told.
APT = """\
apt-get -q -o Acquire::Retries=2 update
exec apt-get -q -y -o DPkg::Lock::Timeout=120 -o Acquire::Retries=2 \\
    install --no-install-recommends "$@"
"""


@dataclass(frozen=True)
class Texts:
    """What is said along the way, in the caller's language; ``{}`` is where the detail goes."""

    installing_system: str
    installing_parts: str
    no_rights: str
    system_failed: str
    environment_failed: str
    parts_failed: str


class CannotPrepareError(Exception):
    """It stops here; the text is the whole message."""


# --- packages of the system -------------------------------------------------------------------


def venv_package() -> list[str]:
    """Debian ships Python without ensurepip, and then no virtual environment can be made."""
    if importlib.util.find_spec("ensurepip"):
        return []
    return [f"python{sys.version_info.major}.{sys.version_info.minor}-venv"]


def installed_in(dpkg_answer: str) -> set[str]:
    """The names of dpkg-query's ``name status`` lines; newer Ubuntu and Debian add t64 to some."""
    lines = (line.split() for line in dpkg_answer.splitlines())
    return {words[0].removesuffix("t64") for words in lines if words[1:] == ["installed"]}


def missing_of(needed: Iterable[str], installed: set[str]) -> list[str]:
    return [name for name in needed if name not in installed]


def missing_packages(needed: Sequence[str]) -> list[str]:
    """What is not installed; nothing where there is no dpkg to ask."""
    if not shutil.which("dpkg-query") or not shutil.which("apt-get"):
        return []
    names = [name + suffix for name in needed for suffix in ("", "t64")]
    answer = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n", *names],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    return missing_of(needed, installed_in(answer.stdout))


def install_command(packages: Sequence[str]) -> str:
    """What a person can type."""
    names = " ".join(packages)
    return f"sudo apt-get update && sudo apt-get install --no-install-recommends {names}"


def as_root() -> list[str] | None:
    """What to put before a command to run it as root; None when that is not possible."""
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    return sudo if shutil.which("sudo") and succeeds([*sudo, "true"]) else None


def install_packages(needed: Sequence[str], texts: Texts) -> list[str]:
    """Installs what is missing; the answer is what still is, for want of rights."""
    missing = missing_packages(needed)
    prefix = as_root() if missing else None
    if prefix is None:
        return missing
    print(texts.installing_system.format(" ".join(missing)), file=sys.stderr, flush=True)
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "sh", "-c", APT, "apt"]
    run_or_stop([*apt, *missing], texts.system_failed)
    return []


# --- the virtual environment ------------------------------------------------------------------


@dataclass(frozen=True)
class Environment:
    """Our own virtual environment: one stamp for each lock file that is wholly installed."""

    folder: Path = ROOT / ".venv"

    @property
    def python(self) -> Path:
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def unfinished(self) -> Path:
        """Is there as long as pip is at work: what was broken off is thrown away, not mended."""
        return self.folder / "unfinished"

    def stamp(self, lock: Path) -> Path:
        return self.folder / f"{lock.name}.stamp"

    def has(self, lock: Path) -> bool:
        stamp = self.stamp(lock)
        return self.python.exists() and stamp.is_file() and stamp.read_text() == stamp_for(lock)

    def is_sound(self) -> bool:
        ours = [str(self.python), "-c", "import pip, sys; sys.exit(sys.version != sys.argv[1])"]
        whole = self.python.exists() and not self.unfinished.exists()
        return whole and succeeds([*ours, sys.version])

    def rebuild(self, texts: Texts) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(exist_ok=True)
        self.unfinished.touch()
        # Not sys.executable as such: that may be the one just thrown away.
        base = getattr(sys, "_base_executable", sys.executable)
        run_or_stop([base, "-m", "venv", str(self.folder)], texts.environment_failed)

    def install(self, lock: Path, texts: Texts) -> None:
        print(texts.installing_parts, file=sys.stderr, flush=True)
        if not self.is_sound():
            self.rebuild(texts)
        self.unfinished.touch()
        run_or_stop([*pip(self.python), "-r", str(lock)], texts.parts_failed)
        self.stamp(lock).write_text(stamp_for(lock))
        self.unfinished.unlink()


def stamp_for(lock: Path) -> str:
    """Changes with the locked versions and with the Python they were installed for."""
    return hashlib.sha256(lock.read_bytes() + sys.version.encode()).hexdigest()


def pip(python: Path) -> list[str]:
    """Only what the lock file knows by its hash, and nothing that has to be compiled."""
    install = [str(python), "-m", "pip", "install", "--require-hashes", "--only-binary", ":all:"]
    return [*install, "--no-input", "--disable-pip-version-check", "--quiet", "--retries", "2"]


@contextmanager
def one_at_a_time(busy: Path) -> Iterator[None]:
    """Two windows started at once: the second waits for the first (not on Windows)."""
    with busy.open("w") as file:
        if sys.platform != "win32":
            import fcntl  # noqa: PLC0415

            fcntl.flock(file, fcntl.LOCK_EX)
        # A pip that outlives its killed parent keeps the lock for as long as it writes.
        os.set_inheritable(file.fileno(), True)
        yield


def install_locks(locks: Sequence[Path], texts: Texts, environment: Environment) -> None:
    """Looks again once it is alone: another may just have done it."""
    try:
        with one_at_a_time(environment.folder.with_name(environment.folder.name + ".busy")):
            for lock in locks:
                if not environment.has(lock):
                    environment.install(lock, texts)
    except OSError as error:
        raise CannotPrepareError(texts.environment_failed.format(error)) from error


# --- both -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Needs:
    """What must be there; ``optional``: without rights to install packages it goes on anyway."""

    packages: Sequence[str]
    locks: Sequence[Path]
    optional: bool


def prepared_python(needs: Needs, texts: Texts) -> Path:
    """The Python to go on with, once everything is in its place."""
    environment = Environment()
    ready = all(environment.has(lock) for lock in needs.locks)
    venv = [] if ready else venv_package()
    missing = install_packages([*venv, *needs.packages], texts)
    if missing:
        message = texts.no_rights.format(install_command(missing))
        if not needs.optional or set(venv) & set(missing):
            raise CannotPrepareError(message)
        print(message, file=sys.stderr)
    if not ready:
        install_locks(needs.locks, texts, environment)
    return environment.python


# --- commands ---------------------------------------------------------------------------------


def succeeds(command: Sequence[str]) -> bool:
    none = subprocess.DEVNULL
    done = subprocess.run(command, check=False, stdin=none, stdout=none, stderr=none)
    return done.returncode == 0


def run_or_stop(command: Sequence[str], message: str) -> None:
    """Runs a command in silence; when it fails, its complaints become part of the message."""
    done = subprocess.run(
        command, check=False, stdin=subprocess.DEVNULL, text=True, errors="replace",
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, close_fds=False,
    )  # fmt: skip
    if done.returncode:
        raise CannotPrepareError(message.format(complaints(done.stdout)))


def complaints(output: str, count: int = 6) -> str:
    """The first lines that say what is wrong, as apt and pip mark them; else the last lines."""
    lines = [line.rstrip() for line in output.splitlines() if line.strip()]
    marked = [line for line in lines if line.startswith(("E:", "W:", "Err:", "ERROR", "WARNING"))]
    return "\n".join(f"    {line}" for line in (marked or lines[-count:])[:count])
