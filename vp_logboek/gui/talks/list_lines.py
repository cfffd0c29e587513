"""One row of the list of talks as it is shown and read aloud; prepared once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from vp_logboek.domain.conversation import ConversationKind
from vp_logboek.domain.listing import TalkRow
from vp_logboek.domain.subjects import MainClass, SubjectTree
from vp_logboek.gui.talks.year_words import in_the_list
from vp_logboek.gui.widgets import short_day
from vp_logboek.messages import in_words

SHORT_KINDS = {
    ConversationKind.FIRST: "eerste",
    ConversationKind.FOLLOW_UP: "vervolg",
    ConversationKind.AFTERCARE: "nazorg",
    ConversationKind.CLOSING: "afsluitend",
    ConversationKind.ACCOMPANIMENT: "begeleiding",
    ConversationKind.CONSULTATION: "overleg",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One row as it is shown; ``talk`` None for the heading of a month, or before it was read."""

    cells: tuple[str, str, str, str]
    spoken: str
    talk: TalkRow | None = None
    main: MainClass | None = None


UNREAD = Line(("", "", "", ""), "")


def line_of(talk: TalkRow, tree: SubjectTree, late: str | None, with_year: bool) -> Line:
    """Of a talk; ``late`` names the other year in which it counts."""
    subject = tree.full_label(talk.subject)
    shown = f"{subject} · {in_the_list(late)}" if late else subject
    cells = (_day(talk.on, with_year), shown, SHORT_KINDS[talk.kind], talk.dossier_number)
    spoken = f"{in_words(talk.on)}, {subject}, {talk.kind.label}, {talk.dossier_number}"
    if late:
        spoken = f"{spoken}, {in_the_list(late)}"
    return Line(cells, spoken, talk, tree.main_of(talk.subject))


def heading_of(month: str) -> Line:
    """Above the talks of a month."""
    return Line((month, "", "", ""), month)


def sorting_key(column: int, tree: SubjectTree) -> Callable[[TalkRow], tuple[object, ...]]:
    """What talks are sorted by in a column; what is alike by day."""
    return (
        lambda talk: (talk.on, talk.id),
        lambda talk: (tree.full_label(talk.subject), talk.on, talk.id),
        lambda talk: (talk.kind.label, talk.on, talk.id),
        lambda talk: (talk.dossier_number, talk.on, talk.id),
    )[column]


def _day(on: date, with_year: bool) -> str:
    return f"{short_day(on)} {on.year}" if with_year else short_day(on)
