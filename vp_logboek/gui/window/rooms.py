"""The rooms of the window, each built when it is first visited, or before when nothing is done."""

from collections.abc import Iterator
from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from vp_logboek.gui.backups.keeper import BackupKeeper
from vp_logboek.gui.dossiers.actions_page import ActionsPage
from vp_logboek.gui.dossiers.activities_page import ActivitiesPage
from vp_logboek.gui.dossiers.list_pane import DossierList
from vp_logboek.gui.dossiers.page import DossierRoom
from vp_logboek.gui.help.desk import prepare_help
from vp_logboek.gui.keeping.page import KeepingPage
from vp_logboek.gui.preferences import Preferences
from vp_logboek.gui.released.page import ReleasedPage
from vp_logboek.gui.session import Session
from vp_logboek.gui.settings.page import SettingsPage
from vp_logboek.gui.slices import Slices, polished
from vp_logboek.gui.talks.bin_page import BinPage
from vp_logboek.gui.talks.editor import TalkEditor
from vp_logboek.gui.talks.list_pane import TalkList
from vp_logboek.gui.talks.read_pane import TalkReader
from vp_logboek.gui.widgets.empty import EmptyState
from vp_logboek.gui.widgets.pages import Pages
from vp_logboek.gui.window.browse import Browse
from vp_logboek.gui.window.places import Kind
from vp_logboek.gui.year.page import YearPage

W = TypeVar("W", bound=QWidget)
REST_MS = 500
"""So long nothing is built after the window came: what one came for goes first."""


class Rooms(QObject):
    """Holds the rooms and passes on what they ask for; ``did`` carries a Step of undo.

    ``going`` tells that something is about to be destroyed, ``gone`` that it was; ``prepared`` that
    the rooms are there that take longest.
    """

    new_talk_requested = Signal()
    follow_up_requested = Signal(int)
    talk_requested = Signal(int)
    dossier_requested = Signal(int)
    dossier_chosen = Signal(int)
    export_requested = Signal(object, int)
    overview_requested = Signal()
    editor_built = Signal(object)
    did = Signal(object)
    going = Signal()
    gone = Signal()
    prepared = Signal()

    def __init__(
        self, session: Session, preferences: Preferences, backups: BackupKeeper, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._preferences = preferences
        self._backups = backups
        self._editor: TalkEditor | None = None
        self.pages = Pages()
        self._ahead = Slices(self, gives_way=True)
        self._ahead.done.connect(self.prepared)

    def build(self) -> Iterator[None]:
        """Make the rooms where every visit begins, in steps; before the last there are none."""
        self.browse = Browse()
        self.nothing_chosen = EmptyState()
        yield
        self.talks = TalkList(self._session)
        yield
        self.reader = TalkReader(self._session)
        yield
        self.browse.lists.currentChanged.connect(self.say_what_to_choose)
        self.browse.lists.addWidget(self.talks)
        yield
        # before what stands beside it: Tab goes in the order of making
        self.dossiers = _added(self.browse.lists, DossierList(self._session))
        yield
        self.browse.details.addWidget(self.nothing_chosen)
        self.browse.details.addWidget(self.reader)
        self.pages.addWidget(self.browse)
        self.say_what_to_choose()
        self.talks.new_requested.connect(self.new_talk_requested)
        self.talks.read.connect(self._list_was_read)
        self.dossiers.chosen.connect(self.dossier_chosen)
        self.dossiers.new_requested.connect(self.new_talk_requested)
        self.dossiers.read.connect(self._list_was_read)
        self.reader.follow_up_requested.connect(self.follow_up_requested)
        self.reader.dossier_requested.connect(self.dossier_requested)

    def page_of(self, kind: Kind) -> QWidget:
        """The page on which a place stands."""
        if kind is Kind.ACTIONS:
            return self.actions
        if kind is Kind.ACTIVITIES:
            return self.activities
        if kind is Kind.KEEPING:
            return self.keeping
        if kind is Kind.RELEASED:
            return self.released
        return self.bin if kind is Kind.BIN else self.browse

    def forget(self) -> None:
        """Something was destroyed: hold no words of what is not shown."""
        self.reader.forget()
        if "dossier" in self.__dict__:
            self.dossier.forget()

    def say_what_to_choose(self) -> None:
        """What can be chosen at the left, where there is something."""
        at_talks = self.browse.lists.currentWidget() is self.talks
        listed = self.talks if at_talks else self.dossiers
        if listed.is_empty:
            self.nothing_chosen.say("")
        elif at_talks:
            self.nothing_chosen.say(self.tr("Kies links een gesprek. Dan leest u het hier."))
        else:
            self.nothing_chosen.say(self.tr("Kies links een dossier. Dan leest u het hier."))

    def _list_was_read(self) -> None:
        at_talks = self.browse.lists.currentWidget() is self.talks
        if not at_talks or self.talks.table.number_chosen < 2:
            self.say_what_to_choose()

    def _show_no_dossier(self) -> None:
        if self.browse.details.currentWidget() is self.dossier:
            self.browse.show_detail(self.nothing_chosen, bring_forward=False)

    @property
    def shown(self) -> QWidget | None:
        """The page, or the details beside the list, that one looks at."""
        page = self.pages.currentWidget()
        return self.browse.details.currentWidget() if page is self.browse else page

    @property
    def built_editor(self) -> TalkEditor | None:
        """The form, where it was ever used."""
        return self._editor

    @property
    def writing(self) -> TalkEditor | None:
        """The form while a talk is being written."""
        return self._editor if self._editor is not None and self._editor.is_open else None

    # --- built when first visited -------------------------------------------------------------

    def prepare(self) -> None:
        """Build the rooms that take longest while nothing else is done, the form first.

        Those that read the logbook whenever it changes are left: most visits do not need them.
        """
        if not self._session.outline.read_only:
            self._ahead.add(self._build_editor)
        self._ahead.add(self._build_rooms)
        QTimer.singleShot(REST_MS, self._ahead.begin)

    def _build_editor(self) -> Iterator[None]:
        yield from _built(self.editor)

    def _build_rooms(self) -> Iterator[None]:
        yield from _built(self.dossier)
        yield from _built(self.year)
        yield from _built(self.settings)
        yield from _built(self.keeping)
        yield from prepare_help(self.pages)

    @property
    def editor(self) -> TalkEditor:
        """The form of a talk."""
        if self._editor is None:
            self._editor = _added(self.browse.details, TalkEditor(self._session, self._preferences))
            self._editor.names_left.connect(self.reader.point_out_names)
            self.editor_built.emit(self._editor)
        return self._editor

    @cached_property
    def dossier(self) -> DossierRoom:
        """One dossier."""
        made = _added(self.browse.details, DossierRoom(self._session))
        made.talk_requested.connect(self.talk_requested)
        made.follow_up_requested.connect(self.follow_up_requested)
        made.did.connect(self.did)
        made.vanished.connect(self._show_no_dossier)
        return made

    @cached_property
    def actions(self) -> ActionsPage:
        """What is still to be done."""
        made = _added(self.pages, ActionsPage(self._session))
        made.dossier_requested.connect(self.dossier_requested)
        made.did.connect(self.did)
        made.reload()
        return made

    @cached_property
    def activities(self) -> ActivitiesPage:
        """What was done for the organisation as a whole."""
        made = _added(self.pages, ActivitiesPage(self._session))
        made.did.connect(self.did)
        made.reload()
        return made

    @cached_property
    def keeping(self) -> KeepingPage:
        """What need not be kept any longer."""
        made = _added(self.pages, KeepingPage(self._session))
        made.dossier_requested.connect(self.dossier_requested)
        made.going.connect(self.going)
        made.gone.connect(self.gone)
        made.did.connect(self.did)
        return made

    @cached_property
    def bin(self) -> BinPage:
        """What was thrown away."""
        made = _added(self.pages, BinPage(self._session))
        made.did.connect(self.did)
        made.going.connect(self.going)
        made.gone.connect(self.gone)
        return made

    @cached_property
    def released(self) -> ReleasedPage:
        """What was issued."""
        made = _added(self.pages, ReleasedPage(self._session))
        made.overview_requested.connect(self.overview_requested)
        return made

    @cached_property
    def year(self) -> YearPage:
        """The year overview."""
        made = _added(self.pages, YearPage(self._session))
        made.export_requested.connect(self.export_requested)
        made.new_talk_requested.connect(self.new_talk_requested)
        return made

    @cached_property
    def settings(self) -> SettingsPage:
        """The settings."""
        return _added(self.pages, SettingsPage(self._session, self._preferences, self._backups))


def _added(stack: QStackedWidget, made: W) -> W:
    stack.addWidget(made)
    return made


def _built(page: QWidget) -> Iterator[None]:
    """The steps of a page that is made in several, and then those of dressing it."""
    yield
    yield from getattr(page, "build", tuple)()
    yield from polished(page)
