"""The list of talks: a line is prepared once, ``data()`` is a look-up; months are headings.

Of a long list the ids are known and the lines come in pages, where somebody looks.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from vp_logboek.domain.listing import TalkListing, TalkOrder, TalkRow
from vp_logboek.domain.subjects import SubjectTree
from vp_logboek.gui.talks.list_lines import (
    SHORT_KINDS,
    UNREAD,
    Line,
    heading_of,
    line_of,
    sorting_key,
)
from vp_logboek.gui.talks.list_rows import Rows, arranged
from vp_logboek.gui.talks.year_words import in_the_list
from vp_logboek.gui.widgets.table import GROUP_ROLE, MAIN_ROLE

DATE, SUBJECT, KIND, DOSSIER = range(4)
ORDERS = (TalkOrder.DATE, TalkOrder.SUBJECT, TalkOrder.KIND, TalkOrder.DOSSIER)
HEADERS = ("Datum", "Onderwerp", "Soort", "Dossier")

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
PAGE = 400
"""Talks that are read together: a list of no more is there as a whole at once."""


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
        self._rows = Rows()
        self._rising: Sequence[int] = ()
        self._rising_by = DATE
        self._lines: dict[int, Line] = {}
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
        if self._rows.ids:
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

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of talk that are here, or can be while not every talk was read, in a word."""
        here = (line.cells[KIND] for line in self._lines.values())
        return frozenset(here if self.is_whole else SHORT_KINDS.values())

    def talk_id(self, row: int) -> int | None:
        """The id of the talk in a row; None for a heading."""
        place = self._rows.place(row)
        return None if place is None else self._rows.ids[place]

    def talk(self, row: int) -> TalkRow | None:
        """The talk in a row; None for a heading, and for one that was not read yet."""
        id_ = self.talk_id(row)
        return None if id_ is None else self._lines.get(id_, UNREAD).talk

    def row_of(self, talk: int) -> int | None:
        """The row in which a talk stands, by its id."""
        return next(iter(self.rows_of((talk,))), None)

    def rows_of(self, talks: Collection[int]) -> list[int]:
        """The rows of those of these talks that are here, from top to bottom."""
        return self._rows.of(talks)

    def ids_between(self, top: int, bottom: int) -> Sequence[int]:
        """The talks from one row to another, headings left out."""
        return self._rows.between(top, bottom)

    def groups(self) -> Iterator[int]:
        """The rows that are headings."""
        return iter(self._rows.headings)

    # --- as Qt asks it ------------------------------------------------------------------------

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(HEADERS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADERS[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._rows.place(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        place = self._rows.place(row)
        if role == GROUP_ROLE:
            return place is None
        line = heading_of(self._rows.heading(row)) if place is None else self._read(place)
        if role == MAIN_ROLE:
            return line.main if column == SUBJECT else None
        return self._said(line, column, role)

    def _said(self, line: Line, column: int, role: int) -> str | None:
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
            rising = [talk.id for talk in sorted(talks, key=sorting_key(self._column, self._tree))]
        ids = rising[::-1] if self.is_descending else rising
        months = self._listing.months if self._column == DATE else ()
        self._rows = arranged(ids, months if self.is_descending else months[::-1])

    def _line(self, talk: TalkRow) -> Line:
        return line_of(talk, self._tree, self._late.get(talk.id), self._with_year)

    # --- pages --------------------------------------------------------------------------------

    def _read(self, place: int) -> Line:
        line = self._lines.get(self._rows.ids[place])
        if line is None:
            self._looked_at = place
            if not self._pause.isActive():
                self._pause.start()
        return line or UNREAD

    def _ask(self) -> None:
        """What lies around what is looked at; a talk that is gone is not asked for twice."""
        first = max(0, self._looked_at - PAGE // 2)
        around = self._rows.ids[first : first + PAGE]
        page = [one for one in around if one not in self._lines and one not in self._asked]
        if page:
            self._asked.update(page)
            self.page_wanted.emit(page)
