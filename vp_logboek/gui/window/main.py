"""The main window: it wires the rooms to each other, and leaves the work to them."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QVBoxLayout, QWidget

from vp_logboek.domain.errors import Damaged, LogbookError, NotSaved, ReadOnlyPlace
from vp_logboek.gui.backups.keeper import BackupKeeper
from vp_logboek.gui.backups.leaving import Leaving
from vp_logboek.gui.backups.place_watch import PlaceWatch
from vp_logboek.gui.backups.reminder import BackupReminder
from vp_logboek.gui.dossiers.page import DossierRoom
from vp_logboek.gui.help.desk import show_help, show_help_here
from vp_logboek.gui.preferences import Preferences
from vp_logboek.gui.session import Session
from vp_logboek.gui.talks.editor import TalkEditor
from vp_logboek.gui.talks.list_pane import TalkList
from vp_logboek.gui.talks.read_pane import TalkReader
from vp_logboek.gui.undo import Undo
from vp_logboek.gui.widgets import announce
from vp_logboek.gui.widgets.late_letters import after_letters
from vp_logboek.gui.window.actions import Actions
from vp_logboek.gui.window.bars import TopBars, UndoBar
from vp_logboek.gui.window.busy import BusyLine
from vp_logboek.gui.window.cover import Cover
from vp_logboek.gui.window.exchange import Exchange
from vp_logboek.gui.window.focus import focus_first
from vp_logboek.gui.window.kept_focus import KeptFocus
from vp_logboek.gui.window.layout_kept import KeptLayout
from vp_logboek.gui.window.navigation import Navigation
from vp_logboek.gui.window.places import Kind, Place, Places
from vp_logboek.gui.window.reading_order import put_last
from vp_logboek.gui.window.rooms import Rooms
from vp_logboek.gui.window.safekeeping import Safekeeping
from vp_logboek.gui.window.status import Status
from vp_logboek.gui.window.talk_actions import TalkActions
from vp_logboek.gui.window.tool_row import ToolRow
from vp_logboek.gui.window.waiting_drafts import WaitingDrafts

if TYPE_CHECKING:
    from vp_logboek.gui.tasks import Failed

ROOM_FOR_PLACES = 116
"""Average characters below which the places fold away behind a button."""


class MainWindow(QMainWindow):
    """Everything between unlocking and locking."""

    lock_requested = Signal()
    close_down_requested = Signal()
    other_logbook_requested = Signal()
    leave_begun = Signal()

    def __init__(self, session: Session, preferences: Preferences) -> None:
        super().__init__()
        self._session = session
        self._preferences = preferences
        self._is_leaving = self._is_left = False
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
        self._connect_parts()
        self._connect_actions()
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
        yield
        self.cover = Cover(self)
        self._kept = KeptLayout(self, self.splitter, self.rooms.browse, self._preferences)
        self.kept_focus = KeptFocus(self, self.places)

    def _connect_parts(self) -> None:
        """Everything that one part tells another, from top to bottom."""
        navigation, talks, rooms = self.navigation, self.talk_actions, self.rooms
        self._session.changed.connect(self._show_saved)
        self._session.failed.connect(self.show_error)

        self.tools.places_pressed.connect(self._toggle_places)
        self.tools.new_pressed.connect(talks.new)
        self.tools.year_pressed.connect(navigation.show_year)
        self.tools.export_pressed.connect(self.exchange.export)
        self.tools.lock_pressed.connect(self.lock_requested)
        self.tools.search.searched.connect(navigation.search)
        self.tools.search.entered.connect(rooms.talks.enter)

        self.places.chosen.connect(self._fold_places)
        self.places.chosen.connect(navigation.go)
        rooms.talks.chosen.connect(navigation.read)
        rooms.talks.edit_requested.connect(talks.edit)
        rooms.talks.import_requested.connect(self.exchange.import_table)
        rooms.talks.search_emptied.connect(self.tools.search.clear)
        rooms.talks.search_suggested.connect(self.tools.search.look_for)
        rooms.talks.all_years_requested.connect(navigation.search_all_years)
        rooms.talks.organisation_chosen.connect(self.places.show_organisation)

        rooms.reader.edit_requested.connect(talks.edit)
        rooms.reader.bin_requested.connect(talks.bin)
        rooms.new_talk_requested.connect(talks.new)
        rooms.follow_up_requested.connect(talks.follow_up)
        rooms.talk_requested.connect(navigation.read)
        rooms.dossier_requested.connect(navigation.read_dossier)
        rooms.dossier_chosen.connect(navigation.read_dossier)
        rooms.export_requested.connect(self.exchange.export_year)
        rooms.overview_requested.connect(self.exchange.export)
        rooms.did.connect(self.undo.did)
        self.leaving.retry_pressed.connect(self._leave)
        self.leaving.leave_pressed.connect(self._leave_without_copy)
        self.leaving.stay_pressed.connect(self._stay)
        self.backups.failed.connect(self._tell_leaving)
        rooms.going.connect(navigation.let_go_before)
        rooms.gone.connect(navigation.let_go)
        rooms.gone.connect(self.undo.forget)
        rooms.browse.back_pressed.connect(navigation.back_to_list)

        navigation.went.connect(self._allow_actions)
        self.undo.changed.connect(self._name_undo)
        self.bars.sheet.action_pressed.connect(self.safekeeping.show_sheet)
        self._session.changed.connect(self._show_outline)

    def _connect_actions(self) -> None:
        navigation, talks, go_to = self.navigation, self.talk_actions, self._go_to
        for name, slot in (
            ("other_logbook", self.other_logbook_requested.emit),
            ("import_table", self.exchange.import_table),
            ("undo_import", self.exchange.undo_import),
            ("export", self.exchange.export),
            ("make_backup", self.reminder.make),
            ("restore", self.reminder.restore),
            ("lock", partial(after_letters, self.lock_requested.emit)),
            ("quit", self.close),
            ("undo", self.undo.undo),
            ("redo", self.undo.redo),
            ("search", self.tools.search.begin),
            ("clear_filters", self.rooms.talks.clear),
            ("choose_all", navigation.choose_all),
            ("move_talks", talks.move_current),
            ("place_talks", partial(go_to, Kind.YEAR)),
            ("place_dossiers", partial(go_to, Kind.DOSSIERS)),
            ("place_actions", partial(go_to, Kind.ACTIONS)),
            ("place_activities", partial(go_to, Kind.ACTIVITIES)),
            ("place_keeping", partial(go_to, Kind.KEEPING)),
            ("place_bin", partial(go_to, Kind.BIN)),
            ("place_released", partial(go_to, Kind.RELEASED)),
            ("released", partial(go_to, Kind.RELEASED)),
            ("next_pane", navigation.next_pane),
            ("larger", partial(self._preferences.step_text, 1)),
            ("smaller", partial(self._preferences.step_text, -1)),
            ("normal", partial(self._preferences.step_text, 0)),
            ("new_talk", talks.new),
            ("follow_up", talks.follow_up_current),
            ("edit", talks.edit_current),
            ("bin", talks.bin_current),
            ("save", talks.save),
            ("save_and_new", partial(talks.save, True)),
            ("close_form", talks.close_form),
            ("year", self._show_year),
            ("previous_year", partial(navigation.step_year, -1)),
            ("next_year", partial(navigation.step_year, 1)),
            ("activities", partial(go_to, Kind.ACTIVITIES)),
            ("settings", navigation.show_settings),
            ("recovery_sheet", self.safekeeping.show_sheet),
            ("change_passphrase", self.safekeeping.change_passphrase),
            ("help", partial(show_help_here, self)),
            ("keys", partial(show_help, self, "sneltoetsen")),
            ("privacy", partial(show_help, self, "over-privacy")),
            ("method", partial(show_help, self, "hoe-anonimiteit-werkt")),
            ("it_page", partial(show_help, self, "voor-uw-it-afdeling")),
            ("licences", partial(show_help, self, "licenties")),
            ("about", partial(show_help, self, "over-vp-logboek")),
        ):
            self.actions_by_name[name].triggered.connect(_without_argument(slot))
        self._allow_actions()
        self._name_undo()

    # --- beginning and ending -----------------------------------------------------------------

    def begin(self) -> None:
        """A logbook was opened: show where one begins."""
        self._show_outline()
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
        if _is_ending_session():
            self.navigation.leave_editor()
        elif self.has_unkept:
            event.ignore()
            self.close_down_requested.emit()
            return
        if self._is_left or not self.backups.is_due_at_leaving or _is_ending_session():
            super().closeEvent(event)
            return
        event.ignore()
        self._leave()

    def _leave(self) -> None:
        """Make the last copy first; the window closes when it is there."""
        if not self._is_leaving:
            self._is_leaving = True
            self.leaving.begin()
            self.leave_begun.emit()
            self.backups.leave(self._close_for_good)

    def _tell_leaving(self, error: LogbookError) -> None:
        if self._is_leaving:
            self._is_leaving = False
            self.leaving.show_error(error)

    def _stay(self) -> None:
        self.leaving.end()
        if not self.cover.isHidden():  # what was being typed was kept under it
            self.cover.uncover()

    def _leave_without_copy(self) -> None:
        self.backups.stop()
        self._close_for_good()

    def _close_for_good(self) -> None:
        self._is_left = True
        self.leaving.end()
        self.close()

    def _lock_when_minimised(self) -> None:
        if self._preferences.locks_when_minimised:
            self.lock_requested.emit()

    # --- the places fold away -----------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._is_built:
            return
        self._fold()
        for over in (self.leaving, self.cover):
            over.setGeometry(self.rect())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if not self._is_built:
            return
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._fold()
        elif event.type() == QEvent.Type.WindowStateChange and self.isMinimized():
            self._lock_when_minimised()

    def _fold(self) -> None:
        narrow = self.width() < ROOM_FOR_PLACES * self.fontMetrics().averageCharWidth()
        if narrow is self.tools.places.isHidden():
            self.tools.places.setVisible(narrow)
            self.places.setVisible(not narrow)

    def _fold_places(self, _: Place) -> None:
        if not self.tools.places.isHidden():
            self.places.hide()

    def _toggle_places(self) -> None:
        self.places.setVisible(self.places.isHidden())
        if self.places.isVisible():
            self.places.setFocus()

    # --- the keyboard -------------------------------------------------------------------------

    def _go_to(self, kind: Kind) -> None:
        """Who goes to a place by key stands in it: the next key does something there."""
        self.places.go_to(kind)
        self._focus_page()

    def _show_year(self) -> None:
        self.navigation.show_year()
        self._focus_page()

    def _focus_page(self) -> None:
        browse, page = self.rooms.browse, self.rooms.pages.currentWidget()
        if not focus_first(browse.lists.currentWidget() if page is browse else page):
            self.places.setFocus()

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

    def _show_outline(self) -> None:
        outline = self._session.outline
        self.bars.show_outline(outline)
        # the key of the example is public, and a file that cannot be written keeps its own
        self.actions_by_name.enable(("recovery_sheet",), not outline.example)
        writing = ("new_talk", "import_table", "undo_import")
        self.actions_by_name.enable(writing, not outline.read_only)
        self.tools.new.setEnabled(not outline.read_only)
        writable = not outline.example and not outline.read_only
        self.actions_by_name.enable(("change_passphrase",), writable)

    def _show_saved(self) -> None:
        self.bars.problem.hide()
        self.status.show_saved(self._session.now())

    def _name_undo(self) -> None:
        self.actions_by_name.name_undo(self.undo.undoable, self.undo.redoable)

    def _allow_actions(self) -> None:
        """Only what can be done can be chosen."""
        shown, actions = self.rooms.shown, self.actions_by_name
        can_write = self._session.can_write
        actions.enable(("edit",), can_write and isinstance(shown, TalkReader))
        actions.enable(("follow_up",), can_write and isinstance(shown, TalkReader | DossierRoom))
        actions.enable(("bin", "move_talks"), can_write and self.talk_actions.can_bin)
        actions.enable(("choose_all", "clear_filters"), self.navigation.is_at_talks)
        actions.enable(("save", "save_and_new", "close_form"), isinstance(shown, TalkEditor))
        self.tools.new.set_primary(not isinstance(shown, TalkEditor))  # there it is to save


def _is_ending_session() -> bool:
    """Whether the computer is being shut down: then there is no time for a copy."""
    application = QApplication.instance()
    return isinstance(application, QApplication) and application.isSavingSession()


def _without_argument(slot: Callable[[], object]) -> Callable[[], object]:
    """Qt tells an action whether it is checked; nobody here wants to know."""
    return lambda: slot()  # noqa: PLW0108
