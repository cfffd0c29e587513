"""A counsellor's years at random, through the real services, and what each export printed.

Two organisations, late talks, figures that were handed out before, dossiers destroyed and put under
another subject, revised editions, both organisations together and years side by side.
"""

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from tests.conftest import PASSPHRASE
from tests.disclosure.attack.reader import Printed, Rows
from tests.disclosure.attack.truth import Truth, truth_of_sum
from tests.disclosure.attack.years import COLUMN, LEAVES
from vp_logboek.domain.conversation import Channel, Conversation, ConversationKind, Intervention
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.dossier import (
    ContactKind,
    Dossier,
    DossierMelder,
    Known,
    MelderKind,
    Outcome,
    Relation,
)
from vp_logboek.domain.errors import LogbookError
from vp_logboek.domain.ledger import Release, ReleaseKind
from vp_logboek.domain.organisation import FROM_THE_START, LevelChoice, Organisation
from vp_logboek.domain.outside import Outside
from vp_logboek.domain.tables import TableCode
from vp_logboek.services import issuing
from vp_logboek.services.destroying import destroy_dossiers
from vp_logboek.services.notebook import organisations, save_organisation
from vp_logboek.services.safekeeping import make_logbook
from vp_logboek.services.yearly_report import report_rows
from vp_logboek.store.logbook import CHEAPEST, Logbook

YEARS = (2021, 2022, 2023)
TODAY = date(2026, 11, 21)
PROTECTED = (Level.WIDE, Level.STANDARD, Level.STRICT)


@dataclass
class Said:
    """One export: its rows, and for the verdict the exact counts of that moment."""

    release: Release
    rows: Rows
    told: dict[tuple[str, str], int] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What the reader calls it; the editions of one year are told apart."""
        scopes = "+".join(f"{scope.organisation}:{scope.year}" for scope in self.release.scopes)
        return f"{scopes}/{self.release.edition}"

    @property
    def page(self) -> Printed:
        """What is read."""
        return Printed.read(self.name, self.release.level.label, self.rows)

    @property
    def truth(self) -> Truth:
        """What was true when it was issued."""
        return truth_of_sum(self.name, self.release.tallies)


class Counsellor:
    """Works in one logbook, at random, and exports."""

    def __init__(self, chance: random.Random, logbook: Logbook, folder: Path) -> None:
        self.chance = chance
        self.logbook = logbook
        self.said: list[Said] = []
        self.tried: list[str] = []
        self._target = folder / "uit.pdf"
        self._leaves = chance.sample(LEAVES, 7)
        self._dossiers: dict[int, list[int]] = {one.key: [] for one in organisations(logbook)}

    def lives(self, years: Sequence[int]) -> None:
        """These years of all organisations, in order, with everything in between."""
        for year in years:
            for one in organisations(self.logbook):
                self.talks(one, year, self.chance.choice((9, 13, 16, 22, 30)))
            for one in organisations(self.logbook):
                self.late_talks(one, year)
                self.issues(one, year)
                self.changes(one)
                if self.chance.random() < 0.4:
                    self.revises(one, self.chance.choice([y for y in years if y <= year]))
            self.together(year)
        if len(years) > 2:
            for each in (*organisations(self.logbook), None):
                self.side_by_side(each)

    # --- at work ------------------------------------------------------------------------------

    def talks(self, organisation: Organisation, year: int, number: int) -> None:
        """So many persons, each with a dossier and a talk or two in this year."""
        leaves = self.chance.sample(self._leaves, self.chance.randint(2, 5))
        with self.logbook.transaction():
            for _ in range(number):
                self._dossiers[organisation.key].append(self._matter(organisation, year, leaves))

    def _matter(self, organisation: Organisation, year: int, leaves: list[str]) -> int:
        chance = self.chance
        day = date(year, chance.randint(1, 12), chance.randint(1, 28))
        melder = DossierMelder(
            kind=chance.choice((MelderKind.PERMANENT, MelderKind.EXTERNAL, None)),
            relation=chance.choice((Relation.COLLEAGUE, Relation.LINE_MANAGER, None)),
        )
        dossier = self.logbook.dossiers.save(
            Dossier(
                organisation.key,
                day,
                chance.choice(leaves),
                chance.choice((ContactKind.MELDING, ContactKind.ADVICE)),
                (melder,),
                outcome=Known(Outcome.UNFOUNDED, day) if chance.random() < 0.3 else None,
            )
        )
        assert dossier.id is not None
        for _ in range(chance.choice((1, 1, 2))):
            self.logbook.conversations.save(
                Conversation(
                    day,
                    ConversationKind.FIRST,
                    Channel.PHONE,
                    dossier.id,
                    interventions=frozenset({chance.choice(list(Intervention)[:3])}),
                )
            )
        return dossier.id

    def late_talks(self, organisation: Organisation, year: int) -> None:
        """Talks of an earlier year that are entered only now."""
        if year > YEARS[0] and self.chance.random() < 0.7:
            self.tried.append("late talks")
            self.talks(
                organisation, self.chance.randrange(YEARS[0], year), self.chance.randint(1, 4)
            )

    def changes(self, organisation: Organisation) -> None:
        """Dossiers are destroyed, and others get another subject."""
        kept = self._dossiers[organisation.key]
        self.chance.shuffle(kept)
        if self.chance.random() < 0.4:
            self.tried.append("destroyed")
            with self.logbook.transaction():
                destroy_dossiers(self.logbook, {kept.pop() for _ in range(3)})
        if self.chance.random() < 0.6:
            self.tried.append("another subject")
            for number in kept[: self.chance.randint(1, 9)]:
                dossier = self.logbook.dossiers.get(number)
                self.logbook.dossiers.save(
                    replace(dossier, subject=self.chance.choice(self._leaves))
                )

    # --- exports --------------------------------------------------------------------------------

    def issues(self, organisation: Organisation, year: int) -> None:
        """The year of one organisation, sometimes after figures about half of it went out."""
        outside = tuple(self._half_year(organisation, year)) if self.chance.random() < 0.4 else ()
        prospect = issuing.prepare(self.logbook, organisation, year, outside)
        told = {_row_of(prospect.tally, each): each.number for each in outside}
        self._bring_out(prospect, told)

    def _half_year(self, organisation: Organisation, year: int) -> Iterator[Outside]:
        """What was told about half of the year: never more than the whole."""
        self.tried.append("half a year outside")
        tally = issuing.prepare(self.logbook, organisation, year).tally
        lines = [line for line in tally.table(TableCode.SUBJECT).lines if line.parent is None]
        for line in self.chance.sample(lines, 2):
            yield Outside(TableCode.SUBJECT, line.code, self.chance.randint(0, line.number))

    def revises(self, organisation: Organisation, year: int) -> None:
        """A revised edition, where the program allows it."""
        try:
            prospect = issuing.prepare_revised(self.logbook, organisation, year)
        except LogbookError as error:
            self.tried.append(f"revision: {type(error).__name__}")
            return
        told = next(s.told for s in reversed(self.said) if s.release.scopes == prospect.scopes)
        self.tried.append("revision")
        self._bring_out(prospect, told)

    def together(self, year: int) -> None:
        """Both organisations in one overview."""
        self.tried.append("together")
        self._bring_out(issuing.prepare_together(self.logbook, year), {})

    def side_by_side(self, organisation: Organisation | None) -> None:
        """All years beside each other."""
        self.tried.append("side by side")
        self._bring_out(issuing.prepare_years(self.logbook, organisation, YEARS), {})

    def _bring_out(self, prospect: issuing.Prospect, told: dict[tuple[str, str], int]) -> None:
        release = issuing.issue(self.logbook, prospect, self._target, TODAY)
        self.said.append(Said(release, list(report_rows(release.report)), told))

    def of_kind(self, kind: ReleaseKind) -> list[Said]:
        """The exports of a kind."""
        return [said for said in self.said if said.release.kind is kind]


def _row_of(tally: object, outside: Outside) -> tuple[str, str]:
    table = tally.table(outside.table)  # type: ignore[attr-defined]
    return (table.code.label, table.line(outside.row).label)


@contextmanager
def a_life(seed: int, folder: Path, years: Sequence[int] = YEARS) -> Iterator[Counsellor]:
    """A logbook with two organisations at levels of their own, and all that was exported."""
    chance = random.Random(seed)
    folder.mkdir(exist_ok=True)
    first, second = (
        Organisation(
            name,
            columns=(COLUMN,),
            levels=(LevelChoice(FROM_THE_START, chance.choice(PROTECTED), ""),),
        )
        for name in ("Gemeente Aa", "Gemeente Bee")
    )
    path = folder / f"{seed}.vplogboek"
    with make_logbook(path, PASSPHRASE, first, CHEAPEST) as logbook:
        save_organisation(logbook, second)
        counsellor = Counsellor(chance, logbook, folder)
        counsellor.lives(years)
        yield counsellor
