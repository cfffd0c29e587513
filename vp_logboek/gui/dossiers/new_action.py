"""A line and a day for something to do, new or to be changed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from vp_logboek.domain.activity import Action
from vp_logboek.domain.listing import DossierRow
from vp_logboek.gui.widgets import DateField, FieldRows, Flow, button, calm_wheel, link_button
from vp_logboek.gui.widgets.narrow import fit_to_words
from vp_logboek.gui.widgets.private import empty, keep_private

NOTHING_TYPED = "Typ eerst wat er moet gebeuren."


class NewAction(QWidget):
    """``added`` carries the Action, new or changed; ``left`` tells that changing it is let go.

    ``with_dossier``: it asks for which dossier it is.
    """

    added = Signal(object)
    left = Signal()

    def __init__(self, today: date, with_dossier: bool = False) -> None:
        super().__init__()
        self._dossier: int | None = None
        self._changed: Action | None = None
        self._not_offered: int | None = None
        self._today = today
        self.line = QLineEdit()
        keep_private(self.line)
        self.line.setPlaceholderText(self.tr("Bijvoorbeeld: terugbellen"))
        self.line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.on = DateField(today, shortcuts=False, ahead=True)
        self.dossiers = QComboBox()
        calm_wheel(self.dossiers)
        fit_to_words(self.dossiers)
        self.dossiers.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.add = button("", self._add, "plus")
        self.leave = link_button(self.tr("Niet wijzigen"), self._leave)
        self.on.pick.setAccessibleName(self.tr("Wanneer: kies in de kalender"))
        rows = FieldRows()
        self.line_row = rows.add(self.tr("Wat moet er gebeuren"), self.line)
        rows.add(self.tr("Wanneer"), self.on, focus=self.on.edit)
        dossier_row = rows.add(self.tr("Bij dossier"), self.dossiers)
        dossier_row.setVisible(with_dossier)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(rows)
        layout.addWidget(Flow(self.add, self.leave))
        self.line.returnPressed.connect(self._add)
        self.on.edit.returnPressed.connect(self._add)
        self._show_state()

    @property
    def is_changing(self) -> bool:
        """Whether an action is being changed."""
        return self._changed is not None

    def offer_dossiers(self, rows: Sequence[DossierRow]) -> None:
        """Offer the dossiers that are open."""
        chosen = self.dossiers.currentData()
        self.dossiers.clear()
        self.dossiers.addItem(self.tr("geen dossier"), None)
        for row in rows:
            if row.closed is None:
                self.dossiers.addItem(row.number, row.id)
        self._choose_dossier(chosen)

    def set_today(self, today: date) -> None:
        """What is proposed for something new."""
        self._today = today

    def begin(self, dossier: int | None, today: date) -> None:
        """An empty line, for this dossier."""
        self._dossier, self._changed, self._today = dossier, None, today
        self.on.choose(today)
        self.line_row.show_problem("")
        empty(self.line)
        self._show_state()

    def change(self, action: Action) -> None:
        """Let this action be changed."""
        self._changed = action
        self.line.setText(action.line)
        self.on.choose(action.on)
        self._choose_dossier(action.dossier)
        is_offered = self.dossiers.findData(action.dossier) >= 0
        self._not_offered = None if is_offered else action.dossier  # a closed one
        self._show_state()
        self.line.setFocus()
        self.line.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves a change, and fields with nothing in them; what is new is not lost."""
        if event.key() == Qt.Key.Key_Escape and (self.is_changing or not self.line.text()):
            self._leave()
        else:
            super().keyPressEvent(event)

    def _choose_dossier(self, dossier: int | None) -> None:
        self.dossiers.setCurrentIndex(max(0, self.dossiers.findData(dossier)))

    def _show_state(self) -> None:
        self.add.setText(self.tr("Bewaren") if self.is_changing else self.tr("Zet erbij"))
        self.add.set_icon_name("pencil" if self.is_changing else "plus")
        self.leave.setVisible(self.is_changing)

    def _leave(self) -> None:
        self.begin(self._dossier, self._today)
        self.left.emit()

    def _add(self) -> None:
        text = self.line.text().strip()
        self.line_row.show_problem("" if text else NOTHING_TYPED)
        if not text:
            self.line.setFocus()
        elif not self.on.is_possible():
            self.on.start_typing()
        else:
            self._tell(text)

    def _tell(self, text: str) -> None:
        dossier = self._dossier if self._dossier is not None else self.dossiers.currentData()
        if self._changed is None:
            action = Action(self.on.day(), text, dossier)
        else:
            action = replace(
                self._changed, on=self.on.day(), line=text, dossier=dossier or self._not_offered
            )
        self.begin(self._dossier, self._today)
        self.line.setFocus()
        self.added.emit(action)
