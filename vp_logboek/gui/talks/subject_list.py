"""The list under the field of the subject: found by letters, grouped by main class."""

import unicodedata
from math import ceil

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QPainter,
    QPalette,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from vp_logboek.domain.subjects import MainClass, Subject, SubjectTree, rest_of
from vp_logboek.gui.theme import LIGHT, Colours, colours_of

CODE = Qt.ItemDataRole.UserRole
_MAIN = Qt.ItemDataRole.UserRole + 1
_SEARCH = Qt.ItemDataRole.UserRole + 2
LETTERS = "letters"
"""Property of the list: what is found by letters that were typed, so that Enter takes the first."""
_MOST = 12
"""Rows that are seen without scrolling."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

Index = QModelIndex | QPersistentModelIndex


def plain(text: str) -> str:
    """Without capitals and accents, as one looks for it."""
    apart = unicodedata.normalize("NFKD", text.strip().casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def subject_item(tree: SubjectTree, leaf: Subject) -> QStandardItem:
    item = QStandardItem(tree.full_label(leaf.code))
    item.setData(leaf.code, CODE)
    item.setData(leaf.main, _MAIN)
    words = leaf.label if leaf.code != rest_of(leaf.main) else f"{leaf.main.label} {leaf.label}"
    item.setData(plain(words), _SEARCH)
    spoken = f"{words}, {leaf.main.label}"
    item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
    return item


class _Rows(QListView):
    """Opens as high as what is in it: Qt takes as many times the height of the first row."""

    def sizeHintForRow(self, row: int) -> int:
        """A row at the average, since those that begin a group are twice as high."""
        shown = min(self.model().rowCount(), _MOST)
        heights = [super(_Rows, self).sizeHintForRow(one) for one in range(shown)]
        return ceil(sum(heights) / shown) if shown else super().sizeHintForRow(row)


class SubjectFinder(QCompleter):
    """Finds the letters anywhere in a label, and in the name of a class for its rest leaf."""

    def __init__(self, model: QStandardItemModel, parent: QLineEdit) -> None:
        super().__init__(model, parent)
        self.setCompletionRole(_SEARCH)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setMaxVisibleItems(_MOST)
        self.rows = _Rows()
        self.rows.setAccessibleName(parent.tr("Onderwerpen"))
        self.setPopup(self.rows)
        self.rows.setItemDelegate(_GroupedRows(self.rows))  # setPopup puts its own in place

    def splitPath(self, path: str) -> list[str]:
        self.rows.setProperty(LETTERS, bool(path.strip()))
        return [plain(path)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes the first one, where none was chosen with the arrow keys."""
        if watched is self.rows and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            first = self.first()
            is_press = event.type() == QEvent.Type.KeyPress
            if is_press and first is not None and not self.rows.currentIndex().isValid():
                self.rows.hide()
                self.activated.emit(self.pathFromIndex(first))
                return True
        return super().eventFilter(watched, event)

    def first(self) -> QModelIndex | None:
        """The first of what was found, where letters were typed."""
        if not self.completionPrefix() or self.completionCount() == 0:
            return None
        return self.completionModel().index(0, 0)

    def pathFromIndex(self, index: Index) -> str:
        return str(index.data(Qt.ItemDataRole.DisplayRole) or "")


class _GroupedRows(QStyledItemDelegate):
    """Above the first leaf of each class stands the name of the class."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = option.fontMetrics.height() + 12
        return QSize(100, height * 2 if _begins_group(index) else height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        main = MainClass(index.data(_MAIN))  # Qt hands it back as its plain code
        row = QRect(option.rect)
        painter.save()
        colours = colours_of(option.widget) if option.widget is not None else LIGHT
        waits = index.row() == 0 and _takes_first(option.widget)
        if _begins_group(index):
            row.setTop(row.top() + row.height() // 2)
            _paint_group(painter, option, main, row, colours)
        if waits:
            painter.fillRect(row, QColor(colours.hover))
        _paint_leaf(painter, option, index, row, colours.main(main))
        painter.restore()


def _takes_first(rows: QWidget | None) -> bool:
    """Whether Enter would take the first one."""
    if not isinstance(rows, QListView) or rows.currentIndex().isValid():
        return False
    return bool(rows.property(LETTERS))


def _begins_group(index: Index) -> bool:
    above = index.sibling(index.row() - 1, index.column())
    return not above.isValid() or above.data(_MAIN) != index.data(_MAIN)


def _paint_group(
    painter: QPainter, option: QStyleOptionViewItem, main: MainClass, row: QRect, colours: Colours
) -> None:
    name = QRect(option.rect)
    name.setBottom(row.top() - 1)
    font = painter.font()
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(QColor(colours.main(main)))
    painter.drawText(name.adjusted(10, 0, -8, 0), _LEFT, main.label)
    painter.setFont(option.font)


def _paint_leaf(
    painter: QPainter, option: QStyleOptionViewItem, index: Index, row: QRect, edge: str
) -> None:
    role = QPalette.ColorRole
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    if chosen:
        painter.fillRect(row, option.palette.color(role.Highlight))
    painter.fillRect(QRect(row.left() + 10, row.top() + 5, 4, row.height() - 10), QColor(edge))
    painter.setPen(option.palette.color(role.HighlightedText if chosen else role.Text))
    text = str(index.data(Qt.ItemDataRole.DisplayRole))
    space = row.adjusted(24, 0, -8, 0)
    fitting = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, space.width())
    painter.drawText(space, _LEFT, fitting)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
