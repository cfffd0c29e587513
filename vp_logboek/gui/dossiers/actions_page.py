"""The place *Acties*: what is still to be done, over all dossiers."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vp_logboek.domain.activity import Action
from vp_logboek.gui.dossiers.action_part import NOTHING_OPEN, ActionPart
from vp_logboek.gui.dossiers.steps import Saved, remove_action, save_action
from vp_logboek.gui.keeping.in_steps import InSteps
from vp_logboek.gui.keeping.words import READ_ONLY
from vp_logboek.gui.session import Session
from vp_logboek.gui.widgets import MessageBar, label, title
from vp_logboek.gui.widgets.scrolling import scrolling
from vp_logboek.services.dossier_actions import Agenda, agenda

NOTHING = "Hier staat straks wat u nog wilt doen. Zet hieronder uw eerste actie."


class ActionsPage(InSteps):
    """Open actions, the earliest first. ``did`` carries a Step that can be undone."""

    dossier_requested = Signal(int)
    did = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.message = MessageBar()
        self.read_only = label(READ_ONLY, "muted")
        self.count = label("", "muted")
        for waiting in (self.read_only, self.count):
            waiting.hide()

    def make(self) -> Iterator[None]:
        """The list, and then the fields for something new."""
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inner))
        for part in (title(self.tr("Acties")), self.read_only, self.count, self.message):
            layout.addWidget(part)
        yield
        self.part = ActionPart(self._session.today(), over_all=True)
        self.lines, self.new_action = self.part.lines, self.part.new_action
        yield
        self.part.hide()  # until it is read what there is
        layout.addWidget(self.part)
        layout.addStretch(1)
        self._connect_parts()

    def _connect_parts(self) -> None:
        self.part.saved.connect(self._save)
        self.part.removed.connect(self._remove)
        self.part.dossier_requested.connect(self.dossier_requested)
        self._session.changed.connect(self.reload)

    def read(self) -> None:
        """Read what is open and what was done lately."""
        self._session.ask(partial(agenda, today=self._session.today()), self._show)

    def _show(self, found: Agenda) -> None:
        today, read_only = self._session.today(), self._session.outline.read_only
        self.part.show_actions(found.actions, today, read_only, found.dossiers)
        self.part.show()
        waiting = [one for one in found.actions if one.done_on is None]
        late = sum(one.on < today for one in waiting)
        self.count.setText(_counted(len(waiting), late))
        self.count.setVisible(bool(waiting))
        self.part.nothing.setText(NOTHING_OPEN if found.actions or read_only else NOTHING)
        self.read_only.setVisible(read_only)
        self.has_been_read()

    def _save(self, action: Action, what: Saved) -> None:
        self.message.hide()
        save_action(self._session, action, what, self.did.emit, self.message.show_error)

    def _remove(self, action: Action) -> None:
        remove_action(self._session, action, self.did.emit)


def _counted(waiting: int, late: int) -> str:
    words = "1 actie staat open" if waiting == 1 else f"{waiting} acties staan open"
    return f"{words}, {late} te laat." if late else f"{words}."
