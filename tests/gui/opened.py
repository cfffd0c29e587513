"""An open logbook for the tests of the rooms: a real store with the cheapest key."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from vp_logboek.domain.conversation import Channel, Conversation, ConversationKind
from vp_logboek.domain.dossier import Dossier, DossierMelder, MelderKind
from vp_logboek.domain.errors import LogbookError
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.session import Session
from vp_logboek.gui.tasks import StoreThread
from vp_logboek.services.safekeeping import make_logbook
from vp_logboek.store.key import CHEAPEST
from vp_logboek.store.logbook import Logbook, open_logbook

PASSPHRASE = "zeven sloten liggen naast een molen"
TODAY = datetime(2026, 3, 4, 14, 3)
CANARY = "KANARIE-7341"

T = TypeVar("T")


@dataclass
class Opened:
    """A session that is open, with what it could not tell anybody else."""

    session: Session
    thread: StoreThread
    qtbot: QtBot
    errors: list[LogbookError]

    @property
    def organisation(self) -> Organisation:
        return self.session.organisations[0]

    def settle(self) -> None:
        """Let every answer arrive."""
        until_idle(self.qtbot, self.thread)

    def ask(self, work: Callable[[Logbook], T]) -> T:
        """What the logbook says, now."""
        found: list[T] = []
        self.session.ask(work, found.append)
        self.settle()
        return found[0]

    def change(self, work: Callable[[Logbook], object]) -> None:
        self.session.change(work)
        self.settle()


def until_idle(qtbot: QtBot, thread: StoreThread) -> None:
    """Let every answer arrive, and whatever an answer asks; woken by it, not by a clock."""
    while thread.is_busy:
        answered = qtbot.waitSignal(
            thread.busy_changed, timeout=20_000, check_params_cb=lambda is_busy: not is_busy
        )
        answered.wait()
    QCoreApplication.processEvents()


def nothing(_: Logbook) -> None:
    """A logbook with its organisation and its subjects alone."""


@cache
def _made(organisation: Organisation, fill: Callable[[Logbook], None]) -> bytes:
    """The file of such a logbook, made once: each test has a copy of its own."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "Logboek.vplogboek"
        with make_logbook(path, PASSPHRASE, organisation, CHEAPEST) as logbook:
            fill(logbook)
        return path.read_bytes()


@contextmanager
def opened(
    folder: Path,
    qtbot: QtBot,
    organisation: Organisation,
    fill: Callable[[Logbook], None] = nothing,
) -> Iterator[Opened]:
    """An open logbook with what ``fill`` put in it."""
    path = folder / "Logboek.vplogboek"
    path.touch(mode=0o600)
    path.write_bytes(_made(organisation, fill))
    thread = StoreThread()
    session = Session(thread, lambda: TODAY)
    errors: list[LogbookError] = []
    session.failed.connect(errors.append)
    with qtbot.waitSignal(session.opened):
        session.open(lambda: open_logbook(path, PASSPHRASE, (CHEAPEST,)), errors.append)
    try:
        yield Opened(session, thread, qtbot, errors)
    finally:
        thread.stop()


def add_year(logbook: Logbook, year: int, subjects: dict[str, int]) -> None:
    """So many melders for each subject, each with one dossier and one talk in this year."""
    organisation = logbook.organisations.all()[0]
    came = [(subject, n) for subject, melders in subjects.items() for n in range(melders)]
    with logbook.transaction():
        for subject, number in came:
            day = date(year, 2, 1 + number % 27)
            melder = DossierMelder(kind=MelderKind.PERMANENT)
            opened = Dossier(organisation.key, day, subject, melders=(melder,))
            talk = Conversation(
                day, ConversationKind.FIRST, Channel.PHONE, logbook.dossiers.save(opened).id
            )
            logbook.conversations.save(replace(talk, minutes=50, note=CANARY))


PUBLISHED = {
    "integriteit_overig": 2,
    "ongewenste_omgangsvormen_overig": 4,
    "pesten": 5,
    "arbeidsconflict_overig": 5,
    "onveiligheid_overig": 4,
    "advies_overig": 5,
}
"""Zuid-Holland 2019, as it was printed."""
