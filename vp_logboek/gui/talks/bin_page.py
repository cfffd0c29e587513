"""The place *Prullenbak*: talks that were thrown away; they count nowhere."""

from collections.abc import Callable, Collection, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from vp_logboek.domain.listing import BinnedTalk
from vp_logboek.domain.subjects import SubjectTree
from vp_logboek.gui.keeping import words
from vp_logboek.gui.keeping.chosen_bar import ChosenBar
from vp_logboek.gui.keeping.confirm import AskForGood
from vp_logboek.gui.session import Session
from vp_logboek.gui.undo import Step, do, taken_back
from vp_logboek.gui.widgets import MessageBar, Tone, button, label, short_day, title
from vp_logboek.gui.widgets.empty import EmptyState
from vp_logboek.gui.widgets.rows import Head, Row
from vp_logboek.gui.widgets.scrolling import scrolling
from vp_logboek.gui.widgets.tick_table import TickTable
from vp_logboek.messages.parts import Message
from vp_logboek.services import notebook, purge
from vp_logboek.services.taking_back import Change

if TYPE_CHECKING:
    from vp_logboek.services.safekeeping import Logbook

DAY, SUBJECT, DOSSIER, BINNED = range(4)
Found = tuple[tuple[BinnedTalk, ...], int, int]
"""What lies in the bin, how much of it too long, and how many days that is."""


_LEAST_LINES = 6
"""Lines of text that the list shows at least; where the window is lower the page scrolls."""


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
        heads = (Head("Datum"), Head("Onderwerp", edge=True), Head("Dossier"), Head("Weggegooid"))
        self.table: TickTable[BinnedTalk] = TickTable(
            self.tr("Prullenbak"), heads, _key, fills=True
        )
        day = "28 mrt 2026"
        widest = {DAY: day, DOSSIER: "2026-0144", BINNED: day}
        self.table.set_columns(SUBJECT, widest, (DOSSIER, BINNED))
        self.model = self.table.rows
        self.message = MessageBar()
        self.old = MessageBar()
        self.restore = button(self.tr("Terugzetten"), self._restore, "undo-2")
        self.delete = button("", self._delete, "trash-2", role="danger")
        self.empty = button(self.tr("Prullenbak legen…"), self._empty, role="danger")
        self.bar = ChosenBar(self.table, words.CHOOSE_TALKS_FIRST, self.restore, self.delete)
        self.nothing = EmptyState()
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
        layout.addWidget(title(self.tr("Prullenbak")))
        layout.addWidget(
            label(self.tr("Wat hier ligt telt nergens mee. De prullenbak is voor vergissingen."))
        )
        layout.addWidget(self.message)
        layout.addWidget(self.old)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self.table.setMinimumHeight(self.table.fontMetrics().height() * _LEAST_LINES)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.nothing)
        layout.addWidget(holder, 1)
        self.bar.add_at_end(self.empty)
        layout.addWidget(self.bar)

    def _connect_parts(self) -> None:
        self.table.ticked.connect(self._name_button)
        self._name_button()
        self.table.delete_pressed.connect(self.delete.click)
        self.old.action_pressed.connect(self._empty_old)
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
        self.table.show_rows([_row(one, self._session.tree) for one in binned])
        if not binned and self.table.hasFocus():  # else nothing has the keyboard when it goes
            self.focusNextPrevChild(False)
        self._stack.setCurrentIndex(0 if binned else 1)
        self.bar.setVisible(bool(binned))
        self.bar.allow(words.READ_ONLY if read_only else "")
        if self._over:
            todo = "" if read_only else self.tr("Gooi die voorgoed weg…")
            self.old.say(words.lies_long(self._over, bin_days), Tone.NOTE, todo)
        else:
            self.old.hide()

    def _name_button(self) -> None:
        number = len(self.table.chosen())
        named = f"Gooi {words.talks(number)} voorgoed weg…" if number else "Voorgoed weggooien…"
        self.delete.setText(named)

    # --- putting back and deleting ------------------------------------------------------------

    def _restore(self) -> None:
        self.message.hide()
        talks = _ids(self.table.chosen())
        do(
            self._session,
            partial(_put_back, talks=talks),
            partial(self._tell_restored, len(talks)),
            failed=self.message.show_error,
        )
        self.table.setFocus()

    def _tell_restored(self, number: int, change: Change) -> None:
        said = "Het gesprek is" if number == 1 else f"{number} gesprekken zijn"
        back = taken_back(self._session, change)
        self.did.emit(Step(f"{said} uit de prullenbak.", "terugzetten", back))

    def _delete(self) -> None:
        chosen = _ids(self.table.chosen())
        if chosen and AskForGood.delete(self, len(chosen)):
            self._go(partial(purge.delete_binned, conversation_ids=chosen))

    def _empty(self) -> None:
        everything = _ids(self.model.items())
        if everything and AskForGood.delete(self, len(everything)):
            self._go(partial(purge.delete_binned, conversation_ids=everything))

    def _empty_old(self) -> None:
        if AskForGood.delete(self, self._over):
            self._go(partial(purge.empty_old_bin, today=self._session.today()))

    def _go(self, work: "Callable[[Logbook], int]") -> None:
        self.message.hide()
        self.going.emit()
        self._session.change(work, self._tell_gone, self.message.show_error)

    def _tell_gone(self, number: int) -> None:
        self.message.show_message(
            Message(words.deleted_talks(number), "", words.IN_BACKUPS), Tone.GOOD
        )
        self.gone.emit()
        self.message.setFocus()  # so that it is read aloud


def _put_back(logbook: "Logbook", talks: Collection[int]) -> None:
    with logbook.transaction():
        for talk in talks:
            notebook.restore_talk(logbook, talk)


def _key(binned: BinnedTalk) -> int:
    return binned.talk.id


def _ids(binned: Iterable[BinnedTalk]) -> list[int]:
    return [one.talk.id for one in binned]


def _row(binned: BinnedTalk, tree: SubjectTree) -> Row[BinnedTalk]:
    talk = binned.talk
    return Row(
        binned,
        (
            f"{short_day(talk.on)} {talk.on.year}",
            tree.full_label(talk.subject),
            talk.dossier_number,
            f"{short_day(binned.on)} {binned.on.year}",
        ),
        main=tree.main_of(talk.subject),
    )
