"""Cleaning up by keyboard only: what is due goes for good, and the tally stays."""

from datetime import date
from pathlib import Path

import pytest

from tests.journeys.journey import Journey, focus_of
from tests.journeys.logbooks import add_talk, make, reopened, some_talks, unlock
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.services import notebook, purge
from vp_logboek.store.logbook import Logbook

pytestmark = [pytest.mark.campaign, pytest.mark.window]
LONG_AGO = date(2019, 5, 2)


def with_old_dossiers(logbook: Logbook) -> None:
    some_talks(logbook)
    for subject in ("pesten", "stalking"):
        dossier = add_talk(logbook, LONG_AGO, subject, "Dit verdwijnt voorgoed.")
        notebook.close_dossier(logbook, dossier, LONG_AGO)


@pytest.mark.usefixtures("cheap_program")
def test_a_dossier_that_is_due_goes_and_still_counts(journey: Journey, path: Path) -> None:
    unlock(journey, make(path, with_old_dossiers))
    journey.find("Opruimen, 2 te vernietigen", "list item")
    journey.step("looking")
    journey.press("ctrl+5")
    journey.find("2 dossiers te vernietigen…", "label")
    journey.step("choosing")
    journey.until(lambda parts: str(focus_of(parts)).startswith("table cell '2019-001, "), "a row")
    journey.hears("De spatiebalk kiest een rij")
    journey.press("space")
    journey.push("Vernietig 1 dossier…")
    journey.find("Dossiers vernietigen")
    journey.step("too many")
    journey.write("2")
    journey.press("Return")
    journey.until(lambda parts: focus_of(parts).says.startswith("Het getal klopt niet."), "why not")
    journey.step("sure")
    journey.write("1")
    journey.press("Return")
    journey.find("Opruimen, 1 te vernietigen", "list item")
    journey.step("gone")
    journey.hears("1 dossier is vernietigd. De telling is niet veranderd.")
    journey.stop()

    with reopened(path) as logbook:
        assert len(notebook.dossier_rows(logbook)) == 4
        assert purge.talks_destroyed(logbook, None) == {2019: 1}
        assert len(notebook.talks(logbook, TalkQuery(year=2019))) == 1
    assert b"Dit verdwijnt" not in path.read_bytes()
