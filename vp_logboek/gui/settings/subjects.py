"""The card with the subjects: add one's own, take one out of the list or put it back."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from vp_logboek.domain.subjects import OUTSIDE_REMIT, MainClass, Subject, SubjectTree, rest_of
from vp_logboek.gui.settings.name_hint import ADDED, SUBJECT, NameHint
from vp_logboek.gui.settings.subject_model import SubjectModel
from vp_logboek.gui.settings.words import CHOOSE_SUBJECT, FIXED_SUBJECT, LABEL_HINT, SUBJECTS_HINT
from vp_logboek.gui.widgets import Card, FieldRows, MessageBar, button, heading, label
from vp_logboek.gui.widgets.choices import Dropdown
from vp_logboek.gui.widgets.narrow import leftmost
from vp_logboek.gui.widgets.private import empty, keep_private

Index = QModelIndex | QPersistentModelIndex
_AIR = 12
"""Pixels that a row is higher than its words."""


class RoomyRows(QStyledItemDelegate):
    """A style sheet of its own would take the ring of the keyboard from the list."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), option.fontMetrics.height() + _AIR)


class SubjectsCard(Card):
    """Announces ``add_requested(label, main)`` and ``retire_requested(code, retired)``."""

    add_requested = Signal(str, object)
    retire_requested = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self._read_only = False
        self.message = MessageBar()
        self.model = SubjectModel(self)
        self.view = QTreeView()
        self.label_edit = QLineEdit()
        keep_private(self.label_edit)
        self.label_edit.setMaxLength(80)
        self.name_hint = NameHint(self.label_edit, SUBJECT)
        self.main_list: Dropdown[MainClass] = Dropdown(MainClass)
        self.add_button = button(self.tr("Onderwerp toevoegen"), self._ask_add, "plus")
        self.retire_button = button(self.tr("Uit de keuzelijst halen"), self._ask_retire)
        self._about = label("", "muted")
        self._set_view()
        self._lay_out()
        self.view.selectionModel().currentChanged.connect(self._show_choice)
        self.label_edit.returnPressed.connect(self._ask_add)

    def _set_view(self) -> None:
        self.view.setModel(self.model)
        self.view.setItemDelegate(RoomyRows(self.view))
        self.view.setAccessibleName(self.tr("Onderwerpen"))
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setUniformRowHeights(True)
        self.view.setTabKeyNavigation(False)
        self.view.setExpandsOnDoubleClick(True)
        header = self.view.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def show_tree(self, tree: SubjectTree) -> None:
        """Show the subjects; what was open and chosen stays so."""
        kept = self._chosen()
        opened = [n for n in range(len(MainClass)) if self.view.isExpanded(self._class_at(n))]
        self.model.show_tree(tree)
        for position in opened:
            self.view.expand(self._class_at(position))
        if kept is not None:
            self.view.setCurrentIndex(self.model.place_of(kept.code))
        self._size_view()
        self._show_choice()

    def set_read_only(self, read_only: bool) -> None:
        """Whether one can only look; the list can still be unfolded."""
        self._read_only = read_only
        for part in (self.label_edit, self.main_list, self.add_button):
            part.setEnabled(not read_only)
        self._show_choice()

    def show_added(self, leaf: Subject) -> None:
        """Show a subject that was just added, and make room for the next."""
        empty(self.label_edit)
        self.name_hint.look_at(leaf.label, ADDED)
        place = self.model.place_of(leaf.code)
        self.view.expand(place.parent())
        self.view.setCurrentIndex(place)
        self.view.scrollTo(place)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._size_view()

    def _size_view(self) -> None:
        """Rows as roomy as in every list, ten of them in sight."""
        row = self.fontMetrics().height() + _AIR
        self.view.scheduleDelayedItemsLayout()
        self.view.setIndentation(row // 2)
        self.view.setFixedHeight(row * 10)

    def _class_at(self, position: int) -> QModelIndex:
        return self.model.index(position, 0)

    def _chosen(self) -> Subject | None:
        return self.model.leaf(self.view.currentIndex())

    def _show_choice(self) -> None:
        leaf = self._chosen()
        fixed = leaf is not None and leaf.code in (rest_of(leaf.main), OUTSIDE_REMIT)
        self.retire_button.setEnabled(leaf is not None and not fixed and not self._read_only)
        retired = leaf is not None and leaf.retired
        self.retire_button.setText(
            self.tr("Terug in de keuzelijst") if retired else self.tr("Uit de keuzelijst halen")
        )
        self._about.setText(_about(leaf, fixed))
        main = self.model.main(self.view.currentIndex())
        if main is not None:
            self.main_list.choose(main)

    def _ask_add(self) -> None:
        words = " ".join(self.label_edit.text().split())
        self.message.hide()
        if words:
            self.add_requested.emit(words, self.main_list.choice())
        else:
            self._label_row.show_problem(self.tr("Typ eerst hoe het onderwerp heet."))
            self.label_edit.setFocus()
            return
        self._label_row.show_problem("")

    def _ask_retire(self) -> None:
        leaf = self._chosen()
        self.message.hide()
        if leaf is not None:
            self.retire_requested.emit(leaf.code, not leaf.retired)

    def _lay_out(self) -> None:
        for part in (heading(self.tr("Onderwerpen")), self.message, self.view, self._about):
            self.body.addWidget(part)
        self.body.addWidget(leftmost(self.retire_button))
        rows = FieldRows()
        self._label_row = rows.add(self.tr("Nieuw onderwerp"), self.label_edit, LABEL_HINT)
        rows.add_widget(self.name_hint)
        rows.add(self.tr("Hoofdgroep"), leftmost(self.main_list), focus=self.main_list)
        self.body.addSpacing(8)
        self.body.addWidget(rows)
        self.body.addWidget(leftmost(self.add_button))


def _about(leaf: Subject | None, fixed: bool) -> str:
    """What can be done with the subject that is chosen, or how one chooses."""
    if fixed:
        return FIXED_SUBJECT
    return SUBJECTS_HINT if leaf is not None else f"{SUBJECTS_HINT} {CHOOSE_SUBJECT}"
