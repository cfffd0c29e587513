"""The card with the organisations: name, taakgebied, when the year begins and what counts how."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.subjects import MainClass, SubjectTree
from vp_logboek.gui.settings.force_words import (
    columns_words,
    from_when,
    hire_words,
    remit_words,
    start_words,
)
from vp_logboek.gui.settings.name_hint import ORGANISATION, NameHint
from vp_logboek.gui.settings.own_rows import OwnRows
from vp_logboek.gui.settings.pending import Pending
from vp_logboek.gui.settings.words import COLUMNS_HINT, HIRE_HINT, REMIT_HINT, START_HINT
from vp_logboek.gui.widgets import Card, FieldRows, MessageBar, button, heading, label
from vp_logboek.gui.widgets.choices import Ticks, calm_wheel
from vp_logboek.gui.widgets.narrow import leftmost
from vp_logboek.gui.widgets.private import keep_private
from vp_logboek.messages import MONTHS
from vp_logboek.services.organisation_settings import InForce

if TYPE_CHECKING:
    from collections.abc import Sequence


class OrganisationCard(Card):
    """Shows one organisation. Every change is announced at once as a whole Organisation.

    What shapes the overview mostly holds from a later year on: below such a field stands what holds
    until then, with a way to take the change back.
    """

    changed = Signal(object)
    chosen = Signal(object)
    add_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._all: Sequence[Organisation] = ()
        self._shown: Organisation | None = None
        self._now: Organisation | None = None
        self.message = MessageBar()
        self.list = QComboBox()
        self.add_button = button(self.tr("Organisatie toevoegen"), self.add_requested.emit, "plus")
        self.name = QLineEdit()
        keep_private(self.name)
        self.name.setMaxLength(120)
        self.name_hint = NameHint(self.name, ORGANISATION)
        self.remit: Ticks[MainClass] = Ticks(self.tr("Taakgebied"), MainClass)
        self.start = QComboBox()
        self.start.addItems([month.capitalize() for month in MONTHS])
        self.hire = QCheckBox(self.tr("Inhuur telt als extern"))
        self.own_rows = OwnRows()
        for list_ in (self.list, self.start):
            calm_wheel(list_)
        self.when = label("", "muted")
        self.pending = {
            "remit": Pending(self.remit, self.tr("Taakgebied")),
            "start_month": Pending(leftmost(self.start), self.tr("Het jaar begint in")),
            "hire_is_external": Pending(self.hire, self.tr("Inhuur")),
            "columns": Pending(self.own_rows, self.tr("Eigen regels")),
        }
        self.remit.box(MainClass.ADVICE).setEnabled(False)
        self._lay_out()
        self._connect_parts()

    def _connect_parts(self) -> None:
        self.list.activated.connect(self._choose)
        self.name.editingFinished.connect(self._announce)
        self.remit.changed.connect(self._announce)
        self.start.activated.connect(self._announce)
        self.hire.toggled.connect(self._announce)
        self.own_rows.changed.connect(self._announce)
        for field, pending in self.pending.items():
            pending.taken_back.connect(partial(self._take_back, field))

    @property
    def shown(self) -> Organisation:
        """The organisation as the logbook has it."""
        if self._shown is None:
            raise RuntimeError("no organisation is shown")
        return self._shown

    def show_organisations(
        self, organisations: "Sequence[Organisation]", tree: SubjectTree
    ) -> None:
        """Show these organisations, and keep the one that was chosen."""
        kept = self._shown.id if self._shown else None
        self._all = organisations
        self._shown = next((one for one in organisations if one.id == kept), organisations[0])
        self.list.clear()
        self.list.addItems([one.name for one in organisations])
        self.list.setCurrentIndex(list(organisations).index(self._shown))
        self._row.setVisible(len(organisations) > 1)
        self.own_rows.offer(tree)
        self._fill()

    def set_read_only(self, read_only: bool) -> None:
        """Whether one can only look, as at each organisation in turn."""
        for part in (self.name, *self.pending.values(), self.add_button):
            part.setEnabled(not read_only)

    def show_added(self, organisation: Organisation) -> None:
        """Choose an organisation that is about to be shown."""
        self._shown = organisation
        self.name_hint.look_at(organisation.name)

    def show_force(self, force: InForce, tree: SubjectTree) -> None:
        """Tell from which year on things hold."""
        if self._shown is None or force.chosen.id != self._shown.id:
            return  # another one was chosen meanwhile
        self._now = force.now
        self.when.setText(from_when(force))
        self.when.show()
        for field, words in (
            ("remit", remit_words(force)),
            ("start_month", start_words(force)),
            ("hire_is_external", hire_words(force)),
            ("columns", columns_words(force, tree)),
        ):
            self.pending[field].say(words)

    def _take_back(self, field: str) -> None:
        """What holds now holds on."""
        if self._now is not None and self._now.id == self.shown.id:
            self.message.hide()
            self.pending[field].setFocus()
            self.changed.emit(replace(self.shown, **{field: getattr(self._now, field)}))

    def _choose(self, position: int) -> None:
        self._shown = self._all[position]
        self.message.hide()
        self._fill()
        self.name_hint.hide()
        self.chosen.emit(self._shown)

    def _fill(self) -> None:
        organisation = self.shown
        with (
            QSignalBlocker(self.remit),
            QSignalBlocker(self.hire),
            QSignalBlocker(self.own_rows),
        ):
            if self.name.text() != organisation.name:
                self.name.setText(organisation.name)
                self.name.setCursorPosition(0)  # of a long name one reads the beginning
            self.remit.choose(organisation.remit | {MainClass.ADVICE})
            self.start.setCurrentIndex(organisation.start_month - 1)
            self.hire.setChecked(organisation.hire_is_external)
            self.own_rows.choose(organisation.columns)

    def _announce(self) -> None:
        """Announce the organisation as it is on the screen, when it differs."""
        typed = replace(
            self.shown,
            name=" ".join(self.name.text().split()),
            remit=self.remit.choices() | {MainClass.ADVICE},
            start_month=self.start.currentIndex() + 1,
            hire_is_external=self.hire.isChecked(),
            columns=self.own_rows.codes(),
        )
        self.message.hide()
        if typed != self.shown:
            self.changed.emit(typed)

    def _lay_out(self) -> None:
        self.body.addWidget(heading(self.tr("Organisaties")))
        self.body.addWidget(self.message)
        rows = FieldRows()
        self._row = rows.add(self.tr("Organisatie"), leftmost(self.list), focus=self.list)
        rows.add(self.tr("Naam"), self.name)
        rows.add_widget(self.name_hint)
        rows.add_widget(self._counted_how())
        pending = self.pending
        rows.add(self.tr("Taakgebied"), pending["remit"], REMIT_HINT, self.remit)
        rows.add(self.tr("Het jaar begint in"), pending["start_month"], START_HINT, self.start)
        rows.add(self.tr("Inhuur"), pending["hire_is_external"], HIRE_HINT, self.hire)
        rows.add(self.tr("Eigen regels"), pending["columns"], COLUMNS_HINT, self.own_rows.offered)
        self.body.addWidget(rows)
        self.body.addSpacing(8)
        self.body.addWidget(leftmost(self.add_button))

    def _counted_how(self) -> QWidget:
        """Above the fields that shape the overview: from which year on a change in them holds."""
        above = QWidget()
        column = QVBoxLayout(above)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(2)
        for words in (label(self.tr("Voor het jaaroverzicht"), "strong"), self.when):
            column.addWidget(words)
        return above
