"""A logbook with matters to destroy, for the tests of keeping."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from vp_logboek.domain.conversation import Channel, Conversation, ConversationKind
from vp_logboek.domain.dossier import Dossier, DossierMelder, MelderKind
from vp_logboek.domain.tally import Tally
from vp_logboek.services import purge
from vp_logboek.store.logbook import Logbook

LATER = date(2040, 1, 1)
"""By then everything that is closed is due."""


def a_matter(
    logbook: Logbook, *talks: date, closed: date | None = None, **fields: object
) -> Dossier:
    """A dossier with one melder and a talk on each of these days."""
    plain = Dossier(
        1, min(talks), "pesten", melders=(DossierMelder(kind=MelderKind.PERMANENT),), closed=closed
    )
    dossier = logbook.dossiers.save(replace(plain, **fields))  # type: ignore[arg-type]
    for day in talks:
        talk = Conversation(day, ConversationKind.FIRST, Channel.PHONE, dossier.id, minutes=30)
        logbook.conversations.save(talk)
    return dossier


def key(dossier: Dossier) -> int:
    assert dossier.id is not None
    return dossier.id


def destroy(logbook: Logbook, dossiers: Iterable[Dossier], today: date = LATER) -> int:
    ids = [key(dossier) for dossier in dossiers]
    return purge.destroy(logbook, ids, str(len(ids)), today)


def tallies(logbook: Logbook, years: Iterable[int]) -> list[Tally]:
    return [
        Tally.of(logbook.facts(organisation, organisation.year(year)))
        for organisation in logbook.organisations.all()
        for year in years
    ]
