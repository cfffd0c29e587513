"""Things to do: a date and a line, to tick off."""

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from vp_logboek.domain.activity import Action
from vp_logboek.gui.widgets import DateField, Flow, button, label, link_button, short_day
from vp_logboek.gui.widgets.private import empty, keep_private


class ActionLines(QWidget):
    """Shows actions with a box each. ``saved`` and ``removed`` carry the Action."""

    saved = Signal(object)
    removed = Signal(object)
    dossier_requested = Signal(int)

    def __init__(self, with_dossier: bool = False) -> None:
        super().__init__()
        self._with_dossier = with_dossier
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)

    def show_actions(
        self, actions: tuple[Action, ...], today: date, numbers: dict[int, str] | None = None
    ) -> None:
        """Show these; ``numbers`` are the numbers of their dossiers."""
        while (item := self._layout.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.deleteLater()
        for action in actions:
            self._layout.addWidget(self._line(action, today, numbers or {}))

    def _line(self, action: Action, today: date, numbers: dict[int, str]) -> QWidget:
        late = action.done_on is None and action.on < today
        day = f"{short_day(action.on)} {action.on.year}"
        when = label(day, "muted", wrap=False)
        when.setFixedWidth(when.fontMetrics().horizontalAdvance("28 mrt 2026 "))
        box = QCheckBox(action.line)
        box.setChecked(action.done_on is not None)
        box.setAccessibleName(f"{action.line}, {day}")
        box.toggled.connect(partial(self._tick, action, today))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(when)
        row.addWidget(box)
        if late:
            row.addWidget(label("te laat", "problem", wrap=False))
        if self._with_dossier and action.dossier is not None:
            number = numbers.get(action.dossier, "")
            go_to = link_button(f"dossier {number}")
            go_to.clicked.connect(partial(self._go, action.dossier))
            row.addWidget(go_to)
        row.addStretch(1)
        remove = link_button(self.tr("verwijder"))
        remove.setAccessibleName(f"Verwijder: {action.line}")
        remove.clicked.connect(partial(self._remove, action))
        row.addWidget(remove)
        return holder

    def _tick(self, action: Action, today: date, on: bool) -> None:
        self.saved.emit(replace(action, done_on=today if on else None))

    def _remove(self, action: Action) -> None:
        self.removed.emit(action)

    def _go(self, dossier: int) -> None:
        self.dossier_requested.emit(dossier)


class NewAction(QWidget):
    """A day and a line for something to do. ``added`` carries the Action."""

    added = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._dossier: int | None = None
        self.on = DateField(today, shortcuts=False)
        self.on.edit.setAccessibleName(self.tr("Wanneer"))
        self.line = QLineEdit()
        keep_private(self.line)
        self.line.setAccessibleName(self.tr("Wat moet er gebeuren"))
        self.line.setPlaceholderText(self.tr("Bijvoorbeeld: terugbellen"))
        self.line.setMinimumWidth(180)
        self.line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.line.returnPressed.connect(self._add)
        self.add = button(self.tr("Zet erbij"), self._add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        row.addWidget(self.add)
        layout.addWidget(Flow(self.on))
        layout.addLayout(row)

    def begin(self, dossier: int | None, today: date) -> None:
        """An empty line, for this dossier."""
        self._dossier = dossier
        self.on.choose(today)
        empty(self.line)

    def _add(self) -> None:
        text = self.line.text().strip()
        if text and self.on.is_possible():
            self.added.emit(Action(self.on.day(), text, self._dossier))
            empty(self.line)
