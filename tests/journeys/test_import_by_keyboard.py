"""Taking over a list by keyboard only: a dry run that refuses, a better list, and undone."""

from pathlib import Path

import pytest

from tests.journeys.journey import Journey
from tests.journeys.logbooks import make, reopened, some_talks, unlock
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.services import notebook

pytestmark = [pytest.mark.campaign, pytest.mark.window]
HEAD = "datum;dossier;onderwerp;aard;soort gesprek;contactwijze;duur;aantekening\n"
GOOD = (
    "2026-01-05;A-1;Pesten;melding;eerste gesprek;fysiek;60;verzonnen een\n"
    "2026-01-12;A-1;Pesten;melding;vervolggesprek;telefoon;30;verzonnen twee\n"
)
BAD = "2026-02-31;A-2;Pesten;melding;eerste gesprek;fysiek;60;verzonnen drie\n"


def ask_for(journey: Journey, table: Path) -> None:
    """From the menu to the dry run of this table."""
    journey.choose("alt+b", "l")
    journey.find("Welke lijst wilt u overnemen?")
    journey.write(str(table))
    journey.press("Return")
    journey.find("Welke kolom is wat?", "label")
    journey.push("Volgende")
    journey.find("Wat wordt elke rij?", "label")


@pytest.mark.usefixtures("cheap_program")
def test_a_dry_run_changes_nothing_and_a_good_list_comes_in(journey: Journey, path: Path) -> None:
    bad, good = path.with_name("fout.csv"), path.with_name("goed.csv")
    bad.write_text(HEAD + GOOD + BAD, encoding="utf-8")
    good.write_text(HEAD + GOOD, encoding="utf-8")
    unlock(journey, make(path, some_talks))
    journey.step("a list with a fault")
    ask_for(journey, bad)
    journey.find("1 van de 3 rijen kan het programma niet overnemen. Er is nog niets …", "label")
    assert "enabled" not in journey.find("Alles overnemen", "push button").states
    journey.find("4, geweigerd, Deze datum bestaat niet.…", "table cell")
    journey.press("Escape")
    journey.gone("Wat wordt elke rij?", "label")
    journey.find("2 gesprekken", "label")
    journey.step("a good list")
    ask_for(journey, good)
    journey.focus("Alles overnemen", "push button")
    journey.step("taking over")
    journey.press("space")
    journey.focus("Sluiten", "push button")
    journey.press("space")
    journey.find("4 gesprekken", "label")
    journey.step("done")
    journey.stop()

    with reopened(path) as logbook:
        rows = notebook.talks(logbook, TalkQuery(year=2026))
        new = [row for row in rows if row.on.month == 1]
        assert [row.minutes for row in new] == [30, 60]
        assert len({row.dossier for row in new}) == 1
        assert len(rows) == 4
