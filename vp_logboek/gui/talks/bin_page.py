"""The place *Prullenbak*: talks that were thrown away; they count nowhere."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vp_logboek.domain.errors import LogbookError
from vp_logboek.domain.errors_release import Stopped
from vp_logboek.domain.listing import BinnedTalk
from vp_logboek.gui.keeping import words
from vp_logboek.gui.keeping.chosen_bar import ChosenBar
from vp_logboek.gui.keeping.lengthy import Lengthy
from vp_logboek.gui.session import Session
from vp_logboek.gui.talks.bin_table import BinTable
from vp_logboek.gui.talks.bin_work import BinWork
from vp_logboek.gui.widgets import MessageBar, Tone, button, label, title
from vp_logboek.gui.widgets.empty import EmptyState
from vp_logboek.gui.widgets.scrolling import scrolling
from vp_logboek.messages.parts import Message
from vp_logboek.services import notebook, purge

if TYPE_CHECKING:
    from vp_logboek.services.safekeeping import Logbook

Found = tuple[tuple[BinnedTalk, ...], int, int]
"""What lies in the bin, how much of it too long, and how many days that is."""
_NEARLY_ALL = 100
"""What the list gets of the height, as far as it has rows, for each part of the white below it."""


class BinPage(QWidget):
    """What was thrown away, the last first: put back, or deleted for good.

    ``going`` and ``gone`` are told around deleting for good. ``did`` carries a Step that can be
    undone.
    """

    did = Signal(object)
    going = Signal()
    gone = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._over = 0
        self.table = BinTable()
        self.model = self.table.rows
        self.message = MessageBar()
        self.old = MessageBar()
        self.restore = button(self.tr("Terugzetten"), self._restore, "undo-2")
        self.delete = button("", self._delete, "trash-2", role="danger")
        self.empty = button(self.tr("Prullenbak legen…"), self._empty, role="danger")
        self.bar = ChosenBar(self.table, words.CHOOSE_TALKS_FIRST, self.restore, self.delete)
        self.bar.add_at_end(self.empty)
        self.working = Lengthy(self.table, self.bar, self.old)
        self.work = BinWork(session, self.working, self)
        self.nothing = EmptyState(holds_keyboard=True)
        self.nothing.say(self.tr("De prullenbak is leeg. Hier komt te staan wat u weggooit."))
        self._lay_out()
        self._connect_parts()

    def _lay_out(self) -> None:
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inner))
        about = label(
            self.tr("Wat hier ligt telt nergens mee. De prullenbak is voor vergissingen.")
        )
        for part in (title(self.tr("Prullenbak")), about, self.message, self.old, self.working):
            layout.addWidget(part)
        for filling in (self.table, self.nothing):
            layout.addWidget(filling, _NEARLY_ALL)
        layout.addWidget(self.bar)
        layout.addStretch(1)
        self.nothing.hide()

    def _connect_parts(self) -> None:
        self.table.ticked.connect(self._name_button)
        self._name_button()
        self.table.delete_pressed.connect(self.delete.click)
        self.old.action_pressed.connect(self._empty_old)
        self.work.begun.connect(self.message.hide)
        self.work.done.connect(self._tell_done)
        self.work.not_done.connect(self._tell_not_done)
        self.work.did.connect(self.did)
        self.work.going.connect(self.going)
        self._session.changed.connect(self.reload)

    def arrive(self) -> None:
        """Somebody comes to this page: what was told last is old."""
        self.message.hide()
        self.reload()

    def reload(self) -> None:
        """Read again."""
        today = self._session.today()

        def read(logbook: "Logbook") -> Found:
            over = purge.tidying(logbook, today).over_bin_days
            return notebook.binned(logbook), over, purge.terms(logbook).bin_days

        self._session.ask(read, self._show)

    def _show(self, found: Found) -> None:
        binned, self._over, bin_days = found
        read_only = self._session.outline.read_only
        self.table.show_talks(binned, self._session.tree)
        self._show_parts(bool(binned))
        self.bar.allow(words.READ_ONLY if read_only else "")
        if self._over:
            todo = "" if read_only else self.tr("Gooi die voorgoed weg…")
            self.old.say(words.lies_long(self._over, bin_days), Tone.NOTE, todo)
        else:
            self.old.hide()

    def _show_parts(self, has_some: bool) -> None:
        """The table, or the words in its place; the keyboard stays on the page."""
        here = self.focusWidget()
        was_there = here is not None and here.hasFocus() and self.isAncestorOf(here)
        self.nothing.setVisible(not has_some)
        if was_there and not has_some and not self.message.hasFocus():
            self.nothing.setFocus()
        elif was_there and has_some and self.nothing.isAncestorOf(here):
            self.table.setVisible(True)
            self.table.setFocus()
        self.table.setVisible(has_some)
        self.bar.setVisible(has_some)

    def _name_button(self) -> None:
        number = len(self.table.chosen())
        named = f"Gooi {words.talks(number)} voorgoed weg…" if number else "Voorgoed weggooien…"
        self.delete.setText(named)

    # --- what was done ------------------------------------------------------------------------

    def _restore(self) -> None:
        self.work.put_back(self.table.chosen_ids())

    def _delete(self) -> None:
        self.work.delete(self.table.chosen_ids())

    def _empty(self) -> None:
        self.work.delete(self.table.all_ids())

    def _empty_old(self) -> None:
        self.work.delete_old(self._over)

    def _tell_done(self, gone: int) -> None:
        if not gone:
            self.working.hand_on(self.table)
            return
        message = Message(words.deleted_talks(gone), "", words.IN_BACKUPS)
        self.message.show_message(message, Tone.GOOD)
        self.gone.emit()
        self.working.hand_on(self.message)  # so that it is read aloud

    def _tell_not_done(self, error: LogbookError) -> None:
        if isinstance(error, Stopped):
            self.message.say(words.STOPPED)
        else:
            self.message.show_error(error)
        self.working.hand_on(self.table)
