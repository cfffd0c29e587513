"""Going somewhere: from a place, a row, a menu or a key to what stands in the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vp_logboek.gui.session import Session
from vp_logboek.gui.talks import found_words
from vp_logboek.gui.window.focus import focus_first, focus_next
from vp_logboek.gui.window.places import Kind, Place, Places
from vp_logboek.gui.window.rooms import Rooms
from vp_logboek.gui.year.page import YearPage

if TYPE_CHECKING:
    from vp_logboek.domain.organisation import Organisation


class Navigation(QObject):
    """Knows what stands where. ``went`` tells that something else is shown."""

    went = Signal()

    def __init__(self, session: Session, places: Places, rooms: Rooms, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._places = places
        self._rooms = rooms
        self._listed: tuple[Kind, int | None] | None = None

    # --- places -------------------------------------------------------------------------------

    def go(self, place: Place) -> None:
        """Show what stands at a place."""
        rooms = self._rooms
        rooms.pages.setCurrentWidget(rooms.page_of(place.kind))
        if place.kind is Kind.DOSSIERS:
            rooms.browse.show_list(rooms.dossiers)
        elif place.kind in (Kind.YEAR, Kind.ALL_YEARS):
            self._let_go_of_talk(place)
            rooms.browse.show_list(rooms.talks)
            rooms.talks.show_year(place.year, place.label, self._places.organisation)
        elif place.kind is Kind.KEEPING:
            rooms.keeping.arrive()
        elif place.kind is Kind.BIN:
            rooms.bin.arrive()
        elif place.kind is Kind.RELEASED:
            rooms.released.arrive()
        self.went.emit()

    def _let_go_of_talk(self, place: Place) -> None:
        """A talk of another year is read no longer: no key may do anything with it."""
        listed, self._listed = self._listed, place.key
        is_read = self._rooms.browse.details.currentWidget() is self._rooms.reader
        if listed not in (None, place.key) and is_read:
            self.show_no_detail()

    def show_year(self) -> None:
        """Show the year overview, of the year that is chosen at the left."""
        rooms = self._rooms
        place = self._places.current()
        if place is not None and place.year is not None and rooms.shown is not rooms.year:
            rooms.year.show_year(self.organisation(), place.year)
        rooms.pages.setCurrentWidget(rooms.year)
        self._leave_places()

    def show_settings(self) -> None:
        """Show the settings."""
        self._rooms.pages.setCurrentWidget(self._rooms.settings)
        self._leave_places()

    def step_year(self, steps: int) -> None:
        """Go to the next (1) or the previous (-1) year."""
        shown = self._rooms.shown
        if isinstance(shown, YearPage):
            shown.step(steps)
        else:
            self._places.step_year(steps)

    def organisation(self) -> "Organisation":
        """The organisation that is chosen, or else the first."""
        chosen, session = self._places.organisation, self._session
        return session.organisations[0] if chosen is None else session.organisation(chosen)

    def year_to_export(self) -> "tuple[Organisation, int]":
        """What one looks at in the overview, or else at the left; the present year without."""
        shown = self._rooms.shown
        if isinstance(shown, YearPage):
            return shown.chosen
        organisation, place = self.organisation(), self._places.current()
        year = place.year if place is not None else None
        return organisation, year or organisation.year_of(self._session.today()).year

    def _leave_places(self) -> None:
        self._places.leave()
        self.went.emit()

    # --- talks and dossiers -------------------------------------------------------------------

    def read(self, talk: int) -> None:
        """Read this talk, wherever one is."""
        self.leave_editor()
        self._rooms.talks.let_go_of_several()
        self._rooms.reader.read(talk)
        self.show_detail(self._rooms.reader)

    def read_dossier(self, dossier: int) -> None:
        """Show this dossier, wherever one is."""
        self.leave_editor()
        self._rooms.dossier.show_dossier(dossier)
        self.show_detail(self._rooms.dossier)

    def show_detail(self, detail: QWidget) -> None:
        """Put this beside the list."""
        self._rooms.pages.setCurrentWidget(self._rooms.browse)
        self._rooms.browse.show_detail(detail)
        self.went.emit()

    def show_no_detail(self) -> None:
        """Nothing is chosen in the list."""
        self.count_several(0)
        self._rooms.browse.show_detail(self._rooms.nothing_chosen, bring_forward=False)
        self.went.emit()

    def show_several(self, number: int) -> None:
        """So many talks are chosen: none of them is read."""
        self.leave_editor()
        self.show_no_detail()
        self.count_several(number)

    def count_several(self, number: int) -> None:
        """Say how many are chosen, where otherwise a talk is read."""
        if number:
            self._rooms.nothing_chosen.say(f"{found_words.chosen(number)}.")
        else:
            self._rooms.say_what_to_choose()

    def choose_all(self) -> None:
        """Choose every talk that is shown."""
        if self.is_at_talks:
            self._rooms.talks.choose_all()

    @property
    def is_at_talks(self) -> bool:
        """Whether the list of talks stands in the window."""
        browse = self._rooms.browse
        is_page = self._rooms.pages.currentWidget() is browse
        return is_page and browse.lists.currentWidget() is self._rooms.talks

    def leave_editor(self) -> None:
        """Keep what is being typed as a draft; a form that was asked for need not come now."""
        if self._rooms.built_editor is not None:
            self._rooms.built_editor.leave()

    def let_go_before(self) -> None:
        """Something is going to be destroyed: the form closes, what was typed is a draft."""
        if self._rooms.writing is not None:
            self.leave_editor()
            self.show_no_detail()

    def let_go(self) -> None:
        """Something was destroyed: nobody goes on showing it."""
        self._rooms.forget()
        self.show_no_detail()

    # --- searching ----------------------------------------------------------------------------

    def search(self, text: str) -> None:
        """Show the talks with these words."""
        place = self._places.current()
        if place is None or place.kind not in (Kind.YEAR, Kind.ALL_YEARS):
            self._places.go_to(Kind.YEAR)
        self._rooms.pages.setCurrentWidget(self._rooms.browse)
        self._rooms.browse.show_list(self._rooms.talks)
        self._rooms.talks.search(text)

    def search_all_years(self) -> None:
        """Look for the same words in every year."""
        self._places.go_to(Kind.ALL_YEARS)

    # --- the keyboard -------------------------------------------------------------------------

    def focus_list(self) -> None:
        """Put the focus on the list."""
        focus_first(self._rooms.browse.lists.currentWidget())

    def focus_page(self) -> None:
        """Put the focus on what one came for."""
        browse, page = self._rooms.browse, self._rooms.pages.currentWidget()
        if not focus_first(browse.lists.currentWidget() if page is browse else page):
            self._places.setFocus()

    def next_pane(self) -> None:
        """F6: places, list, details, and round again."""
        browse = self._rooms.browse
        page = self._rooms.pages.currentWidget()
        middle = [browse.lists, browse.details] if page is browse else [self._rooms.pages]
        focus_next([self._places, *middle], self._places.window().focusWidget())

    def back_to_list(self) -> None:
        """Leave the details where there is room for one pane."""
        self.leave_editor()
        self.went.emit()
        self.focus_list()
