"""A dossier to choose from a list: thousands of them cost nothing until one looks at them."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox

from vp_logboek.domain.listing import DossierRow
from vp_logboek.domain.subjects import SubjectTree
from vp_logboek.gui.widgets import calm_wheel

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
NEW = -1
"""Stands for: this dossier is not yet in the logbook."""
_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


def dossier_words(row: DossierRow, tree: SubjectTree) -> str:
    """A dossier in a drop-down: its number, its subject and how many talks."""
    talks = "1 gesprek" if row.talks == 1 else f"{row.talks} gesprekken"
    closed = ", gesloten" if row.closed else ""
    return f"{row.number} · {tree.full_label(row.subject)} · {talks}{closed}"


class _Dossiers(QAbstractListModel):
    """``first``, the dossiers with open ones first, ``last``; put into words when looked at."""

    def __init__(
        self, dossiers: Sequence[DossierRow], tree: SubjectTree, first: str, last: str, before: str
    ) -> None:
        super().__init__()
        self._rows = sorted(dossiers, key=lambda row: row.closed is not None)
        self._places = {row.id: place for place, row in enumerate(self._rows, 1)}
        self._tree, self._first, self._last, self._before = tree, first, last, before

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else 1 + len(self._rows) + bool(self._last)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or not index.isValid():
            return None
        place = index.row()
        if place == 0:
            return self._first
        if place > len(self._rows):
            return self._last
        return self._before + dossier_words(self._rows[place - 1], self._tree)

    def place_of(self, number: int | None) -> int:
        """The line of a dossier; the first one for a dossier that is not there."""
        return self._places.get(number, 0) if number is not None else 0

    def number_at(self, place: int) -> int | None:
        """The dossier of a line, NEW for the last one, None for the first."""
        if 1 <= place <= len(self._rows):
            return self._rows[place - 1].id
        return NEW if place > len(self._rows) else None


class DossierChoice(QComboBox):
    """A dossier by its number and subject; open ones first. ``left`` tells that one went on."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_open = False
        calm_wheel(self)
        self.setMinimumContentsLength(24)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._dossiers = _Dossiers((), SubjectTree(()), "", "", "")
        self.setModel(self._dossiers)

    def offer(
        self,
        first: str,
        dossiers: Sequence[DossierRow],
        tree: SubjectTree,
        last: str = "",
        before: str = "",
    ) -> None:
        """Fill the list: ``first`` stands for no choice, ``last`` for a dossier not yet here.

        ``before`` stands before each, so that a line reads as an answer: *ja, dossier …*.
        """
        old, self._dossiers = self._dossiers, _Dossiers(dossiers, tree, first, last, before)
        self.setModel(self._dossiers)
        self.setCurrentIndex(0)
        old.deleteLater()

    def choose(self, number: int | None) -> None:
        """Choose a dossier; the first line stands for none."""
        self.setCurrentIndex(self._dossiers.place_of(number))

    @property
    def is_chosen(self) -> bool:
        """Whether something was chosen, be it a dossier that is not here."""
        return self._dossiers.number_at(self.currentIndex()) is not None

    def number(self) -> int | None:
        """The id of the chosen dossier."""
        found = self._dossiers.number_at(self.currentIndex())
        return None if found == NEW else found

    def showPopup(self) -> None:
        self._is_open = True
        super().showPopup()

    def hidePopup(self) -> None:
        super().hidePopup()
        self._is_open = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Who opens the list, or looks at another window, has not gone on."""
        super().focusOutEvent(event)
        if not self._is_open and event.reason() not in _STAYS:
            self.left.emit()
