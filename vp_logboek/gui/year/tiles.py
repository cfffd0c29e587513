"""The four tiles on top of the year: one unit each, never added up."""

from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from vp_logboek.domain.half_year import HalfTally
from vp_logboek.domain.safe_report import Figure, Mark, SafeReport, printed
from vp_logboek.domain.tables import TableCode, Unit
from vp_logboek.domain.tally import Tally
from vp_logboek.gui.theme import colours_of
from vp_logboek.gui.widgets import Card, label
from vp_logboek.gui.year.words import HIDDEN, both_words
from vp_logboek.services.half_years import HalfCounted
from vp_logboek.services.year_screen import Counted

ORDER = (Unit.MELDERS, Unit.TALKS, Unit.DOSSIERS, Unit.HOURS)
"""As on the first page of the PDF."""
HR_SEES = "HR ziet"
COUNTED_BELOW = "staat hieronder in de tabel"
_BETWEEN = " · "
_EDGE = 4
_SIDE = 16


class Tile(Card):
    """One unit: the number, the year before, and what HR sees of it."""

    def __init__(self, unit: Unit) -> None:
        super().__init__()
        self.unit = unit
        self.body.setContentsMargins(_SIDE, 8, _SIDE, 8)
        self.body.setSpacing(0)
        self._number = label("", "figure", wrap=False)
        self._now = label("", "strong", wrap=False)
        self._beside = label("", "small")
        self._lines: tuple[str, ...] = ()
        self._is_stacked = False
        self._is_chosen = False
        self._top = top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._number)
        top.addWidget(label(unit.label, wrap=False), 1)
        self.body.addLayout(top)
        self.body.addWidget(self._now)
        self.body.addWidget(self._beside)

    def show_figures(self, number: int, now: str, before: str, theirs: str) -> None:
        """Show a number, and lines on what is counted now, on the year before and on HR."""
        self._number.setText(str(number))
        self._lines = tuple(part for part in (before, theirs) if part)
        self._now.setText(now)
        self._now.setVisible(bool(now))
        self._tell_beside()
        parts = (f"{number} {self.unit.label}", now, before, theirs.replace("• ", ""))
        self.setAccessibleName(". ".join(part for part in parts if part))

    def stack(self, is_stacked: bool) -> None:
        """Put the year before and what HR sees below each other, or in one line."""
        self._is_stacked = is_stacked
        self._tell_beside()

    def _tell_beside(self) -> None:
        self._beside.setText(("\n" if self._is_stacked else _BETWEEN).join(self._lines))
        self._beside.setVisible(bool(self._lines))

    def least_width(self, is_stacked: bool) -> int:
        """The width in which no line is broken."""
        lines = self._lines if is_stacked else (_BETWEEN.join(self._lines),)
        wide = QFontMetrics(self._beside.font()).horizontalAdvance
        now = 0 if self._now.isHidden() else self._now.sizeHint().width()
        widest = max((self._top.sizeHint().width(), now, *map(wide, lines)))
        return widest + 2 * _SIDE + 2

    def mark(self, is_chosen: bool) -> None:
        """Mark the tile of what is counted below."""
        self._is_chosen = is_chosen
        self.setAccessibleDescription(COUNTED_BELOW if is_chosen else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._is_chosen:
            edge = self.rect().adjusted(1, 6, 0, -6)
            edge.setWidth(_EDGE)
            QPainter(self).fillRect(edge, QColor(colours_of(self).accent))


class Tiles(QWidget):
    """Four tiles in a row: so much stays in sight of what is counted. Two by two where the window
    is very narrow.
    """

    def __init__(self) -> None:
        super().__init__()
        self.tiles = {unit: Tile(unit) for unit in ORDER}
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._arrange(len(ORDER))

    def fit(self, room: int) -> None:
        """Arrange the tiles in this width."""
        is_stacked = room < self._least_width(is_stacked=False)
        in_a_row = room >= self._least_width(is_stacked)
        for tile in self.tiles.values():
            tile.stack(is_stacked and in_a_row)
        self._arrange(len(ORDER) if in_a_row else 2)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for position, tile in enumerate(self.tiles.values()):
            self._grid.addWidget(tile, position // columns, position % columns)
        for column in range(len(ORDER)):
            self._grid.setColumnStretch(column, int(column < columns))

    def _least_width(self, is_stacked: bool) -> int:
        """The width four tiles in a row take."""
        widest = max(tile.least_width(is_stacked) for tile in self.tiles.values())
        return widest * len(ORDER) + 8 * (len(ORDER) - 1)

    def mark(self, unit: Unit) -> None:
        """Mark the unit that is counted below."""
        for one, tile in self.tiles.items():
            tile.mark(one is unit)

    def show_half(self, half: HalfCounted) -> None:
        """Show the key figures of half a year; HR sees none of them."""
        earlier = _by_unit(half.before) if half.before else {}
        for unit, number in _by_unit(half.tally).items():
            before = f"{half.before.half.label}: {earlier[unit]}" if half.before else ""
            self.tiles[unit].show_figures(number, half.half.label, before, "")

    def show_year(self, year: Counted, report: SafeReport | None) -> None:
        """Show the key figures of a year; without a report nothing is said of HR."""
        theirs = _shown_by_unit(report) if report else {}
        earlier = _by_unit(year.before) if year.before else {}
        later = _by_unit(year.later) if year.later else {}
        for unit, number in _by_unit(year.tally).items():
            now = later.get(unit, number)
            self.tiles[unit].show_figures(
                number,
                "" if now == number else both_words(str(number), str(now)),
                f"{year.before.period.label}: {earlier[unit]}" if year.before else "",
                f"{HR_SEES}: {theirs[unit]}" if theirs else "",
            )


def _by_unit(tally: Tally | HalfTally) -> dict[Unit, int]:
    table = tally.table(TableCode.KEY)
    counts = table.lines[0].counts
    return {column.unit: count.number for column, count in zip(table.columns, counts, strict=True)}


def _shown_by_unit(report: SafeReport) -> dict[Unit, str]:
    table = report.table(TableCode.KEY)
    if table is None:
        few = f"minder dan {report.fewer_than}"
        return {unit: few if unit is Unit.MELDERS else "niets" for unit in ORDER}
    figures = table.rows[0].figures
    return {c.unit: _words(f) for c, f in zip(table.columns, figures, strict=True)}


def _words(figure: Figure) -> str:
    return f"{printed(figure)} {HIDDEN}" if figure is Mark.HIDDEN else printed(figure)
