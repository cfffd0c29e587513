"""The one place that starts the program anew: only a new process has surely forgotten everything.

POSIX: execv(3) replaces this process, its memory is given back to the system. Windows has no such
call (its _execv starts a second process beside the first), so there Qt starts a new one
(QProcess::startDetached) and this one ends.
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication

_MINIMISED = "VP_LOGBOEK_MINIMISED"


def command(logbook: Path | None) -> list[str]:
    """The command that opens the unlock screen of this logbook."""
    frozen = getattr(sys, "frozen", False)
    safe = ["-P"] if sys.flags.safe_path else []  # what was kept out stays out
    program = [sys.executable] if frozen else [sys.executable, *safe, "-m", "vp_logboek"]
    return program if logbook is None else [*program, str(logbook.absolute())]


def note_minimised(minimised: bool) -> None:
    """For the process that comes: a window that was made small does not come up by itself."""
    if minimised:
        os.environ[_MINIMISED] = "1"
    else:
        os.environ.pop(_MINIMISED, None)


def was_minimised() -> bool:
    """Whether the window that locked was small; asked once."""
    return os.environ.pop(_MINIMISED, "") == "1"


def restart(logbook: Path | None) -> None:
    """End this process and begin again at the unlock screen. Does not return on POSIX."""
    words = command(logbook)
    if os.name == "nt":
        QProcess.startDetached(words[0], list(words[1:]))
        QApplication.exit(0)
        return
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(words[0], words)  # noqa: S606 - our own program, no shell
