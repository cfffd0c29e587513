"""A day of the dossier's own on which it is to be destroyed, in place of the terms of all."""

from datetime import date, timedelta

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from vp_logboek.gui.widgets import DateField, Flow

HINT = "Alleen na sluiten. Zonder eigen datum geldt de termijn uit Instellingen."
PROPOSED = timedelta(days=2 * 365)
"""After today: the longest that is usual."""


class OwnTerm(QWidget):
    """``changed`` carries the day, or None where there is none of its own."""

    changed = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self.box = QCheckBox(self.tr("eigen datum"))
        self.on = DateField(today, shortcuts=False)
        self.on.edit.setAccessibleName(self.tr("Vernietigen op"))
        self.on.pick.setAccessibleName(self.tr("Vernietigen op: kies in de kalender"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Flow(self.box, self.on))
        self.setFocusProxy(self.box)
        self.box.toggled.connect(self._toggle)
        self.on.left.connect(self._tell)

    def show_day(self, day: date | None, today: date) -> None:
        """Show the day, or that there is none."""
        self._today = today
        with QSignalBlocker(self.box):
            self.box.setChecked(day is not None)
        self.on.choose(day or today + PROPOSED)
        self.on.setVisible(day is not None)

    def _toggle(self, own: bool) -> None:
        self.on.setVisible(own)
        self._tell()

    def _tell(self) -> None:
        self.changed.emit(self.on.day() if self.box.isChecked() else None)
