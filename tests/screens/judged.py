"""Walks past the screens in one dress, in windows of several sizes, and gathers what is wrong."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from tests.screens import checks
from tests.screens.catalogue import SCREENS
from tests.screens.checks import focus, parts
from tests.screens.known import Known, without_known
from tests.screens.stage import give
from tests.screens.walk import walk
from vp_logboek.gui.theme import Mode

LAPTOP, SMALL, FOLDED = QSize(1366, 768), QSize(1024, 700), QSize(820, 620)
SIZES = (LAPTOP, SMALL, FOLDED)
WITHOUT_CONTROLS = (
    "first-run-3-sheet",  # at 200 % its buttons are below: one scrolls to them
    "veil", "lock-cover", "leaving", "welcome-busy", "unlock-busy", "first-run-2-words-busy",
    *(screen.name for screen in SCREENS if screen.name.startswith("menu-")),
)  # fmt: skip
"""Where there is nothing to press; anywhere else it is covered, and nothing was looked at."""


def judged(
    application: QApplication,
    base: Path,
    mode: Mode,
    percent: int,
    sizes: Sequence[QSize],
    names: Sequence[str] | None = None,
    met: set[Known] | None = None,
) -> list[str]:
    """What is wrong and not known: check, screen, look, and what."""
    focus.begin()
    met = set() if met is None else met
    wrong = []
    for screen, shown in walk(application, base, mode, percent, sizes[0], names):
        if isinstance(shown, Exception):
            wrong.append(f"{screen.name} was not reached: {shown!r}")
            continue
        if screen.name not in WITHOUT_CONTROLS and not any(parts.controls(shown)):
            wrong.append(f"{screen.name} shows nothing to do: something lies over it")
        for size in sizes:
            if size != sizes[0]:
                give(size, shown)
            look = f"{mode.value} {percent} % {size.width()}x{size.height()}"
            with parts.held(shown):
                for check in _fitting(size == sizes[0]):
                    new = without_known(check.name, check.find(shown), met)
                    wrong += [f"{check.name}: {screen.name} ({look}): {one}" for one in new]
    return wrong


def _fitting(is_first: bool) -> tuple[checks.Check, ...]:
    """In other sizes only what a size can change."""
    return tuple(check for check in checks.ALL if is_first or check.looks)
