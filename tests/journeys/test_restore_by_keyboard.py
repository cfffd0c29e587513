"""Putting a copy back by keyboard only: beside the logbook, and opened at once."""

from datetime import date, datetime
from pathlib import Path

import pytest

from tests.journeys.journey import Journey
from tests.journeys.logbooks import PASSPHRASE, enter, make, reopened, some_talks, unlock
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.services import backups, notebook
from vp_logboek.store.logbook import Logbook

pytestmark = [pytest.mark.campaign, pytest.mark.window]


@pytest.mark.usefixtures("cheap_program")
def test_a_copy_comes_back_beside_the_logbook(journey: Journey, path: Path) -> None:
    copies = path.with_name("kopieen")
    copies.mkdir()

    def fill(logbook: Logbook) -> None:
        some_talks(logbook)
        backups.set_folder(logbook, copies)
        backups.make(logbook, datetime(2026, 3, 3, 9, 0))
        thrown = notebook.talks(logbook, TalkQuery(year=2026))[0]
        notebook.bin_talk(logbook, thrown.id, date(2026, 3, 4))

    unlock(journey, make(path, fill))
    journey.step("choosing")
    journey.choose("alt+b", "t")
    journey.find("Kies een kopie", "label")
    journey.find("4 maart 2026, …", "table cell")  # made when the logbook was opened
    journey.press("Down")
    journey.hears("3 maart 2026, 09:00, van gisteren")
    journey.press("Return")
    journey.step("passphrase")
    journey.focus("Wachtzin van de kopie", "password text")
    journey.write(PASSPHRASE)
    journey.press("Return")
    journey.step("contents")
    journey.focus("Zet terug…", "push button")
    journey.find("Deze kopie is van 3 maart 2026…", "label")
    journey.press("space")
    journey.find("Waar komt het logboek?")
    target = path.with_name("teruggezet.vplogboek")
    journey.press("ctrl+a")
    journey.write(str(target))
    journey.press("Return")
    journey.step("done")
    journey.focus("Open dit logboek nu", "push button")
    journey.press("space")
    journey.step("opening it")
    enter(journey)
    journey.find("2026, 2", "list item")
    journey.find("Prullenbak, 0", "list item")
    journey.stop()

    for file, talks in ((path, 1), (target, 2)):
        with reopened(file) as logbook:
            assert len(notebook.talks(logbook, TalkQuery(year=2026))) == talks, file.name
