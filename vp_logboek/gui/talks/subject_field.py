"""The subject: a few letters find it, grouped under the five main classes."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QFocusEvent,
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
)

from vp_logboek.domain.subjects import MainClass, Subject, SubjectTree, rest_of
from vp_logboek.gui.icons import icon
from vp_logboek.gui.theme import LIGHT, Colours, colours_of
from vp_logboek.gui.widgets.private import keep_private

_CODE = Qt.ItemDataRole.UserRole
_MAIN = Qt.ItemDataRole.UserRole + 1
_SEARCH = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex


class SubjectField(QLineEdit):
    """Type a few letters or open the list. ``chosen`` tells that a leaf was chosen."""

    chosen = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._tree = SubjectTree(())
        self._code: str | None = None
        self._model = QStandardItemModel(self)
        self._finder = _Finder(self._model, self)
        self.setCompleter(self._finder)
        keep_private(self)
        self.setPlaceholderText(self.tr("Typ een paar letters, of open de lijst"))
        self._all = QAction(icon("chevron-down"), self.tr("Toon alle onderwerpen"), self)
        self._all.triggered.connect(self.show_all)
        self.addAction(self._all, QLineEdit.ActionPosition.TrailingPosition)
        self.textEdited.connect(self._forget)
        self._finder.activated.connect(self._take)

    def set_tree(self, tree: SubjectTree, keep: str | None = None) -> None:
        """Offer these subjects; retired ones only when it is ``keep``."""
        self._tree = tree
        self._model.clear()
        for leaf in tree:
            if not leaf.retired or leaf.code == keep:
                self._model.appendRow(_item(tree, leaf))

    def code(self) -> str | None:
        """The chosen leaf, or None as long as the text is not one."""
        return self._code

    def choose(self, code: str | None) -> None:
        """Choose a leaf by its code; None empties the field."""
        self._code = code
        self.setText("" if code is None else self._tree.full_label(code))
        self.setCursorPosition(0)

    def settle(self) -> None:
        """Take the only leaf that the typed letters can mean."""
        if self._code is None and self.text().strip():
            codes = self._meant(self.text())
            if len(codes) == 1:
                self.choose(codes[0])
                self.chosen.emit()

    def show_all(self) -> None:
        """Open the whole list."""
        self.setFocus()
        self._finder.setCompletionPrefix("")
        self._finder.complete()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._all.setIcon(icon("chevron-down"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not self._finder.rows.isVisible():
            self.show_all()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.settle()
            self.left.emit()

    def _meant(self, text: str) -> list[str]:
        exact = self._tree.find(text)
        if exact is not None:
            return [exact.code]
        wanted = text.strip().casefold()
        labels = {leaf.code: self._tree.full_label(leaf.code) for leaf in self._tree}
        offered = [self._model.item(row).data(_CODE) for row in range(self._model.rowCount())]
        return [code for code in offered if wanted in labels[code].casefold()]

    def _forget(self) -> None:
        self._code = None

    def _take(self, label: str) -> None:
        leaf = self._tree.find(label)
        if leaf is not None:
            self.choose(leaf.code)
            self.chosen.emit()


def _item(tree: SubjectTree, leaf: Subject) -> QStandardItem:
    item = QStandardItem(tree.full_label(leaf.code))
    item.setData(leaf.code, _CODE)
    item.setData(leaf.main, _MAIN)
    words = leaf.label if leaf.code != rest_of(leaf.main) else f"{leaf.main.label} {leaf.label}"
    item.setData(words, _SEARCH)
    spoken = f"{words}, {leaf.main.label}"
    item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
    return item


class _Finder(QCompleter):
    """Finds the letters anywhere in a label, and in the name of a class for its rest leaf."""

    def __init__(self, model: QStandardItemModel, parent: QLineEdit) -> None:
        super().__init__(model, parent)
        self.setCompletionRole(_SEARCH)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setMaxVisibleItems(12)
        self.rows = QListView()
        self.rows.setAccessibleName(parent.tr("Onderwerpen"))
        self.setPopup(self.rows)
        self.rows.setItemDelegate(_GroupedRows(self.rows))  # setPopup puts its own in place

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
        if _begins_group(index):
            row.setTop(row.top() + row.height() // 2)
            _paint_group(painter, option, main, row, colours)
        _paint_leaf(painter, option, index, row, colours.main(main))
        painter.restore()


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
