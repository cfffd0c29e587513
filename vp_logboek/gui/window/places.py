"""The places at the left: years with their counts, then dossiers, actions and the rest."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView

from vp_logboek.gui.session import Session
from vp_logboek.gui.window.place_kinds import Counts, Kind, Place, count, places_of
from vp_logboek.gui.window.place_model import PlacesModel
from vp_logboek.gui.window.place_rows import PLACE, PlaceRows

__all__ = ["Kind", "Place", "Places"]

Index = QModelIndex | QPersistentModelIndex


class Places(QListView):
    """The list itself. ``chosen`` carries the Place."""

    chosen = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._key: tuple[Kind, int | None] | None = None
        self._is_away = False
        self._organisation: int | None = None
        self._told_organisation: int | None = None
        self._model = PlacesModel(self)
        self.setModel(self._model)
        self.setItemDelegate(PlaceRows(self))
        self.setProperty("role", "places")
        self.setAccessibleName(self.tr("Plaatsen"))
        self.setMinimumWidth(120)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._tell)
        self.clicked.connect(self._tell_again)
        session.changed.connect(self.refresh)

    def begin(self) -> None:
        """Show the present year, of the example the newest with talks."""
        self._key = None
        self._is_away = False
        self.refresh()

    def refresh(self) -> None:
        """Count again."""
        organisation, today = self.organisation, self._session.today()
        self._session.ask(lambda logbook: count(logbook, organisation, today), self._show)

    @property
    def organisation(self) -> int | None:
        """The id of the organisation whose talks are counted; None for those of all."""
        organisations = self._session.organisations
        return organisations[0].id if len(organisations) == 1 else self._organisation

    def show_organisation(self, organisation: int | None) -> None:
        """Count the years of this organisation, or of all, and show the chosen place again."""
        self._organisation = organisation
        self.refresh()

    def go_to(self, kind: Kind, year: int | None = None) -> None:
        """Choose a place; for a year without its number: the newest."""
        rows = range(self._model.rowCount())
        found = [self._place(row) for row in rows]
        for row, place in enumerate(found):
            if place.kind is kind and (year is None or place.year == year):
                self.setCurrentIndex(self._model.index(row))
                return

    def leave(self) -> None:
        """Something that is no place stands in the window: nothing is chosen here."""
        self._is_away = True
        self.selectionModel().blockSignals(True)
        self.setCurrentIndex(QModelIndex())
        self.selectionModel().blockSignals(False)
        self.clearSelection()
        self.viewport().update()

    def step_year(self, steps: int) -> None:
        """Go to the next (1) or the previous (-1) year in the list."""
        years = [place for place in self.places() if place.kind is Kind.YEAR]
        here = next((n for n, place in enumerate(years) if place.key == self._key), None)
        there = 0 if here is None else here - steps
        if 0 <= there < len(years):
            self.go_to(Kind.YEAR, years[there].year)

    def places(self) -> list[Place]:
        """All places in order."""
        return [self._place(row) for row in range(self._model.rowCount())]

    def current(self) -> Place | None:
        """The place that was chosen last."""
        return next((place for place in self.places() if place.key == self._key), None)

    def _place(self, row: int) -> Place:
        place: Place = self._model.index(row).data(PLACE)
        return place

    def _show(self, counts: Counts) -> None:
        wanted = self._key
        self.selectionModel().blockSignals(True)
        self._model.set_places(places_of(self._session, self.organisation, counts))
        row = self._model.row_of(wanted) if wanted else self._first_row()
        if not self._is_away:
            self.setCurrentIndex(self._model.index(row))
        self.selectionModel().blockSignals(False)
        told, self._told_organisation = self._told_organisation, self.organisation
        if not self._is_away and (wanted, told) != (self._place(row).key, self.organisation):
            self._tell(self.currentIndex())
        self.viewport().update()

    def _first_row(self) -> int:
        """The present year; the years of the example are past, and an empty one shows nothing."""
        if not self._session.outline.example:
            return 0
        counts = [place.count for place in self.places() if place.kind is Kind.YEAR]
        return next((row for row, talks in enumerate(counts) if talks), 0)

    def _tell_again(self, index: Index) -> None:
        """A click on the place where one already was leads back to it."""
        if self._place(index.row()).key == self._key:
            self._tell(index)

    def _tell(self, index: Index) -> None:
        if index.isValid():
            place = self._place(index.row())
            self._key = place.key
            self._is_away = False
            self.chosen.emit(place)
