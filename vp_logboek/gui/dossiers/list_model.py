"""The rows of the list of dossiers; the words of a row are made when somebody looks at it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal

from vp_logboek.gui.dossiers.list_columns import HEADS
from vp_logboek.gui.widgets.rows import Index, Row, RowsModel
from vp_logboek.services.dossier_list import Line


class DossierModel(RowsModel[Line]):
    """Lines in their order. ``order_wanted`` tells that ``order`` became another one: who has all
    the dossiers makes it, for to sort them takes too long here where there are many.
    """

    order_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(HEADS, parent)
        self._lines: Sequence[Line] = ()
        self.order = (-1, Qt.SortOrder.AscendingOrder)

    def set_lines(self, lines: Sequence[Line], words_of: Callable[[Line], Row[Line]]) -> None:
        """Show these, as they are ordered."""
        self.beginResetModel()
        self._lines, self._words_of = lines, words_of
        self._rows = [_NOT_SEEN] * len(lines)
        self.endResetModel()

    def item(self, row: int) -> Line | None:
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def items(self) -> list[Line]:
        return list(self._lines)

    def row_of(self, dossier: int | None) -> int | None:
        """Where a dossier stands; None when it is not listed."""
        rows = (row for row, line in enumerate(self._lines) if line.row.id == dossier)
        return next(rows, None)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = index.row()
        if index.isValid() and self._rows[row] is _NOT_SEEN:
            self._rows[row] = self._words_of(self._lines[row])
        return super().data(index, role)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.order = (column, order)
        self.order_wanted.emit()


_NOT_SEEN: Row[Line] = Row(None, ())  # type: ignore[arg-type]  # what it stands for is asked of us
