"""A table of prepared rows: what every list but that of talks needs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from vp_logboek.domain.subjects import MainClass
from vp_logboek.gui.widgets.table import MAIN_ROLE

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row(Generic[T]):
    """One row as it is shown, with what it stands for; ``order`` are the values to sort by."""

    item: T
    cells: tuple[str, ...]
    order: tuple[object, ...] = ()
    main: MainClass | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """A column: its title, whether it holds figures, and whether it shows the edge of a class."""

    title: str
    figures: bool = False
    edge: bool = False


class RowsModel(QAbstractTableModel, Generic[T]):
    """Rows prepared once; ``data()`` is a look-up."""

    def __init__(self, heads: Sequence[Head], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads = tuple(heads)
        self._rows: list[Row[T]] = []
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    def set_rows(self, rows: Sequence[Row[T]]) -> None:
        """Show these rows, sorted as before."""
        self.beginResetModel()
        self._rows = list(rows)
        self._sort()
        self.endResetModel()

    def item(self, row: int) -> T | None:
        """What a row stands for."""
        return self._rows[row].item if 0 <= row < len(self._rows) else None

    def items(self) -> list[T]:
        """What all rows stand for, in order."""
        return [row.item for row in self._rows]

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return ", ".join(cell for cell in row.cells if cell)
        if role == MAIN_ROLE and self._heads[index.column()].edge:
            return row.main
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.beginResetModel()
        self._sorted_by = (column, order)
        self._sort()
        self.endResetModel()

    def _sort(self) -> None:
        if self._sorted_by is not None and self._sorted_by[0] >= 0:
            column, order = self._sorted_by
            down = order is Qt.SortOrder.DescendingOrder
            self._rows.sort(key=lambda row: (row.order or row.cells)[column], reverse=down)  # type: ignore[arg-type,return-value]

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        middle = Qt.AlignmentFlag.AlignVCenter
        figures = self._heads[column].figures
        return middle | (Qt.AlignmentFlag.AlignRight if figures else Qt.AlignmentFlag.AlignLeft)
