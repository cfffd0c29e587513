"""The pages on how anonymity works: there, to be read, and true of the program."""

import re

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from vp_logboek.domain.disclosure.levels import CROSSED_FROM, THRESHOLDS, Level
from vp_logboek.gui.window.actions import MENUS
from vp_logboek.gui.window.method_dialog import MethodDialog, pages

EVERYTHING = "\n".join(pages())


def test_the_menu_has_it_and_the_dialog_shows_every_page(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = MethodDialog(parent)
    read = dialog.text.toPlainText()

    assert "method" in {entry.name for _, entries in MENUS for entry in entries if entry}
    assert len(pages()) == 3
    for page in pages():
        assert page.splitlines()[0].removeprefix("# ") in read
    assert "**" not in read
    assert dialog.text.isReadOnly()
    assert not dialog.text.openLinks()


@pytest.mark.parametrize("level", [level for level in Level if level in THRESHOLDS])
def test_the_table_of_levels_is_that_of_the_program(level: Level) -> None:
    k = THRESHOLDS[level]
    (row,) = [line for line in EVERYTHING.splitlines() if line.startswith(f"| {level.label} |")]

    assert [int(n) for n in re.findall(r"\d+", row)] == [k.subject, k.characteristic, k.total]
    assert f"minder dan {k.detail} melders" in EVERYTHING
    assert f"vanaf {CROSSED_FROM} melders" in EVERYTHING


def test_the_sentences_are_short() -> None:
    text = re.sub(r"^[#|-].*$", ".", EVERYTHING, flags=re.MULTILINE)

    for sentence in re.split(r"(?<=[.!?:;]) |\n", text):
        assert len(sentence.split()) <= 20, sentence
