"""The invented example logbook: three years, three organisations, nobody real.

It is made from a fixed seed, so it is the same for everybody. Its passphrase is public, so it can
never become a real logbook, and everything made from it is marked as an example.
"""

import random
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from vp_logboek.domain.activity import Action, Activity, ActivityKind
from vp_logboek.domain.conversation import (
    Channel,
    Conversation,
    ConversationKind,
    Intervention,
    Referral,
)
from vp_logboek.domain.disclosure.draw import KEY_BYTES
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.dossier import (
    CameVia,
    ContactKind,
    Dossier,
    DossierMelder,
    Ending,
    Handling,
    Known,
    MelderKind,
    Relation,
    Role,
)
from vp_logboek.domain.organisation import FROM_THE_START, LevelChoice, Organisation
from vp_logboek.services.notebook import EXAMPLE_SETTING, save_organisation
from vp_logboek.services.safekeeping import make_logbook, open_logbook
from vp_logboek.store.logbook import Logbook
from vp_logboek.store.schema import DRAW_KEY as DRAW_KEY_SETTING

DRAW_KEY = "00" * KEY_BYTES
"""Public like all of it: what is invented needs no secret, and the same page each time does."""
PASSPHRASE = "dit logboek is een voorbeeld"  # noqa: S105  # public on purpose
YEARS = (2023, 2024, 2025)
LAST_DAY = date(2025, 12, 31)

TOWN = Organisation("Gemeente Voorbeeldstad", columns=("discriminatie",))
SCHOOLS = Organisation("Scholengroep De Linde (verzonnen)", start_month=8)
FACTORY = Organisation(
    "Fabriek Zonneschijn (verzonnen)",
    levels=(LevelChoice(FROM_THE_START, Level.STRICT),),
    hire_is_external=True,
)
DOSSIERS_A_YEAR = ((TOWN, 38), (SCHOOLS, 16), (FACTORY, 7))

Entry = TypeVar("Entry")
Weighted = Sequence[tuple[Entry, int]]

SUBJECTS: Weighted[str] = (
    ("integriteitsdilemma", 7), ("belangenverstrengeling", 4), ("informatie", 1),
    ("pesten", 8), ("intimidatie", 7), ("seksuele_intimidatie", 3), ("discriminatie", 2),
    ("agressie", 2), ("met_leidinggevende", 7), ("met_collega", 4), ("beoordeling", 3),
    ("arbeidsvoorwaarden", 2), ("teamcultuur", 5), ("angst_om_te_melden", 3), ("fysiek", 1),
    ("procedurevraag", 6), ("advies_leidinggevende", 4), ("namens_ander", 2),
)  # fmt: skip
CONTACTS: Weighted[ContactKind] = (
    (ContactKind.MELDING, 13), (ContactKind.ADVICE, 9), (ContactKind.SIGNAL, 2),
)  # fmt: skip
KINDS: Weighted[MelderKind] = (
    (MelderKind.PERMANENT, 16), (MelderKind.TEMPORARY, 6), (MelderKind.HIRED, 4),
    (MelderKind.MANAGER, 4), (MelderKind.TRAINEE, 2), (MelderKind.EXTERNAL, 5),
)  # fmt: skip
RELATIONS: Weighted[Relation | None] = (
    (Relation.LINE_MANAGER, 12), (Relation.COLLEAGUE, 10), (Relation.HIGHER_MANAGER, 4),
    (Relation.GROUP, 3), (Relation.NOT_APPLICABLE, 6), (None, 4),
)  # fmt: skip
CHANNELS: Weighted[Channel] = (
    (Channel.IN_PERSON, 11), (Channel.PHONE, 7), (Channel.VIDEO, 5), (Channel.EMAIL, 2),
)  # fmt: skip
ROLES: Weighted[Role] = ((Role.EXPERIENCED, 12), (Role.WITNESS, 3), (Role.MANAGER, 3))
ENDINGS: Weighted[Ending] = (
    (Ending.CAN_GO_ON, 9), (Ending.SOLVED, 6), (Ending.WITHDRAWN, 3), (Ending.LEFT, 2),
)  # fmt: skip
HANDLINGS: Weighted[Handling] = (
    (Handling.IN_LINE, 8), (Handling.NO_SUSPICION, 5), (Handling.PRELIMINARY, 2),
    (Handling.INVESTIGATION, 1),
)  # fmt: skip
INTERVENTIONS: Weighted[Intervention] = (
    (Intervention.ADVICE, 9), (Intervention.OPTIONS, 8), (Intervention.PREPARED, 4),
    (Intervention.PROCEDURE, 3), (Intervention.MEDIATION, 2),
)  # fmt: skip
REFERRALS: Weighted[Referral] = (
    (Referral.NONE, 12), (Referral.MANAGER, 5), (Referral.COMPANY_DOCTOR, 3), (Referral.HR, 3),
    (Referral.MEDIATOR, 2),
)  # fmt: skip
FOLLOW_UPS: Weighted[int] = ((0, 8), (1, 7), (2, 4), (4, 1))
MINUTES: Weighted[int] = ((30, 5), (45, 6), (60, 8), (90, 2))
NOTES = (
    "Verzonnen aantekening. De melder wil eerst zelf met de leidinggevende praten.",
    "Verzonnen aantekening. We hebben de mogelijkheden op een rij gezet.",
    "Verzonnen aantekening. Over twee weken bel ik terug.",
    "",
)


def make_example(path: Path) -> Logbook:
    """Make the example logbook at ``path``. Raises AlreadyExists, ReadOnlyPlace and NotSaved."""
    logbook = make_logbook(path, PASSPHRASE, TOWN)
    with logbook.transaction():
        logbook.settings.set(EXAMPLE_SETTING, "1")
        logbook.settings.set(DRAW_KEY_SETTING, DRAW_KEY)
        _fill(logbook, random.Random("voorbeeld"))  # noqa: S311  # invented data, not a secret
    return logbook


def open_example(path: Path) -> Logbook:
    """Open the example again; its passphrase is public. Raises what opening raises."""
    return open_logbook(path, PASSPHRASE)


def _fill(logbook: Logbook, chance: random.Random) -> None:
    (town,) = logbook.organisations.all()
    schools, factory = (save_organisation(logbook, o) for o in (SCHOOLS, FACTORY))
    for organisation, (_, dossiers) in zip((town, schools, factory), DOSSIERS_A_YEAR, strict=True):
        for year in YEARS:
            for _ in range(dossiers + chance.randint(-3, 3)):
                _add_dossier(logbook, chance, organisation, year)
            _add_activities(logbook, chance, organisation, year)


def _pick(chance: random.Random, entries: Weighted[Entry]) -> Entry:
    values, weights = zip(*entries, strict=True)
    picked: Entry = chance.choices(values, weights)[0]
    return picked


def _day_in(chance: random.Random, organisation: Organisation, year: int) -> date:
    return organisation.year(year).start + timedelta(days=chance.randrange(330))


def _add_dossier(
    logbook: Logbook, chance: random.Random, organisation: Organisation, year: int
) -> None:
    opened = _day_in(chance, organisation, year)
    contact = _pick(chance, CONTACTS)
    days = [opened]
    for _ in range(_pick(chance, FOLLOW_UPS)):
        days.append(days[-1] + timedelta(days=chance.randint(10, 40)))
    days = [day for day in days if day <= LAST_DAY]
    if not days:
        return
    dossier = logbook.dossiers.save(_invented(chance, organisation, contact, days))
    for number, day in enumerate(days):
        logbook.conversations.save(_talk(chance, dossier, day, first=number == 0))
    if chance.random() < 0.15:
        day = days[-1] + timedelta(days=14)
        done = day if day.year < YEARS[-1] else None
        logbook.actions.save(Action(day, "Terugbellen", dossier.id, done_on=done))


def _invented(
    chance: random.Random, organisation: Organisation, contact: ContactKind, days: list[date]
) -> Dossier:
    last = days[-1]
    closed = last if chance.random() < 0.7 else None
    handled = chance.random() < 0.4
    melder = DossierMelder(
        kind=_pick(chance, KINDS), role=_pick(chance, ROLES), relation=_pick(chance, RELATIONS)
    )
    return Dossier(
        organisation=organisation.key,
        opened=days[0],
        closed=closed,
        subject=_pick(chance, SUBJECTS),
        kind=contact,
        melders=() if contact is ContactKind.SIGNAL else (melder,),
        came_via=chance.choice(list(CameVia)),
        handling=Known(_pick(chance, HANDLINGS), last) if handled else None,
        ending=Known(_pick(chance, ENDINGS), last) if closed else None,
    )


def _talk(chance: random.Random, dossier: Dossier, day: date, first: bool) -> Conversation:
    return Conversation(
        on=day,
        kind=ConversationKind.FIRST if first else ConversationKind.FOLLOW_UP,
        channel=_pick(chance, CHANNELS),
        dossier=dossier.id,
        minutes=_pick(chance, MINUTES),
        interventions=frozenset({Intervention.LISTENING, _pick(chance, INTERVENTIONS)}),
        referrals=frozenset({_pick(chance, REFERRALS)}),
        note=chance.choice(NOTES),
    )


def _add_activities(
    logbook: Logbook, chance: random.Random, organisation: Organisation, year: int
) -> None:
    for kind, often in ((ActivityKind.INFORMATION, 4), (ActivityKind.PEER_REVIEW, 3)):
        for _ in range(often):
            day = _day_in(chance, organisation, year)
            hours = chance.choice((1.0, 1.5, 2.0, 3.0))
            if day <= LAST_DAY:
                logbook.activities.save(Activity(organisation.key, day, kind, hours))
