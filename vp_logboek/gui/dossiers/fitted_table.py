"""A table on a page that scrolls: as high as its rows, and opened by one click or by Enter."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHeaderView, QSizePolicy

from vp_logboek.gui.widgets.rows import Head, Row, RowsModel
from vp_logboek.gui.widgets.table import CalmTable, Index

MOST_SHOWN = 8
T = TypeVar("T")


class FittedTable(CalmTable, Generic[T]):
    """The first column is as wide as ``first``, the last takes the rest. ``opened`` carries what
    the row stands for.
    """

    opened = Signal(object)

    def __init__(self, name: str, heads: Sequence[Head], widths: Sequence[str]) -> None:
        super().__init__(name)
        self._widths = tuple(widths)
        self.rows: RowsModel[T] = RowsModel(heads, self)
        self.setModel(self.rows)
        header = self.horizontalHeader()
        header.setSectionResizeMode(len(widths), QHeaderView.ResizeMode.Stretch)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.row_opened.connect(self._open_row)
        self.clicked.connect(self._open_clicked)
        self._fit()

    def show_rows(self, rows: Sequence[Row[T]]) -> None:
        """Show these rows; the keyboard stays in its place."""
        here = self.currentIndex().row()
        self.rows.set_rows(rows)
        if 0 <= here < len(rows):
            self.setCurrentIndex(self.rows.index(here, 0))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        shown = max(1, min(MOST_SHOWN, self.rows.rowCount()))
        height = shown * self.verticalHeader().defaultSectionSize() + 2 * self.frameWidth()
        header = self.horizontalHeader()
        if not header.isHidden():
            height += header.sizeHint().height()
        return QSize(super().sizeHint().width(), height + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def changeEvent(self, event: object) -> None:
        super().changeEvent(event)
        if hasattr(self, "_widths"):
            self._fit()
            self.updateGeometry()

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        for column, text in enumerate(self._widths):
            self.setColumnWidth(column, metrics.horizontalAdvance(text) + 32)

    def _open_clicked(self, index: Index) -> None:
        self._open_row(index.row())

    def _open_row(self, row: int) -> None:
        item = self.rows.item(row)
        if item is not None:
            self.opened.emit(item)
