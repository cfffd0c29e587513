"""The places at the left: years with their counts, then dossiers, actions and the rest."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from vp_logboek.gui.session import Session
from vp_logboek.gui.theme import LIGHT, colours_of
from vp_logboek.services import notebook

if TYPE_CHECKING:
    from vp_logboek.services.safekeeping import Logbook

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
PLACE = Qt.ItemDataRole.UserRole


class Kind(Enum):
    """What stands in the middle."""

    YEAR = auto()
    ALL_YEARS = auto()
    DOSSIERS = auto()
    ACTIONS = auto()
    ACTIVITIES = auto()
    BIN = auto()


@dataclass(frozen=True, slots=True)
class Place:
    """One line at the left. ``count`` None shows no number."""

    kind: Kind
    label: str
    count: int | None = None
    year: int | None = None
    begins_section: bool = False

    @property
    def key(self) -> tuple[Kind, int | None]:
        """What stays the same when the count changes."""
        return self.kind, self.year


@dataclass(frozen=True, slots=True)
class Counts:
    """What stands behind the places."""

    years: tuple[tuple[int, int], ...]
    open_dossiers: int
    open_actions: int
    binned: int


def count(logbook: "Logbook", organisation: int | None) -> Counts:
    """Count everything; on the store thread."""
    return Counts(
        notebook.years(logbook, organisation),
        len(notebook.dossier_rows(logbook, open_only=True)),
        len(notebook.open_actions(logbook)),
        len(notebook.binned(logbook)),
    )


class PlacesModel(QAbstractListModel):
    """The places in order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: list[Place] = []

    def set_places(self, places: list[Place]) -> None:
        """Show these."""
        self.beginResetModel()
        self._places = places
        self.endResetModel()

    def row_of(self, key: tuple[Kind, int | None]) -> int:
        """The row of a place, or 0."""
        return next((n for n, place in enumerate(self._places) if place.key == key), 0)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._places)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        place = self._places[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return place.label
        if role == PLACE:
            return place
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return place.label if place.count is None else f"{place.label}, {place.count}"
        return None


class Places(QListView):
    """The list itself. ``chosen`` carries the Place."""

    chosen = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._key: tuple[Kind, int | None] | None = None
        self._is_away = False
        self._model = PlacesModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_PlaceRows(self))
        self.setProperty("role", "places")
        self.setAccessibleName(self.tr("Plaatsen"))
        self.setMinimumWidth(120)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._tell)
        self.clicked.connect(self._tell_again)
        session.changed.connect(self.refresh)

    def begin(self) -> None:
        """Show the present year."""
        self._key = None
        self._is_away = False
        self.refresh()

    def refresh(self) -> None:
        """Count again."""
        organisations = self._session.organisations
        only = organisations[0].id if len(organisations) == 1 else None
        self._session.ask(lambda logbook: count(logbook, only), self._show)

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
        self._model.set_places(_places(self._session, counts))
        row = self._model.row_of(wanted) if wanted else 0
        if not self._is_away:
            self.setCurrentIndex(self._model.index(row))
        self.selectionModel().blockSignals(False)
        if wanted != self._place(row).key and not self._is_away:
            self._tell(self.currentIndex())
        self.viewport().update()

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


def _places(session: Session, counts: Counts) -> list[Place]:
    first = session.organisations[0]
    present = first.year_of(session.today()).year
    known = dict(counts.years)
    known.setdefault(present, 0)
    single = len(session.organisations) == 1
    years = [
        Place(Kind.YEAR, first.year(year).label if single else str(year), known[year], year)
        for year in sorted(known, reverse=True)
    ]
    total = sum(known.values())
    return [
        *years,
        *([Place(Kind.ALL_YEARS, "Alle jaren", total)] if len(years) > 1 else []),
        Place(Kind.DOSSIERS, "Dossiers", counts.open_dossiers, begins_section=True),
        Place(Kind.ACTIONS, "Acties", counts.open_actions),
        Place(Kind.ACTIVITIES, "Activiteiten"),
        Place(Kind.BIN, "Prullenbak", counts.binned, begins_section=True),
    ]


class _PlaceRows(QStyledItemDelegate):
    """Label left, count right, a hairline above a section."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        place: Place = index.data(PLACE)
        height = option.fontMetrics.height() + 16
        return QSize(120, height + (17 if place.begins_section else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place: Place = index.data(PLACE)
        widget = option.widget
        colours = colours_of(widget) if widget is not None else LIGHT
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = option.rect.adjusted(8, 1, -8, -1)
        if place.begins_section:
            painter.fillRect(QRect(row.left(), row.top() + 8, row.width(), 1), colours.hairline)
            row.setTop(row.top() + 17)
        text = _ground(painter, option, row, QColor(colours.hover))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), 5, 5)
        _write(painter, row.adjusted(10, 0, -10, 0), place, text, QColor(colours.muted))
        painter.restore()


def _ground(painter: QPainter, option: QStyleOptionViewItem, row: QRect, hover: QColor) -> QColor:
    """Paint what lies behind the words; returns the colour of the words, valid when chosen."""
    role = QPalette.ColorRole
    painter.setPen(Qt.PenStyle.NoPen)
    if option.state & QStyle.StateFlag.State_Selected:
        painter.setBrush(option.palette.color(role.Highlight))
        painter.drawRoundedRect(row, 5, 5)
        return option.palette.color(role.HighlightedText)
    if option.state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(hover)
        painter.drawRoundedRect(row, 5, 5)
    return option.palette.color(role.WindowText)


def _write(painter: QPainter, row: QRect, place: Place, text: QColor, muted: QColor) -> None:
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.setPen(text)
    font = QFont(painter.font())
    painter.setFont(font)
    number = "" if place.count is None else str(place.count)
    space = painter.fontMetrics().horizontalAdvance(number) + 8
    fitting = painter.fontMetrics().elidedText(
        place.label, Qt.TextElideMode.ElideRight, row.width() - space
    )
    painter.drawText(row, middle | Qt.AlignmentFlag.AlignLeft, fitting)
    chosen = text == QColor(Qt.GlobalColor.white)
    painter.setPen(text if chosen else muted)
    painter.drawText(row, middle | Qt.AlignmentFlag.AlignRight, number)
