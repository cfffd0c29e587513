"""What Qt says by itself is plain Dutch too, in the dialogs and menus that are Qt's own."""

import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import PySide6
import pytest

from tests.words.gather import Text
from tests.words.rules import dutch, plain, spelled
from vp_logboek.resources import resource

SHOWN = """
import sys
from PySide6.QtCore import QFileInfo
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import *
from vp_logboek.app import make_application
application = make_application(["vp-logboek", "-platform", "offscreen"])
if sys.argv[1:]:
    application.removeTranslator(application.findChildren(__import__("PySide6.QtCore").QtCore.QTranslator)[-1])
buttons = QDialogButtonBox()
for one in QDialogButtonBox.StandardButton:
    if one.name not in ("NoButton", "FirstButton", "LastButton"):
        buttons.addButton(one)
chooser = QFileDialog()
chooser.setOption(QFileDialog.Option.DontUseNativeDialog)
printing = QPrintDialog(QPrinter())
line = QLineEdit()
text, pages = QPlainTextEdit("x"), QTextBrowser()
menus = [one.createStandardContextMenu() for one in (line, text, pages)]
calendar = QCalendarWidget()
for whole in (buttons, chooser, printing, calendar):
    for part in whole.findChildren(QWidget):
        for read in ("text", "title", "toolTip"):
            said = getattr(part, read, None)
            print(said() if callable(said) else "")
        if isinstance(part, QComboBox):
            print(*[part.itemText(n) for n in range(part.count())], sep="\\n")
types = QFileIconProvider()
print("soort " + types.type(QFileInfo(".")), types.type(QFileInfo("x.odt")), sep="\\n")
for menu in menus:
    print(*[action.text().partition("\\t")[0] for action in menu.actions()], sep="\\n")
"""
ENGLISH = re.compile(
    r"\b(look|files|off|on|the|side|binding|page|printing|discard|reset|save|cancel|and)\b"
)


@cache
def shown(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", SHOWN, *arguments], capture_output=True, text=True, check=True
    )
    return done.stdout.replace("&", "")


def test_the_words_that_confuse_are_said_otherwise() -> None:
    said = shown()

    for word in ("Niet opslaan", "Herstellen", "Dubbelzijdig afdrukken", "Opnieuw doen"):
        assert word in said
    assert "Verwerpen" not in said
    assert ENGLISH.findall(said.casefold()) == []
    assert "gespecificeerd" not in said


def test_every_word_of_qt_is_in_the_dictionary_and_none_is_hard() -> None:
    hard = {
        f"{line}: {told}"
        for line in shown().splitlines()
        for rule in (plain, dutch, spelled)
        for told in rule(Text("Qt", 0, line))
        if "/" not in line
    }
    assert hard == set()


def test_without_the_corrections_some_are() -> None:
    lines = [Text("Qt", 0, line) for line in shown("without").splitlines()]
    assert "selecteren → kiezen" in [told for line in lines for told in plain(line)]


def test_without_the_corrections_they_are_not() -> None:
    said = shown("without")

    assert "Verwerpen" in said
    assert ENGLISH.findall(said.casefold()) != []


def test_the_bundled_file_is_made_from_its_source(tmp_path: Path) -> None:
    tool = next(Path(PySide6.__file__).parent.glob("lrelease*"))
    made = tmp_path / "made.qm"
    source = resource("translations", "qt_corrections_nl.ts")
    subprocess.run([tool, source, "-qm", made], check=True, capture_output=True)

    assert made.read_bytes() == resource("translations", "qt_corrections_nl.qm").read_bytes()


@pytest.mark.parametrize("word", ["ongeldig", "verifieer", "gespecificeerd"])
def test_no_difficult_word_is_ours(word: str) -> None:
    assert (
        word not in resource("translations", "qt_corrections_nl.ts").read_text("utf-8").casefold()
    )
