"""The columns of the list of talks: as wide as their words, or as somebody made them.

What is remembered is widths, in characters so that they grow with the text, and what is sorted by:
never a word of the content.
"""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QByteArray, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QTableView

from vp_logboek.gui.talks.list_model import DATE, DOSSIER, HEADERS, KIND, SUBJECT

_WIDEST = {DATE: "28 mrt  ", KIND: "", DOSSIER: "2026-0144"}
_WIDEST_DAY_WITH_YEAR = "28 mrt 2026"
_LEAST_SUBJECT = 20
_LEAST = 5
"""Average characters below which a column cannot be read."""
_ARROW = 2
"""Average characters for the arrow that tells what is sorted by."""
_PADDING = 32
_FORM = "1"
_ORDERS = [str(order.value) for order in Qt.SortOrder]


class Columns(QObject):
    """Fits the columns into the room there is; date and subject always stay."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self._header = table.horizontalHeader()
        self._own: dict[int, float] = {}
        self._with_year = False
        self._kinds: Collection[str] = ()
        self._is_fitting = False
        self._header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._header.setSectionResizeMode(SUBJECT, QHeaderView.ResizeMode.Stretch)
        self._header.sectionResized.connect(self._keep_width)
        self._restore = QAction(self.tr("Herstel kolommen"), self._header)
        self._restore.triggered.connect(self.reset)
        self._header.addAction(self._restore)
        self._header.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def fit_to(self, kinds: Collection[str], with_year: bool) -> None:
        """Give each column the width that these kinds of talk ask, and days with their year."""
        self._kinds, self._with_year = kinds, with_year
        self.fit()

    def fit(self) -> None:
        """Give each column its width, and hide what there is no room for."""
        letter = self._letter()
        with self._fitting():
            for column in (KIND, DOSSIER):  # of a hidden one Qt does not know the heading's width
                self._table.setColumnHidden(column, False)
            widths = {column: self._width(column) for column in _WIDEST}
            left = self._table.viewport().width() - widths[DATE] - _LEAST_SUBJECT * letter
            self._header.setMinimumSectionSize(round(_LEAST * letter))
            for column, width in widths.items():
                self._table.setColumnWidth(column, width)
            for column in (KIND, DOSSIER):  # from the one that is missed most
                left -= widths[column]
                self._table.setColumnHidden(column, left < 0)

    def reset(self) -> None:
        """As wide as their words again, the newest talk first."""
        self._own.clear()
        self._table.sortByColumn(DATE, Qt.SortOrder.DescendingOrder)
        self.fit()

    # --- remembered ---------------------------------------------------------------------------

    def state(self) -> QByteArray:
        """Widths that somebody chose, and what is sorted by."""
        order = self._header.sortIndicatorOrder()
        parts = [_FORM, str(self._header.sortIndicatorSection()), str(order.value)]
        parts += [f"{column}={letters:.1f}" for column, letters in sorted(self._own.items())]
        return QByteArray(" ".join(parts).encode("ascii"))

    def restore(self, kept: QByteArray | None) -> None:
        """Take it back; what cannot be read is as if nothing was kept."""
        read = _read(b"" if kept is None else bytes(kept.data()))
        if read is not None:
            column, order, self._own = read
            self._table.sortByColumn(column, order)
            self.fit()

    # --- widths -------------------------------------------------------------------------------

    def _width(self, column: int) -> int:
        least = round(_LEAST * self._letter())
        if column in self._own:
            return max(least, round(self._own[column] * self._letter()))
        words = {_WIDEST[column]}
        if column == DATE and self._with_year:
            words = {_WIDEST_DAY_WITH_YEAR}
        elif column == KIND:
            words.update(self._kinds)
        metrics = self._table.fontMetrics()
        widest = max(metrics.horizontalAdvance(one) for one in words)
        with_arrow = self._header.sectionSizeHint(column)
        if column != self._header.sortIndicatorSection():
            with_arrow += round(_ARROW * self._letter())
        return max(widest + _PADDING, with_arrow)

    def _letter(self) -> float:
        return float(self._table.fontMetrics().averageCharWidth())

    def _keep_width(self, column: int, _: int, width: int) -> None:
        if column in _WIDEST and width and not self._is_fitting:
            self._own[column] = width / self._letter()

    @contextmanager
    def _fitting(self) -> Iterator[None]:
        self._is_fitting = True
        try:
            yield
        finally:
            self._is_fitting = False


def _read(kept: bytes) -> tuple[int, Qt.SortOrder, dict[int, float]] | None:
    try:
        form, column, order, *widths = kept.decode("ascii").split()
        own = {int(one): float(letters) for one, letters in (w.split("=") for w in widths)}
        is_known = form == _FORM and order in _ORDERS and int(column) in range(len(HEADERS))
        is_known = is_known and _sensible(own)
        return (int(column), Qt.SortOrder(int(order)), own) if is_known else None
    except ValueError:
        return None


def _sensible(own: Mapping[int, float]) -> bool:
    return all(column in _WIDEST and _LEAST <= letters < 100 for column, letters in own.items())
