"""The countable side of a year: codes, years and opaque numbers. There is no text in it.

Only facts can be counted; the store fills them with queries that never select a text column.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from vp_logboek.domain.activity import ActivityKind
from vp_logboek.domain.conversation import Channel, ConversationKind, Intervention, Referral
from vp_logboek.domain.dossier import ContactKind, Finding, MelderKind, Relation
from vp_logboek.domain.period import ReportingYear
from vp_logboek.domain.subjects import MainClass, SubjectTree


@dataclass(frozen=True, slots=True)
class TalkFact:
    """One talk of the year. ``subject`` is its own, or that of its dossier."""

    dossier: int
    subject: str
    kind: ConversationKind
    channel: Channel
    minutes: int
    interventions: frozenset[Intervention]
    referrals: frozenset[Referral]


@dataclass(frozen=True, slots=True)
class MelderFact:
    """A person in a dossier, as an opaque number with what is known of them in that matter."""

    melder: int
    kind: MelderKind | None
    relation: Relation | None


@dataclass(frozen=True, slots=True)
class FindingFact:
    """What became known of a matter in the year; in the order in which it became known."""

    dossier: int
    value: Finding


@dataclass(frozen=True, slots=True)
class DossierFact:
    """A dossier with talks or findings in the year, or opened or closed in it."""

    kind: ContactKind
    subject: str
    melders: tuple[MelderFact, ...]
    opened_in_year: bool
    closed_in_year: bool


@dataclass(frozen=True, slots=True)
class ActivityFact:
    """One activity of the year, in hours."""

    kind: ActivityKind
    hours: float


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything of one organisation and one reporting year that can be counted.

    ``talks`` are in counting order: by date, then by order of entry. ``dossiers`` is keyed by the
    opaque number that talks and findings refer to. What stayed of destroyed dossiers comes last,
    under numbers below nought (``remains``); ``counted`` says of a melder what that counts already
    (marks, see ``counting``): not once more.
    """

    organisation: str
    period: ReportingYear
    tree: SubjectTree
    remit: frozenset[MainClass]
    columns: tuple[str, ...]
    hire_is_external: bool
    talks: tuple[TalkFact, ...]
    dossiers: Mapping[int, DossierFact]
    findings: tuple[FindingFact, ...] = ()
    activities: tuple[ActivityFact, ...] = ()
    counted: Mapping[int, frozenset[str]] = field(default_factory=dict)
