"""The list of talks: a line is prepared once, ``data()`` is a look-up; months are headings.

Of a long list the ids are known and the lines come in pages, where somebody looks.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from vp_logboek.domain.conversation import ConversationKind
from vp_logboek.domain.listing import TalkListing, TalkOrder, TalkRow
from vp_logboek.domain.subjects import MainClass, SubjectTree
from vp_logboek.gui.talks.year_words import in_the_list
from vp_logboek.gui.widgets import short_day
from vp_logboek.gui.widgets.table import GROUP_ROLE, MAIN_ROLE
from vp_logboek.messages import MONTHS, in_words

DATE, SUBJECT, KIND, DOSSIER = range(4)
ORDERS = (TalkOrder.DATE, TalkOrder.SUBJECT, TalkOrder.KIND, TalkOrder.DOSSIER)
HEADERS = ("Datum", "Onderwerp", "Soort", "Dossier")

_SHORT_KINDS = {
    ConversationKind.FIRST: "eerste",
    ConversationKind.FOLLOW_UP: "vervolg",
    ConversationKind.AFTERCARE: "nazorg",
    ConversationKind.CLOSING: "afsluitend",
    ConversationKind.ACCOMPANIMENT: "begeleiding",
    ConversationKind.CONSULTATION: "overleg",
}

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
PAGE = 400
"""Talks that are read together: a list of no more is there as a whole at once."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One row as it is shown; ``talk`` None for the heading of a month, or before it was read."""

    cells: tuple[str, str, str, str]
    spoken: str
    talk: TalkRow | None = None
    main: MainClass | None = None


_UNREAD = _Line(("", "", "", ""), "")


class TalkModel(QAbstractTableModel):
    """Talks in four columns. Sorted by date the months are headings.

    ``page_wanted`` carries ids of talks that are looked at and were not read yet, for ``take``;
    ``order_wanted`` tells of an order that cannot be made here, because not all were read.
    """

    page_wanted = Signal(object)
    order_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listing = TalkListing()
        self._ids: Sequence[int] = ()
        self._rising: Sequence[int] = ()
        self._rising_by = DATE
        self._headings: list[int] = []
        self._months: list[str] = []
        self._lines: dict[int, _Line] = {}
        self._tree = SubjectTree(())
        self._late: Mapping[int, str] = {}
        self._with_year = False
        self._column = DATE
        self._order = Qt.SortOrder.DescendingOrder
        self._asked: set[int] = set()
        self._looked_at = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(0)
        self._pause.timeout.connect(self._ask)

    # --- what there is ------------------------------------------------------------------------

    def set_talks(
        self,
        listing: TalkListing,
        talks: Sequence[TalkRow],
        tree: SubjectTree,
        with_year: bool = False,
        late: Mapping[int, str] | None = None,
        rising: Sequence[int] = (),
    ) -> None:
        """Show the talks of a listing, of which these were read; ``with_year`` when they can be of
        several years. ``late`` are those that count in another year, by their id, with its name.
        ``rising`` are the ids by the column that is sorted by, needed where not all were read.
        """
        self.beginResetModel()
        self._listing, self._tree, self._with_year = listing, tree, with_year
        self._late = late or {}
        self._lines = {talk.id: self._line(talk) for talk in talks}
        self._rising, self._rising_by = rising, self._column
        self._asked.clear()
        self._arrange()
        self.endResetModel()

    def take(self, talks: Sequence[TalkRow]) -> None:
        """A page was read."""
        self._lines.update((talk.id, self._line(talk)) for talk in talks)
        if self._ids:
            last = self.index(self.rowCount() - 1, len(HEADERS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    @property
    def order(self) -> TalkOrder:
        """What it is sorted by."""
        return ORDERS[self._column]

    @property
    def is_descending(self) -> bool:
        """Whether what is last comes first."""
        return self._order is Qt.SortOrder.DescendingOrder

    @property
    def is_whole(self) -> bool:
        """Whether every talk was read."""
        return len(self._lines) >= len(self._listing.ids)

    def talk_id(self, row: int) -> int | None:
        """The id of the talk in a row; None for a heading."""
        place = self._place(row)
        return None if place is None else self._ids[place]

    def talk(self, row: int) -> TalkRow | None:
        """The talk in a row; None for a heading, and for one that was not read yet."""
        id_ = self.talk_id(row)
        return None if id_ is None else self._lines.get(id_, _UNREAD).talk

    def row_of(self, talk: int) -> int | None:
        """The row in which a talk stands, by its id."""
        return next(iter(self.rows_of((talk,))), None)

    def rows_of(self, talks: Collection[int]) -> list[int]:
        """The rows of those of these talks that are here, from top to bottom."""
        if not talks:
            return []
        # a heading stands in the row of its first talk plus the headings above it
        firsts = [row - number for number, row in enumerate(self._headings)]
        places = (place for place, one in enumerate(self._ids) if one in talks)
        return [place + bisect_right(firsts, place) for place in places]

    def ids_between(self, top: int, bottom: int) -> Sequence[int]:
        """The talks from one row to another, headings left out."""
        first, past = (row - bisect_left(self._headings, row) for row in (top, bottom + 1))
        return self._ids[first:past]

    def groups(self) -> Iterator[int]:
        """The rows that are headings."""
        return iter(self._headings)

    # --- as Qt asks it ------------------------------------------------------------------------

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._ids) + len(self._headings)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(HEADERS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADERS[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._place(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        place = self._place(row)
        if role == GROUP_ROLE:
            return place is None
        line = self._heading(row) if place is None else self._read(place)
        if role == MAIN_ROLE:
            return line.main if column == SUBJECT else None
        return self._said(line, column, role)

    def _said(self, line: _Line, column: int, role: int) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole:
            return line.cells[column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken if column == DATE else line.cells[column]
        late = self._late.get(line.talk.id) if line.talk else None
        return in_the_list(late) if late and role == Qt.ItemDataRole.ToolTipRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._column, self._order = column, order
        if not self.is_whole and column not in (DATE, self._rising_by):
            self.order_wanted.emit()
            return
        self.beginResetModel()
        self._arrange()
        self.endResetModel()

    # --- rows ---------------------------------------------------------------------------------

    def _arrange(self) -> None:
        """Put the ids in the order of the column, and the headings between them."""
        rising = self._rising
        if self._column == DATE:
            rising = self._listing.ids[::-1]
        elif self.is_whole:
            talks = (line.talk for line in self._lines.values() if line.talk is not None)
            rising = [talk.id for talk in sorted(talks, key=self._key())]
        self._ids = rising[::-1] if self.is_descending else rising
        months = self._listing.months if self._column == DATE else ()
        if not self.is_descending:
            months = months[::-1]
        above = accumulate((talks + 1 for _, talks in months), initial=0)
        self._headings = list(above)[: len(months)]
        self._months = [f"{MONTHS[first.month - 1]} {first.year}" for first, _ in months]

    def _key(self) -> Callable[[TalkRow], tuple[object, ...]]:
        tree = self._tree
        return (
            lambda talk: (talk.on, talk.id),
            lambda talk: (tree.full_label(talk.subject), talk.on, talk.id),
            lambda talk: (talk.kind.label, talk.on, talk.id),
            lambda talk: (talk.dossier_number, talk.on, talk.id),
        )[self._column]

    def _place(self, row: int) -> int | None:
        """Which of the ids stands in a row; None for a heading and for what is no row."""
        above = bisect_right(self._headings, row)
        is_heading = above > 0 and self._headings[above - 1] == row
        place = row - above
        return None if is_heading or not 0 <= place < len(self._ids) else place

    def _heading(self, row: int) -> _Line:
        name = self._months[bisect_left(self._headings, row)]
        return _Line((name, "", "", ""), name)

    def _line(self, talk: TalkRow) -> _Line:
        subject = self._tree.full_label(talk.subject)
        late = self._late.get(talk.id)
        shown = f"{subject} · {in_the_list(late)}" if late else subject
        cells = (self._day(talk.on), shown, _SHORT_KINDS[talk.kind], talk.dossier_number)
        spoken = f"{in_words(talk.on)}, {subject}, {talk.kind.label}, {talk.dossier_number}"
        if late:
            spoken = f"{spoken}, {in_the_list(late)}"
        return _Line(cells, spoken, talk, self._tree.main_of(talk.subject))

    def _day(self, on: date) -> str:
        return f"{short_day(on)} {on.year}" if self._with_year else short_day(on)

    # --- pages --------------------------------------------------------------------------------

    def _read(self, place: int) -> _Line:
        line = self._lines.get(self._ids[place])
        if line is None:
            self._looked_at = place
            if not self._pause.isActive():
                self._pause.start()
        return line or _UNREAD

    def _ask(self) -> None:
        """What lies around what is looked at; a talk that is gone is not asked for twice."""
        first = max(0, self._looked_at - PAGE // 2)
        around = self._ids[first : first + PAGE]
        page = [one for one in around if one not in self._lines and one not in self._asked]
        if page:
            self._asked.update(page)
            self.page_wanted.emit(page)
