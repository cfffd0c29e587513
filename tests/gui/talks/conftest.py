"""A window, or the list alone, with a handful of talks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Running
from tests.gui.opened import Opened, opened
from tests.gui.test_window import add
from vp_logboek.domain.conversation import ConversationKind
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.talks.list_pane import TalkList
from vp_logboek.gui.window.main import MainWindow
from vp_logboek.store.logbook import Logbook


def four_talks(logbook: Logbook) -> None:
    """Three of this year and one of last year."""
    add(logbook, date(2025, 6, 1), "stalking", "pesterij in het rooster")
    add(logbook, date(2026, 1, 9), "met_collega", "over het rooster")
    add(logbook, date(2026, 2, 26), "agressie", kind=ConversationKind.AFTERCARE)
    add(logbook, date(2026, 3, 2), "pesten")


@pytest.fixture
def window(running: Running) -> MainWindow:
    running.change(four_talks)
    running.settle()
    return running.program.window


@dataclass
class Listed:
    """The list without a window around it."""

    talks: TalkList
    book: Opened

    def settle(self) -> None:
        self.book.settle()

    def search(self, words: str) -> None:
        self.talks.search(words)
        self.settle()

    @property
    def subjects(self) -> list[str]:
        model = self.talks.model
        rows = range(model.rowCount())
        return [str(model.index(row, 1).data()) for row in rows if model.talk(row)]


@pytest.fixture
def alone(tmp_path: Path, qtbot: QtBot) -> Iterator[Listed]:
    with opened(tmp_path, qtbot, Organisation("Gemeente Voorbeeld"), four_talks) as book:
        talks = TalkList(book.session)
        qtbot.addWidget(talks)
        talks.resize(700, 600)
        talks.show()
        talks.show_year(2026, "2026", 1)
        book.settle()
        yield Listed(talks, book)
