"""The card with the organisations: name, taakgebied, when the year begins and what counts how."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.subjects import MainClass, SubjectTree
from vp_logboek.gui.settings.own_rows import OwnRows
from vp_logboek.gui.settings.words import COLUMNS_HINT, HIRE_HINT, REMIT_HINT, START_HINT
from vp_logboek.gui.widgets import Card, FieldRows, MessageBar, button, heading
from vp_logboek.gui.widgets.choices import Ticks, calm_wheel
from vp_logboek.gui.widgets.narrow import leftmost
from vp_logboek.gui.widgets.private import keep_private
from vp_logboek.messages import MONTHS

if TYPE_CHECKING:
    from collections.abc import Sequence


class OrganisationCard(Card):
    """Shows one organisation. Every change is announced at once as a whole Organisation."""

    changed = Signal(object)
    chosen = Signal(object)
    add_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._all: Sequence[Organisation] = ()
        self._shown: Organisation | None = None
        self.message = MessageBar()
        self.list = QComboBox()
        self.add_button = button(self.tr("Organisatie toevoegen"), self.add_requested.emit, "plus")
        self.name = QLineEdit()
        keep_private(self.name)
        self.name.setMaxLength(120)
        self.remit: Ticks[MainClass] = Ticks(self.tr("Taakgebied"), MainClass)
        self.start = QComboBox()
        self.start.addItems([month.capitalize() for month in MONTHS])
        self.hire = QCheckBox(self.tr("Inhuur telt als extern"))
        self.own_rows = OwnRows()
        for list_ in (self.list, self.start):
            calm_wheel(list_)
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

    def show_added(self, organisation: Organisation) -> None:
        """Choose an organisation that is about to be shown."""
        self._shown = organisation

    def _choose(self, position: int) -> None:
        self._shown = self._all[position]
        self.message.hide()
        self._fill()
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
        rows.add(self.tr("Taakgebied"), self.remit, REMIT_HINT)
        rows.add(self.tr("Het jaar begint in"), leftmost(self.start), START_HINT, self.start)
        rows.add(self.tr("Inhuur"), self.hire, HIRE_HINT)
        rows.add(self.tr("Eigen regels"), self.own_rows, COLUMNS_HINT, self.own_rows.offered)
        self.body.addWidget(rows)
        self.body.addSpacing(8)
        self.body.addWidget(leftmost(self.add_button))
