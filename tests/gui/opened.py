"""An open logbook for the tests of the rooms: a real store with the cheapest key."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from pytestqt.qtbot import QtBot

from vp_logboek.domain.conversation import Channel, Conversation, ConversationKind
from vp_logboek.domain.dossier import Dossier, DossierMelder, MelderKind
from vp_logboek.domain.errors import LogbookError
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.session import Session
from vp_logboek.gui.tasks import StoreThread
from vp_logboek.services.safekeeping import make_logbook
from vp_logboek.store.key import CHEAPEST
from vp_logboek.store.logbook import Logbook

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
        self.qtbot.waitUntil(lambda: not self.thread.is_busy)

    def ask(self, work: Callable[[Logbook], T]) -> T:
        """What the logbook says, now."""
        found: list[T] = []
        self.session.ask(work, found.append)
        self.settle()
        return found[0]

    def change(self, work: Callable[[Logbook], object]) -> None:
        self.session.change(work)
        self.settle()


@contextmanager
def opened(folder: Path, qtbot: QtBot, organisation: Organisation) -> Iterator[Opened]:
    thread = StoreThread()
    session = Session(thread, lambda: TODAY)
    errors: list[LogbookError] = []
    session.failed.connect(errors.append)
    path = folder / "Logboek.vplogboek"
    with qtbot.waitSignal(session.opened):
        session.open(lambda: make_logbook(path, PASSPHRASE, organisation, CHEAPEST), errors.append)
    try:
        yield Opened(session, thread, qtbot, errors)
    finally:
        thread.stop()


def add_year(logbook: Logbook, year: int, subjects: dict[str, int]) -> None:
    """So many melders for each subject, each with one dossier and one talk in this year."""
    organisation = logbook.organisations.all()[0]
    for subject, melders in subjects.items():
        for number in range(melders):
            day = date(year, 2, 1 + number % 27)
            melder = DossierMelder(kind=MelderKind.PERMANENT)
            dossier = logbook.dossiers.save(
                Dossier(organisation.key, day, subject, melders=(melder,))
            )
            logbook.conversations.save(
                Conversation(
                    day, ConversationKind.FIRST, Channel.PHONE, dossier.id, minutes=50, note=CANARY
                )
            )


PUBLISHED = {
    "integriteit_overig": 2,
    "ongewenste_omgangsvormen_overig": 4,
    "pesten": 5,
    "arbeidsconflict_overig": 5,
    "onveiligheid_overig": 4,
    "advies_overig": 5,
}
"""Zuid-Holland 2019, as it was printed."""
