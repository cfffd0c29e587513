"""The list of dossiers: those that are open, closed, or all."""

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from vp_logboek.gui.dossiers.list_columns import (
    ACTIONS,
    HEADS,
    LAST,
    NUMBER,
    OPENED,
    ORDERED,
    ORGANISATION,
    STATE,
    SUBJECT,
    TALKS,
    fit,
    row_of,
)
from vp_logboek.gui.dossiers.list_filter import ListFilter, Order, Which
from vp_logboek.gui.session import Session
from vp_logboek.gui.widgets.announce import announce
from vp_logboek.gui.widgets.empty import EmptyState
from vp_logboek.gui.widgets.rows import RowsModel
from vp_logboek.gui.widgets.table import CalmTable
from vp_logboek.services.dossier_list import Line, lines

__all__ = ["ACTIONS", "LAST", "NUMBER", "OPENED", "STATE", "SUBJECT", "TALKS", "DossierList"]

_UP = (Order.NUMBER, Order.SUBJECT)


class DossierList(QWidget):
    """``chosen`` tells which dossier is to be shown."""

    chosen = Signal(int)
    new_requested = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._lines: tuple[Line, ...] = ()
        self._wanted: int | None = None
        self._restoring = False
        self.model: RowsModel[Line] = RowsModel(HEADS, self)
        self.table = CalmTable(self.tr("Dossiers"))
        self.table.setModel(self.model)
        self.filter = ListFilter()
        self.count = self.filter.count
        self.nothing = EmptyState()
        self._lay_out()
        self._connect_parts()

    def _lay_out(self) -> None:
        header = self.table.horizontalHeader()
        self.table.setSortingEnabled(True)
        header.setSortIndicator(-1, header.sortIndicatorOrder())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 10, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self.filter)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.nothing)
        layout.addWidget(holder, 1)

    def _connect_parts(self) -> None:
        self.table.row_chosen.connect(self._choose)
        self.table.row_opened.connect(self._choose)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._name_order)
        self.filter.changed.connect(self._filter)
        self.filter.order_chosen.connect(self._sort)
        self.filter.left.connect(self.table.setFocus)
        self._session.changed.connect(self.reload)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_stack"):
            self._fit_columns()

    def reload(self) -> None:
        """Read again."""
        self._session.ask(lines, self._take)

    def select(self, dossier: int) -> None:
        """Make a dossier the current row when the list has been read again."""
        self._wanted = dossier
        self.reload()

    # --- showing ------------------------------------------------------------------------------

    def _take(self, found: tuple[Line, ...]) -> None:
        self._lines = found
        self.filter.offer(self._session.organisations)
        self._show()

    def _filter(self) -> None:
        self._show()
        announce(self.count, self.count.text())

    def _show(self) -> None:
        current = self.model.item(self.table.currentIndex().row())
        if self._wanted is None and current is not None:
            self._wanted = current.row.id
        tree, session = self._session.tree, self._session
        shown = self.filter.of_these(self._lines, tree)
        self.model.set_rows(
            [row_of(line, tree, session.organisation(line.row.organisation)) for line in shown]
        )
        self.count.setText(_counted(len(shown), self.filter.which.choice()))
        self._stack.setCurrentIndex(0 if shown else 1)
        self.filter.setVisible(bool(self._lines))
        if not shown:
            self._say_nothing()
        self._fit_columns()
        self._select_wanted()

    def _say_nothing(self) -> None:
        show_all = (self.tr("Toon alle dossiers"), self.filter.show_all)
        new = (self.tr("+ Nieuw gesprek"), self.new_requested.emit)
        if not self._lines:
            offers = () if self._session.outline.read_only else (new,)
            self.nothing.say(self.tr("Een eerste gesprek opent vanzelf een dossier."), *offers)
        elif self.filter.leaves_out:
            self.nothing.say(self.tr("Er is geen dossier dat hierbij past."), show_all)
        else:
            state = "gesloten" if self.filter.which.choice() is Which.CLOSED else "open"
            self.nothing.say(f"Er is nu geen {state} dossier.", show_all)

    def _fit_columns(self) -> None:
        unwanted = set()
        if self.filter.which.choice() is not Which.ALL:
            unwanted.add(STATE)
        if not any(line.actions for line in self.model.items()):
            unwanted.add(ACTIONS)
        if len(self._session.organisations) < 2 or self.filter.organisation.currentIndex() > 0:
            unwanted.add(ORGANISATION)
        fit(self.table, frozenset(unwanted))

    # --- order --------------------------------------------------------------------------------

    def _sort(self, order: Order) -> None:
        down = Qt.SortOrder.AscendingOrder if order in _UP else Qt.SortOrder.DescendingOrder
        self.table.sortByColumn(ORDERED[order], down)

    def _name_order(self, column: int, _: Qt.SortOrder) -> None:
        """A click on a head is told by the field too."""
        named = {column: order for order, column in ORDERED.items()}
        if column in named:
            with QSignalBlocker(self.filter.order):
                self.filter.order.choose(named[column])

    # --- choosing -----------------------------------------------------------------------------

    def _select_wanted(self) -> None:
        ids = [line.row.id for line in self.model.items()]
        if self._wanted in ids:
            self._restoring = True
            self.table.selectRow(ids.index(self._wanted))
            self._restoring = False
        self._wanted = None

    def _choose(self, row: int) -> None:
        line = self.model.item(row)
        if line is not None and not self._restoring:
            self.chosen.emit(line.row.id)


def _counted(number: int, which: Which | None) -> str:
    kind = {Which.OPEN: "open ", Which.CLOSED: "gesloten "}.get(which or Which.ALL, "")
    return f"{number} {kind}{'dossier' if number == 1 else 'dossiers'}"
