"""Rows to choose several of: each with a box, from the keyboard as with the mouse."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtCore import QItemSelectionModel as Selection
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
)

from vp_logboek.gui.widgets.rows import Head, Row, RowsModel
from vp_logboek.gui.widgets.table import CalmTable
from vp_logboek.gui.widgets.tick_delegate import TickDelegate

Index = QModelIndex | QPersistentModelIndex
T = TypeVar("T")

BOX_ROOM = 40
"""Pixels that the box takes beside the words of the first column."""
MOST_SHOWN = 6
_LEAST_LINES = 6
"""Lines of text that a table shows at least that fills; where it is lower the page scrolls."""
_CHOOSING = (Qt.Key.Key_Space, Qt.Key.Key_Select)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LEAST_LETTERS = 24
"""What the column that stretches has at least, before another goes out of sight."""


class TickTable(CalmTable, Generic[T]):
    """A click or the space bar chooses a row and lets it go; Ctrl+A chooses all. Enter opens one,
    or chooses it too where nothing ``opens``.

    ``ticked`` tells that other rows are chosen, ``delete_pressed`` is the key of that name. What is
    chosen stays so when the rows are read again; ``key`` tells which row is the same. ``fills``: it
    takes the height there is, as far as it has rows.
    """

    ticked = Signal()
    delete_pressed = Signal()

    def __init__(
        self,
        name: str,
        heads: Sequence[Head],
        key: Callable[[T], int],
        fills: bool = False,
        opens: bool = True,
    ) -> None:
        super().__init__(name)
        self._key = key
        self._fills = fills
        self._choosing = _CHOOSING if opens else (*_CHOOSING, *_ENTER)
        self._stretch = 0
        self._texts: dict[int, str] = {}
        self._first_to_go: tuple[int, ...] = ()
        self.rows: RowsModel[T] = RowsModel(heads, self)
        self.setProperty("role", "ticks")
        self.setItemDelegate(TickDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        down = QSizePolicy.Policy.Expanding if fills else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, down)
        self.setModel(self.rows)
        self.selectionModel().selectionChanged.connect(self._tell)
        self.setAccessibleDescription(self.tr("De spatiebalk kiest een rij, Ctrl+A kiest alles."))

    def show_rows(self, rows: Sequence[Row[T]]) -> None:
        """Show these rows; those that were chosen stay chosen.

        The keyboard is at one of them from the beginning: the space bar must choose something.
        """
        kept = {self._key(one) for one in self.chosen()}
        here = self.rows.item(self.currentIndex().row())
        self.rows.set_rows(rows)
        keys = [self._key(one) for one in self.rows.items()]
        self._choose_rows([row for row, key in enumerate(keys) if key in kept])
        if keys:
            was = None if here is None else self._key(here)
            self._go_to(keys.index(was) if was in keys else 0)
        self._fit_height()
        self.ticked.emit()

    def chosen(self) -> list[T]:
        """What the chosen rows stand for, in the order of the rows."""
        rows = {  # whole rows are chosen; Qt's own ``selectedRows`` asks for each cell of each
            row
            for part in self.selectionModel().selection().toList()
            for row in range(part.top(), part.bottom() + 1)
        }
        return [one for row in sorted(rows) if (one := self.rows.item(row)) is not None]

    def current(self) -> T | None:
        """What the row with the keyboard stands for."""
        return self.rows.item(self.currentIndex().row())

    def choose_all(self) -> None:
        """Choose every row."""
        self._choose_rows(range(self.rows.rowCount()))

    def choose_none(self) -> None:
        """Let every row go."""
        self.clearSelection()

    def set_columns(
        self, stretch: int, texts: dict[int, str], first_to_go: Sequence[int] = ()
    ) -> None:
        """Columns are as wide as these texts; the one that stretches gets the rest.

        Where that is too little the others go out of sight, the first of ``first_to_go`` first.
        """
        self._stretch, self._texts, self._first_to_go = stretch, texts, tuple(first_to_go)
        self.horizontalHeader().setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
        self._fit()

    def _fit(self) -> None:
        metrics, header = self.fontMetrics(), self.horizontalHeader()
        widths = {}
        for column, text in self._texts.items():
            self.setColumnHidden(column, False)  # Qt tells no width of a head out of sight
            words = metrics.horizontalAdvance(text) + 32 + (0 if column else BOX_ROOM)
            widths[column] = max(words, header.sectionSizeHint(column))
        room = self.viewport().width() - LEAST_LETTERS * metrics.averageCharWidth()
        gone = 0
        while gone < len(self._first_to_go) and sum(widths.values()) > room:
            widths.pop(self._first_to_go[gone])
            gone += 1
        for column in self._texts:
            self.setColumnHidden(column, column not in widths)
        for column, width in widths.items():
            self.setColumnWidth(column, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: object) -> None:
        super().changeEvent(event)
        if hasattr(self, "_texts"):
            self._fit()
            self._fit_height()

    def sizeHint(self) -> QSize:
        """As high as its rows, up to some; more of them scroll."""
        shown = min(MOST_SHOWN, self.rows.rowCount())
        return QSize(super().sizeHint().width(), self._height_of(shown))

    def minimumSizeHint(self) -> QSize:
        least = self.fontMetrics().height() * _LEAST_LINES
        height = min(least, self._whole()) if self._fills else self.sizeHint().height()
        return QSize(super().minimumSizeHint().width(), height)

    def _whole(self) -> int:
        return self._height_of(self.rows.rowCount())

    def _height_of(self, rows: int) -> int:
        bar = self.horizontalScrollBar()
        more = bar.sizeHint().height() if bar.isVisible() else 0
        head = self.horizontalHeader().sizeHint().height()
        shown = max(1, rows) * self.verticalHeader().defaultSectionSize()
        return head + shown + 2 * self.frameWidth() + more + 4

    def _fit_height(self) -> None:
        """A table that fills ends where its rows do."""
        if self._fills:
            self.setMaximumHeight(self._whole())
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in self._choosing and self.currentIndex().isValid():
            whole_row = Selection.SelectionFlag.Toggle | Selection.SelectionFlag.Rows
            self.selectionModel().select(self.currentIndex(), whole_row)
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)

    def _choose_rows(self, rows: Sequence[int]) -> None:
        wanted = QItemSelection()
        last = self.rows.columnCount() - 1
        for first, end in _runs(rows):
            wanted.select(self.rows.index(first, 0), self.rows.index(end, last))
        self.selectionModel().select(wanted, Selection.SelectionFlag.ClearAndSelect)

    def _go_to(self, row: int) -> None:
        self.selectionModel().setCurrentIndex(
            self.rows.index(row, 0), Selection.SelectionFlag.NoUpdate
        )

    def _tell(self) -> None:
        self.viewport().update()
        self.ticked.emit()


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Rows in order as first and last of what lies together: a thousand ranges take Qt long."""
    for _, together in groupby(enumerate(rows), lambda placed: placed[1] - placed[0]):
        run = [row for _, row in together]
        yield run[0], run[-1]
