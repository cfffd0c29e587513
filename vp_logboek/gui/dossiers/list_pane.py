"""The list of dossiers, open ones or all."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHeaderView, QStackedLayout, QVBoxLayout, QWidget

from vp_logboek.domain.listing import DossierRow
from vp_logboek.domain.subjects import SubjectTree
from vp_logboek.gui.session import Session
from vp_logboek.gui.widgets import Flow, label, short_day
from vp_logboek.gui.widgets.empty import EmptyState
from vp_logboek.gui.widgets.rows import Head, Row, RowsModel
from vp_logboek.gui.widgets.table import CalmTable
from vp_logboek.services import notebook

_ROOM_FOR_ALL = 50
"""Average characters that all columns need."""

NUMBER, SUBJECT, TALKS, LAST, STATE = range(5)


def _row(dossier: DossierRow, tree: SubjectTree) -> Row[DossierRow]:
    subject = tree.full_label(dossier.subject)
    last = dossier.last_talk
    state = "gesloten" if dossier.closed else "open"
    return Row(
        dossier,
        (
            dossier.number,
            subject,
            str(dossier.talks),
            f"{short_day(last)} {last.year}" if last else "",
            state,
        ),
        (dossier.number, subject, dossier.talks, last.toordinal() if last else 0, state),
        tree.main_of(dossier.subject),
    )


class DossierList(QWidget):
    """``chosen`` tells which dossier is to be shown."""

    chosen = Signal(int)
    new_requested = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._rows: tuple[DossierRow, ...] = ()
        self._wanted: int | None = None
        heads = (
            Head("Dossier"),
            Head("Onderwerp", edge=True),
            Head("Gesprekken", figures=True),
            Head("Laatste"),
            Head("Stand"),
        )
        self.model: RowsModel[DossierRow] = RowsModel(heads, self)
        self.table = CalmTable(self.tr("Dossiers"))
        self.table.setModel(self.model)
        self.count = label("", "strong", wrap=False)
        self.closed_too = QCheckBox(self.tr("ook gesloten dossiers"))
        self.nothing = EmptyState()
        self.nothing.say(
            self.tr("Een eerste gesprek opent vanzelf een dossier."),
            (self.tr("+ Nieuw gesprek"), self.new_requested.emit),
        )
        self._lay_out()
        self.table.row_chosen.connect(self._choose)
        self._restoring = False
        self.closed_too.toggled.connect(self._show)
        session.changed.connect(self.reload)

    def _lay_out(self) -> None:
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(SUBJECT, QHeaderView.ResizeMode.Stretch)
        self.table.setSortingEnabled(True)
        header.setSortIndicator(-1, header.sortIndicatorOrder())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 10, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(Flow(self.count, self.closed_too))
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.nothing)
        layout.addWidget(holder, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the list is narrow the subject needs the room of the last day."""
        super().resizeEvent(event)
        narrow = self.width() < _ROOM_FOR_ALL * self.fontMetrics().averageCharWidth()
        self.table.setColumnHidden(LAST, narrow)

    def reload(self) -> None:
        """Read again."""
        self._session.ask(notebook.dossier_rows, self._take)

    def select(self, dossier: int) -> None:
        """Make a dossier the current row when the list has been read again."""
        self._wanted = dossier
        self.reload()

    def _take(self, rows: tuple[DossierRow, ...]) -> None:
        self._rows = rows
        self._show()

    def _show(self) -> None:
        current = self.model.item(self.table.currentIndex().row())
        if self._wanted is None and current is not None:
            self._wanted = current.id
        tree, all_of_them = self._session.tree, self.closed_too.isChecked()
        shown = [row for row in self._rows if all_of_them or row.closed is None]
        self.model.set_rows([_row(row, tree) for row in shown])
        kind = "" if all_of_them else " open"
        noun = "dossier" if len(shown) == 1 else "dossiers"
        self.count.setText(
            f"{len(shown)}{kind} {noun}".replace("1 open dossier ", "1 open dossier")
        )
        self._stack.setCurrentIndex(0 if shown else 1)
        self.table.setColumnHidden(STATE, not all_of_them)
        self._fit_columns()
        self._select_wanted()

    def _fit_columns(self) -> None:
        metrics = self.table.fontMetrics()
        texts = ((NUMBER, "2026-0144"), (TALKS, "Gesprekken"), (LAST, "28 mrt 2026"))
        for column, text in (*texts, (STATE, "gesloten")):
            self.table.setColumnWidth(column, metrics.horizontalAdvance(text) + 34)

    def _select_wanted(self) -> None:
        ids = [row.id for row in self.model.items()]
        if self._wanted in ids:
            self._restoring = True
            self.table.selectRow(ids.index(self._wanted))
            self._restoring = False
        self._wanted = None

    def _choose(self, row: int) -> None:
        dossier = self.model.item(row)
        if dossier is not None and not self._restoring:
            self.chosen.emit(dossier.id)
