"""The program has a mark of its own, in every size, which can be told from its ground."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from vp_logboek.gui.icons import PROGRAM_SIZES, program_icon


@pytest.mark.parametrize("size", PROGRAM_SIZES)
def test_the_mark_is_drawn_in_every_size(qtbot: QtBot, size: int) -> None:
    image = program_icon().pixmap(QSize(size, size)).toImage()

    assert image.size() == QSize(size, size)
    assert image.pixelColor(0, 0).alpha() < 255, "the corners are round"
    edge = image.pixelColor(size // 2, max(1, size // 16))
    book = image.pixelColor(size // 2, round(size * 0.6))
    assert edge.name() == "#154273"
    assert book.lightness() > QColor("#154273").lightness() + 100


def test_the_running_program_shows_it() -> None:
    script = (
        "from vp_logboek.app import make_application\n"
        "application = make_application(['vp-logboek', '-platform', 'offscreen'])\n"
        "print(len(application.windowIcon().availableSizes()))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert int(done.stdout) == len(PROGRAM_SIZES)
