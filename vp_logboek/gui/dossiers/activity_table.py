"""The activities of a year in rows; what has nothing to say takes no room."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView

from vp_logboek.domain.activity import Activity, ActivityKind
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.dossiers.activity_form import hours_words
from vp_logboek.gui.widgets import short_day
from vp_logboek.gui.widgets.rows import Head, Row, RowsModel
from vp_logboek.gui.widgets.table import CalmTable

DATE, KIND, HOURS, LINE, ORGANISATION = range(5)
_HEADS = (
    Head("Datum"), Head("Soort"), Head("Uren", figures=True), Head("Wat"), Head("Organisatie"),
)  # fmt: skip
_DAY, _HOURS = "28 mrt 2026", "Uren 12,25"
_LINES_SHOWN = 9
_LEAST_LETTERS = 12
"""What is left for what it was about, before something else goes out of sight."""
_MOST_LETTERS = 40
"""What the name of an organisation gets at the most."""


class ActivityTable(CalmTable):
    """``delete_pressed`` is the key of that name."""

    delete_pressed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._names: tuple[str, ...] = ()
        self._tells_what = False
        self.rows: RowsModel[Activity] = RowsModel(_HEADS, self)
        self.setModel(self.rows)
        self.setMinimumHeight(self.fontMetrics().height() * _LINES_SHOWN)

    def show_activities(
        self, activities: Sequence[Activity], organisations: Sequence[Organisation]
    ) -> None:
        """Show these; the row that was chosen stays so, or the one that comes in its place."""
        here, place = self.current(), self.currentIndex().row()
        names = {one.key: one.name for one in organisations}
        self._names = tuple(names.values())
        self._tells_what = any(one.line for one in activities)
        self.rows.set_rows([_row(one, names) for one in activities])
        ids = [one.id for one in activities]
        if here is not None and ids:
            self.selectRow(ids.index(here.id) if here.id in ids else min(place, len(ids) - 1))
        self._fit_columns()

    def current(self) -> Activity | None:
        """What the chosen row stands for."""
        return self.rows.item(self.currentIndex().row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def changeEvent(self, event: object) -> None:
        super().changeEvent(event)
        if hasattr(self, "rows"):
            self._fit_columns()

    def _fit_columns(self) -> None:
        """What it was about goes first where there is little room: it may be empty anyway."""
        widths = self._widths()
        kept = _LEAST_LETTERS * self.fontMetrics().averageCharWidth() if self._tells_what else 0
        room = self.viewport().width() - kept
        if sum(widths.values()) > room:
            widths.pop(ORGANISATION, None)
        tells_what = self._tells_what and sum(widths.values()) <= room
        last = LINE if tells_what else ORGANISATION if ORGANISATION in widths else KIND
        mode = QHeaderView.ResizeMode
        for column in (KIND, LINE, ORGANISATION):
            how = mode.Stretch if column == last else mode.Interactive
            self.horizontalHeader().setSectionResizeMode(column, how)
        self.setColumnHidden(LINE, not tells_what)
        self.setColumnHidden(ORGANISATION, ORGANISATION not in widths)
        for column, width in widths.items():
            self.setColumnWidth(column, width)

    def _widths(self) -> dict[int, int]:
        """What each column needs but that of the words, which gets what is left."""
        metrics = self.fontMetrics()
        widest = {
            DATE: metrics.horizontalAdvance(_DAY),
            KIND: max(metrics.horizontalAdvance(kind.label) for kind in ActivityKind),
            HOURS: metrics.horizontalAdvance(_HOURS),
        }
        if len(self._names) > 1:
            most = metrics.averageCharWidth() * _MOST_LETTERS
            widest[ORGANISATION] = min(most, max(map(metrics.horizontalAdvance, self._names)))
        return {column: width + 32 for column, width in widest.items()}


def _row(activity: Activity, names: Mapping[int, str]) -> Row[Activity]:
    day = f"{short_day(activity.on)} {activity.on.year}"
    name = names[activity.organisation]
    hours = hours_words(activity.hours)
    return Row(activity, (day, activity.kind.label, hours, activity.line, name))
