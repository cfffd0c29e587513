"""A desk to sit at: a display, a window manager, and a bus on which the screen reader listens."""

import json
import os
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from tests.journeys.screen import stop

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PACKAGES = (
    "xvfb", "openbox", "xdotool", "imagemagick", "dbus", "at-spi2-core", "python3-pyatspi",
    "gir1.2-atspi-2.0",
)  # fmt: skip
PROGRAMS = ("Xvfb", "openbox", "xdotool", "convert", "dbus-daemon")
SYSTEM_PYTHON = "/usr/bin/python3"
CAN_READ = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
SIZE = (1366, 768)
Row = dict[str, Any]


def is_equipped() -> bool:
    """Whether everything is here that a journey needs."""
    reads = [SYSTEM_PYTHON, "-c", CAN_READ]
    return all(map(shutil.which, PROGRAMS)) and subprocess.run(reads, check=False).returncode == 0


def equip() -> None:
    """Install what is missing, as ``packaging/test.py`` does; without it a journey fails."""
    if is_equipped():
        return
    sys.path.insert(0, str(ROOT / "packaging"))
    try:
        prepare, checks = import_module("prepare"), import_module("test")
    finally:
        sys.path.remove(str(ROOT / "packaging"))
        sys.modules.pop("test", None)  # the standard library has one of that name
    try:
        missing = prepare.install_packages(PACKAGES, checks.TEXTS)
    except prepare.CannotPrepareError as error:
        raise AssertionError(
            f"a journey needs these, and they cannot be installed:\n{error}"
        ) from None
    assert not missing, f"a journey needs: {prepare.install_command(missing)}"
    assert is_equipped(), f"a journey needs {', '.join(PACKAGES)}"


class Desk:
    """A display with a window manager, a bus, and the reader of the tree."""

    def __init__(self) -> None:
        self.home = Path(mkdtemp(prefix="reis-"))  # short: the path of a socket has a limit
        self._processes: list[subprocess.Popen[Any]] = []
        home = str(self.home)
        self.environment = os.environ | {
            "HOME": home, "XDG_RUNTIME_DIR": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home,
            "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }  # fmt: skip

    def begin(self) -> None:
        """Set it up."""
        ours, theirs = os.pipe()
        # -noreset, -r: see Screen; -fbdir: what is on the screen is a file, and costs nothing
        size = f"{SIZE[0]}x{SIZE[1]}x24"
        options = ["-noreset", "-r", "-displayfd", str(theirs), "-fbdir", str(self.home)]
        self.start(["Xvfb", *options, "-screen", "0", size], pass_fds=[theirs])
        os.close(theirs)
        with os.fdopen(ours) as answer:
            self.environment["DISPLAY"] = f":{answer.readline().strip()}"
        self.start(["openbox"])
        words = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
        bus = self.start(words, stdout=subprocess.PIPE, text=True)
        assert bus.stdout
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        both = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        self._reader = self.start([SYSTEM_PYTHON, str(HERE / "reader.py")], **both)
        assert self._told() == "ready"

    def start(self, words: list[str], **more: Any) -> "subprocess.Popen[Any]":
        """Start a program at this desk."""
        chosen = {
            "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL,
            "env": self.environment, "start_new_session": True,
        } | more  # fmt: skip
        self._processes.append(subprocess.Popen(words, **chosen))
        return self._processes[-1]

    def close(self) -> None:
        """End what was started here, the last first; the bus takes along what it started."""
        for process in reversed(self._processes):
            stop(process)
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()
        shutil.rmtree(self.home, ignore_errors=True)

    def ask(self, what: str, after: int = 0) -> list[Row]:
        """Ask the reader."""
        assert self._reader.stdin
        self._reader.stdin.write(json.dumps({"do": what, "after": after}) + "\n")
        self._reader.stdin.flush()
        return list(self._told())

    def keys(self, *words: str) -> None:
        """Let xdotool press keys."""
        words = ("xdotool", *words)
        subprocess.run(words, env=self.environment, check=True, timeout=30, capture_output=True)

    def take_picture(self, to: Path) -> None:
        """What is on the screen now, as it lies in memory."""
        shutil.copyfile(self.home / "Xvfb_screen0", to)

    def _told(self) -> Any:
        assert self._reader.stdout
        line = self._reader.stdout.readline()
        assert line, "the reader of the tree has ended"
        return json.loads(line)
