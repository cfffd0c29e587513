"""A logbook with dossiers that are due, dossiers that are quiet, and talks in the bin."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.opened import CANARY, Opened, opened
from vp_logboek.domain.conversation import Channel, Conversation, ConversationKind
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.keeping.confirm import AskForGood, DestroyDialog
from vp_logboek.gui.keeping.page import KeepingPage
from vp_logboek.gui.talks.bin_page import BinPage
from vp_logboek.services import notebook
from vp_logboek.services.talk_entry import TalkEntry
from vp_logboek.store.logbook import Logbook

LONG_AGO = date(2023, 5, 2)
QUIET_SINCE = date(2025, 10, 1)
TODAY = date(2026, 3, 4)
DUE = ("pesten", "stalking", "met_collega", "fysiek")


def add(logbook: Logbook, on: date, subject: str) -> Conversation:
    """One talk in a dossier of its own."""
    talk = Conversation(
        on, ConversationKind.FIRST, Channel.PHONE, subject=subject, minutes=50, note=CANARY
    )
    return notebook.save_talk(logbook, TalkEntry(talk, 1), TODAY)


def fill(logbook: Logbook) -> None:
    """Four dossiers that are due (2023-001 to -004), two quiet ones, one of last week."""
    for subject in DUE:
        talk = add(logbook, LONG_AGO, subject)
        notebook.close_dossier(logbook, talk.dossier or 0, LONG_AGO)
    for subject in ("teamcultuur", "agressie"):
        add(logbook, QUIET_SINCE, subject)
    add(logbook, date(2026, 3, 1), "procedurevraag")


def bin_some(logbook: Logbook) -> None:
    """Three talks in the bin, two of them for longer than thirty days."""
    for on in (date(2026, 1, 5), date(2026, 1, 6), TODAY):
        talk = add(logbook, date(2026, 1, 3), "discriminatie")
        notebook.bin_talk(logbook, talk.id or 0, on)


@pytest.fixture
def empty(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    with opened(tmp_path, qtbot, Organisation("Gemeente Dorp")) as one:
        yield one


@pytest.fixture
def book(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened]:
    with opened(tmp_path, qtbot, Organisation("Gemeente Dorp"), fill) as one:
        yield one


@pytest.fixture
def page_of(qtbot: QtBot) -> Callable[[Opened], KeepingPage]:
    def make(book: Opened) -> KeepingPage:
        made = KeepingPage(book.session)
        qtbot.addWidget(made)
        made.resize(1100, 700)
        with qtbot.waitExposed(made):
            made.show()
        made.arrive()
        book.settle()
        return made

    return make


@pytest.fixture
def page(book: Opened, page_of: Callable[[Opened], KeepingPage]) -> KeepingPage:
    return page_of(book)


@pytest.fixture
def bin_page(book: Opened, qtbot: QtBot) -> BinPage:
    book.change(bin_some)
    made = BinPage(book.session)
    qtbot.addWidget(made)
    made.resize(1100, 600)
    with qtbot.waitExposed(made):
        made.show()
    made.arrive()
    book.settle()
    return made


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Every question to destroy is answered with the right number; what was asked about."""
    asked: list[tuple[str, ...]] = []

    def answer(_: object, __: object, numbers: tuple[str, ...], _left: str) -> str:
        asked.append(numbers)
        return str(len(numbers))

    monkeypatch.setattr(DestroyDialog, "ask", classmethod(answer))
    return asked


@pytest.fixture
def sure(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Every question about the bin is answered with yes; how many talks each was about."""
    asked: list[int] = []

    def answer(_: object, __: object, number: int) -> bool:
        asked.append(number)
        return True

    monkeypatch.setattr(AskForGood, "delete", classmethod(answer))
    return asked


def read_only(book: Opened) -> None:
    """As if the file could not be written here."""
    book.session._outline = replace(book.session.outline, read_only=True)
