"""Two tables side by side whose rows line up: what the counsellor sees and what HR sees."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableView

from vp_logboek.gui.year.cells import Sheet
from vp_logboek.gui.year.ink import GAP
from vp_logboek.gui.year.models import Index, SheetModel
from vp_logboek.gui.year.painter import CellPainter
from vp_logboek.gui.year.widths import Widths

_FLUSH = f"""
QTableView, QTableView:focus {{ border: none; border-radius: 0; }}
QHeaderView::section {{ padding-left: {GAP}px; padding-right: {GAP}px; }}
"""
"""A header stands exactly above its figures, which the painter puts at the same distance."""


class FigureTable(QTableView):
    """A sheet as a table without scroll bars: it is as high as its rows, the page scrolls.

    It is the picture and its accessible version at once: each bar is drawn in the cell of its
    figure. Arrows walk the rows, Tab leaves. ``walked`` carries the table itself.
    """

    row_chosen = Signal(int)
    walked = Signal(object)
    arranged = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._is_arriving = False
        self.sheet_model = SheetModel(self)
        self.setModel(self.sheet_model)
        self.setItemDelegate(CellPainter(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setStyleSheet(_FLUSH)
        self._set_headers()

    def _set_headers(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(1)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show another sheet, with the first row chosen but not announced."""
        self.sheet_model.show_sheet(sheet)
        self._share_width()

    def natural_heights(self) -> list[int]:
        """How high each row would be by itself, at the present widths."""
        return [self.sizeHintForRow(row) for row in range(self.sheet_model.rowCount())]

    def set_heights(self, heights: list[int]) -> None:
        """Make the rows this high, and the table as high as its rows."""
        for row, height in enumerate(heights):
            self.setRowHeight(row, height)
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(sum(heights) + max(0, head))  # of no column at all it is -1

    def least_width(self) -> int:
        """The width below which figures and words no longer fit beside each other."""
        return self._widths().least

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 26, 0)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and not self._is_arriving:
            self.row_chosen.emit(current.row())
            if previous.isValid():
                self.walked.emit(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()
        self.arranged.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._share_width()
            self.arranged.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who is brought here sees the first row chosen; who tabs to it is told of it, too."""
        self._is_arriving = event.reason() is Qt.FocusReason.OtherFocusReason
        super().focusInEvent(event)
        if self.sheet_model.rowCount() and not self.selectionModel().hasSelection():
            self.selectRow(max(0, self.currentIndex().row()))  # Qt makes one current, not chosen
        self._is_arriving = False
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters do nothing here: there is nothing to type or to search."""
        if event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _widths(self) -> Widths:
        return Widths(self.sheet_model, self.font(), self.horizontalHeader().sectionSizeHint(0))

    def _share_width(self) -> None:
        if self.sheet_model.columnCount():
            for column, width in enumerate(self._widths().shared(self.viewport().width())):
                self.setColumnWidth(column, width)


def line_up(left: FigureTable, right: FigureTable) -> None:
    """Give the rows of two tables with as many rows the same heights."""
    pairs = zip(left.natural_heights(), right.natural_heights(), strict=True)
    heights = [max(pair) for pair in pairs]
    left.set_heights(heights)
    right.set_heights(heights)
