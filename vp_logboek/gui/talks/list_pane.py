"""The middle pane: talks of a year, with filters that combine with the search box."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStackedLayout, QVBoxLayout, QWidget

from vp_logboek.domain.conversation import ConversationKind
from vp_logboek.domain.listing import TalkListing, TalkOrder, TalkQuery, TalkRow
from vp_logboek.domain.subjects import MainClass
from vp_logboek.gui.session import Session
from vp_logboek.gui.talks.list_filter import OrganisationFilter
from vp_logboek.gui.talks.list_model import DOSSIER, PAGE, SUBJECT, TalkModel
from vp_logboek.gui.talks.year_words import below_the_list
from vp_logboek.gui.widgets import Dropdown, Flow, label, link_button
from vp_logboek.gui.widgets.empty import EmptyState
from vp_logboek.gui.widgets.table import CalmTable
from vp_logboek.services import notebook, purge, talk_years

if TYPE_CHECKING:
    from vp_logboek.services.safekeeping import Logbook

_ROOM_FOR_ALL = 50
"""Average characters that all columns need."""


@dataclass(frozen=True, slots=True)
class Found:
    """Which talks there are and the first that one sees, how many more of these years count though
    they were destroyed, and which talks count in another year, by their id and with its name.
    """

    listing: TalkListing
    rising: Sequence[int]
    talks: tuple[TalkRow, ...]
    destroyed: int
    late: Mapping[int, str]
    late_here: list[str]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question with the order of the answer; ``is_stale`` when another was asked since."""

    query: TalkQuery
    order: TalkOrder
    descending: bool
    is_stale: Callable[[], bool]


def _read(logbook: "Logbook", asked: _Asked) -> Found | None:
    """On the store thread; None when nobody waits for it any more."""
    if asked.is_stale():
        return None
    query = asked.query
    listing, late = notebook.listing(logbook, query), talk_years.late_talks(logbook)
    ids: Sequence[int] = listing.ids[::-1]
    if asked.order is not TalkOrder.DATE and len(ids) > PAGE:
        ids = notebook.sorted_by(logbook, listing.ids, asked.order)
    first = ids[::-1][:PAGE] if asked.descending else ids[:PAGE]
    here = late.keys() & set(listing.ids) if late else ()
    destroyed = 0
    if not (query.text or query.main or query.kind):
        gone = purge.talks_destroyed(logbook, query.organisation)
        destroyed = sum(gone.values()) if query.year is None else gone.get(query.year, 0)
    talks = notebook.talks_of(logbook, first)
    return Found(listing, ids, talks, destroyed, late, [late[one] for one in here])


class TalkList(QWidget):
    """``chosen`` tells which talk is to be read, ``edit_requested`` which is to be changed.

    ``organisation_chosen`` carries an id, or None for all: who knows the years shows it.
    """

    chosen = Signal(int)
    edit_requested = Signal(int)
    search_emptied = Signal()
    new_requested = Signal()
    import_requested = Signal()
    all_years_requested = Signal()
    organisation_chosen = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._query = TalkQuery()
        self._year_label = ""
        self._asked = 0
        self._wanted: int | None = None
        self._restoring = False
        self.model = TalkModel(self)
        self.table = CalmTable(self.tr("Gesprekken"))
        self.table.setModel(self.model)
        self.main: Dropdown[MainClass] = Dropdown(MainClass, self.tr("alle onderwerpen"))
        self.main.setAccessibleName(self.tr("Filter op onderwerp"))
        self.kind: Dropdown[ConversationKind] = Dropdown(ConversationKind, self.tr("alle soorten"))
        self.kind.setAccessibleName(self.tr("Filter op soort gesprek"))
        self.organisation = OrganisationFilter()
        self.main.keep_narrow(12)
        self.kind.keep_narrow(8)
        self.count = label("", "strong", wrap=False)
        self.counted_too = label("", "muted", wrap=False)
        self.late = label("", "muted", wrap=False)
        self.everywhere = link_button(self.tr("Zoek in alle jaren"), self.all_years_requested.emit)
        self.nothing = EmptyState()
        self._lay_out()
        self._connect_parts()

    def _lay_out(self) -> None:
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(SUBJECT, QHeaderView.ResizeMode.Stretch)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 10, 8, 8)
        layout.setSpacing(8)
        counts = (self.count, self.counted_too, self.late)
        above = (*counts, self.organisation, self.main, self.kind)
        layout.addWidget(Flow(*above, self.everywhere))
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.nothing)
        layout.addWidget(holder, 1)
        self.everywhere.hide()
        self.counted_too.hide()
        self.late.hide()

    def _connect_parts(self) -> None:
        self.organisation.chosen.connect(self.organisation_chosen)
        self.main.activated.connect(self._filter)
        self.kind.activated.connect(self._filter)
        self.model.modelReset.connect(self._span_months)
        self.model.order_wanted.connect(self.reload)
        self.model.page_wanted.connect(self._read_page)
        self.table.row_chosen.connect(self._choose)
        self.table.row_opened.connect(self._open)
        self._session.changed.connect(self.reload)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the list is narrow the subject needs the room of the dossier's number."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.layout() is not None:
            self._fold()
            self._fit_columns()

    def _fold(self) -> None:
        narrow = self.width() < _ROOM_FOR_ALL * self.fontMetrics().averageCharWidth()
        self.table.setColumnHidden(DOSSIER, narrow)

    @property
    def query(self) -> TalkQuery:
        """What is being shown."""
        return self._query

    def show_year(self, year: int | None, label_of_year: str, organisation: int | None) -> None:
        """Show a year; None shows all years."""
        self._year_label = label_of_year
        self._query = TalkQuery(
            year, organisation, self._query.text, self._query.main, self._query.kind
        )
        self.reload()

    def search(self, text: str) -> None:
        """Show only what holds these words, within the year and the filters."""
        old = self._query
        self._query = TalkQuery(old.year, old.organisation, text.strip(), old.main, old.kind)
        self.reload()

    def select(self, talk: int) -> None:
        """Make a talk the current row when the list has been read again."""
        self._wanted = talk
        self.reload()

    def reload(self) -> None:
        """Read again what is shown."""
        self._asked += 1
        self.organisation.offer(self._session.organisations)
        query = self._query
        number, model = self._asked, self.model
        asked = _Asked(query, model.order, model.is_descending, lambda: number != self._asked)
        self._session.ask(partial(_read, asked=asked), partial(self._show, number))

    def _filter(self) -> None:
        old = self._query
        self._query = TalkQuery(
            old.year, old.organisation, old.text, self.main.choice(), self.kind.choice()
        )
        self.reload()

    def _read_page(self, ids: Sequence[int]) -> None:
        """Read the talks that are looked at, in a list that is too long to read as a whole."""
        number = self._asked
        self._session.ask(
            lambda logbook: notebook.talks_of(logbook, ids), partial(self._take, number)
        )

    def _take(self, asked: int, talks: tuple[TalkRow, ...]) -> None:
        if asked == self._asked:
            self.model.take(talks)

    def _show(self, asked: int, found: Found | None) -> None:
        if asked != self._asked or found is None:
            return
        if self._wanted is None:
            self._wanted = self.model.talk_id(self.table.currentIndex().row())
        with_year = self._query.year is None
        tree = self._session.tree
        self.model.set_talks(found.listing, found.talks, tree, with_year, found.late, found.rising)
        self._fit_columns()
        self._count(len(found.listing.ids), found.destroyed)
        self._count_late(found.late_here)
        self._select_wanted()

    def _select_wanted(self) -> None:
        row = None if self._wanted is None else self.model.row_of(self._wanted)
        if row is not None:
            self._restoring = True
            self.table.selectRow(row)
            self._restoring = False
            self.table.scrollTo(self.model.index(row, 0))
        self._wanted = None

    def _count(self, number: int, destroyed: int) -> None:
        self.count.setText("1 gesprek" if number == 1 else f"{number} gesprekken")
        self.counted_too.setText(self.tr("en {0} vernietigd").format(destroyed))
        self.counted_too.setVisible(destroyed > 0)
        searching = bool(self._query.text)
        self.everywhere.setVisible(searching and self._query.year is not None)
        had_keyboard = self.table.hasFocus() or self.nothing.isAncestorOf(self.focusWidget())
        self._stack.setCurrentIndex(0 if number else 1)
        if not number:
            self._say_nothing_here(destroyed > 0)
            if had_keyboard and self.nothing.offers():
                self.nothing.offers()[0].setFocus()

    def _count_late(self, years: list[str]) -> None:
        self.late.setText(below_the_list(years))
        self.late.setVisible(bool(years))

    def _say_nothing_here(self, destroyed: bool) -> None:
        query = self._query
        if query.text or query.main or query.kind:
            self.nothing.say(
                self.tr("Geen gesprek past bij wat u zoekt."),
                (self.tr("Toon alles"), self._show_everything),
            )
            return
        if destroyed:
            self.nothing.say(
                self.tr("De gesprekken zijn vernietigd. In het jaaroverzicht tellen ze nog mee.")
            )
            return
        where = f" in {self._year_label}" if query.year is not None else ""
        self.nothing.say(
            self.tr("Nog geen gesprekken{where}.").format(where=where),
            (self.tr("+ Nieuw gesprek"), self.new_requested.emit),
            (self.tr("Neem een Excel-lijst over"), self.import_requested.emit),
        )

    def _show_everything(self) -> None:
        self.main.choose(None)
        self.kind.choose(None)
        self._query = TalkQuery(self._query.year, self._query.organisation)
        self.search_emptied.emit()
        self.reload()

    def _fit_columns(self) -> None:
        metrics = self.table.fontMetrics()
        widest = "28 mrt 2026" if self._query.year is None else "28 mrt  "
        for column, text in ((0, widest), (2, "begeleiding"), (3, "2026-0144")):
            self.table.setColumnWidth(column, metrics.horizontalAdvance(text) + 32)

    def _span_months(self) -> None:
        self.table.clearSpans()
        for row in self.model.groups():
            self.table.setSpan(row, 0, 1, self.model.columnCount())

    def _choose(self, row: int) -> None:
        talk = self.model.talk_id(row)
        if talk is not None and not self._restoring:
            self.chosen.emit(talk)

    def _open(self, row: int) -> None:
        talk = self.model.talk_id(row)
        if talk is not None:
            self.edit_requested.emit(talk)
