"""The talks of a dossier, and below the page all that happened in it, both as quiet tables."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from vp_logboek.domain.listing import TalkRow
from vp_logboek.domain.subjects import SubjectTree
from vp_logboek.gui.dossiers.fitted_table import FittedTable
from vp_logboek.gui.widgets import short_day
from vp_logboek.gui.widgets.rows import Head, Row
from vp_logboek.messages import in_words
from vp_logboek.services.dossier_history import Event, What

_LONGEST_DAY = "28 september 2026"
_PLAIN = {
    What.OPENED: "Dossier geopend",
    What.CONSENT: "Toestemming gegeven",
    What.ACTION_DONE: "Actie gedaan",
    What.CLOSED: "Dossier afgesloten",
}


class TalksTable(FittedTable[TalkRow]):
    """``talk_requested`` carries the id of a talk."""

    talk_requested = Signal(int)

    def __init__(self) -> None:
        heads = (Head("Datum"), Head("Soort"), Head("Onderwerp", edge=True))
        super().__init__("Gesprekken", heads, ("28 mrt 2026", "afsluitend gesprek"))
        self.opened.connect(self._tell)

    def show_talks(self, talks: Sequence[TalkRow], tree: SubjectTree) -> None:
        """Show these talks."""
        self.show_rows([_talk(row, tree) for row in talks])

    def _tell(self, row: TalkRow) -> None:
        self.talk_requested.emit(row.id)


class HistoryTable(FittedTable[Event]):
    """``talk_requested`` carries the id of the talk that a row tells of."""

    talk_requested = Signal(int)

    def __init__(self) -> None:
        super().__init__("Verloop", (Head("Dag"), Head("Wat")), (_LONGEST_DAY,))
        self.horizontalHeader().hide()
        self.opened.connect(self._tell)

    def show_events(self, events: Sequence[Event]) -> None:
        """Show what happened."""
        self.show_rows([Row(one, (in_words(one.on), words_of(one))) for one in events])

    def _tell(self, event: Event) -> None:
        if event.talk is not None:
            self.talk_requested.emit(event.talk)


def words_of(event: Event) -> str:
    """What happened, in words."""
    if event.what is What.TALK:
        return event.name[:1].upper() + event.name[1:]
    if event.what is What.FOUND:
        return f"{event.name}: {event.words}"
    if event.what is What.BINNED and event.held_on is not None:
        return f"Gesprek van {in_words(event.held_on)} weggegooid"
    return _PLAIN[event.what]


def _talk(row: TalkRow, tree: SubjectTree) -> Row[TalkRow]:
    day = f"{short_day(row.on)} {row.on.year}"
    cells = (day, row.kind.label, tree.full_label(row.subject))
    return Row(row, cells, main=tree.main_of(row.subject))
