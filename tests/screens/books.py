"""The logbooks the screens are shown with, each made once and then copied."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.gui.opened import PUBLISHED, add_year
from vp_logboek.domain.activity import Action
from vp_logboek.domain.conversation import Channel, Conversation, ConversationKind
from vp_logboek.domain.organisation import Organisation
from vp_logboek.services import example, issuing, notebook
from vp_logboek.services.safekeeping import make_logbook
from vp_logboek.services.talk_entry import TalkEntry
from vp_logboek.store.logbook import Logbook

PASSPHRASE = "zeven sloten liggen naast een molen"
TODAY = date(2026, 3, 4)
LONG_AGO = date(2023, 5, 2)


@dataclass(frozen=True)
class Make:
    """How a logbook is made, and what opens it."""

    passphrase: str
    fill: Callable[[Path, Path], None]


def put(make: Make, folder: Path) -> Path:
    """A copy of this logbook, and of what lies beside it."""
    with_all = _made(make)
    for one in with_all.iterdir():
        shutil.copyfile(one, folder / one.name)
    path = folder / "Logboek.vplogboek"
    path.chmod(0o600)
    return path


_KEPT: list[TemporaryDirectory[str]] = []


@cache
def _made(make: Make) -> Path:
    _KEPT.append(TemporaryDirectory())
    folder = Path(_KEPT[-1].name)
    make.fill(folder / "Logboek.vplogboek", folder)
    return folder


def _example(path: Path, _: Path) -> None:
    example.make_example(path).close()


def talk(logbook: Logbook, on: date, subject: str, note: str = "") -> Conversation:
    """One talk in a dossier of its own."""
    made = Conversation(
        on, ConversationKind.FIRST, Channel.PHONE, subject=subject, minutes=50, note=note
    )
    return notebook.save_talk(logbook, TalkEntry(made, 1), TODAY)


def _own(path: Path, folder: Path) -> None:
    """A logbook of one organisation: one year issued, things to keep, to do and thrown away."""
    organisation = Organisation("Gemeente Waterveen", columns=("discriminatie",))
    with make_logbook(path, PASSPHRASE, organisation) as logbook:
        _fill(logbook, folder)


def _fill(logbook: Logbook, folder: Path) -> None:
    with logbook.transaction():
        add_year(logbook, 2024, {"pesten": 13})
        add_year(logbook, 2025, PUBLISHED)
        for subject in ("pesten", "stalking", "met_collega", "fysiek"):
            old = talk(logbook, LONG_AGO, subject)
            notebook.close_dossier(logbook, old.dossier or 0, LONG_AGO)
        for subject in ("teamcultuur", "agressie"):
            talk(logbook, date(2025, 10, 1), subject)
        recent = talk(logbook, date(2026, 3, 1), "procedurevraag", "Verzonnen aantekening.")
        talk(logbook, date(2026, 2, 3), "pesten", "Verzonnen. De melder belt terug.")
        for on in (date(2026, 1, 5), date(2026, 1, 6), TODAY):
            binned = talk(logbook, date(2026, 1, 3), "discriminatie")
            notebook.bin_talk(logbook, binned.id or 0, on)
        dossier = recent.dossier or 0
        logbook.actions.save(Action(date(2026, 3, 2), "Terugbellen", dossier))
        logbook.actions.save(Action(date(2026, 3, 20), "Brief nalezen", dossier))
    prospect = issuing.prepare(logbook, logbook.organisations.all()[0], 2024)
    issuing.issue(logbook, prospect, folder / "2024.pdf", TODAY)


def _new(path: Path, _: Path) -> None:
    with make_logbook(path, PASSPHRASE, Organisation("Gemeente Waterveen")):
        pass


EXAMPLE = Make(example.PASSPHRASE, _example)
OWN = Make(PASSPHRASE, _own)
NEW = Make(PASSPHRASE, _new)


def without_note(one: Conversation) -> Conversation:
    return replace(one, note="")
