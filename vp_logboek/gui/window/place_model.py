"""The places in a list, as Qt asks for them."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from vp_logboek.gui.window.place_kinds import Kind, Place, said_of
from vp_logboek.gui.window.place_rows import PLACE

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


class PlacesModel(QAbstractListModel):
    """The places in order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: list[Place] = []

    def set_places(self, places: list[Place]) -> None:
        """Show these."""
        self.beginResetModel()
        self._places = places
        self.endResetModel()

    def row_of(self, key: tuple[Kind, int | None]) -> int:
        """The row of a place, or 0."""
        return next((n for n, place in enumerate(self._places) if place.key == key), 0)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._places)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        place = self._places[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return place.label
        if role == PLACE:
            return place
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return said_of(place)
        return None
