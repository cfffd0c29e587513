"""What stays of a destroyed dossier for a year: what its tables need, in codes, and no more.

No day, no number of a dossier or a melder, no text; and the talks are no longer there one by one.
Their subjects, kinds and channels are each in an order of their own, so which of them went together
in one talk cannot be read back. Counting is not told: it sees a dossier with as many talks.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from vp_logboek.domain.conversation import Channel, ConversationKind, Intervention, Referral
from vp_logboek.domain.counting import IN_CROWD, PLACED, chosen_mark
from vp_logboek.domain.dossier import ContactKind, Finding, MelderKind, Relation
from vp_logboek.domain.facts import DossierFact, Facts, FindingFact, MelderFact, TalkFact
from vp_logboek.domain.tables import TableCode

Marks = frozenset[str]
"""What a melder counts for once in a year; see ``counting``."""


@dataclass(frozen=True, slots=True)
class MelderRemains:
    """A person of a destroyed dossier. ``counts`` are the marks they count for here.

    What they were is told only where a table asks for it.
    """

    kind: MelderKind | None
    relation: Relation | None
    counts: Marks


@dataclass(frozen=True, slots=True)
class Remains:
    """One destroyed dossier in one year. ``subject`` is None where no table asks for it."""

    kind: ContactKind
    subject: str | None
    opened_in_year: bool
    closed_in_year: bool
    subjects: tuple[str, ...]
    kinds: tuple[ConversationKind, ...]
    channels: tuple[Channel, ...]
    minutes: int
    findings: tuple[Finding, ...]
    melders: tuple[MelderRemains, ...]


def with_remains(facts: Facts, rows: Sequence[Remains], counted: Mapping[int, Marks]) -> Facts:
    """A year with what stayed of destroyed dossiers, under numbers below nought.

    ``counted`` are the marks that these rows count of melders who are still in a dossier.
    """
    added = _Added(facts, dict(facts.counted) | dict(counted))
    for row in rows:
        added.row(row)
    return replace(
        facts,
        talks=(*facts.talks, *added.talks),
        dossiers={**facts.dossiers, **added.dossiers},
        findings=(*facts.findings, *added.findings),
        counted=added.counted,
    )


class _Added:
    """Talks, dossiers and melders with numbers that no row of the logbook has."""

    def __init__(self, facts: Facts, counted: dict[int, Marks]) -> None:
        self.talks: list[TalkFact] = []
        self.dossiers: dict[int, DossierFact] = {}
        self.findings: list[FindingFact] = []
        self.counted = counted
        self._last = min([0, *facts.dossiers, *counted])

    def row(self, row: Remains) -> None:
        """Add one row as a dossier that counting cannot tell from any other."""
        marks = frozenset[str]().union(*(person.counts for person in row.melders))
        number = self._next()
        self.dossiers[number] = DossierFact(
            kind=row.kind,
            subject=row.subject or "",
            melders=tuple(self._melder(person, marks) for person in row.melders),
            opened_in_year=row.opened_in_year,
            closed_in_year=row.closed_in_year,
        )
        self.talks += _talks(number, row, marks)
        self.findings += [FindingFact(number, value) for value in row.findings]

    def _melder(self, person: MelderRemains, marks: Marks) -> MelderFact:
        """Of what the row counts for anybody, what this person does not count for is counted."""
        melder = self._next()
        self.counted[melder] = (marks | {PLACED, IN_CROWD}) - person.counts
        return MelderFact(melder, person.kind, person.relation)

    def _next(self) -> int:
        self._last -= 1
        return self._last


def _talks(number: int, row: Remains, marks: Marks) -> Iterator[TalkFact]:
    """As many talks as there were; everything that is counted once stands with the first."""
    minutes, interventions, referrals = row.minutes, _did(marks), _referred(marks)
    for subject, kind, channel in zip(row.subjects, row.kinds, row.channels, strict=True):
        yield TalkFact(number, subject, kind, channel, minutes, interventions, referrals)
        minutes, interventions, referrals = 0, frozenset(), frozenset()


def _did(marks: Marks) -> frozenset[Intervention]:
    return frozenset(
        one for one in Intervention if chosen_mark(TableCode.INTERVENTIONS, one) in marks
    )


def _referred(marks: Marks) -> frozenset[Referral]:
    return frozenset(one for one in Referral if chosen_mark(TableCode.REFERRALS, one) in marks)
