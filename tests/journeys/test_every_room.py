"""Through every room and dialog by keyboard: all has a name, and the keyboard is somewhere."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from tests.journeys.journey import Journey, Part, focus_of
from tests.journeys.logbooks import add_talk, make, read_first, some_talks, unlock
from tests.journeys.walk import faults
from vp_logboek.services import notebook
from vp_logboek.store.logbook import Logbook

pytestmark = [pytest.mark.campaign, pytest.mark.window]
LONG_AGO = date(2019, 5, 2)


def some_of_everything(logbook: Logbook) -> None:
    some_talks(logbook)
    dossier = add_talk(logbook, LONG_AGO, "stalking")
    notebook.close_dossier(logbook, dossier, LONG_AGO)


@dataclass(frozen=True)
class Stop:
    """A room or a dialog: how one comes there by keyboard, and by what one knows it."""

    name: str
    keys: tuple[str, ...]
    sign: str
    role: str = ""


ROOMS = (
    Stop("talks", ("ctrl+1",), "Gesprekken", "table"),
    Stop("dossiers", ("ctrl+2",), "Dossiers", "table"),
    Stop("actions", ("ctrl+3",), "Zet erbij", "push button"),
    Stop("activities", ("ctrl+4",), "Nieuwe activiteit", "push button"),
    Stop("keeping", ("ctrl+5",), "Te vernietigen dossiers", "table"),
    Stop("bin", ("ctrl+6",), "De prullenbak is leeg. …", "label"),
    Stop("released", ("ctrl+7",), "PDF voor HR maken…", "push button"),
    Stop("year", ("ctrl+j",), "U ziet…", "table"),
    Stop("settings", ("ctrl+comma",), "Uiterlijk", "label"),
)
DIALOGS = (
    Stop("export", ("ctrl+shift+e",), "Welk overzicht?", "label"),
    Stop("sheet", ("alt+x", "h"), "Herstelblad"),
    Stop("passphrase", ("alt+x", "w"), "Wachtzin wijzigen"),
    Stop("restore", ("alt+b", "t"), "Reservekopie terugzetten"),
    Stop("import", ("alt+b", "l"), "Welke lijst wilt u overnemen?"),
    Stop("help", ("F1",), "Inhoud"),
    Stop("about", ("alt+h", "o"), "Over VP Logboek"),
)


@pytest.mark.usefixtures("cheap_program")
def test_in_every_room_each_thing_has_a_name_and_something_the_keyboard(
    journey: Journey, path: Path
) -> None:
    unlock(journey, make(path, some_of_everything))
    told = []
    for stop in ROOMS:
        told += _look(journey, stop)
    assert not told, "\n".join(told)


@pytest.mark.usefixtures("cheap_program")
def test_in_every_dialog_and_after_it_the_keyboard_is_somewhere(
    journey: Journey, path: Path
) -> None:
    unlock(journey, make(path, some_of_everything))
    read_first(journey, "2 maart 2026")
    told = []
    for stop in DIALOGS:
        told += _look(journey, stop)
        journey.press("Escape")
        if not _settles(journey):
            told.append(f"after {stop.name}: nothing has the keyboard")
    assert not told, "\n".join(told)


@pytest.mark.usefixtures("cheap_program")
def test_after_each_deed_the_keyboard_is_somewhere(journey: Journey, path: Path) -> None:
    unlock(journey, make(path, some_of_everything))
    read_first(journey, "2 maart 2026")
    told = []
    for deed, keys, sign in (
        ("edit", ("ctrl+e",), "Gesprek bewerken"),
        ("save", ("ctrl+s",), "Het gesprek van 2 maart 2026 is …"),
        ("undo", ("ctrl+z",), "Ongedaan gemaakt: …"),
        ("redo", ("ctrl+y",), "Gesprek van 2 maart 2026"),
        ("throw away", ("ctrl+1", "Delete"), "Het gesprek van …"),
        ("undo again", ("ctrl+z",), "Ongedaan gemaakt: …"),
        ("new", ("ctrl+n",), "Nieuw gesprek"),
        ("close", ("Escape",), "Gesprekken"),
    ):
        told += _look(journey, Stop(deed, keys, sign))
    assert not told, "\n".join(told)


def _look(journey: Journey, stop: Stop) -> list[str]:
    journey.step(stop.name)
    in_menu = len(stop.keys) == 2 and stop.keys[0].startswith("alt+")
    (journey.choose if in_menu else journey.press)(*stop.keys)
    journey.find(stop.sign, stop.role)
    _settles(journey)
    return [f"{stop.name}: {fault}" for fault in faults(_shown(journey.parts()))]


def _shown(parts: list[Part]) -> list[Part]:
    """A dialog alone, where there is one: what lies behind it cannot be used."""
    tops = [n for n, part in enumerate(parts) if part.depth == 0]
    for begin, end in zip(tops, [*tops[1:], len(parts)], strict=True):
        if parts[begin].role == "dialog" and "active" in parts[begin].states:
            return parts[begin:end]
    return parts


def _settles(journey: Journey) -> bool:
    """Whether something has the keyboard before long."""
    try:
        journey.until(lambda parts: focus_of(parts) is not None, "the keyboard")
    except AssertionError:
        return False
    return True
