"""Rows to choose from, and the questions they answer. Free text is never in a row."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from vp_logboek.domain.conversation import Channel, ConversationKind
from vp_logboek.domain.dossier import ContactKind
from vp_logboek.domain.subjects import MainClass


@dataclass(frozen=True, slots=True)
class TalkRow:
    """One talk in a list. ``subject`` is the code of its own leaf, or that of its dossier."""

    id: int
    on: date
    subject: str
    kind: ConversationKind
    channel: Channel
    dossier: int
    dossier_number: str
    organisation: int
    has_note: bool
    minutes: int | None


@dataclass(frozen=True, slots=True)
class TalkQuery:
    """Which talks to list, newest first. None, or no text, leaves a field out of the question.

    ``year`` is the reporting year of ``organisation`` (its id), or a calendar year when that is
    None. ``text`` are beginnings of words, all of them to be found in the note, in the label of the
    subject or of its main class, or in the number of the dossier. ``subject`` is the code of one
    leaf, ``since`` the first day that counts.
    """

    year: int | None = None
    organisation: int | None = None
    text: str = ""
    main: MainClass | None = None
    kind: ConversationKind | None = None
    channel: Channel | None = None
    dossier: int | None = None
    subject: str | None = None
    since: date | None = None
    limit: int | None = None

    @property
    def is_filtered(self) -> bool:
        """Whether it asks for anything besides a year, an organisation and words."""
        parts = (self.main, self.subject, self.kind, self.channel, self.since, self.dossier)
        return any(part is not None for part in parts)

    @property
    def unfiltered(self) -> "TalkQuery":
        """The same words in the same year and organisation."""
        return TalkQuery(self.year, self.organisation, self.text)


class TalkOrder(Enum):
    """What a list of talks is sorted by; within that by day."""

    DATE = auto()
    SUBJECT = auto()
    KIND = auto()
    DOSSIER = auto()


@dataclass(frozen=True, slots=True)
class TalkListing:
    """The ids of the talks that were found, newest first, and for each month (its first day) how
    many of them are of it.
    """

    ids: tuple[int, ...] = ()
    months: tuple[tuple[date, int], ...] = ()


@dataclass(frozen=True, slots=True)
class TalkYear:
    """Where a talk (its id) of the reporting year ``own`` counts.

    ``is_counted``: an overview that was issued has counted it, and there it stays. Otherwise
    ``counts_in`` is where it will count if nothing is issued meanwhile.
    """

    talk: int
    own: int
    counts_in: int
    is_counted: bool


@dataclass(frozen=True, slots=True)
class BinnedTalk:
    """A talk in the bin, and the day it was put there. It counts nowhere."""

    talk: TalkRow
    on: date


@dataclass(frozen=True, slots=True)
class DossierRow:
    """One dossier in a list. ``talks`` and ``last_talk`` leave out what lies in the bin."""

    id: int
    number: str
    subject: str
    kind: ContactKind
    opened: date
    closed: date | None
    talks: int
    last_talk: date | None
    organisation: int


@dataclass(frozen=True, slots=True)
class DossierQuery:
    """Which dossiers to list, newest first."""

    organisation: int | None = None
    open_only: bool = False
    limit: int | None = None
