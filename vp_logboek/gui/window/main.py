"""The main window: it wires the rooms to each other, and leaves the work to them."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from vp_logboek.domain.conversation import Conversation
from vp_logboek.domain.errors import LogbookError
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.dossiers.actions_page import ActionsPage
from vp_logboek.gui.dossiers.activities_page import ActivitiesPage
from vp_logboek.gui.dossiers.list_pane import DossierList
from vp_logboek.gui.dossiers.page import DossierRoom
from vp_logboek.gui.export.dialog import ExportDialog
from vp_logboek.gui.imports.dialog import ImportDialog, undo_last_import
from vp_logboek.gui.preferences import Preferences
from vp_logboek.gui.session import Session
from vp_logboek.gui.settings.page import SettingsPage
from vp_logboek.gui.talks.bin_page import BinPage
from vp_logboek.gui.talks.editor import TalkEditor
from vp_logboek.gui.talks.list_pane import TalkList
from vp_logboek.gui.talks.read_pane import TalkReader
from vp_logboek.gui.undo import Step, Undo
from vp_logboek.gui.widgets.empty import EmptyState
from vp_logboek.gui.window.actions import Actions
from vp_logboek.gui.window.bars import Drafts, TopBars, UndoBar
from vp_logboek.gui.window.browse import Browse
from vp_logboek.gui.window.cover import Cover
from vp_logboek.gui.window.help_texts import HelpDialog
from vp_logboek.gui.window.places import Kind, Place, Places
from vp_logboek.gui.window.status import Status
from vp_logboek.gui.window.tool_row import ToolRow
from vp_logboek.gui.year.page import YearPage
from vp_logboek.messages import in_words
from vp_logboek.services import notebook
from vp_logboek.services.talk_entry import TalkEntry

if TYPE_CHECKING:
    from vp_logboek.gui.tasks import Failed

ROOM_FOR_PLACES = 116
"""Average characters below which the places fold away behind a button."""


class MainWindow(QMainWindow):
    """Everything between unlocking and locking."""

    lock_requested = Signal()
    other_logbook_requested = Signal()

    def __init__(self, session: Session, preferences: Preferences) -> None:
        super().__init__()
        self._session = session
        self._preferences = preferences
        self._drafts: Drafts = ()
        self.setWindowTitle("VP Logboek")
        self.actions_by_name = Actions(self)
        self.undo = Undo(self)
        self._make_rooms()
        self._lay_out()
        self._connect_parts()
        self._connect_actions()
        self._remember()

    # --- building -----------------------------------------------------------------------------

    def _make_rooms(self) -> None:
        session = self._session
        self.tools = ToolRow()
        self.bars = TopBars()
        self.places = Places(session)
        self.talks = TalkList(session)
        self.reader = TalkReader(session)
        self.editor = TalkEditor(session)
        self.dossiers = DossierList(session)
        self.dossier = DossierRoom(session)
        self.action_page = ActionsPage(session)
        self.activities = ActivitiesPage(session)
        self.bin = BinPage(session)
        self.year = YearPage(session)
        self.settings = SettingsPage(session, self._preferences)
        self.nothing_chosen = EmptyState()
        self.nothing_chosen.say(self.tr("Kies links een gesprek. Dan leest u het hier."))
        self.undo_bar = UndoBar(self.undo)
        self.status = Status()

    def _lay_out(self) -> None:
        self.browse = Browse()
        self.browse.lists.addWidget(self.talks)
        self.browse.lists.addWidget(self.dossiers)
        for detail in (self.nothing_chosen, self.reader, self.editor, self.dossier):
            self.browse.details.addWidget(detail)
        self.pages = QStackedWidget()
        rooms = (self.action_page, self.activities, self.bin, self.year, self.settings)
        for page in (self.browse, *rooms):
            self.pages.addWidget(page)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(6)
        self.splitter.addWidget(self.places)
        self.splitter.addWidget(self.pages)
        self.splitter.setStretchFactor(1, 1)
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tools)
        layout.addWidget(self.bars)
        layout.addWidget(self.splitter, 1)
        below = QVBoxLayout()
        below.setContentsMargins(12, 0, 12, 8)
        below.addWidget(self.undo_bar)
        layout.addLayout(below)
        self.setCentralWidget(middle)
        self.setStatusBar(self.status)
        self.cover = Cover(self)

    def _connect_parts(self) -> None:
        """Everything that one room tells another, from top to bottom."""
        session = self._session
        session.opened.connect(self.begin)
        session.changed.connect(self._show_saved)
        session.changed.connect(self._read_drafts)
        session.failed.connect(self.show_error)

        self.tools.places_pressed.connect(self._toggle_places)
        self.tools.new_pressed.connect(self.new_talk)
        self.tools.year_pressed.connect(self.show_year)
        self.tools.export_pressed.connect(self.export)
        self.tools.lock_pressed.connect(self.lock_requested)
        self.tools.search.searched.connect(self._search)
        self.tools.search.entered.connect(self.talks.table.setFocus)
        self.bars.draft.action_pressed.connect(self._resume_draft)

        self.places.chosen.connect(self._go)
        self.talks.chosen.connect(self._read)
        self.talks.edit_requested.connect(self.edit_talk)
        self.talks.new_requested.connect(self.new_talk)
        self.talks.import_requested.connect(self.import_table)
        self.talks.search_emptied.connect(self.tools.search.clear)
        self.talks.all_years_requested.connect(self._search_all_years)

        self.reader.edit_requested.connect(self.edit_talk)
        self.reader.follow_up_requested.connect(self.follow_up)
        self.reader.bin_requested.connect(self.bin_talk)
        self.reader.dossier_requested.connect(self.show_dossier)
        self.editor.opened.connect(self._show_editor)
        self.editor.finished.connect(self._finish_editing)
        self.editor.draft_kept.connect(self._show_draft_kept)
        self.editor.discarded.connect(self._offer_draft_back)

        self.dossiers.chosen.connect(self._read_dossier)
        self.dossiers.new_requested.connect(self.new_talk)
        self.dossier.talk_requested.connect(self.show_talk)
        self.dossier.follow_up_requested.connect(self.follow_up)
        self.dossier.did.connect(self.undo.did)
        self.action_page.dossier_requested.connect(self.show_dossier)
        self.action_page.did.connect(self.undo.did)
        self.activities.did.connect(self.undo.did)

        self.year.export_requested.connect(self._export_year)
        self.year.new_talk_requested.connect(self.new_talk)
        self.undo.changed.connect(self._name_undo)
        self.browse.back_pressed.connect(self._back_to_list)

    def _connect_actions(self) -> None:
        actions = self.actions_by_name
        for name, slot in (
            ("other_logbook", self.other_logbook_requested.emit),
            ("import_table", self.import_table),
            ("undo_import", partial(undo_last_import, self, self._session)),
            ("export", self.export),
            ("lock", self.lock_requested.emit),
            ("quit", self.close),
            ("undo", self.undo.undo),
            ("redo", self.undo.redo),
            ("search", self._go_search),
            ("place_talks", partial(self.places.go_to, Kind.YEAR)),
            ("place_dossiers", partial(self.places.go_to, Kind.DOSSIERS)),
            ("place_actions", partial(self.places.go_to, Kind.ACTIONS)),
            ("place_activities", partial(self.places.go_to, Kind.ACTIVITIES)),
            ("place_bin", partial(self.places.go_to, Kind.BIN)),
            ("next_pane", self._next_pane),
            ("larger", partial(self._preferences.step_text, 1)),
            ("smaller", partial(self._preferences.step_text, -1)),
            ("normal", partial(self._preferences.step_text, 0)),
            ("new_talk", self.new_talk),
            ("follow_up", self._follow_up_current),
            ("edit", self._edit_current),
            ("bin", self._bin_current),
            ("save", self.editor.save),
            ("save_and_new", partial(self.editor.save, True)),
            ("close_form", self.editor.close_form),
            ("year", self.show_year),
            ("previous_year", partial(self._step_year, -1)),
            ("next_year", partial(self._step_year, 1)),
            ("activities", partial(self.places.go_to, Kind.ACTIVITIES)),
            ("settings", self.show_settings),
            ("keys", partial(HelpDialog.show_keys, self)),
            ("privacy", partial(HelpDialog.show_privacy, self)),
            ("about", partial(HelpDialog.show_about, self)),
        ):
            actions[name].triggered.connect(_without_argument(slot))
        self._allow_actions()
        self._name_undo()

    # --- beginning and ending -----------------------------------------------------------------

    def begin(self) -> None:
        """A logbook was opened: show the present year."""
        self.bars.show_outline(self._session.outline)
        self.places.begin()
        self.dossiers.reload()
        self.action_page.reload()
        self.activities.reload()
        self.bin.reload()
        self._read_drafts()
        if self._session.outline.read_only:
            self.status.show_read_only()
        else:
            self.status.show_saved(self._session.now())
        self.show()
        self.talks.table.setFocus()

    def prepare_lock(self, failed: "Failed") -> None:
        """Cover everything and keep what is being typed; ``failed`` hears when that fails."""
        self.cover.cover()
        self.editor.keep_now(failed)

    def show_error(self, error: LogbookError) -> None:
        """Tell of an error no room shows itself."""
        self.bars.problem.show_error(error)
        self.status.show_not_saved()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.editor.leave()
        self._keep_layout()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()
        self.cover.setGeometry(self.rect())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._fold()

    def _remember(self) -> None:
        kept = self._preferences
        room = self.screen().availableSize()
        self.resize(min(1240, room.width() - 16), min(780, room.height() - 48))
        geometry = kept.layout("geometry")
        if geometry is not None:
            self.restoreGeometry(geometry)
        sizes = kept.layout("places")
        if sizes is not None:
            self.splitter.restoreState(sizes)
        else:
            self.splitter.setSizes([190, 990])
        self.browse.restore(kept.layout("browse"))

    def _keep_layout(self) -> None:
        self._preferences.set_layout("geometry", self.saveGeometry())
        self._preferences.set_layout("places", self.splitter.saveState())
        self._preferences.set_layout("browse", self.browse.splitter.saveState())

    def _fold(self) -> None:
        narrow = self.width() < ROOM_FOR_PLACES * self.fontMetrics().averageCharWidth()
        if narrow is self.tools.places.isHidden():
            self.tools.places.setVisible(narrow)
            self.places.setVisible(not narrow)

    def _toggle_places(self) -> None:
        self.places.setVisible(self.places.isHidden())
        if self.places.isVisible():
            self.places.setFocus()

    # --- going somewhere ----------------------------------------------------------------------

    def _go(self, place: Place) -> None:
        if not self.tools.places.isHidden():
            self.places.hide()
        pages = {
            Kind.ACTIONS: self.action_page,
            Kind.ACTIVITIES: self.activities,
            Kind.BIN: self.bin,
        }
        page = pages.get(place.kind)
        self.pages.setCurrentWidget(page or self.browse)
        if page is None and place.kind is Kind.DOSSIERS:
            self.browse.show_list(self.dossiers)
        elif page is None:
            self._show_talks(place)
        self._allow_actions()

    def _show_talks(self, place: Place) -> None:
        only = self._session.organisations
        organisation = only[0].id if len(only) == 1 else None
        self.browse.show_list(self.talks)
        self.talks.show_year(place.year, place.label, organisation)

    def _read(self, talk: int) -> None:
        self.editor.leave()
        self.reader.read(talk)
        self.browse.show_detail(self.reader)
        self._allow_actions()

    def _read_dossier(self, dossier: int) -> None:
        self.editor.leave()
        self.dossier.show_dossier(dossier)
        self.browse.show_detail(self.dossier)
        self._allow_actions()

    def show_talk(self, talk: int) -> None:
        """Read this talk, wherever one is."""
        self.pages.setCurrentWidget(self.browse)
        self._read(talk)

    def show_dossier(self, dossier: int) -> None:
        """Show this dossier, wherever one is."""
        self.pages.setCurrentWidget(self.browse)
        self._read_dossier(dossier)

    def show_year(self) -> None:
        """Show the year overview, of the year that is chosen at the left."""
        place = self.places.current()
        if place is not None and place.year is not None:
            organisation = self._session.organisations[0]
            if self.pages.currentWidget() is not self.year:
                self.year.show_year(organisation, place.year)
        self.pages.setCurrentWidget(self.year)
        self.places.leave()
        self._allow_actions()

    def show_settings(self) -> None:
        """Show the settings."""
        self.settings.refresh()
        self.pages.setCurrentWidget(self.settings)
        self.places.leave()
        self._allow_actions()

    def _step_year(self, steps: int) -> None:
        if self.pages.currentWidget() is self.year:
            self.year.step(steps)
        else:
            self.places.step_year(steps)

    def _next_pane(self) -> None:
        """F6: places, list, details, and round again."""
        panes: list[QWidget] = [self.places, self.pages]
        if self.pages.currentWidget() is self.browse:
            panes = [self.places, self.browse.lists, self.browse.details]
        shown = [pane for pane in panes if pane.isVisible()]
        focus = self.focusWidget()
        here = next((n for n, p in enumerate(shown) if focus and _holds(p, focus)), -1)
        following = [*shown[here + 1 :], *shown[: here + 1]]
        for target in following:
            inner = target.currentWidget() if isinstance(target, QStackedWidget) else target
            if _focus_first(inner):
                return

    def _back_to_list(self) -> None:
        self.editor.leave()
        self._allow_actions()
        _focus_first(self.browse.lists.currentWidget())

    # --- searching ----------------------------------------------------------------------------

    def _go_search(self) -> None:
        self.tools.search.setFocus()
        self.tools.search.selectAll()

    def _search(self, text: str) -> None:
        place = self.places.current()
        if place is None or place.kind not in (Kind.YEAR, Kind.ALL_YEARS):
            self.places.go_to(Kind.YEAR)
        self.pages.setCurrentWidget(self.browse)
        self.browse.show_list(self.talks)
        self.talks.search(text)

    def _search_all_years(self) -> None:
        self.places.go_to(Kind.ALL_YEARS)

    # --- talks --------------------------------------------------------------------------------

    def new_talk(self) -> None:
        """Begin a new talk."""
        self.editor.begin_new()

    def follow_up(self, dossier: int) -> None:
        """Begin a next talk of a dossier."""
        self.editor.begin_follow_up(dossier)

    def edit_talk(self, talk: int) -> None:
        """Change a talk."""
        if not self._session.outline.read_only:
            self.editor.edit(talk)

    def bin_talk(self, talk: int) -> None:
        """Throw a talk away; it can be undone."""
        today = self._session.today()

        def bin_it() -> None:
            self._session.change(lambda logbook: notebook.bin_talk(logbook, talk, today))

        def put_back() -> None:
            self._session.change(lambda logbook: notebook.restore_talk(logbook, talk))
            self.talks.select(talk)

        shown = self.reader.talk
        day = f" van {in_words(shown.on)}" if shown is not None and shown.id == talk else ""
        self.undo.did(
            Step(f"Het gesprek{day} ligt in de prullenbak.", "weggooien", put_back, bin_it)
        )
        bin_it()
        self.browse.show_detail(self.nothing_chosen, bring_forward=False)
        self._allow_actions()

    def _current_talk(self) -> int | None:
        shown = self.browse.details.currentWidget() is self.reader
        talk = self.reader.talk if shown else None
        return None if talk is None else talk.id

    def _edit_current(self) -> None:
        talk = self._current_talk()
        if talk is not None:
            self.edit_talk(talk)

    def _bin_current(self) -> None:
        talk = self._current_talk()
        if talk is not None:
            self.bin_talk(talk)

    def _follow_up_current(self) -> None:
        talk = self.reader.talk
        if self._current_talk() is not None and talk is not None and talk.dossier is not None:
            self.follow_up(talk.dossier)

    def _show_editor(self) -> None:
        self.pages.setCurrentWidget(self.browse)
        self.browse.show_detail(self.editor)
        self.bars.draft.hide()
        self._allow_actions()

    def _finish_editing(self, talk: Conversation | None) -> None:
        if talk is not None and talk.id is not None:
            self.talks.select(talk.id)
            self._read(talk.id)
        else:
            self.browse.show_detail(self.nothing_chosen, bring_forward=False)
            self._read_drafts()
        _focus_first(self.browse.lists.currentWidget())
        self._allow_actions()

    # --- drafts -------------------------------------------------------------------------------

    def _read_drafts(self) -> None:
        self._session.ask(notebook.drafts, self._take_drafts)

    def _take_drafts(self, drafts: Drafts) -> None:
        key = self.editor.draft_key
        self._drafts = tuple(one for one in drafts if one[0] != key)
        self.bars.show_drafts(() if self.editor.is_open else self._drafts, self._session.tree)

    def _resume_draft(self) -> None:
        if self._drafts:
            self.editor.resume(*self._drafts[0])

    def _show_draft_kept(self) -> None:
        self.status.show_draft(self._session.now())
        if not self.editor.is_open:
            self._read_drafts()

    def _offer_draft_back(self, key: str, entry: TalkEntry) -> None:
        def put_back() -> None:
            self.editor.resume(key, entry)

        self.undo.did(Step("Het concept is weggegooid.", "weggooien van het concept", put_back))

    # --- other rooms --------------------------------------------------------------------------

    def import_table(self) -> None:
        """Take over a table from elsewhere."""
        ImportDialog.import_table(self, self._session)

    def export(self) -> None:
        """Make the PDF for HR of the year that is chosen."""
        if self.pages.currentWidget() is self.year:
            self._export_year(*self.year.chosen)
            return
        organisation = self._session.organisations[0]
        place = self.places.current()
        year = place.year if place is not None else None
        today = self._session.today()
        self._export_year(organisation, year or organisation.year_of(today).year)

    def _export_year(self, organisation: Organisation, year: int) -> None:
        ExportDialog.export(self, self._session, organisation, year)

    # --- telling ------------------------------------------------------------------------------

    def _show_saved(self) -> None:
        self.bars.problem.hide()
        self.status.show_saved(self._session.now())

    def _name_undo(self) -> None:
        undo, redo = self.undo.undoable, self.undo.redoable
        actions = self.actions_by_name
        actions["undo"].setEnabled(undo is not None)
        actions["redo"].setEnabled(redo is not None)
        named = f"&Ongedaan maken: {undo.name}" if undo else "&Ongedaan maken"
        actions["undo"].setText(named)
        actions["redo"].setText(f"O&pnieuw: {redo.name}" if redo else "O&pnieuw doen")

    def _allow_actions(self) -> None:
        """Only what can be done can be chosen."""
        actions = self.actions_by_name
        browsing = self.pages.currentWidget() is self.browse
        detail = self.browse.details.currentWidget() if browsing else None
        actions.enable(("edit", "bin", "follow_up"), detail is self.reader)
        actions.enable(("save", "save_and_new", "close_form"), detail is self.editor)


def _without_argument(slot: Callable[[], object]) -> Callable[[], object]:
    """Qt tells an action whether it is checked; nobody here wants to know."""
    return lambda: slot()  # noqa: PLW0108


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)


def _focus_first(pane: QWidget | None) -> bool:
    """Put the focus on the list or the first control of a pane; whether there is one."""
    if pane is None:
        return False
    lists: list[QWidget] = list(pane.findChildren(QTableView))
    for widget in (pane, *lists, *pane.findChildren(QWidget)):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            widget.setFocus()
            return True
    return False
