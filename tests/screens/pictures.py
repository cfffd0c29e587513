"""Makes a picture of every screen, to be looked at one by one.

    python -m tests.screens.pictures FOLDER [--mode licht] [--percent 100] [--size 1366x768] [NAME]

NAME (part of one) makes only those.
"""

import argparse
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from tests.screens import stage
from tests.screens.catalogue import SCREENS
from tests.screens.walk import walk
from vp_logboek.app import make_application
from vp_logboek.gui.theme import Mode


def picture(screen: QWidget) -> QPixmap:
    """What a person sees: a dialog or a menu lies over the window."""
    owner = screen.parentWidget()
    under = owner.window() if owner is not None and screen.isWindow() else screen.window()
    drawn = under.grab()
    if under is not screen.window():
        painter = QPainter(drawn)
        painter.fillRect(drawn.rect(), Qt.GlobalColor.lightGray)
        painter.setOpacity(0.5)
        painter.drawPixmap(0, 0, under.grab())
        painter.setOpacity(1)
        over = screen.grab()
        middle = under.rect().center() - screen.rect().center()
        is_menu = bool(screen.windowFlags() & Qt.WindowType.Popup == Qt.WindowType.Popup)
        place = screen.mapToGlobal(QPoint(0, 0)) - under.mapToGlobal(QPoint(0, 0))
        painter.drawPixmap(place if is_menu else middle, over)
        painter.end()
    return drawn


def main() -> None:
    """Make them."""
    asked = argparse.ArgumentParser()
    asked.add_argument("folder", type=Path)
    asked.add_argument("name", nargs="?", default="")
    asked.add_argument("--mode", type=Mode, default=Mode.LIGHT)
    asked.add_argument("--percent", type=int, default=100)
    asked.add_argument("--size", default="1366x768")
    given = asked.parse_intermixed_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    application = make_application([])
    stage.cheaply()
    size = QSize(*map(int, given.size.split("x")))
    failed = 0
    with TemporaryDirectory() as base:
        names = [one.name for one in SCREENS if given.name in one.name]
        for screen, shown in walk(application, Path(base), given.mode, given.percent, size, names):
            if isinstance(shown, Exception):
                failed += 1
                print(f"{screen.name}: {shown!r}", file=sys.stderr)
            else:
                picture(shown).save(str(given.folder / f"{screen.name}.png"))
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
