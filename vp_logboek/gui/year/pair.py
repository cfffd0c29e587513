"""Two tables side by side whose rows line up: what the counsellor sees and what HR sees."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableView

from vp_logboek.gui.year.cells import Sheet
from vp_logboek.gui.year.ink import GAP, beside_width, figure_width, strong
from vp_logboek.gui.year.models import Index, SheetModel
from vp_logboek.gui.year.painter import EDGE, INDENT, CellPainter

_FLUSH = f"""
QTableView, QTableView:focus {{ border: none; border-radius: 0; }}
QHeaderView::section {{ padding-left: {GAP}px; padding-right: {GAP}px; }}
"""
"""A header stands exactly above its figures, which the painter puts at the same distance."""
_LABEL_SHARES = (0.35, 0.5, 0.6)
"""Of the room that labels and bars share: the least for the labels, the most for those of parts,
and the most for any.
"""

_LABEL_AND_BAR, _LABEL_ALONE = 34, 22
"""The least room for labels, with bars beside them and without, in average characters."""


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
        characters = _LABEL_AND_BAR if self._column_with_bars() else _LABEL_ALONE
        return sum(self._figure_widths()) + self.fontMetrics().averageCharWidth() * characters

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

    def _figure_widths(self) -> list[int]:
        """The least width of each column but the first; a column with bars gets more."""
        metrics = QFontMetrics(strong(self.font()))
        model = self.sheet_model
        return [
            figure_width(metrics, model.longest(column), model.is_hatched(column))
            + beside_width(metrics, model.beside(column))
            + beside_width(metrics, model.aside(column))
            + 3 * GAP
            for column in range(1, model.columnCount())
        ]

    def _share_width(self) -> None:
        if not self.sheet_model.columnCount():
            return
        widths = self._figure_widths()
        room = self.viewport().width() - sum(widths)
        bars = self._column_with_bars()
        if self.sheet_model.has_small_bars:
            room = self._spread(widths, room)
        label = self._label_width(room) if bars else max(room, self._least_label())
        self.setColumnWidth(0, label)
        for column, width in enumerate(widths, start=1):
            extra = max(room - label, 0) if column == bars else 0
            self.setColumnWidth(column, width + extra)

    def _spread(self, widths: list[int], room: int) -> int:
        """Give each year as much of the room as the others; what is left is for the labels."""
        more = max(room - self._label_width(room), 0) // len(widths)
        widths[:] = [width + more for width in widths]
        return room - more * len(widths)

    def _least_label(self) -> int:
        """A label breaks between words, and never in one."""
        wide = QFontMetrics(strong(self.font())).horizontalAdvance
        cells = [self.sheet_model.cell(row, 0) for row in range(self.sheet_model.rowCount())]
        words = (wide(word) + INDENT * cell.depth for cell in cells for word in cell.text.split())
        header = self.horizontalHeader().sectionSizeHint(0)
        some = self.fontMetrics().averageCharWidth() * 12
        return max(header, some, max(words, default=0) + EDGE + 2 * GAP)

    def _label_width(self, room: int) -> int:
        """As wide as the longest label is, within bounds; longer parts take more lines."""
        metrics = QFontMetrics(strong(self.font()))
        wanted = {False: 0, True: 0}
        for row in range(self.sheet_model.rowCount()):
            cell = self.sheet_model.cell(row, 0)
            width = metrics.horizontalAdvance(cell.text) + INDENT * cell.depth
            wanted[cell.depth > 0] = max(wanted[cell.depth > 0], width)
        least, for_parts, greatest = (round(room * share) for share in _LABEL_SHARES)
        whole, part = (width + EDGE + 3 * GAP for width in wanted.values())
        comfortable = min(max(whole, min(part, for_parts), least), greatest)
        return max(comfortable, self._least_label())

    def _column_with_bars(self) -> int:
        """The column in which bars stand; 0 when there are none."""
        model = self.sheet_model
        for row in range(model.rowCount()):
            for column in range(1, model.columnCount()):
                if model.cell(row, column).has_bar:
                    return column
        return 0


def line_up(left: FigureTable, right: FigureTable) -> None:
    """Give the rows of two tables with as many rows the same heights."""
    pairs = zip(left.natural_heights(), right.natural_heights(), strict=True)
    heights = [max(pair) for pair in pairs]
    left.set_heights(heights)
    right.set_heights(heights)
