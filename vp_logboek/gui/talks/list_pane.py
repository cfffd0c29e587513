"""The middle pane: talks of a year, with filters that combine with the search box."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from vp_logboek.domain.listing import TalkQuery, TalkRow
from vp_logboek.gui.keeping.lengthy import Lengthy
from vp_logboek.gui.session import Session
from vp_logboek.gui.talks import list_reading
from vp_logboek.gui.talks.chosen_line import ChosenLine
from vp_logboek.gui.talks.list_chosen import Chosen
from vp_logboek.gui.talks.list_head import ListHead
from vp_logboek.gui.talks.list_model import TalkModel
from vp_logboek.gui.talks.list_nothing import NothingHere
from vp_logboek.gui.talks.list_reading import Asked, Found
from vp_logboek.gui.talks.list_table import TalkTable
from vp_logboek.services import notebook
from vp_logboek.services.searching import Besides

_ROOM_FOR_BOTH = 20
"""Lines of text in which both the fields of the filters and some talks can be seen."""


class TalkList(QWidget):
    """``chosen`` tells which talk is to be read, ``edit_requested`` which is to be changed.

    ``several_chosen`` carries how many talks somebody chose: more than one, or none any more;
    ``several_left`` how many of those are still there, once the list was read again.
    ``organisation_chosen`` carries an id, or None for all: who knows the years shows it.
    ``search_suggested`` carries the words to look for instead; ``read`` tells of a new answer.
    """

    chosen = Signal(int)
    several_chosen = Signal(int)
    several_left = Signal(int)
    edit_requested = Signal(int)
    bin_requested = Signal()
    move_requested = Signal()
    search_emptied = Signal()
    search_suggested = Signal(str)
    new_requested = Signal()
    import_requested = Signal()
    all_years_requested = Signal()
    read = Signal()
    organisation_chosen = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._query = TalkQuery()
        self._year_label = ""
        self._asked = 0
        self._found = 0
        self._said_of = TalkQuery()
        self._wanted: Sequence[int] = ()
        self.model = TalkModel(self)
        self.head = ListHead()
        self.count, self.counted_too, self.late = (
            self.head.count, self.head.counted_too, self.head.late,
        )  # fmt: skip
        self.table = TalkTable(self.tr("Gesprekken"), self.model)
        self.several = ChosenLine()
        self._chosen = Chosen(session, self.table, self.several)
        self.working = Lengthy(self.table, self.several)
        self.nothing = NothingHere()
        self._lay_out()
        self._connect_parts()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 10, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        self._holder = QWidget()
        self._stack = QStackedLayout(self._holder)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.nothing)
        layout.addWidget(self._holder, 1)
        layout.addStretch(0)
        layout.addWidget(self.several)
        layout.addWidget(self.working)

    def _connect_parts(self) -> None:
        self.head.panel.changed.connect(self._filter)
        self.head.panel.organisation_chosen.connect(self.organisation_chosen)
        self.head.unfolded.connect(self._make_room)
        self.head.clear_pressed.connect(self.clear)
        self.head.everywhere_pressed.connect(self.all_years_requested)
        self.nothing.clear_pressed.connect(self.clear)
        self.nothing.unfilter_pressed.connect(self._clear_filters)
        self.nothing.everywhere_pressed.connect(self.all_years_requested)
        self.nothing.instead_pressed.connect(self._search_instead)
        self.nothing.new_pressed.connect(self.new_requested)
        self.nothing.import_pressed.connect(self.import_requested)
        self.several.bin_pressed.connect(self.bin_requested)
        self.several.move_pressed.connect(self.move_requested)
        self.model.order_wanted.connect(self.reload)
        self.model.page_wanted.connect(self._read_page)
        self._chosen.one.connect(self.chosen)
        self._chosen.several.connect(self.several_chosen)
        self._chosen.left.connect(self.several_left)
        self._chosen.changed.connect(self._make_room)
        self.table.row_opened.connect(self._open)
        self._session.changed.connect(self.reload)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """In a low pane the fields of the filters stand in the place of the list, for a moment."""
        is_low = self.height() < _ROOM_FOR_BOTH * self.fontMetrics().height()
        hides_list = is_low and not self.head.panel.isHidden()
        self._holder.setVisible(not hides_list)
        self.several.setVisible(not hides_list and self._chosen.number > 0)
        self.head.make_room(hides_list)

    # --- what is asked ------------------------------------------------------------------------

    @property
    def query(self) -> TalkQuery:
        """What is being shown."""
        return self._query

    def show_year(self, year: int | None, label_of_year: str, organisation: int | None) -> None:
        """Show a year; None shows all years."""
        self._year_label = label_of_year
        self._ask(TalkQuery(year, organisation, self._query.text))

    def search(self, text: str) -> None:
        """Show only what holds these words, within the year and the filters."""
        old = self._query
        self._ask(TalkQuery(old.year, old.organisation, text.strip()))

    def clear(self) -> None:
        """No words and no filters: everything of this year."""
        self.head.panel.clear()
        self.search_emptied.emit()
        self._ask(TalkQuery(self._query.year, self._query.organisation))
        if self.head.panel.organisation.currentIndex() > 0:
            self.organisation_chosen.emit(None)

    def select(self, *talks: int) -> None:
        """Choose these when the list has been read again, with the first of them in sight."""
        self._wanted = talks
        self.reload()

    def reload(self) -> None:
        """Read again what is shown."""
        self._asked += 1
        self.head.offer(self._session, self._query.organisation)
        self.head.show_chips(bool(self._query.text))
        number, model = self._asked, self.model
        is_descending = model.is_descending
        asked = Asked(self._query, model.order, is_descending, lambda: number != self._asked)
        self._session.ask(partial(list_reading.read, asked=asked), partial(self._show, asked))

    def _ask(self, query: TalkQuery) -> None:
        self._query = self.head.panel.wanted().asked(query, self._session.today())
        self.reload()

    def _filter(self) -> None:
        self._ask(self._query)

    def _clear_filters(self) -> None:
        self.head.panel.clear()
        self._filter()

    def _search_instead(self, words: str) -> None:
        self.search_suggested.emit(words)
        self.search(words)
        self.table.setFocus()

    def _read_page(self, ids: Sequence[int]) -> None:
        """Read the talks that are looked at, in a list that is too long to read as a whole."""
        number = self._asked
        self._session.ask(
            lambda logbook: notebook.talks_of(logbook, ids), partial(self._take, number)
        )

    def _take(self, asked: int, talks: tuple[TalkRow, ...]) -> None:
        if asked == self._asked:
            self.model.take(talks)

    # --- what was found -----------------------------------------------------------------------

    def _show(self, asked: Asked, found: Found | None) -> None:
        if found is None or asked.is_stale():
            return
        with_year = self._query.year is None
        tree = self._session.tree
        self.model.set_talks(found.listing, found.talks, tree, with_year, found.late, found.rising)
        self.table.columns.fit_to(self.model.kinds, with_year)
        self._found = len(found.listing.ids)
        self.head.show_count(self._found, found.destroyed, self._query, self._year_label)
        self.head.show_late(found.late_here)
        self._show_nothing(found.destroyed > 0)
        self.read.emit()
        if self._wanted:
            self.table.choose(self._wanted)
            self._wanted = ()
            self._chosen.tell_left()
        if self._query.text or self._query.is_filtered:
            work = partial(list_reading.look_besides, asked=asked, found=self._found)
            self._session.ask(work, partial(self._show_besides, asked))
        else:
            self._say(Besides())

    def _say(self, besides: Besides) -> None:
        """Aloud, when somebody asked for something else; not when only the logbook changed."""
        before, self._said_of = self._said_of, self._query
        asked_before = before.text or before.is_filtered
        if before != self._query and (asked_before or self._query.text or self._query.is_filtered):
            self.head.say(besides)

    def _show_nothing(self, destroyed: bool) -> None:
        keyboard = self.window().focusWidget()  # also while the window is only coming up
        had_keyboard = keyboard is self.table or self.nothing.isAncestorOf(keyboard)
        if self._found:
            self.nothing.forget()
        else:
            self.nothing.show_why(self._query, self._year_label, destroyed)
        self._stack.setCurrentIndex(0 if self._found else 1)  # it can hand the keyboard on now
        if had_keyboard and not self._found and self.nothing.offers():
            self.nothing.offers()[0].setFocus()

    def _show_besides(self, asked: Asked, besides: Besides | None) -> None:
        if besides is None or asked.is_stale():
            return
        self.head.show_besides(self._found, besides)
        if not self._found:
            had_keyboard = self.nothing.isAncestorOf(self.focusWidget())
            self.nothing.show_besides(besides)
            if had_keyboard:
                self.nothing.offers()[0].setFocus()
        self._say(besides)

    # --- what is chosen -----------------------------------------------------------------------

    def enter(self) -> None:
        """The keyboard comes from the search box: to what was found, or to what one can do."""
        offers = self.nothing.offers()
        if not self._found and offers:
            offers[0].setFocus()
        else:
            self.table.setFocus()

    @property
    def is_empty(self) -> bool:
        """Whether it was read, and nothing was found."""
        return self._stack.currentIndex() == 1

    def choose_all(self) -> None:
        """Choose every talk that is shown."""
        self.table.setFocus()
        self.table.selectAll()

    def let_go_of_several(self) -> None:
        """One talk is read now: no others are chosen besides."""
        self._chosen.let_go()

    def _open(self, row: int) -> None:
        talk = self.model.talk_id(row)
        if talk is not None:
            self.edit_requested.emit(talk)
