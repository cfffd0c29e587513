"""The subject tree as a Qt model: five main classes with their leaves."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from vp_logboek.domain.subjects import MainClass, Subject, SubjectTree

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
MAINS = tuple(MainClass)
_CLASS = 0
"""Internal id of a main class; a leaf has the position of its class plus one."""


class SubjectModel(QAbstractItemModel):
    """Two columns: the name, and whether a leaf is one's own or out of use."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._leaves: dict[MainClass, tuple[Subject, ...]] = {}
        self._headers = (self.tr("Onderwerp"), self.tr("Bijzonder"))

    def show_tree(self, tree: SubjectTree) -> None:
        """Show this tree."""
        self.beginResetModel()
        self._leaves = {main: tree.under(main) for main in MAINS}
        self.endResetModel()

    def leaf(self, index: Index) -> Subject | None:
        """The leaf at a place; None for a main class."""
        if not index.isValid() or index.internalId() == _CLASS:
            return None
        return self._leaves[MAINS[index.internalId() - 1]][index.row()]

    def main(self, index: Index) -> MainClass | None:
        """The main class a place is in."""
        if not index.isValid():
            return None
        return MAINS[index.row() if index.internalId() == _CLASS else index.internalId() - 1]

    def place_of(self, code: str) -> QModelIndex:
        """Where a leaf stands; nowhere when there is none of this code."""
        for position, main in enumerate(MAINS):
            for row, leaf in enumerate(self._leaves.get(main, ())):
                if leaf.code == code:
                    return self.createIndex(row, 0, position + 1)
        return QModelIndex()

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _CLASS)

    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or index.internalId() == _CLASS:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _CLASS)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        if not parent.isValid():
            return len(MAINS) if self._leaves else 0
        if parent.internalId() != _CLASS or parent.column() > 0:
            return 0
        return len(self._leaves[MAINS[parent.row()]])

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return len(self._headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        leaf = self.leaf(index)
        if leaf is None:
            main = self.main(index)
            return main.label if main and index.column() == 0 else ""
        return leaf.label if index.column() == 0 else self._remark(leaf)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return self._headers[section]

    def _remark(self, leaf: Subject) -> str:
        remarks = [self.tr("eigen onderwerp")] if leaf.custom else []
        remarks += [self.tr("niet in de keuzelijst")] if leaf.retired else []
        return ", ".join(remarks)
