"""A list to take over, in a real logbook."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.opened import Opened, opened
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.imports.dialog import ImportDialog

GOOD = """Datum;Zaak;Onderwerp;Duur;Kleur;Aantekening
4-2-2026;A1;Pesten;60;rood;KANARIE-7341
11-2-2026;A1;Pesten;45;rood;
12-2-2026;A2;Integriteit;30;blauw;
"""
UNKNOWN = GOOD + "15-2-2026;A3;Roddelen;30;groen;\n"
NO_SUBJECT = GOOD.replace("Onderwerp", "Waarover")


@pytest.fixture
def book(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    with opened(tmp_path, qtbot, Organisation("Gemeente Dorp")) as one:
        yield one


@pytest.fixture
def dialog_of(book: Opened, qtbot: QtBot, tmp_path: Path) -> Callable[[str], ImportDialog]:
    def make(content: str) -> ImportDialog:
        path = tmp_path / "lijst.csv"
        path.write_text(content, encoding="utf-8")
        made = ImportDialog(None, book.session, path)
        qtbot.addWidget(made)
        made.show()
        book.settle()
        return made

    return make
