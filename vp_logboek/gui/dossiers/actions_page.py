"""The place *Acties*: what is still to be done, over all dossiers."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from vp_logboek.domain.activity import Action
from vp_logboek.gui.dossiers.action_lines import ActionLines, NewAction
from vp_logboek.gui.dossiers.steps import remove_action, save_action
from vp_logboek.gui.session import Session
from vp_logboek.gui.widgets import Card, label, title
from vp_logboek.services import notebook

if TYPE_CHECKING:
    from vp_logboek.services.safekeeping import Logbook

Found = tuple[tuple[Action, ...], dict[int, str]]


def _read(logbook: "Logbook") -> Found:
    numbers = {row.id: row.number for row in notebook.dossier_rows(logbook)}
    return notebook.open_actions(logbook), numbers


class ActionsPage(QWidget):
    """Open actions, the earliest first. ``did`` carries a Step that can be undone."""

    dossier_requested = Signal(int)
    did = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.lines = ActionLines(with_dossier=True)
        self.new_action = NewAction(session.today())
        self.nothing = label(
            self.tr("Er staat niets open. Zet hieronder wat u niet wilt vergeten."), "muted"
        )
        card = Card()
        card.body.addWidget(self.nothing)
        card.body.addWidget(self.lines)
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(title(self.tr("Acties")))
        layout.addWidget(card)
        layout.addWidget(self.new_action)
        layout.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self._connect_parts()

    def _connect_parts(self) -> None:
        self.lines.saved.connect(self._save)
        self.lines.removed.connect(self._remove)
        self.lines.dossier_requested.connect(self.dossier_requested)
        self.new_action.added.connect(self._save)
        self._session.changed.connect(self.reload)

    def reload(self) -> None:
        """Read again."""
        self._session.ask(_read, self._show)

    def _show(self, found: Found) -> None:
        actions, numbers = found
        self.lines.show_actions(actions, self._session.today(), numbers)
        self.nothing.setVisible(not actions)

    def _save(self, action: Action) -> None:
        save_action(self._session, action, self.did.emit)

    def _remove(self, action: Action) -> None:
        remove_action(self._session, action, self.did.emit)
