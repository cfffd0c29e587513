"""The real program under a real X display: unlock, type, lock; the process begins anew."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.gui.conftest import PASSPHRASE  # no accents: xdotool types those unreliably
from vp_logboek.domain.organisation import Organisation
from vp_logboek.services import notebook
from vp_logboek.services.safekeeping import make_logbook, open_logbook

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(
        not all(map(shutil.which, ("Xvfb", "xdotool", "openbox", "import"))),
        reason="needs Xvfb, xdotool, openbox and ImageMagick",
    ),
]
ROOT = Path(__file__).parents[2]


def until(holds: Callable[[], bool], seconds: float = 90) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.1)


class Screen:
    """A display of its own, with keys and windows."""

    def __init__(self, home: Path) -> None:
        ours, theirs = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(theirs), "-screen", "0", "1366x768x24"],
            pass_fds=[theirs], stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(theirs)
        with os.fdopen(ours) as answer:
            number = answer.readline().strip()
        self.environment = os.environ | {
            "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "HOME": str(home),
            "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home), "LANG": "C.UTF-8",
        }  # fmt: skip
        self._manager = subprocess.Popen(
            ["openbox"], env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def do(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=self.environment, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    def size(self) -> str:
        """The size of the window that has the focus."""
        if "VP Logboek" not in self.do("getactivewindow", "getwindowname"):
            return ""
        return self.do("getactivewindow", "getwindowgeometry").splitlines()[-1].strip()

    def picture(self) -> bytes:
        """What is on the screen now."""
        words = ["import", "-window", "root", "rgb:-"]
        return subprocess.run(words, env=self.environment, capture_output=True, check=True).stdout

    def close(self) -> None:
        for process in (self._manager, self._server):
            process.terminate()
            process.wait()


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    made = Screen(tmp_path)
    yield made
    made.close()


def can_be_opened(path: Path) -> bool:
    try:
        open_logbook(path, PASSPHRASE).close()
    except Exception:
        return False
    return True


def test_ctrl_l_keeps_the_draft_and_starts_the_process_anew(screen: Screen, path: Path) -> None:
    make_logbook(path, PASSPHRASE, Organisation("Gemeente Voorbeeld")).close()
    program = subprocess.Popen(
        [sys.executable, "-m", "vp_logboek", str(path)], cwd=ROOT, env=screen.environment
    )
    try:
        until(lambda: bool(screen.size()))
        empty = screen.picture()
        until(lambda: screen.picture() != empty)  # the cursor blinks: the field has the focus
        locked = screen.size()
        screen.do("type", "--delay", "20", PASSPHRASE)
        screen.do("key", "Return")
        until(lambda: screen.size() not in ("", locked))
        listed = screen.picture()
        screen.do("key", "ctrl+n")
        until(lambda: screen.picture() != listed)
        screen.do("type", "--delay", "30", "01012026")
        screen.do("key", "ctrl+l")
        until(lambda: screen.size() == locked)
        assert program.poll() is None, "the same process, begun anew"
        until(lambda: can_be_opened(path))
        with open_logbook(path, PASSPHRASE) as logbook:
            ((_, entry),) = notebook.drafts(logbook)
        assert entry.conversation.on.isoformat() == "2026-01-01"
    finally:
        program.terminate()
        program.wait()
