"""An X display of its own: keys go in, pictures come out."""

import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

GAP = 0.25
"""Seconds between two pictures: less than half a blink of the cursor."""


def stop(process: "subprocess.Popen[Any]") -> None:
    """End it, with force where it does not listen."""
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


class Screen:
    """A display with a window manager. All that is waited for together has ``seconds``."""

    def __init__(self, home: Path, seconds: float) -> None:
        self._home = home
        self._end = time.monotonic() + seconds
        self._processes: list[subprocess.Popen[Any]] = []
        self.environment = dict(os.environ)

    def begin(self) -> None:
        """Start the display and its window manager."""
        ours, theirs = os.pipe()
        # -noreset: else the display begins anew, and drops who is just coming, each time that the
        # last one leaves, and that can be xprop. -r: a key let go late must not repeat itself.
        options = ["-noreset", "-r", "-displayfd", str(theirs), "-screen", "0", "1366x768x24"]
        self._start(["Xvfb", *options], pass_fds=[theirs])
        os.close(theirs)
        with os.fdopen(ours) as answer:
            number = answer.readline().strip()
        home = str(self._home)
        self.environment |= {
            "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "HOME": home,
            "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home, "LANG": "C.UTF-8",
        }  # fmt: skip
        self._start(["openbox"], env=self.environment)
        self.until(lambda: "#" in self._tell("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"))

    def start(self, words: list[str], folder: Path) -> "subprocess.Popen[Any]":
        """Start a program on this display."""
        return self._start(words, cwd=folder, env=self.environment)

    def _start(self, words: list[str], **more: Any) -> "subprocess.Popen[Any]":
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self._processes.append(subprocess.Popen(words, **quiet, **more))
        return self._processes[-1]

    def close(self) -> None:
        """End everything that was started here, the last first."""
        for process in reversed(self._processes):
            stop(process)

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait until it is so."""
        while not holds():
            assert time.monotonic() < self._end, f"not in time; there is {self.size() or 'nothing'}"
            time.sleep(0.1)

    def press(self, *keys: str) -> None:
        """Press keys together or after each other, in the words of xdotool."""
        self._tell("xdotool", "key", *keys)

    def write(self, text: str) -> None:
        """Press the keys of a text."""
        self._tell("xdotool", "type", "--delay", "30", text)

    def size(self) -> str:
        """The size of our window when it has the focus, or nothing."""
        if "VP Logboek" not in self._tell("xdotool", "getactivewindow", "getwindowname"):
            return ""
        told = self._tell("xdotool", "getactivewindow", "getwindowgeometry").splitlines()
        return told[-1].strip() if told else ""

    def is_still(self) -> bool:
        """Whether nothing has moved for a second."""
        return len(self._seen(4)) == 1

    def has_cursor(self) -> bool:
        """Whether something blinks and nothing else moves: a field has the focus."""
        return len(self._seen(10)) == 2

    def picture(self) -> bytes:
        """What is on the screen now."""
        words = ["import", "-window", "root", "rgb:-"]
        done = subprocess.run(
            words, env=self.environment, capture_output=True, check=True, timeout=20
        )
        return done.stdout

    def _seen(self, times: int) -> set[bytes]:
        found = set()
        for _ in range(times):
            found.add(self.picture())
            time.sleep(GAP)
        return found

    def _tell(self, *words: str) -> str:
        done = subprocess.run(
            words, env=self.environment, capture_output=True, text=True, check=False, timeout=20
        )
        return done.stdout.strip()
