"""The place *Activiteiten*: voorlichting, advies and intervisie, in hours per year."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from vp_logboek.domain.activity import Activity, ActivityKind
from vp_logboek.gui.dossiers.steps import add_activity, remove_activity
from vp_logboek.gui.session import Session
from vp_logboek.gui.widgets import (
    Card,
    DateField,
    Dropdown,
    FieldRows,
    MessageBar,
    button,
    label,
    short_day,
    title,
)
from vp_logboek.gui.widgets.private import empty, keep_private
from vp_logboek.gui.widgets.rows import Head, Row, RowsModel
from vp_logboek.gui.widgets.table import CalmTable
from vp_logboek.messages.parts import Message
from vp_logboek.services import notebook

LINE = 3
MOST_HOURS = 400.0


def hours_of(text: str) -> float | None:
    """Hours as typed: quarters, with a comma or a point; None when it is no such number."""
    plain = text.strip().replace(",", ".")
    if not plain.replace(".", "", 1).isdecimal():
        return None
    hours = float(plain)
    return hours if 0 < hours <= MOST_HOURS and (hours * 4).is_integer() else None


def hours_words(hours: float) -> str:
    """Hours as they are shown: ``1,5``."""
    return f"{hours:g}".replace(".", ",")


class ActivitiesPage(QWidget):
    """The list with a small form above it. ``did`` carries a Step that can be undone."""

    did = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        heads = (Head("Datum"), Head("Soort"), Head("Uren", figures=True), Head("Wat"))
        self.model: RowsModel[Activity] = RowsModel(heads, self)
        self.table = CalmTable(self.tr("Activiteiten"))
        self.table.setModel(self.model)
        self.table.horizontalHeader().setSectionResizeMode(LINE, QHeaderView.ResizeMode.Stretch)
        self.message = MessageBar()
        self.on = DateField(session.today())
        self.kind: Dropdown[ActivityKind] = Dropdown(ActivityKind)
        self.organisation = QComboBox()
        self.hours = QLineEdit()
        keep_private(self.hours)
        self.hours.setMaxLength(6)
        self.hours.setFixedWidth(self.hours.fontMetrics().averageCharWidth() * 11)
        self.line = QLineEdit()
        keep_private(self.line)
        self.add = button(self.tr("Zet erbij"), self._add, "plus")
        self.remove = button(self.tr("Verwijder deze activiteit"), self._remove, "trash-2")
        self.total = label("", "strong")
        self._lay_out()
        self._connect_parts()

    def _lay_out(self) -> None:
        card = Card()
        rows = FieldRows()
        rows.add(self.tr("Datum"), self.on, focus=self.on.edit)
        rows.add(self.tr("Soort"), self.kind)
        self.organisation_row = rows.add(self.tr("Organisatie"), self.organisation)
        self.hours_row = rows.add(self.tr("Uren"), self.hours, self.tr("Bijvoorbeeld 1,5."))
        rows.add(self.tr("Wat"), self.line, self.tr("Mag leeg blijven. Komt niet bij HR."))
        card.body.addWidget(rows)
        card.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.table.setMinimumHeight(self.table.fontMetrics().height() * 9)
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(title(self.tr("Activiteiten voor de organisatie")))
        layout.addWidget(self.message)
        layout.addWidget(card)
        layout.addWidget(self.total)
        layout.addWidget(self.table, 1)
        below = QHBoxLayout()
        below.addWidget(self.remove)
        below.addStretch(1)
        layout.addLayout(below)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _connect_parts(self) -> None:
        self.hours.returnPressed.connect(self._add)
        self.line.returnPressed.connect(self._add)
        self.table.row_chosen.connect(self._allow_removing)
        self._session.changed.connect(self.reload)

    def reload(self) -> None:
        """Read again."""
        self._offer_organisations()
        self._session.ask(notebook.activities, self._show)

    def _show(self, activities: tuple[Activity, ...]) -> None:
        self.model.set_rows([_row(activity) for activity in activities])
        hours = hours_words(sum(activity.hours for activity in activities))
        self.total.setText(
            f"{len(activities)} activiteiten, samen {hours} uur"
            if activities
            else self.tr("Nog geen activiteiten. Zet hierboven de eerste erbij.")
        )
        metrics = self.table.fontMetrics()
        for column, text in enumerate(("28 mrt 2026", "advies aan de organisatie", "Uren 12,25")):
            self.table.setColumnWidth(column, metrics.horizontalAdvance(text) + 32)
        self.remove.setEnabled(self.table.currentIndex().isValid())
        self.on.set_today(self._session.today())

    def _offer_organisations(self) -> None:
        chosen = self.organisation.currentData()
        self.organisation.clear()
        for one in self._session.organisations:
            self.organisation.addItem(one.name, one.id)
        self.organisation.setCurrentIndex(max(0, self.organisation.findData(chosen)))
        self.organisation_row.setVisible(self.organisation.count() > 1)

    def _allow_removing(self, _: int) -> None:
        self.remove.setEnabled(True)

    def _add(self) -> None:
        hours = hours_of(self.hours.text())
        self.hours_row.show_problem(
            "" if hours is not None else f"{_NO_HOURS.what} {_NO_HOURS.todo}"
        )
        if hours is None:
            self.hours.setFocus()
            return
        if not self.on.is_possible():
            self.on.start_typing()
            return
        activity = Activity(
            self.organisation.currentData(),
            self.on.day(),
            self.kind.choice() or ActivityKind.INFORMATION,
            hours,
            self.line.text().strip(),
        )
        add_activity(self._session, activity, self.did.emit, self._added, self.message.show_error)

    def _added(self, _: Activity) -> None:
        self.message.hide()
        empty(self.hours)
        empty(self.line)
        self.on.start_typing()

    def _remove(self) -> None:
        activity = self.model.item(self.table.currentIndex().row())
        if activity is not None and activity.id is not None:
            remove_activity(self._session, activity, self.did.emit)


def _row(activity: Activity) -> Row[Activity]:
    on = activity.on
    day = f"{short_day(on)} {on.year}"
    hours = hours_words(activity.hours)
    return Row(activity, (day, activity.kind.label, hours, activity.line))


_NO_HOURS = Message(
    "Dit zijn nog geen uren.",
    "Wat u invulde blijft staan.",
    "Typ hele uren of kwartieren, bijvoorbeeld 1,5.",
)
