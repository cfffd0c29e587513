"""The table of talks: several can be chosen, and what is chosen stays when it is read again."""

from collections.abc import Sequence
from itertools import chain

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView

from vp_logboek.gui.talks.list_columns import Columns
from vp_logboek.gui.talks.list_model import DATE, TalkModel
from vp_logboek.gui.widgets.table import CalmTable

_Flag = QItemSelectionModel.SelectionFlag
_STEPS = (Qt.Key.Key_Down, Qt.Key.Key_Up)


class TalkTable(CalmTable):
    """``choice_changed`` tells that other talks are chosen, by whoever sits at the keyboard."""

    choice_changed = Signal()

    def __init__(self, name: str, model: TalkModel) -> None:
        super().__init__(name)
        self._talks = model
        self._held: tuple[frozenset[int], int | None, int] = (frozenset(), None, -1)
        self._is_restoring = False
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(False)
        self.setModel(model)
        # the headings ask of each row whether it is chosen, which takes seconds: of none it is
        self.horizontalHeader().setSelectionModel(QItemSelectionModel(model, self))
        model.modelAboutToBeReset.connect(self._hold)
        model.modelReset.connect(self._take_up)
        self.setSortingEnabled(True)
        self.sortByColumn(DATE, Qt.SortOrder.DescendingOrder)
        self.columns = Columns(self)

    # --- what is chosen -----------------------------------------------------------------------

    def chosen(self) -> tuple[int, ...]:
        """The ids of the talks that are chosen, from top to bottom."""
        return tuple(chain.from_iterable(self._pieces()))

    @property
    def number_chosen(self) -> int:
        """How many talks are chosen; headings are none."""
        return sum(len(piece) for piece in self._pieces())

    def choose(self, talks: Sequence[int]) -> None:
        """Choose these of the talks that are here, without telling anybody."""
        rows = self._talks.rows_of(frozenset(talks))
        self._select(rows, rows[0] if rows else -1)
        if rows:
            self.scrollTo(self._talks.index(rows[0], 0))

    def selectRow(self, row: int) -> None:
        """Choose this row alone, whichever key is held down; Qt would add it to others."""
        index = self._talks.index(row, 0)
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)

    def choose_none(self) -> None:
        """Choose nothing; the keyboard stays where it was."""
        self.selectionModel().clearSelection()

    def _pieces(self) -> list[Sequence[int]]:
        """By stretches of rows: to ask Qt for each row takes seconds in a long list."""
        selection = self.selectionModel().selection()
        stretches = [selection.at(number) for number in range(selection.count())]
        found = sorted(stretches, key=QItemSelectionRange.top)
        return [self._talks.ids_between(one.top(), one.bottom()) for one in found]

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not self._is_restoring:
            self.choice_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """After what was chosen went, the arrows begin at what came in its place."""
        here = self.currentIndex()
        is_talk = here.isValid() and self._talks.talk_id(here.row()) is not None
        if event.key() in _STEPS and is_talk and not self.selectionModel().hasSelection():
            self.selectRow(here.row())
        else:
            super().keyPressEvent(event)

    # --- read again, or in another order ------------------------------------------------------

    def _hold(self) -> None:
        row = self.currentIndex().row()
        self._held = (frozenset(self.chosen()), self._talks.talk_id(row), row)

    def _take_up(self) -> None:
        self._span_headings()
        chosen, current, row = self._held
        here = self._talks.row_of(current) if current is not None else None
        self._select(self._talks.rows_of(chosen), self._nearest(row) if here is None else here)

    def _nearest(self, row: int) -> int:
        """The row of the talk that came in the place of one that is gone."""
        last = self._talks.rowCount() - 1
        near = (min(row, last), min(row + 1, last), min(row, last) - 1)
        return next((one for one in near if row >= 0 and self._talks.talk_id(one)), -1)

    def _select(self, rows: Sequence[int], current: int) -> None:
        wanted, last = QItemSelection(), self._talks.columnCount() - 1
        for top, bottom in _stretches(rows):
            wanted.select(self._talks.index(top, 0), self._talks.index(bottom, last))
        self._is_restoring = True
        try:
            self.selectionModel().select(wanted, _Flag.ClearAndSelect)
            if current >= 0:
                index = self._talks.index(current, 0)
                self.selectionModel().setCurrentIndex(index, _Flag.NoUpdate)
        finally:
            self._is_restoring = False

    def _span_headings(self) -> None:
        self.clearSpans()
        for row in self._talks.groups():
            self.setSpan(row, 0, 1, self._talks.columnCount())

    # --- room ---------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.columns.fit()

    def changeEvent(self, event: object) -> None:
        """Larger letters, also while one looks: a day must stay readable."""
        super().changeEvent(event)
        if (
            isinstance(event, QEvent)
            and event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange)
            and self._is_made
        ):
            self.columns.fit()
            QTimer.singleShot(0, self, self.columns.fit)  # the header hears of it later

    @property
    def _is_made(self) -> bool:
        return "columns" in self.__dict__


def _stretches(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Rows that follow each other, as first and last."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found
