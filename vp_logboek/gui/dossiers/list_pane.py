"""The list of dossiers: those that are open, closed, or all."""

from functools import partial

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from vp_logboek.gui.dossiers.list_asking import Asking
from vp_logboek.gui.dossiers.list_columns import ACTIONS, ORGANISATION, STATE, fit, row_of
from vp_logboek.gui.dossiers.list_filter import ORDERED, ListFilter, Order
from vp_logboek.gui.dossiers.list_model import DossierModel
from vp_logboek.gui.dossiers.list_reading import Listed, Wanted, Which
from vp_logboek.gui.session import Session
from vp_logboek.gui.widgets.announce import announce
from vp_logboek.gui.widgets.empty import EmptyState
from vp_logboek.gui.widgets.table import CalmTable

_UP = (Order.NUMBER, Order.SUBJECT)


class DossierList(QWidget):
    """``chosen`` tells which dossier is to be shown. Of many, changes are read while in sight;
    ``read`` tells that they were.
    """

    chosen = Signal(int)
    read = Signal()
    new_requested = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._is_behind = True
        self._wanted: int | None = None
        self._restoring = self._has_actions = self._has_several = self._is_said = False
        self.model = DossierModel(self)
        self.table = CalmTable(self.tr("Dossiers"))
        self.table.setModel(self.model)
        self.filter = ListFilter()
        self.asking = Asking(session, lambda: (self.filter.wanted(), self.model.order), self)
        self.count = self.filter.count
        self.nothing = EmptyState(holds_keyboard=True)
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
        self.model.order_wanted.connect(self.asking.ask)
        self.asking.came.connect(self._offer)
        self.asking.found.connect(self._show)
        self.filter.order_chosen.connect(self._sort)
        self.filter.left.connect(self._go_on)
        self._session.changed.connect(self.reload)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_behind:
            self._read()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_stack"):
            self._fit_columns()

    def reload(self) -> None:
        """Read again. Many wait until somebody looks; few are there at once for who comes back."""
        self._is_behind = True
        if self.isVisible() or self.asking.has_few:
            self._read()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to choose from."""
        return self.model.rowCount() == 0

    def select(self, dossier: int) -> None:
        """Make a dossier the current row when the list has been read again."""
        self._wanted = dossier
        self.reload()

    def _read(self) -> None:
        self._is_behind = False
        self.asking.read()

    def _offer(self) -> None:
        self.filter.offer(self._session.organisations)

    def _filter(self) -> None:
        self._is_said = True
        self.asking.ask_soon()

    # --- showing ------------------------------------------------------------------------------

    def _show(self, found: Listed) -> None:
        current = self.model.item(self.table.currentIndex().row())
        if self._wanted is None and current is not None:
            self._wanted = current.row.id
        asked, self._has_actions = found.asked, found.has_actions
        self._has_several = len(self._session.organisations) > 1
        self.model.set_lines(found.lines, partial(row_of, tree=asked.tree, names=asked.names))
        self.count.setText(_counted(len(found.lines), asked.wanted.which))
        if not found.lines:
            self._say_nothing(asked.wanted, bool(asked.lines))
        self._stack.setCurrentIndex(0 if found.lines else 1)  # it hands on the keyboard
        self.filter.setVisible(bool(asked.lines))
        self._fit_columns()
        self._select_wanted()
        if self._is_said:
            self._is_said = False
            announce(self.count, self.count.text())
        self.read.emit()

    def _say_nothing(self, asked: Wanted, has_any: bool) -> None:
        show_all = (self.tr("Toon alle dossiers"), self.filter.show_all)
        new = (self.tr("+ Nieuw gesprek"), self.new_requested.emit)
        if not has_any:
            offers = () if self._session.outline.read_only else (new,)
            self.nothing.say(self.tr("Een eerste gesprek opent vanzelf een dossier."), *offers)
        elif asked.words or asked.organisation is not None:
            self.nothing.say(self.tr("Er is geen dossier dat hierbij past."), show_all)
        else:
            state = "gesloten" if asked.which is Which.CLOSED else "open"
            self.nothing.say(f"Er is nu geen {state} dossier.", show_all)

    def _fit_columns(self) -> None:
        unwanted = set()
        if self.filter.which.choice() is not Which.ALL:
            unwanted.add(STATE)
        if not self._has_actions:
            unwanted.add(ACTIONS)
        if not self._has_several or self.filter.organisation.currentIndex() > 0:
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

    def _go_on(self) -> None:
        """From the words to what they found."""
        self.asking.typing.flush()
        self.table.setFocus()

    def _select_wanted(self) -> None:
        row = self.model.row_of(self._wanted)
        if row is not None:
            self._restoring = True
            self.table.selectRow(row)
            self._restoring = False
        self._wanted = None

    def _choose(self, row: int) -> None:
        line = self.model.item(row)
        if line is not None and not self._restoring:
            self.chosen.emit(line.row.id)


def _counted(number: int, which: Which) -> str:
    kind = {Which.OPEN: "open ", Which.CLOSED: "gesloten "}.get(which, "")
    return f"{number} {kind}{'dossier' if number == 1 else 'dossiers'}"
