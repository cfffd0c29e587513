"""The place *Opruimen*: what is due, what is quiet, and what old backups still hold."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vp_logboek.domain.errors import LogbookError
from vp_logboek.domain.errors_release import Stopped
from vp_logboek.gui.keeping import words, work
from vp_logboek.gui.keeping.backups import BackupsCard
from vp_logboek.gui.keeping.confirm import DestroyDialog
from vp_logboek.gui.keeping.due import DueCard, actions_left
from vp_logboek.gui.keeping.in_steps import InSteps
from vp_logboek.gui.keeping.lengthy import Lengthy
from vp_logboek.gui.keeping.quiet import QuietCard
from vp_logboek.gui.keeping.steps import close, let_run
from vp_logboek.gui.session import Session
from vp_logboek.gui.widgets import MessageBar, Tone, label, title
from vp_logboek.gui.widgets.scrolling import scrolling
from vp_logboek.messages.parts import Message
from vp_logboek.services import purge
from vp_logboek.services.purge import Due, Quiet


class KeepingPage(InSteps):
    """Shows what there is to tidy up; nothing happens by itself.

    ``going`` and ``gone`` are told around destroying, so that nobody goes on showing what is
    gone. ``did`` carries a Step that can be undone.
    """

    dossier_requested = Signal(int)
    going = Signal()
    gone = Signal()
    did = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.message = MessageBar()
        self.total = label("", "muted")

    def make(self) -> Iterator[None]:
        """A card a step."""
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        self._scroll = scrolling(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self.due = DueCard()
        self.working = Lengthy(self.due)
        yield
        for part in (title(self.tr("Opruimen")), label(words.INTRO), self.message, self.working):
            layout.addWidget(part)
        layout.addWidget(self.due)
        yield
        self.backups = BackupsCard()
        layout.addWidget(self.backups)
        yield
        self.quiet = QuietCard()
        layout.addWidget(self.quiet)
        layout.addWidget(self.total)
        layout.addStretch(1)
        self._connect_parts()

    def _connect_parts(self) -> None:
        self.due.destroy_requested.connect(self._destroy)
        self.due.opened.connect(self.dossier_requested)
        self.quiet.close_requested.connect(self._close)
        self.quiet.let_run_requested.connect(self._let_run)
        self.quiet.opened.connect(self.dossier_requested)
        self._session.changed.connect(self._reload_when_seen)

    def arrive(self) -> None:
        """Somebody comes to this page: what was told last is old."""
        self.message.hide()
        self.reload()

    def read(self) -> None:
        """Read what is due and what is quiet."""
        self._session.ask(partial(work.read, today=self._session.today()), self._show)

    def _reload_when_seen(self) -> None:
        """Looking for backups goes to another disk: not while nobody looks here."""
        if self.isVisible():
            self.reload()

    def _show(self, found: work.Found) -> None:
        session, tidying, terms = self._session, found.tidying, found.terms
        read_only = session.outline.read_only
        self.due.show_due(tidying.due, terms, session.tree, read_only)
        self.quiet.show_quiet(tidying.quiet, terms.quiet_days, session.tree, read_only)
        self.due.hold_keyboard(not tidying.due and not tidying.quiet)
        self.backups.show_copies(found.copies, found.last)
        self.total.setText(words.destroyed_so_far(tidying.destroyed))
        self.has_been_read()

    # --- destroying ---------------------------------------------------------------------------

    def _destroy(self, chosen: tuple[Due, ...]) -> None:
        if self.working.is_busy:
            return
        self.message.hide()
        numbers = tuple(one.number for one in chosen)
        typed = DestroyDialog.ask(self, numbers, actions_left(chosen))
        if typed is None:
            self.due.table.setFocus()
            return
        self.going.emit()
        dossiers = tuple(one.dossier for one in chosen)
        today = self._session.today()
        self.working.run(
            words.being_destroyed(len(dossiers)),
            len(dossiers),
            self._session.change,
            lambda logbook, told: purge.destroy(logbook, dossiers, typed, today, told),
            self._tell_destroyed,
            self._tell_not_destroyed,
        )

    def _tell_not_destroyed(self, error: LogbookError) -> None:
        if isinstance(error, Stopped):
            self.message.say(words.STOPPED)
        else:
            self.message.show_error(error)
        self.working.hand_on(self.due.table)
        self._scroll.ensureWidgetVisible(self.message)

    def _tell_destroyed(self, number: int) -> None:
        self.message.show_message(
            Message(words.destroyed(number), words.TALLY_UNCHANGED, words.IN_BACKUPS), Tone.GOOD
        )
        self.gone.emit()
        self.working.hand_on(self.message)  # so that it is read aloud, and stays in sight
        self._scroll.ensureWidgetVisible(self.message)

    # --- quiet dossiers -----------------------------------------------------------------------

    def _close(self, chosen: tuple[Quiet, ...]) -> None:
        self.message.hide()
        close(self._session, chosen, self.did.emit)
        self.quiet.table.setFocus()

    def _let_run(self, chosen: tuple[Quiet, ...]) -> None:
        self.message.hide()
        let_run(self._session, chosen, self.did.emit)
        self.quiet.table.setFocus()
