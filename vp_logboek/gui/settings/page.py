"""Settings on one page, applied at once: organisations, levels, subjects, looks and the lock."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.errors import LogbookError
from vp_logboek.domain.organisation import Organisation
from vp_logboek.domain.subjects import MainClass, Subject
from vp_logboek.gui.backups.keeper import BackupKeeper
from vp_logboek.gui.preferences import Preferences
from vp_logboek.gui.session import Session
from vp_logboek.gui.settings.adding import AddOrganisation
from vp_logboek.gui.settings.backups import BackupCard, BackupSettings
from vp_logboek.gui.settings.keeping import KeepingCard
from vp_logboek.gui.settings.levels import LevelCard
from vp_logboek.gui.settings.machine import LockCard, LookCard
from vp_logboek.gui.settings.organisations import OrganisationCard
from vp_logboek.gui.settings.subjects import SubjectsCard
from vp_logboek.gui.settings.words import HOLDS_HINT
from vp_logboek.gui.widgets import label, title
from vp_logboek.services import notebook, purge
from vp_logboek.services.organisation_settings import InForce, in_force, keep_level
from vp_logboek.services.purge import Terms

_CHARACTERS = 96
"""Greatest width of the page, in average characters: longer lines do not read."""


class SettingsPage(QWidget):
    """Wires the cards to the logbook and to the settings of this computer."""

    def __init__(
        self,
        session: Session,
        preferences: Preferences | None = None,
        backups: BackupKeeper | None = None,
    ) -> None:
        super().__init__()
        self._session = session
        self.preferences = preferences or Preferences()
        self._added: Subject | None = None
        self.organisations = OrganisationCard()
        self.level = LevelCard()
        self.subjects = SubjectsCard()
        self.keeping = KeepingCard()
        self.backups = BackupCard()
        self._keeper = backups or BackupKeeper(session, self)
        self.look = LookCard(self.preferences)
        self.lock = LockCard(self.preferences)
        self._lay_out()
        self._connect_parts()
        self._read_preferences()

    def _connect_parts(self) -> None:
        self._session.opened.connect(self.refresh)
        self._session.changed.connect(self.refresh)
        self.organisations.changed.connect(self._save_organisation)
        self.organisations.chosen.connect(self._show_chosen)
        self.organisations.add_requested.connect(self._add_organisation)
        self.level.chosen.connect(self._save_level)
        self.level.kept.connect(self._keep_level)
        self.subjects.add_requested.connect(self._add_subject)
        self.subjects.retire_requested.connect(self._retire_subject)
        self.keeping.changed.connect(self._save_terms)
        self._backup_settings = BackupSettings(self.backups, self._keeper, self)
        self.preferences.changed.connect(self._read_preferences)

    def refresh(self) -> None:
        """Show the logbook's settings."""
        self.organisations.show_organisations(self._session.organisations, self._session.tree)
        self._show_chosen(self.organisations.shown)
        self.subjects.show_tree(self._session.tree)
        self.backups.setVisible(not self._session.outline.example)
        self._session.ask(purge.terms, self._show_terms)
        if self._added is not None:
            self.subjects.show_added(self._added)
            self._added = None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._keeper.read()

    def _read_preferences(self) -> None:
        self.look.read()
        self.lock.read()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._limit_width()

    # --- organisations ------------------------------------------------------------------------

    def _show_chosen(self, organisation: Organisation) -> None:
        today, every = self._session.today(), self._session.organisations
        levels = [one.level_in(one.year_of(today).year) for one in every]
        self.level.message.hide()
        self.level.show_organisation(organisation, today, levels if len(every) > 1 else ())
        self._session.ask(
            partial(in_force, organisation=organisation.key, today=today), self._show_force
        )

    def _show_force(self, force: InForce) -> None:
        self.organisations.show_force(force, self._session.tree)

    def _add_organisation(self) -> None:
        organisation = AddOrganisation.ask(self)
        if organisation is not None:
            self._session.change(
                partial(notebook.save_organisation, organisation=organisation),
                self.organisations.show_added,
                self._refuse_organisation,
            )

    def _save_organisation(self, organisation: Organisation) -> None:
        self._session.change(
            partial(notebook.save_organisation, organisation=organisation),
            failed=self._refuse_organisation,
        )

    def _refuse_organisation(self, error: LogbookError) -> None:
        self.organisations.message.show_error(error)

    def _save_level(self, level: Level, reason: str) -> None:
        organisation = self.organisations.shown
        levels = organisation.with_level(level, reason, self._session.today())
        self._session.change(
            partial(notebook.save_organisation, organisation=replace(organisation, levels=levels)),
            failed=self._refuse_level,
        )

    def _keep_level(self) -> None:
        kept = keep_level(self.organisations.shown, self._session.today())
        self._session.change(
            partial(notebook.save_organisation, organisation=kept), failed=self._refuse_level
        )

    def _refuse_level(self, error: LogbookError) -> None:
        self.level.message.show_error(error)

    # --- subjects -----------------------------------------------------------------------------

    def _add_subject(self, words: str, main: MainClass) -> None:
        self._session.change(
            partial(notebook.add_subject, label=words, main=main),
            self._remember_added,
            self._refuse_subject,
        )

    def _remember_added(self, leaf: Subject) -> None:
        """Shown as soon as the tree with it is shown."""
        self._added = leaf

    def _retire_subject(self, code: str, retired: bool) -> None:
        self._session.change(
            partial(notebook.retire_subject, code=code, retired=retired),
            failed=self._refuse_subject,
        )

    def _refuse_subject(self, error: LogbookError) -> None:
        self.subjects.message.show_error(error)

    # --- keeping ------------------------------------------------------------------------------

    def _show_terms(self, terms: Terms) -> None:
        self.keeping.show_terms(terms, self._session.outline.read_only)

    def _save_terms(self, terms: Terms) -> None:
        self._session.change(partial(purge.set_terms, wanted=terms), failed=self.keeping.refuse)

    # --- layout -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._column = QWidget()
        column = QVBoxLayout(self._column)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(12)
        column.addWidget(title(self.tr("Instellingen")))
        column.addWidget(label(HOLDS_HINT, "muted"))
        for card in (
            self.organisations, self.level, self.subjects, self.keeping, self.backups, self.look,
            self.lock,
        ):  # fmt: skip
            column.addWidget(card)
        column.addStretch(1)
        self._limit_width()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._column)
        scroll.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _limit_width(self) -> None:
        self._column.setMaximumWidth(self.fontMetrics().averageCharWidth() * _CHARACTERS)
