"""Two logbooks that differ in all that must not be seen, to be brought out with the real services.

What a year counts is given as people who came. How it is told (names, notes, days, order, numbers
of rows, file, passphrase, what else is in the logbook) is drawn by lot from a seed.
"""

import random
import string
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from vp_logboek.domain.activity import Action, Activity, ActivityKind
from vp_logboek.domain.conversation import Channel, Conversation, ConversationKind
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.dossier import CameVia, Dossier, DossierMelder, MelderKind, Role
from vp_logboek.domain.organisation import FROM_THE_START, LevelChoice, Organisation
from vp_logboek.services import issuing
from vp_logboek.services.notebook import keep_draft, new_entry
from vp_logboek.services.safekeeping import make_logbook
from vp_logboek.store.logbook import CHEAPEST, Logbook
from vp_logboek.store.schema import DRAW_KEY

NAME, YEAR, TODAY = "Gemeente Voorbeeld", 2025, date(2026, 2, 3)
_LETTERS = string.ascii_letters + string.digits + " .,éïü“”•–"


@dataclass(frozen=True, slots=True)
class Came:
    """Somebody who came: what is counted of them."""

    subject: str
    kind: MelderKind = MelderKind.PERMANENT
    talks: int = 1
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """An overview that was brought out of a logbook, and the exact one of the same year."""

    prospect: issuing.Prospect
    pdf: bytes
    stored: bytes


class Teller:
    """Writes a year into a logbook, in one of countless ways."""

    def __init__(self, seed: int) -> None:
        self._lot = random.Random(seed)

    def words(self, most: int = 60) -> str:
        """Any text."""
        letters = self._lot.choices(_LETTERS, k=self._lot.randrange(1, most))
        return "".join(letters).strip() or "x"

    def day(self) -> date:
        """Any day of the year."""
        return date(YEAR, self._lot.randrange(1, 13), self._lot.randrange(1, 29))

    def issue(self, folder: Path, people: Sequence[Came], level: Level) -> Told:
        """Make a logbook of a name and with a passphrase of its own, and bring the year out."""
        name = "".join(self._lot.choices(string.ascii_lowercase, k=12))
        target = folder / f"{name} uit.pdf"
        passphrase = " ".join("".join(self._lot.choices(string.ascii_letters, k=9)) for _ in "123")
        mine = LevelChoice(FROM_THE_START, level, self.words())
        organisation = Organisation(NAME, levels=(mine,))
        path = folder / f"{name}.vplogboek"
        with make_logbook(path, passphrase, organisation, CHEAPEST) as logbook:
            logbook.settings.set(DRAW_KEY, bytes(32).hex())
            with logbook.transaction():
                self._fill(logbook, people)
            own = logbook.organisations.get(1)
            prospect = issuing.prepare(logbook, own, YEAR)
            release = issuing.issue(logbook, prospect, target, TODAY)
            return Told(prospect, target.read_bytes(), issuing.stored_pdf(logbook, release.number))

    def _fill(self, logbook: Logbook, people: Sequence[Came]) -> None:
        other = logbook.organisations.save(Organisation(f"Stichting {self.words(20)}"))
        mixed = [*((1, one) for one in people), *((other.key, one) for one in people[:3])]
        self._lot.shuffle(mixed)
        for organisation, one in mixed:
            self._matter(logbook, organisation, one)
        for kind in ActivityKind:
            logbook.activities.save(Activity(1, self.day(), kind, 2, self.words()))
        entry = new_entry(logbook, TODAY)
        talk = replace(entry.conversation, note=self.words())
        keep_draft(logbook, "nieuw", replace(entry, conversation=talk), "14:03")

    def _matter(self, logbook: Logbook, organisation: int, one: Came) -> None:
        days = sorted(self.day() for _ in range(one.talks))
        dossier = logbook.dossiers.save(
            Dossier(
                organisation, days[0], one.subject,
                melders=(DossierMelder(kind=one.kind, role=self._lot.choice(list(Role))),),
                closed=days[-1] if one.closed else None,
                came_via=self._lot.choice(list(CameVia)),
                consent_on=days[0], consent_for=self.words(),
            )
        )  # fmt: skip
        for number, day in enumerate(days):
            kind = ConversationKind.FOLLOW_UP if number else ConversationKind.FIRST
            minutes = self._lot.choice((None, 10, 45, 90))
            talk = Conversation(
                day, kind, Channel.PHONE, dossier.id, minutes=minutes, note=self.words(300)
            )
            logbook.conversations.save(talk)
        logbook.actions.save(Action(self.day(), self.words(), dossier.id))
