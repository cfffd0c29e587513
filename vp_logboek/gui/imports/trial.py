"""The second step: what will come of it, what to know, and what each row becomes."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHeaderView, QLabel, QScrollArea, QVBoxLayout, QWidget

from vp_logboek.gui.imports.plan_rows import (
    DOSSIER,
    HEADS,
    KIND,
    ORGANISATION,
    REASON,
    SUBJECT,
    planned,
)
from vp_logboek.gui.slices import Slices
from vp_logboek.gui.widgets import Flow, MessageBar, Tone, button, label
from vp_logboek.gui.widgets.rows import RowsModel
from vp_logboek.gui.widgets.table import CalmTable
from vp_logboek.messages.parts import Message
from vp_logboek.services.import_table import Field, ImportPlan, PlannedRow

_NOTHING_YET = "Er is nog niets overgenomen."
_IMPROVE = (
    "Verbeter deze rijen in uw lijst, bewaar die en kies Lijst opnieuw lezen. Of kies bij Vorige "
    "een andere kolom of hoofdgroep."
)
_ROWS_IN_SIGHT = 6
_LOOKED_AT = 60
"""Rows that say how wide a column is: all of a long list take long."""
_LEAST = 24
"""Average characters of the column that takes what is left over; with less the table scrolls."""
_AIR = 12
"""Above and below the lines of a row that takes several, together, in pixels."""


class _Rows(CalmTable):
    """Tells when there is another width to divide, and wants to show all its rows."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def sizeHint(self) -> QSize:
        head = self.horizontalHeader().sizeHint().height()
        edges = 2 * self.frameWidth()
        return QSize(super().sizeHint().width(), head + self.verticalHeader().length() + edges)


class TrialStep(QScrollArea):
    """A dry run: nothing has been written yet. ``read_requested`` asks to read the list again."""

    read_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._plan: ImportPlan | None = None
        self.summary = MessageBar()
        self.refused_box = QCheckBox(self.tr("Alleen rijen die niet kunnen"))
        self.model: RowsModel[PlannedRow] = RowsModel(HEADS, self)
        self.again = button(self.tr("Lijst opnieuw lezen"), self.read_requested.emit, "file-input")
        self.view = _Rows(self.tr("Wat elke rij wordt"))
        self.view.setModel(self.model)
        self.view.setWordWrap(True)
        self.view.horizontalHeader().setResizeContentsPrecision(_LOOKED_AT)
        self._making_high = Slices(self)
        self._soon = QTimer(self)  # the header tells of each column while it is still dividing
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._begin_making_high)
        self._told: list[QLabel] = []
        self._notices = QVBoxLayout()
        self._lay_out()
        self.refused_box.toggled.connect(self._show_rows)
        self.view.resized.connect(self._fit_widest)
        self.view.horizontalHeader().sectionResized.connect(self._column_resized)

    @property
    def can_go_on(self) -> bool:
        """Whether there is something to take over, and no row is refused."""
        return self._plan is not None and bool(self._plan.talks) and not self._plan.refused

    def show_plan(self, plan: ImportPlan, several_organisations: bool, before: str = "") -> None:
        """Show what will come of it; ``before`` tells that this list was taken over already."""
        self._plan = plan
        if plan.refused:
            self.summary.show_message(Message(plan.summary(), _NOTHING_YET, _IMPROVE))
        else:
            self.summary.say(f"{plan.summary()} {_NOTHING_YET}", Tone.NOTE)
        self._show_notices((*(told for told in (before,) if told), *plan.notices))
        for part in (self.refused_box, self.again):
            part.setVisible(bool(plan.refused))
        self.refused_box.setChecked(bool(plan.refused))
        unknown = any(Field.ORGANISATION in row.typed for row in plan.refused)
        self.view.setColumnHidden(ORGANISATION, not several_organisations and not unknown)
        self.view.setColumnHidden(REASON, not plan.refused)
        self.view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._show_rows()

    def notices(self) -> tuple[str, ...]:
        """What the user is told, in order."""
        return tuple(part.text() for part in self._told)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._show_rows()

    def _show_notices(self, notices: tuple[str, ...]) -> None:
        for old in self._told:
            self._notices.removeWidget(old)
            old.deleteLater()
        self._told = [label(notice) for notice in notices]
        for part in self._told:
            self._notices.addWidget(part)

    def _show_rows(self) -> None:
        if self._plan is None:
            return
        only = self.refused_box.isChecked() and bool(self._plan.refused)
        rows = [planned(row) for row in (self._plan.refused if only else self._plan.rows)]
        self.model.set_rows(rows)
        for column in (SUBJECT, KIND, DOSSIER):  # empty they take the room of the reason
            self.view.setColumnHidden(column, not any(row.cells[column] for row in rows))
        self.view.resizeColumnsToContents()
        for column in range(self.model.columnCount()):
            widest = self.fontMetrics().averageCharWidth() * (44 if column == REASON else 30)
            self.view.setColumnWidth(column, min(self.view.columnWidth(column), widest))
        self._fit_widest()
        self._begin_making_high()
        height = self.view.verticalHeader().defaultSectionSize()
        self.view.setMinimumHeight(height * (_ROWS_IN_SIGHT + 1))
        self.view.updateGeometry()

    def _fit_widest(self) -> None:
        """The reason, or else the subject, takes what is left over, where that can be read."""
        if self._plan is None:
            return
        view, mode = self.view, QHeaderView.ResizeMode
        widest = REASON if self._plan.refused else SUBJECT
        others = sum(
            view.columnWidth(column)
            for column in range(self.model.columnCount())
            if column != widest and not view.isColumnHidden(column)
        )
        least = _LEAST * self.fontMetrics().averageCharWidth()
        fits = view.viewport().width() - others >= least
        view.horizontalHeader().setSectionResizeMode(
            widest, mode.Stretch if fits else mode.Interactive
        )
        if not fits:
            view.setColumnWidth(widest, least)

    def _column_resized(self, column: int) -> None:
        """In another width the reasons take another number of lines."""
        if column == REASON:
            self._soon.start()

    def _begin_making_high(self) -> None:
        self._making_high.stop()
        if self._plan is not None and self._plan.refused:
            self._making_high.add(self._make_high)
            self._making_high.begin()

    def _make_high(self) -> Iterator[None]:
        """Each row that has a reason as high as that needs, those in sight first."""
        for number, row in enumerate(self.model.items()):
            if row.problem:
                self.view.resizeRowToContents(number)
                self.view.setRowHeight(number, self.view.rowHeight(number) + _AIR)
                yield

    def _lay_out(self) -> None:
        self._notices.setSpacing(4)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(self.summary)
        column.addLayout(self._notices)
        column.addWidget(Flow(self.refused_box, self.again))
        column.addWidget(self.view, 1)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inner)
