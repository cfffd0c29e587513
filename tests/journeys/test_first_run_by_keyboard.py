"""The first run by keyboard only: a name, six words, the recovery sheet, and the first talk."""

from pathlib import Path

import pytest

from tests.journeys.journey import Journey, first
from vp_logboek.services import notebook, recovery
from vp_logboek.services.safekeeping import open_logbook

pytestmark = [pytest.mark.campaign, pytest.mark.window]


@pytest.mark.usefixtures("cheap_program")
def test_from_nothing_to_the_first_talk_with_the_sheet_confirmed(
    journey: Journey, tmp_path: Path
) -> None:
    journey.start()
    welcome = journey.focus("Maak een logboek", "push button")
    assert welcome.says.startswith("U kiest een wachtzin.")
    journey.step("for whom")
    journey.press("space")
    journey.focus("Organisatie", "text")
    journey.press("Return")
    problem = journey.focus("Organisatie", "text")
    assert "naam" in journey.until(_says("Organisatie"), "what is missing"), problem
    journey.write("Gemeente Voorbeeld")
    journey.reads("Organisatie", "Gemeente Voorbeeld")
    journey.press("Return")
    journey.step("six words")
    words = journey.find("De woorden: …").name.removeprefix("De woorden: ").split(", ")
    assert len(words) == 6, "they can be heard"
    journey.focus("Typ de zes woorden over")
    journey.write(" ".join(words))
    journey.reads("Typ de zes woorden over", " ".join(words))
    journey.press("Return")
    journey.step("the sheet")
    journey.find("regel 1, groep 1: …", "label")
    sheet = {
        part.name.partition(": ")[0]: part.name.partition(": ")[2].replace(" ", "")
        for part in journey.parts()
        if part.name.startswith("regel ")
    }
    journey.press("alt+i")
    journey.step("checking it")
    for _ in range(2):
        asked = journey.until(_asked, "a group that is asked")
        journey.write(sheet[asked.name.lower()])
        journey.reads(asked.name, sheet[asked.name.lower()])
        journey.press("Return")
    journey.step("habits")
    journey.focus("Op slot na", "combo box")
    journey.press("alt+e")
    journey.focus("Datum", "text")
    journey.step("first talk")
    assert not journey.shows("U hebt nog geen herstelblad op papier…")
    journey.stop()

    made = journey.folder / "VP Logboek" / "Logboek.vplogboek"
    with open_logbook(made, " ".join(words)) as logbook:
        assert recovery.is_confirmed(logbook)
        assert [one.name for one in notebook.organisations(logbook)] == ["Gemeente Voorbeeld"]
    assert {one.stat().st_mode & 0o077 for one in made.parent.glob("*.vplogboek")} == {0}


def _asked(parts):
    """The empty field for a group, when the keyboard is there."""
    for part in parts:
        if part.role == "text" and part.name.startswith("Regel ") and "focused" in part.states:
            return None if part.text else part
    return None


def _says(name: str):
    """What is said of a field besides its name, when there is something."""

    def said(parts) -> str:
        part = first(parts, name, "text")
        return part.says if part else ""

    return said
