"""What is to be done, with a line for something new: in a dossier, and over all of them."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vp_logboek.domain.activity import Action
from vp_logboek.domain.listing import DossierRow
from vp_logboek.gui.dossiers.action_lines import ActionLines
from vp_logboek.gui.dossiers.new_action import NewAction
from vp_logboek.gui.dossiers.steps import Saved
from vp_logboek.gui.widgets import Card, Flow, button, heading, label

NOTHING_OPEN = "Er staat niets open."


class ActionPart(QWidget):
    """``saved`` carries the Action and what was done with it, ``removed`` the Action.

    In a dossier the fields for a new one come when they are asked for; ``over_all`` they are there
    always, and ask for which dossier it is.
    """

    saved = Signal(object, object)
    removed = Signal(object)
    dossier_requested = Signal(int)

    def __init__(self, today: date, over_all: bool = False) -> None:
        super().__init__()
        self._over_all = over_all
        self._read_only = False
        self.nothing = label(self.tr(NOTHING_OPEN), "muted")
        self.lines = ActionLines()
        self.new_action = NewAction(today, with_dossier=over_all)
        self.begin_button = button(self.tr("Nieuwe actie"), self.begin_typing, "plus")
        self.new_card = Card()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12 if over_all else 8)
        for part in self._cards() if over_all else self._parts():
            column.addWidget(part)
        self._fold(not over_all)
        self._connect_parts()

    def _parts(self) -> tuple[QWidget, ...]:
        self.new_card.setParent(self)
        self.new_card.hide()
        return self.nothing, self.lines, self.new_action, Flow(self.begin_button)

    def _cards(self) -> tuple[Card, Card]:
        """What there is and what is new, each in a card of its own."""
        there = Card()
        self.begin_button.setParent(self)
        for card, parts in (
            (there, (self.nothing, self.lines)),
            (self.new_card, (heading(self.tr("Nieuwe actie")), self.new_action)),
        ):
            for part in parts:
                card.body.addWidget(part)
        return there, self.new_card

    def _connect_parts(self) -> None:
        self.lines.saved.connect(self._tell_ticked)
        self.lines.change_requested.connect(self._change)
        self.lines.removed.connect(self.removed)
        self.lines.dossier_requested.connect(self.dossier_requested)
        self.lines.emptied.connect(self.begin_typing)
        self.new_action.added.connect(self._tell_added)
        self.new_action.left.connect(self._leave)

    def show_actions(
        self,
        actions: Sequence[Action],
        today: date,
        read_only: bool = False,
        dossiers: Sequence[DossierRow] = (),
    ) -> None:
        """Show these; ``dossiers`` are those they can be for, where that is told."""
        self._read_only = read_only
        numbers = {row.id: row.number for row in dossiers}
        self.lines.show_actions(actions, today, numbers, read_only)
        self.nothing.setVisible(not self.lines.waiting())
        self.new_action.set_today(today)
        if self._over_all:
            self.new_action.offer_dossiers(dossiers)
            self.new_card.setVisible(not read_only)
        elif read_only:
            self.new_action.hide()
        self.begin_button.setVisible(self._may_begin())

    def begin(self, dossier: int | None, today: date) -> None:
        """Nothing is being typed; what is new is for this dossier."""
        self.new_action.begin(dossier, today)
        self._fold(not self._over_all)

    def begin_typing(self) -> None:
        """Let something new be typed."""
        if not self._read_only:
            self._fold(False)
            self.new_action.line.setFocus()

    def _may_begin(self) -> bool:
        return not self._over_all and not self._read_only and self.new_action.isHidden()

    def _fold(self, folded: bool) -> None:
        self.new_action.setVisible(not folded)
        self.begin_button.setVisible(self._may_begin())

    def _leave(self) -> None:
        self._fold(not self._over_all)
        (self.new_action.line if self._over_all else self.begin_button).setFocus()

    def _change(self, action: Action) -> None:
        self._fold(False)
        self.new_action.change(action)

    def _tell_ticked(self, action: Action) -> None:
        self.saved.emit(action, Saved.OPEN_AGAIN if action.done_on is None else Saved.DONE)

    def _tell_added(self, action: Action) -> None:
        self.saved.emit(action, Saved.ADDED if action.id is None else Saved.CHANGED)
