"""The list of what was issued; columns that have no room go out of sight."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QSizePolicy

from vp_logboek.domain.ledger import Release
from vp_logboek.gui.released import words
from vp_logboek.gui.widgets import short_day
from vp_logboek.gui.widgets.rows import Head, Row, RowsModel
from vp_logboek.gui.widgets.table import CalmTable

YEARS, ORGANISATION, ISSUED, EDITION, LEVEL, NUMBER = range(6)
"""The year first: that is what one looks for."""
_WIDEST = {
    YEARS: "2021-2022", ISSUED: "28 mrt 2026", EDITION: "eerste", LEVEL: "Zonder drempel",
    NUMBER: "88",
}  # fmt: skip
_FIRST_TO_GO = (NUMBER, LEVEL, EDITION, ISSUED)
_PAD = 32
_LEAST_ROWS = 3
"""These stay in sight; where there are fewer the list ends after them."""
_LEAST_LETTERS = 22
"""What the name of the organisation has at least."""


class ReleasedTable(CalmTable):
    """Releases, the last first; Enter or a double click opens one."""

    def __init__(self) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Uitgegeven overzichten"))
        heads = (
            Head(self.tr("Jaar")), Head(self.tr("Organisatie")),
            Head(self.tr("Uitgebracht")), Head(self.tr("Versie")),
            Head(self.tr("Niveau")), Head(self.tr("Nr."), figures=True),
        )  # fmt: skip
        self.rows: RowsModel[Release] = RowsModel(heads, self)
        self.setModel(self.rows)
        self.horizontalHeader().setSectionResizeMode(ORGANISATION, QHeaderView.ResizeMode.Stretch)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._widest = dict(_WIDEST)
        self._replaced: frozenset[int] = frozenset()
        self._fit()

    def show_releases(self, releases: Sequence[Release]) -> None:
        """Show these; the one that was chosen stays chosen, or else the first is."""
        here = self.chosen()
        self._replaced = words.replaced(releases)
        self.rows.set_rows([_row(one, self.is_replaced(one)) for one in releases])
        years = [one.report.year for one in releases]
        self._widest[YEARS] = max(
            (*years, _WIDEST[YEARS]), key=self.fontMetrics().horizontalAdvance
        )
        editions = [words.edition(one.edition, self.is_replaced(one)) for one in releases]
        self._widest[EDITION] = max(
            (*editions, _WIDEST[EDITION]), key=self.fontMetrics().horizontalAdvance
        )
        numbers = [one.number for one in releases]
        if numbers:
            row = numbers.index(here.number) if here and here.number in numbers else 0
            self.selectRow(row)
        self._fit()
        self.updateGeometry()

    def is_replaced(self, release: Release) -> bool:
        """Whether a revised edition took its place."""
        return release.number in self._replaced

    def forget(self) -> None:
        """Choose none: the first that is shown next is chosen."""
        self.setCurrentIndex(QModelIndex())

    def chosen(self) -> Release | None:
        """The release that is chosen."""
        return self.rows.item(self.currentIndex().row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: object) -> None:
        super().changeEvent(event)
        if hasattr(self, "_widest"):
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """A few rows stay in sight; the page scrolls where the window is low."""
        rows = min(self.rows.rowCount(), _LEAST_ROWS)
        return QSize(super().minimumSizeHint().width(), self._height_of(rows))

    def sizeHint(self) -> QSize:
        """All of its rows."""
        return QSize(super().sizeHint().width(), self._height_of(self.rows.rowCount()))

    def _height_of(self, rows: int) -> int:
        head, edges = self.horizontalHeader().sizeHint().height(), 2 * self.frameWidth()
        return head + rows * self.verticalHeader().defaultSectionSize() + edges

    def _fit(self) -> None:
        metrics, header = self.fontMetrics(), self.horizontalHeader()
        widths = {}
        for column, text in self._widest.items():
            self.setColumnHidden(column, False)  # Qt tells no width of a head out of sight
            least = metrics.horizontalAdvance(text) + _PAD
            widths[column] = max(least, header.sectionSizeHint(column))
        room = self.viewport().width() - _LEAST_LETTERS * metrics.averageCharWidth()
        for column in _FIRST_TO_GO:
            if sum(widths.values()) > room:
                widths.pop(column)
        for column in self._widest:
            self.setColumnHidden(column, column not in widths)
        for column, width in widths.items():
            self.setColumnWidth(column, width)


def _row(release: Release, is_replaced: bool) -> Row[Release]:
    report, on = release.report, release.issued_on
    cells = (
        report.year, report.organisation, f"{short_day(on)} {on.year}",
        words.edition(release.edition, is_replaced), report.level, str(release.number),
    )  # fmt: skip
    return Row(release, cells)
