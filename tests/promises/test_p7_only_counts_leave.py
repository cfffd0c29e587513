"""P7: nothing but protected totals leaves. A canary in every text the logbook can hold."""

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from tests.conftest import PASSPHRASE
from vp_logboek.domain.activity import Action, Activity, ActivityKind
from vp_logboek.domain.conversation import Channel, Conversation, ConversationKind
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.dossier import Dossier, DossierMelder, MelderKind
from vp_logboek.domain.organisation import FROM_THE_START, LevelChoice, Organisation
from vp_logboek.services.notebook import keep_draft, new_entry
from vp_logboek.services.safekeeping import make_logbook
from vp_logboek.services.yearly_report import issue_overview, overview_pdf, year_overview
from vp_logboek.store.logbook import CHEAPEST, Logbook

CANARY = "Kanariepietje"
TODAY = date(2026, 11, 21)
ROOT = Path(__file__).parents[2]


def spellings(text: str) -> list[bytes]:
    """A text as it could stand in a file."""
    plain = [text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be")]
    return (
        plain
        + [each.hex().encode() for each in plain]
        + [each.hex().upper().encode() for each in plain]
    )


def layers_of(pdf: bytes) -> Iterator[bytes]:
    """The bytes of a PDF as they are, and every object and stream in it decoded."""
    yield pdf
    with pikepdf.open(io.BytesIO(pdf)) as document:
        for thing in document.objects:
            yield thing.unparse(resolved=True)
            if isinstance(thing, pikepdf.Stream):
                yield thing.read_bytes()


def holds(pdf: bytes, text: str) -> bool:
    return any(spelling in layer for layer in layers_of(pdf) for spelling in spellings(text))


def filled(path: Path, level: Level, canary: str) -> Logbook:
    """A year of talks with the canary in every free text there is."""
    organisation = Organisation(
        "Gemeente Voorbeeld", levels=(LevelChoice(FROM_THE_START, level, f"{canary} wil het"),)
    )
    logbook = make_logbook(path, PASSPHRASE, organisation, CHEAPEST)
    with logbook.transaction():
        for number in range(20):
            _add_matter(logbook, number, canary)
        logbook.activities.save(
            Activity(1, date(2025, 3, 4), ActivityKind.INFORMATION, 2, f"Zaal {canary}")
        )
        entry = new_entry(logbook, TODAY)
        talk = replace(entry.conversation, note=f"half getypt {canary}")
        keep_draft(logbook, "nieuw", replace(entry, conversation=talk), "14:03")
    return logbook


def _add_matter(logbook: Logbook, number: int, canary: str) -> None:
    day = date(2025, 1 + number % 12, 1 + number % 28)
    dossier = logbook.dossiers.save(
        Dossier(
            1,
            day,
            "pesten",
            melders=(DossierMelder(kind=MelderKind.PERMANENT),),
            consent_on=day,
            consent_for=f"praten met {canary}",
        )
    )
    logbook.conversations.save(
        Conversation(
            day, ConversationKind.FIRST, Channel.PHONE, dossier.id, note=f"Het ging over {canary}."
        )
    )
    logbook.actions.save(Action(day, f"Bel {canary} terug", dossier.id))


@pytest.mark.parametrize("level", list(Level))
def test_no_free_text_is_in_any_layer_of_the_overview(path: Path, level: Level) -> None:
    with filled(path, level, CANARY) as logbook:
        (organisation,) = logbook.organisations.all()
        pdf = overview_pdf(year_overview(logbook, organisation, 2025).report)

    assert not holds(pdf, CANARY)


def test_control_a_canary_in_the_name_of_the_organisation_is_found(path: Path) -> None:
    """The name is printed on purpose, in the title: so the search can find something."""
    with filled(path, Level.STANDARD, CANARY) as logbook:
        (organisation,) = logbook.organisations.all()
        named = replace(organisation, name=CANARY)
        pdf = overview_pdf(year_overview(logbook, named, 2025).report)

    assert holds(pdf, CANARY)


def test_two_logbooks_with_other_words_and_days_give_the_same_bytes(tmp_path: Path) -> None:
    pages = []
    for number, canary in enumerate(("Jansen", "een heel ander verhaal")):
        with filled(tmp_path / f"{number}.vplogboek", Level.STANDARD, canary) as logbook:
            (organisation,) = logbook.organisations.all()
            pages.append(overview_pdf(year_overview(logbook, organisation, 2025).report))

    assert pages[0] == pages[1]


def test_nothing_is_left_beside_the_logbook_and_the_overview(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "uit.pdf"
    with filled(path, Level.STANDARD, CANARY) as logbook:
        (organisation,) = logbook.organisations.all()
        issue_overview(logbook, organisation, 2025, target, TODAY)

    assert sorted(each.name for each in tmp_path.iterdir()) == [path.name, target.name]
    assert not any(spelling in path.read_bytes() for spelling in spellings(CANARY))


WORLDS = (
    {"TZ": "Pacific/Kiritimati", "USER": "anna", "LANG": "nl_NL.UTF-8", "PYTHONHASHSEED": "1"},
    {"TZ": "America/Los_Angeles", "USER": "bram", "LANG": "C", "PYTHONHASHSEED": "77"},
)


def test_the_command_line_gives_the_same_bytes_in_another_world(tmp_path: Path) -> None:
    """Other time zone, user, home, folder and hash seed; and no file appears anywhere else."""
    made = []
    for number, world in enumerate(WORLDS):
        folder = tmp_path / f"map {number} é"
        home = tmp_path / f"thuis {number}"
        folder.mkdir()
        home.mkdir()
        environment = {**os.environ, **world, "HOME": str(home), "PYTHONPATH": str(ROOT)}
        environment |= {"TMPDIR": str(home), "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, "-m", "vp_logboek", "voorbeeld", "--pdf", "uit.pdf"]
        subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
        made.append((folder / "uit.pdf").read_bytes())
        assert list(home.rglob("*")) == []
        assert len(list(folder.iterdir())) == 2

    assert made[0] == made[1]
