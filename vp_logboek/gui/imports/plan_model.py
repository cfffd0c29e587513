"""The dry run as a Qt table: what each row becomes, or why it is refused."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from vp_logboek.messages import in_words
from vp_logboek.services.import_table import PlannedRow

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
HEADERS = ("Rij", "Datum", "Dossier", "Organisatie", "Onderwerp", "Soort gesprek", "Wordt", "Reden")
ORGANISATION, REASON = 3, 7


def _cells(row: PlannedRow) -> tuple[str, ...]:
    return (
        str(row.number),
        "" if row.on is None else in_words(row.on),
        row.dossier,
        row.organisation,
        row.subject,
        row.kind,
        row.becomes,
        row.problem,
    )


class PlanModel(QAbstractTableModel):
    """The rows of a plan; the cells are prepared once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[str, ...], ...] = ()

    def show_rows(self, rows: Sequence[PlannedRow]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._rows = tuple(_cells(row) for row in rows)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(HEADERS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._rows[index.row()][index.column()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return HEADERS[section]
