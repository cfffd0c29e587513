"""Settings on one page, applied at once: organisations, levels, subjects, looks and the lock."""

from collections.abc import Iterator
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vp_logboek.gui.backups.keeper import BackupKeeper
from vp_logboek.gui.preferences import Preferences
from vp_logboek.gui.session import Session
from vp_logboek.gui.settings.backups import BackupCard, BackupSettings
from vp_logboek.gui.settings.index import Index
from vp_logboek.gui.settings.keeping import KeepingCard
from vp_logboek.gui.settings.levels import LevelCard
from vp_logboek.gui.settings.machine import LockCard, LookCard
from vp_logboek.gui.settings.organisation_saving import OrganisationSettings
from vp_logboek.gui.settings.organisations import OrganisationCard
from vp_logboek.gui.settings.subject_saving import SubjectSettings
from vp_logboek.gui.settings.subjects import SubjectsCard
from vp_logboek.gui.settings.words import HOLDS_HINT, READ_ONLY_HINT
from vp_logboek.gui.settings.writing import WritingCard
from vp_logboek.gui.slices import Slices
from vp_logboek.gui.widgets import Card, label, title
from vp_logboek.gui.widgets.scrolling import scrolling
from vp_logboek.gui.window.focus import focus_first
from vp_logboek.services import purge
from vp_logboek.services.purge import Terms

_CHARACTERS = 96
"""Greatest width of the page, in average characters: longer lines do not read."""
_AIR = 12
"""Pixels between two cards."""

C = TypeVar("C", bound=Card)


class SettingsPage(QWidget):
    """Wires the cards to the logbook and to the settings of this computer.

    The cards are made one after the other, from the top: all at once takes too long to wait for.
    Whoever asks to ``refresh`` has them all.
    """

    def __init__(
        self,
        session: Session,
        preferences: Preferences | None = None,
        backups: BackupKeeper | None = None,
    ) -> None:
        super().__init__()
        self._session = session
        self.preferences = preferences or Preferences()
        self._is_made, self._is_behind = False, True
        self._keeper = backups or BackupKeeper(session, self)
        self._steps = self._make_cards()
        self._making = Slices(self)
        self._making.add(self.build)
        self._lay_out()
        self._session.opened.connect(self._note_change)
        self._session.changed.connect(self._note_change)

    def _make_cards(self) -> Iterator[None]:
        self.organisations = self._put(OrganisationCard())
        yield
        self.level = self._put(LevelCard())
        yield
        self.subjects = self._put(SubjectsCard())
        yield
        self.keeping = self._put(KeepingCard())
        self.backups = self._put(BackupCard())
        yield
        self.look = self._put(LookCard(self.preferences))
        self.writing = self._put(WritingCard(self.preferences))
        self.lock = self._put(LockCard(self.preferences))
        yield
        self._connect_parts()
        self._read_preferences()
        self._is_made = True
        yield
        if self._is_behind:
            self._show()

    def _connect_parts(self) -> None:
        self._organisation_settings = OrganisationSettings(
            self._session, self.organisations, self.level, self
        )
        self._subject_settings = SubjectSettings(self._session, self.subjects, self)
        self.keeping.changed.connect(self._save_terms)
        self._backup_settings = BackupSettings(self.backups, self._keeper, self)
        self.preferences.changed.connect(self._read_preferences)
        self.index.chosen.connect(self.go_to)

    def build(self) -> Iterator[None]:
        """The steps in which the cards are made; whoever asks again has those that are left."""
        return self._steps

    def refresh(self) -> None:
        """Show the logbook's settings, on all cards."""
        self._making.finish()
        self._show()

    def _show(self) -> None:
        self._is_behind = False
        session, outline = self._session, self._session.outline
        self._organisation_settings.show()
        self._subject_settings.show()
        self.about.setText(READ_ONLY_HINT if outline.read_only else HOLDS_HINT)
        self.backups.setVisible(not outline.example)
        self.index.show_link(self.tr("Reservekopieën"), not outline.example)
        session.ask(purge.terms, self._show_terms)

    def go_to(self, position: int) -> None:
        """Bring a card to the top of the page, and the keyboard to its first control."""
        card = self._cards[position]
        self._scroll.verticalScrollBar().setValue(card.y() - _AIR)
        focus_first(card)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_made and self._is_behind:
            self.refresh()
        else:
            self._making.begin()
        self._keeper.read()

    def _note_change(self) -> None:
        """Something is different, but perhaps nobody looks."""
        self._is_behind = True
        if self._is_made and self.isVisible():
            self.refresh()

    def _read_preferences(self) -> None:
        for card in (self.look, self.writing, self.lock):
            card.read()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._limit_width()

    # --- keeping ------------------------------------------------------------------------------

    def _show_terms(self, terms: Terms) -> None:
        self.keeping.show_terms(terms, self._session.outline.read_only)

    def _save_terms(self, terms: Terms) -> None:
        self._session.change(partial(purge.set_terms, wanted=terms), failed=self.keeping.refuse)

    # --- layout -------------------------------------------------------------------------------

    def _put(self, card: C) -> C:
        """The next card, below those that are there."""
        self._cards.append(card)
        self._below.addWidget(card)
        return card

    def _lay_out(self) -> None:
        self._cards: list[Card] = []
        self.index = Index(
            (
                self.tr("Organisaties"), self.tr("Niveau"), self.tr("Onderwerpen"),
                self.tr("Bewaren"), self.tr("Reservekopieën"), self.tr("Uiterlijk"),
                self.tr("Schrijven"), self.tr("Slot"),
            )
        )  # fmt: skip
        self.about = label(HOLDS_HINT, "muted")
        self._column = QWidget()
        column = QVBoxLayout(self._column)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(_AIR)
        for part in (title(self.tr("Instellingen")), self.about, self.index):
            column.addWidget(part)
        self._below = QVBoxLayout()
        self._below.setSpacing(_AIR)
        column.addLayout(self._below)
        column.addStretch(1)
        self._limit_width()
        self._scroll = scrolling(self._column)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def _limit_width(self) -> None:
        self._column.setMaximumWidth(self.fontMetrics().averageCharWidth() * _CHARACTERS)
