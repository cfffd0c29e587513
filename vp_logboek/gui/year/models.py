"""A sheet as a Qt table: every answer is a look-up."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from vp_logboek.gui.year.cells import Cell, Sheet

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
CELL = Qt.ItemDataRole.UserRole
"""The role under which the painter finds the cell itself."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class SheetModel(QAbstractTableModel):
    """Shows one sheet; ``show_sheet`` replaces it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheet = Sheet((), ())

    def show_sheet(self, sheet: Sheet) -> None:
        """Show another sheet."""
        self.beginResetModel()
        self._sheet = sheet
        self.endResetModel()

    def cell(self, row: int, column: int) -> Cell:
        """The cell at a place that exists."""
        return self._sheet.rows[row][column]

    def beside(self, column: int) -> str:
        """The longest words beside a number in this column: all its bars begin after them."""
        return max((row[column].beside for row in self._sheet.rows), key=len, default="")

    def aside(self, column: int) -> str:
        """The longest muted words in this column; beside bars they take the room that is left."""
        if self.is_drawn(column):
            return ""
        return max((row[column].aside for row in self._sheet.rows), key=len, default="")

    def longest(self, column: int) -> str:
        """The longest of the header and of what stands below it."""
        texts = (self._sheet.headers[column], *(row[column].text for row in self._sheet.rows))
        return max(texts, key=len)

    def is_hatched(self, column: int) -> bool:
        """Whether stubs stand in this column that need room beside their mark."""
        return any(row[column].hatched for row in self._sheet.rows)

    def has_bars(self, column: int) -> bool:
        """Whether something stands right of the numbers of this column."""
        return any(row[column].has_bar or row[column].beside for row in self._sheet.rows)

    def is_drawn(self, column: int) -> bool:
        """Whether bars stand in this column: then each number stands at the end of its bar."""
        return any(row[column].has_bar for row in self._sheet.rows)

    @property
    def has_small_bars(self) -> bool:
        """Whether the columns of figures share the room, each with its bars."""
        return any(cell.small is not None for row in self._sheet.rows for cell in row)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._sheet.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._sheet.headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self.cell(index.row(), index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.text
            case Qt.ItemDataRole.ToolTipRole:
                return cell.aloud or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return cell.aloud or cell.text
            case Qt.ItemDataRole.UserRole:
                return cell
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return self._row_header(section, role)
        if section >= len(self._sheet.headers):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if not section or self.has_bars(section) else _RIGHT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._sheet.headers[section]

    def _row_header(self, row: int, role: int) -> str | None:
        """Nobody sees it; a screen reader says of which row a figure is."""
        if role != Qt.ItemDataRole.DisplayRole or row >= len(self._sheet.rows):
            return None
        return self.cell(row, 0).text
