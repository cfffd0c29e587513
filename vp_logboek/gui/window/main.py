"""The main window: what it is made of, and what it does when it opens, closes or changes size."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QVBoxLayout, QWidget

from vp_logboek.domain.errors import Damaged, LogbookError, NotSaved, ReadOnlyPlace
from vp_logboek.gui.backups.keeper import BackupKeeper
from vp_logboek.gui.backups.leaving import Leaving
from vp_logboek.gui.backups.place_watch import PlaceWatch
from vp_logboek.gui.backups.reminder import BackupReminder
from vp_logboek.gui.preferences import Preferences
from vp_logboek.gui.session import Session
from vp_logboek.gui.talks.editor import TalkEditor
from vp_logboek.gui.talks.list_pane import TalkList
from vp_logboek.gui.undo import Undo
from vp_logboek.gui.widgets import announce
from vp_logboek.gui.window.actions import Actions
from vp_logboek.gui.window.allowed import allow_here, allow_in_logbook
from vp_logboek.gui.window.bars import TopBars, UndoBar
from vp_logboek.gui.window.busy import BusyLine
from vp_logboek.gui.window.commands import connect_actions
from vp_logboek.gui.window.cover import Cover
from vp_logboek.gui.window.departure import Departure, is_ending_session
from vp_logboek.gui.window.exchange import Exchange
from vp_logboek.gui.window.folding import FoldedPlaces
from vp_logboek.gui.window.kept_focus import KeptFocus
from vp_logboek.gui.window.layout_kept import KeptLayout
from vp_logboek.gui.window.navigation import Navigation
from vp_logboek.gui.window.places import Places
from vp_logboek.gui.window.reading_order import put_last
from vp_logboek.gui.window.rooms import Rooms
from vp_logboek.gui.window.safekeeping import Safekeeping
from vp_logboek.gui.window.status import Status
from vp_logboek.gui.window.talk_actions import TalkActions
from vp_logboek.gui.window.tool_row import ToolRow
from vp_logboek.gui.window.waiting_drafts import WaitingDrafts
from vp_logboek.gui.window.wiring import connect_parts
from vp_logboek.gui.year.page import YearPage

if TYPE_CHECKING:
    from vp_logboek.gui.tasks import Failed


class MainWindow(QMainWindow):
    """Everything between unlocking and locking."""

    lock_requested = Signal()
    close_down_requested = Signal()
    other_logbook_requested = Signal()

    def __init__(self, session: Session, preferences: Preferences) -> None:
        super().__init__()
        self._session = session
        self._preferences = preferences
        self._is_built = False
        self.setWindowTitle("VP Logboek")

    # --- building -----------------------------------------------------------------------------

    def build(self) -> Iterator[None]:
        """Make what is in it, in steps; before the last there is nothing to see or to ask."""
        self.actions_by_name = Actions(self)
        yield
        self.undo = Undo(self._session, self)
        self.backups = BackupKeeper(self._session, self)
        self.rooms = Rooms(self._session, self._preferences, self.backups, self)
        yield from self.rooms.build()
        yield
        yield from self._make_parts()
        yield
        yield from self._lay_out()
        yield
        connect_parts(self)
        connect_actions(self, self._preferences)
        self._listen()
        self._kept.restore()
        self._is_built = True

    def _make_parts(self) -> Iterator[None]:
        session = self._session
        self.tools = ToolRow()
        self.bars = TopBars()
        self.places = Places(session)
        self.undo_bar = UndoBar(self.undo)
        self.status = Status()
        self.busy = BusyLine(session.store)
        self.status.addPermanentWidget(self.busy)
        yield
        self.navigation = Navigation(session, self.places, self.rooms, self)
        self.talk_actions = TalkActions(session, self.rooms, self.navigation, self.undo, self)
        self.safekeeping = Safekeeping(session, self)
        self.exchange = Exchange(session, self.navigation, self.undo, self)
        self.drafts = WaitingDrafts(session, self.rooms, self.bars, self.status, self.undo, self)
        self.place = PlaceWatch(session, self.bars.place, self)
        self.reminder = BackupReminder(session, self.backups, self.bars, self.status, self)

    def _lay_out(self) -> Iterator[None]:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(6)
        self.splitter.addWidget(self.places)
        self.splitter.addWidget(self.rooms.pages)
        self.rooms.pages.raise_()  # a splitter puts the newest first in the tree that is read aloud
        self.splitter.setStretchFactor(1, 1)
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tools)
        layout.addWidget(self.bars)
        yield
        layout.addWidget(self.splitter, 1)
        yield
        below = QVBoxLayout()
        below.setContentsMargins(12, 0, 12, 8)
        below.addWidget(self.undo_bar)
        layout.addLayout(below)
        self.setCentralWidget(middle)
        yield
        self.setStatusBar(self.status)
        self.leaving = Leaving(self)
        self.departure = Departure(self.leaving, self.backups, self)
        yield
        self.cover = Cover(self)
        self._kept = KeptLayout(self, self.splitter, self.rooms.browse, self._preferences)
        self._folded = FoldedPlaces(self.places, self.tools)
        self.kept_focus = KeptFocus(self, self.places)

    def _listen(self) -> None:
        """What the window itself does when something happened in a part of it."""
        self._session.changed.connect(self._show_saved)
        self._session.changed.connect(self.show_outline)
        self._session.failed.connect(self.show_error)
        self.navigation.went.connect(self._allow_actions)
        self.undo.changed.connect(self._name_undo)
        self.departure.ready.connect(self.close)
        self.departure.stayed.connect(self._go_on)
        self._allow_actions()
        self._name_undo()

    # --- beginning and ending -----------------------------------------------------------------

    def begin(self) -> None:
        """A logbook was opened: show where one begins."""
        self.show_outline()
        self.places.begin()
        self.drafts.read()
        self.place.look()
        self.backups.begin()
        if self._session.outline.read_only:
            self.status.show_read_only()
        else:
            self.status.show_saved(self._session.now())
        self.show()
        announce(self, self.tr("Uw logboek is open."))
        self.rooms.talks.table.setFocus()

    def new_talk(self) -> None:
        """Begin a new talk."""
        self.talk_actions.new()

    @property
    def talks(self) -> TalkList:
        """The list of talks."""
        return self.rooms.talks

    @property
    def editor(self) -> TalkEditor:
        """The form of a talk."""
        return self.rooms.editor

    def prepare_lock(self, failed: "Failed") -> None:
        """Cover everything and keep what is being typed; ``failed`` hears when that fails."""
        self.cover.cover()
        self.undo.forget()
        self.backups.stop()
        if self.rooms.built_editor is not None:
            self.rooms.built_editor.keep_now(failed)

    @property
    def has_unkept(self) -> bool:
        """Whether something was typed that is not on the disk yet."""
        return self.rooms.built_editor is not None and self.rooms.built_editor.has_unkept

    def closeEvent(self, event: QCloseEvent) -> None:
        self._kept.keep()
        if is_ending_session():
            self.navigation.leave_editor()
        elif self.has_unkept:
            event.ignore()
            self.close_down_requested.emit()
            return
        if self.departure.may_close:
            super().closeEvent(event)
            return
        event.ignore()
        self.departure.begin()

    def _go_on(self) -> None:
        """Nobody left after all."""
        if not self.cover.isHidden():  # what was being typed was kept under it
            self.cover.uncover()

    def _lock_when_minimised(self) -> None:
        if self._preferences.locks_when_minimised:
            self.lock_requested.emit()

    # --- its size and its state ----------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._is_built:
            return
        self._folded.fit(self.width())
        for over in (self.leaving, self.cover):
            over.setGeometry(self.rect())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if not self._is_built:
            return
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._folded.fit(self.width())
        elif event.type() == QEvent.Type.WindowStateChange and self.isMinimized():
            self._lock_when_minimised()

    # --- the keyboard -------------------------------------------------------------------------

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes as one reads, whenever a room was made."""
        put_last(self, self.undo_bar.action, self.status.make_backup)
        return super().focusNextPrevChild(forward)

    # --- telling ------------------------------------------------------------------------------

    def show_error(self, error: LogbookError) -> None:
        """Tell of an error no room shows itself. What is refused was saved all the same."""
        self.bars.problem.show_error(error)
        if isinstance(error, NotSaved | ReadOnlyPlace | Damaged):
            self.status.show_not_saved()

    def show_outline(self) -> None:
        """What kind of logbook this is, and what can be done with it."""
        self.bars.show_outline(self._session.outline)
        allow_in_logbook(self.actions_by_name, self.tools, self._session)

    def _show_saved(self) -> None:
        self.bars.problem.hide()
        self.status.show_saved(self._session.now())

    def _name_undo(self) -> None:
        self.actions_by_name.name_undo(self.undo.undoable, self.undo.redoable)

    def _allow_actions(self) -> None:
        """Only what can be done can be chosen."""
        allow_here(
            self.actions_by_name, self._session, self.rooms, self.navigation, self.talk_actions
        )
        is_writing = isinstance(self.rooms.shown, TalkEditor)
        self.tools.new.set_primary(not is_writing)  # there it is to save
        self.undo_bar.give_way(is_writing)
        self.tools.show_at_year(isinstance(self.rooms.shown, YearPage))
