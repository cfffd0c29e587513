"""The fields of an activity, new or to be changed."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy

from vp_logboek.domain.activity import Activity, ActivityKind
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.widgets import (
    Card,
    DateField,
    Dropdown,
    FieldRows,
    Flow,
    button,
    calm_wheel,
    heading,
    link_button,
)
from vp_logboek.gui.widgets.narrow import fit_to_words
from vp_logboek.gui.widgets.private import empty, keep_private

MOST_HOURS = 400.0
NO_HOURS = "Dit zijn nog geen uren. Typ hele uren of kwartieren, bijvoorbeeld 1,5."


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


class ActivityForm(Card):
    """``saved`` carries the Activity, new or changed; ``left`` tells that nothing is to be kept."""

    saved = Signal(object)
    left = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._changed: int | None = None
        self._heading = heading("")
        self.on = DateField(today)
        self.kind: Dropdown[ActivityKind] = Dropdown(ActivityKind)
        self.organisation = QComboBox()
        calm_wheel(self.organisation)
        fit_to_words(self.organisation)
        self.organisation.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.hours = QLineEdit()
        keep_private(self.hours)
        self.hours.setMaxLength(6)
        self.hours.setFixedWidth(self.hours.fontMetrics().averageCharWidth() * 11)
        self.line = QLineEdit()
        keep_private(self.line)
        self.line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.add = button("", self._save, "plus")
        self.leave = link_button("", self.left.emit)
        self._lay_out()
        for field in (self.hours, self.line, self.on.edit):
            field.returnPressed.connect(self._save)
        self.begin(today)

    def _lay_out(self) -> None:
        rows = FieldRows()
        rows.add(self.tr("Datum"), self.on, focus=self.on.edit)
        rows.add(self.tr("Soort"), self.kind)
        self.organisation_row = rows.add(self.tr("Organisatie"), self.organisation)
        self.hours_row = rows.add(self.tr("Uren"), self.hours, self.tr("Bijvoorbeeld 1,5."))
        rows.add(self.tr("Wat"), self.line, self.tr("Mag leeg blijven. Komt niet bij HR."))
        for part in (self._heading, rows, Flow(self.add, self.leave)):
            self.body.addWidget(part)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves a change, and fields with nothing in them; what is new is not lost."""
        is_new = self._changed is None and bool(self.hours.text() or self.line.text())
        if event.key() == Qt.Key.Key_Escape and not is_new:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def set_today(self, today: date) -> None:
        """What is proposed for something new."""
        self._today = today
        self.on.set_today(today)

    def offer(self, organisations: Sequence[Organisation]) -> None:
        """Offer the organisations, where there are several."""
        chosen = self.organisation.currentData()
        self.organisation.clear()
        for one in organisations:
            self.organisation.addItem(one.name, one.id)
        self.organisation.setCurrentIndex(max(0, self.organisation.findData(chosen)))
        self.organisation_row.setVisible(len(organisations) > 1)

    def begin(self, today: date) -> None:
        """Something new; day, kind and organisation stay what they were last."""
        self._changed, self._today = None, today
        empty(self.hours)
        empty(self.line)
        self.hours_row.show_problem("")
        self._name(self.tr("Nieuwe activiteit"), self.tr("Zet erbij"), "plus", self.tr("Sluiten"))

    def change(self, activity: Activity) -> None:
        """Let this one be changed."""
        self._changed = activity.id
        self.on.choose(activity.on)
        self.kind.choose(activity.kind)
        place = self.organisation.findData(activity.organisation)
        self.organisation.setCurrentIndex(max(0, place))
        self.hours.setText(hours_words(activity.hours))
        self.line.setText(activity.line)
        self.hours_row.show_problem("")
        self._name(
            self.tr("Activiteit wijzigen"), self.tr("Bewaren"), "pencil", self.tr("Niet wijzigen")
        )

    def _name(self, head: str, save: str, icon: str, leave: str) -> None:
        self._heading.setText(head)
        self.add.setText(save)
        self.add.set_icon_name(icon)
        self.leave.setText(leave)

    def _save(self) -> None:
        hours = hours_of(self.hours.text())
        self.hours_row.show_problem("" if hours is not None else NO_HOURS)
        if not self.on.is_possible():
            self.on.start_typing()
        elif hours is None:
            self.hours.setFocus()
        else:
            kind = self.kind.choice() or ActivityKind.INFORMATION
            organisation, line = self.organisation.currentData(), self.line.text().strip()
            self.saved.emit(Activity(organisation, self.on.day(), kind, hours, line, self._changed))
