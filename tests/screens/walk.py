"""Walks past every screen, in one look."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from tests.screens import stage as stages
from tests.screens.catalogue import SCREENS
from tests.screens.screen import Screen
from vp_logboek.gui.theme import Mode


def walk(
    application: QApplication,
    base: Path,
    mode: Mode,
    percent: int,
    size: QSize,
    names: Sequence[str] | None = None,
) -> Iterator[tuple[Screen, QWidget | Exception]]:
    """Each screen as it is shown, or why it was not reached; ``names``: only those."""
    wanted = [one for one in SCREENS if names is None or one.name in names]
    books = list(dict.fromkeys(one.book for one in wanted))
    wanted.sort(key=lambda one: books.index(one.book))
    for book, screens in groupby(wanted, lambda one: one.book):
        with stages.stage(application, stages.somewhere(base), book) as stage:
            stage.wear(mode, percent)
            stage.size = size
            for screen in screens:
                try:
                    shown = screen.reach(stage)
                    stage.resize(size, shown)
                except Exception as error:
                    yield screen, error
                else:
                    yield screen, shown
