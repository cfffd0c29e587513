"""A logbook with dossiers, actions and activities, and the pages that show them."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.gui.opened import CANARY, TODAY, Opened, opened
from vp_logboek.domain.activity import Action, Activity, ActivityKind
from vp_logboek.domain.conversation import Channel, Conversation, ConversationKind
from vp_logboek.domain.organisation import Organisation
from vp_logboek.services import notebook
from vp_logboek.services.talk_entry import TalkEntry
from vp_logboek.store.logbook import Logbook

NOW = TODAY.date()
DAY = timedelta(days=1)
W = TypeVar("W", bound=QWidget)


def add(logbook: Logbook, on: date, subject: str, organisation: int = 1) -> int:
    """One talk in a dossier of its own; the id of the dossier."""
    talk = Conversation(on, ConversationKind.FIRST, Channel.PHONE, subject=subject, note=CANARY)
    return notebook.save_talk(logbook, TalkEntry(talk, organisation), NOW).dossier or 0


def fill(logbook: Logbook) -> None:
    """Dossiers 1 (with a late action and one that is done), 2, and 3, which is closed."""
    with logbook.transaction():
        for number, subject in enumerate(("pesten", "agressie", "met_collega"), 1):
            add(logbook, date(2026, number, 3), subject)
        notebook.close_dossier(logbook, 3, NOW)
        for on, line, dossier, done in (
            (NOW - 3 * DAY, "terugbellen", 1, None),
            (NOW, "brief lezen", 2, None),
            (NOW + 9 * DAY, "folder bestellen", None, None),
            (NOW - 9 * DAY, "nazorg", 1, NOW - DAY),
        ):
            logbook.actions.save(Action(on, line, dossier, done))
        for on in (date(2026, 1, 5), date(2025, 6, 1)):
            logbook.activities.save(Activity(1, on, ActivityKind.ADVICE, 1.5, "overleg"))


@pytest.fixture
def book(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    with opened(tmp_path, qtbot, Organisation("Gemeente Dorp"), fill) as one:
        yield one


@pytest.fixture
def empty(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    with opened(tmp_path, qtbot, Organisation("Gemeente Dorp")) as one:
        yield one


def shown(book: Opened, page: W, width: int = 1100) -> W:
    """The page as somebody sees it."""
    book.qtbot.addWidget(page)
    page.resize(width, 700)
    with book.qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.reload()  # type: ignore[attr-defined]
    book.settle()
    return page
