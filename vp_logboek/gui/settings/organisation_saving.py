"""Between the cards of the organisations and the logbook: what is chosen there is saved at once."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.session import Session
from vp_logboek.gui.settings.adding import AddOrganisation
from vp_logboek.gui.settings.levels import LevelCard
from vp_logboek.gui.settings.organisations import OrganisationCard
from vp_logboek.gui.tasks import Failed
from vp_logboek.services import notebook
from vp_logboek.services.organisation_settings import InForce, in_force, keep_level


class OrganisationSettings(QObject):
    """Wires the organisation that is shown, and its level, to the logbook."""

    def __init__(
        self, session: Session, card: OrganisationCard, level: LevelCard, page: QWidget
    ) -> None:
        super().__init__(page)
        self._session = session
        self._card = card
        self._level = level
        self._page = page
        card.changed.connect(self._save)
        card.chosen.connect(self._show_chosen)
        card.add_requested.connect(self._add)
        level.chosen.connect(self._save_level)
        level.kept.connect(self._keep_level)

    def show(self) -> None:
        """Show what the logbook has."""
        outline = self._session.outline
        self._card.show_organisations(outline.organisations, outline.tree)
        self._show_chosen(self._card.shown)
        for card in (self._card, self._level):
            card.set_read_only(outline.read_only)

    def _show_chosen(self, organisation: Organisation) -> None:
        today, every = self._session.today(), self._session.organisations
        levels = [one.level_in(one.year_of(today).year) for one in every]
        self._level.message.hide()
        self._level.show_organisation(organisation, today, levels if len(every) > 1 else ())
        self._session.ask(
            partial(in_force, organisation=organisation.key, today=today), self._show_force
        )

    def _show_force(self, force: InForce) -> None:
        self._card.show_force(force, self._session.tree)

    def _add(self) -> None:
        organisation = AddOrganisation.ask(self._page)
        if organisation is not None:
            self._session.change(
                partial(notebook.save_organisation, organisation=organisation),
                self._card.show_added,
                self._card.message.show_error,
            )

    def _save(self, organisation: Organisation) -> None:
        self._change(organisation, self._card.message.show_error)

    def _save_level(self, level: Level, reason: str) -> None:
        organisation = self._card.shown
        levels = organisation.with_level(level, reason, self._session.today())
        self._change(replace(organisation, levels=levels), self._level.message.show_error)

    def _keep_level(self) -> None:
        kept = keep_level(self._card.shown, self._session.today())
        self._change(kept, self._level.message.show_error)

    def _change(self, organisation: Organisation, failed: Failed) -> None:
        self._session.change(
            partial(notebook.save_organisation, organisation=organisation), failed=failed
        )
