"""The logbooks that the journeys begin with, and the way into them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from tests.journeys.journey import Journey, Part, focus_of
from vp_logboek.domain.conversation import Channel, Conversation, ConversationKind
from vp_logboek.domain.dossier import Dossier, DossierMelder, MelderKind
from vp_logboek.domain.organisation import Organisation
from vp_logboek.services.safekeeping import make_logbook, open_logbook
from vp_logboek.store.logbook import Logbook

PASSPHRASE = "zeven sloten liggen naast een molen"  # no accents: xdotool types those unreliably


def make(path: Path, fill: Callable[[Logbook], object] = lambda _: None) -> Path:
    """A logbook with one organisation and what ``fill`` puts in it."""
    with make_logbook(path, PASSPHRASE, Organisation("Gemeente Voorbeeld")) as logbook:
        fill(logbook)
    return path


def unlock(journey: Journey, path: Path, percent: int = 100) -> None:
    """Start the program on a logbook and type the passphrase."""
    journey.start(str(path), percent=percent)
    journey.at = "unlock"
    enter(journey)


def enter(journey: Journey) -> None:
    """Type the passphrase, and wait until the window is there and has the keyboard."""
    journey.focus("Wachtzin", "password text")
    journey.write(PASSPHRASE)
    journey.step("opening")
    journey.press("Return")
    journey.find("Plaatsen", "list")
    journey.until(lambda parts: _is_in(focus_of(parts)), "the keyboard in the window")


def _is_in(focus: Part | None) -> bool:
    """Whether the keyboard has left the passphrase: what is pressed before that is lost."""
    return focus is not None and focus.role != "password text"


def add_talk(logbook: Logbook, day: date, subject: str, note: str = "") -> int:
    """A first talk with a melder of its own; its dossier."""
    organisation = logbook.organisations.all()[0].key
    melder = DossierMelder(kind=MelderKind.PERMANENT)
    dossier = logbook.dossiers.save(Dossier(organisation, day, subject, melders=(melder,)))
    logbook.conversations.save(
        Conversation(day, ConversationKind.FIRST, Channel.PHONE, dossier.id, minutes=50, note=note)
    )
    assert dossier.id is not None
    return dossier.id


def some_talks(logbook: Logbook) -> None:
    """Three people, each with a talk; two of this year."""
    add_talk(logbook, date(2026, 3, 2), "pesten", "Het overleg op maandag begint steeds later.")
    add_talk(logbook, date(2026, 2, 26), "arbeidsconflict_overig", "Het rooster is omgegooid.")
    add_talk(logbook, date(2025, 11, 4), "onveiligheid_overig", "Een rooster dat niemand kent.")


def reopened(path: Path) -> Logbook:
    """The logbook as it is on the disk, when the program let go of it."""
    return open_logbook(path, PASSPHRASE)


def read_first(journey: Journey, day: str) -> None:
    """From the list of talks to the first of them; ``day`` as it is said, "2 maart 2026"."""
    journey.focus("Gesprekken", "table")
    journey.find(f"{day}, …", "table cell")
    journey.press(day[0])  # Down does nothing yet: see test_known_faults
    journey.find(f"Gesprek van {day}", "label")
