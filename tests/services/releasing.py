"""A logbook with people who came, and years of it brought out; for the tests of issuing."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import cycle
from pathlib import Path

from vp_logboek.domain.conversation import Channel, Conversation, ConversationKind
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.dossier import Dossier, DossierMelder, MelderKind
from vp_logboek.domain.ledger import Release
from vp_logboek.domain.organisation import FROM_THE_START, LevelChoice, Organisation
from vp_logboek.services import issuing
from vp_logboek.store.logbook import Logbook
from vp_logboek.store.schema import DRAW_KEY

TODAY = date(2027, 2, 1)
ZUID_HOLLAND = {
    "integriteit_overig": 2, "pesten": 9, "met_collega": 5, "teamcultuur": 4, "procedurevraag": 5,
}  # fmt: skip
KINDS = (MelderKind.PERMANENT, MelderKind.TEMPORARY, MelderKind.EXTERNAL)


def same_draw(logbook: Logbook, number: int = 1) -> None:
    """The same draw in every run of a test."""
    logbook.settings.set(DRAW_KEY, number.to_bytes(32).hex())


def only(logbook: Logbook) -> Organisation:
    (organisation,) = logbook.organisations.all()
    return organisation


def set_level(logbook: Logbook, level: Level, reason: str = "Zo wil de raad het.") -> Organisation:
    choice = LevelChoice(FROM_THE_START, level, reason)
    return logbook.organisations.save(replace(only(logbook), levels=(choice,)))


def came(
    logbook: Logbook, on: date, subject: str, number: int = 1, organisation: int = 1
) -> list[Dossier]:
    """So many people, each with a dossier and one talk on this day."""
    made = []
    for _, kind in zip(range(number), cycle(KINDS), strict=False):
        melders = (DossierMelder(kind=kind),)
        dossier = logbook.dossiers.save(Dossier(organisation, on, subject, melders=melders))
        talk = Conversation(on, ConversationKind.FIRST, Channel.PHONE, dossier.id, minutes=30)
        logbook.conversations.save(talk)
        made.append(dossier)
    return made


def a_year(
    logbook: Logbook, year: int, counts: Mapping[str, int] = ZUID_HOLLAND, organisation: int = 1
) -> list[Dossier]:
    """A year with so many people under each subject."""
    with logbook.transaction():
        return [
            dossier
            for subject, number in counts.items()
            for dossier in came(logbook, date(year, 3, 4), subject, number, organisation)
        ]


def issue(
    logbook: Logbook, year: int, target: Path, organisation: int = 1, today: date = TODAY
) -> Release:
    one = logbook.organisations.get(organisation)
    return issuing.issue(logbook, issuing.prepare(logbook, one, year), target, today)


def shown(release: Release | issuing.Prospect) -> dict[tuple[str, str], object]:
    """The first figure of every row, by table and row."""
    return {
        (table.code.value, row.code): row.figures[0]
        for table in release.report.tables
        for row in table.rows
    }
