"""The list of talks: rows prepared once, ``data()`` is a look-up; months are headings."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from vp_logboek.domain.conversation import ConversationKind
from vp_logboek.domain.listing import TalkRow
from vp_logboek.domain.subjects import MainClass, SubjectTree
from vp_logboek.gui.talks.year_words import in_the_list
from vp_logboek.gui.widgets import short_day
from vp_logboek.gui.widgets.table import GROUP_ROLE, MAIN_ROLE
from vp_logboek.messages import MONTHS, in_words

DATE, SUBJECT, KIND, DOSSIER = range(4)
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


@dataclass(frozen=True, slots=True)
class _Line:
    """One row as it is shown; ``talk`` None for the heading of a month."""

    cells: tuple[str, str, str, str]
    spoken: str
    talk: TalkRow | None = None
    main: MainClass | None = None


class TalkModel(QAbstractTableModel):
    """Talks in four columns. Sorted by date the months are headings."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._talks: tuple[TalkRow, ...] = ()
        self._lines: list[_Line] = []
        self._tree = SubjectTree(())
        self._late: Mapping[int, str] = {}
        self._with_year = False
        self._column = DATE
        self._order = Qt.SortOrder.DescendingOrder

    def set_talks(
        self,
        talks: tuple[TalkRow, ...],
        tree: SubjectTree,
        with_year: bool = False,
        late: Mapping[int, str] | None = None,
    ) -> None:
        """Show these talks; ``with_year`` when they can be of several years. ``late`` are those
        that count in another year, by their id, with its name.
        """
        self.beginResetModel()
        self._talks, self._tree, self._with_year = talks, tree, with_year
        self._late = late or {}
        self._prepare()
        self.endResetModel()

    def talk(self, row: int) -> TalkRow | None:
        """The talk in a row; None for a heading."""
        return self._lines[row].talk if 0 <= row < len(self._lines) else None

    def row_of(self, talk: int) -> int | None:
        """The row in which a talk stands, by its id."""
        rows = (n for n, line in enumerate(self._lines) if line.talk and line.talk.id == talk)
        return next(rows, None)

    def groups(self) -> Iterator[int]:
        """The rows that are headings."""
        return (row for row, line in enumerate(self._lines) if line.talk is None)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(HEADERS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADERS[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._lines[index.row()].talk is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], index.column()
        if role == MAIN_ROLE:
            return line.main if column == SUBJECT else None
        if role == GROUP_ROLE:
            return line.talk is None
        return self._said(line, column, role)

    def _said(self, line: _Line, column: int, role: int) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole:
            return line.cells[column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken if column == DATE else line.cells[column]
        late = self._late.get(line.talk.id) if line.talk else None
        return in_the_list(late) if late and role == Qt.ItemDataRole.ToolTipRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.beginResetModel()
        self._column, self._order = column, order
        self._prepare()
        self.endResetModel()

    def _prepare(self) -> None:
        reverse = self._order is Qt.SortOrder.DescendingOrder
        talks = sorted(self._talks, key=self._key(), reverse=reverse)
        self._lines = list(
            self._by_month(talks) if self._column == DATE else map(self._line, talks)
        )

    def _key(self) -> Callable[[TalkRow], tuple[object, ...]]:
        tree = self._tree
        return (
            lambda talk: (talk.on, talk.id),
            lambda talk: (tree.full_label(talk.subject), talk.on, talk.id),
            lambda talk: (talk.kind.label, talk.on, talk.id),
            lambda talk: (talk.dossier_number, talk.on, talk.id),
        )[self._column]

    def _by_month(self, talks: list[TalkRow]) -> Iterator[_Line]:
        for (year, month), group in groupby(talks, lambda talk: (talk.on.year, talk.on.month)):
            name = f"{MONTHS[month - 1]} {year}"
            yield _Line((name, "", "", ""), name)
            yield from map(self._line, group)

    def _line(self, talk: TalkRow) -> _Line:
        subject = self._tree.full_label(talk.subject)
        cells = (self._day(talk.on), subject, _SHORT_KINDS[talk.kind], talk.dossier_number)
        spoken = f"{in_words(talk.on)}, {subject}, {talk.kind.label}, {talk.dossier_number}"
        if talk.id in self._late:
            spoken = f"{spoken}, {in_the_list(self._late[talk.id])}"
        return _Line(cells, spoken, talk, self._tree.main_of(talk.subject))

    def _day(self, on: date) -> str:
        return f"{short_day(on)} {on.year}" if self._with_year else short_day(on)
