"""A calm table: whole rows, room to breathe, an edge in the colour of the main class."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QHelpEvent, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from vp_logboek.domain.subjects import MainClass
from vp_logboek.gui.theme import colours_of

MAIN_ROLE = Qt.ItemDataRole.UserRole + 1
"""The main class of a cell that shows its edge; Qt hands it back as its plain code."""
GROUP_ROLE = Qt.ItemDataRole.UserRole + 2
"""True for a row that is only the heading of those below it."""

Index = QModelIndex | QPersistentModelIndex
_SPARE = 12
"""Pixels that a column is wider than its words."""
_Move = QAbstractItemView.CursorAction
_COMING = (_Move.MoveNext, _Move.MovePrevious)
"""What Qt asks when the keyboard comes to a view, by Tab or otherwise."""


class EdgeDelegate(QStyledItemDelegate):
    """Paints the 4 px edge beside a subject, and group rows as headings."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        if index.data(GROUP_ROLE):
            font = QFont(option.font)
            font.setWeight(QFont.Weight.DemiBold)
            option.font = font
            if option.widget is not None:  # nobody can choose it, but it is there to be read
                muted = QColor(colours_of(option.widget).muted)
                option.palette.setColor(QPalette.ColorRole.Text, muted)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        main = index.data(MAIN_ROLE)
        super().paint(painter, option, index)
        if main and option.widget is not None:
            colour = self.edge_colour(
                option, QColor(colours_of(option.widget).main(MainClass(main)))
            )
            top = option.rect.topLeft() + QPoint(2, 7)
            painter.fillRect(top.x(), top.y(), 4, option.rect.height() - 14, colour)

    def edge_colour(self, option: QStyleOptionViewItem, own: QColor) -> QColor:
        """The colour of a class, or that of the words on a row that is chosen."""
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        return option.palette.color(QPalette.ColorRole.HighlightedText) if chosen else own

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """What is cut off is told in full where the mouse rests on it."""
        tip = index.data(Qt.ItemDataRole.ToolTipRole) or self.tip_of(option, index)
        if event.type() == QEvent.Type.ToolTip and tip:
            QToolTip.showText(event.globalPos(), str(tip), view)
            return True
        return super().helpEvent(event, view, option, index)

    def tip_of(self, option: QStyleOptionViewItem, index: Index) -> str:
        """The words of a cell that has too little room for them."""
        has_room = option.rect.width() >= self.sizeHint(option, index).width() - _SPARE
        return "" if has_room else str(index.data() or "")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width() + _SPARE, size.height())


class CalmTable(QTableView):
    """Read-only rows; ``row_opened`` is Enter or a double click, ``row_chosen`` a new row."""

    row_chosen = Signal(int)
    row_opened = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setItemDelegate(EdgeDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.activated.connect(self._open)
        self.fit_rows()

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        self.selectionModel().currentRowChanged.connect(self._choose)

    def fit_rows(self) -> None:
        """36 px rows at 100 %, growing with the text."""
        height = self.fontMetrics().height() + 16
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalHeader().setMinimumSectionSize(height)

    def changeEvent(self, event: object) -> None:
        super().changeEvent(event)  # type: ignore[arg-type]
        if self.verticalHeader() is not None:
            self.fit_rows()

    def moveCursor(self, action: _Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """From nowhere the keys go to the first row, or the last: Qt goes to row 0, and stays
        nowhere where that is a heading. That the keyboard only comes here chooses nothing.
        """
        if self.currentIndex().isValid():
            return super().moveCursor(action, modifiers)
        if action in _COMING:
            return QModelIndex()
        rows = range(self.model().rowCount())
        backwards = action is _Move.MoveEnd
        for row in reversed(rows) if backwards else rows:
            index = self.model().index(row, 0)
            if index.flags() & Qt.ItemFlag.ItemIsSelectable:
                return index
        return QModelIndex()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _choose(self, index: Index) -> None:
        if index.isValid():
            self.row_chosen.emit(index.row())

    def _open(self, index: Index) -> None:
        if index.isValid():
            self.row_opened.emit(index.row())
