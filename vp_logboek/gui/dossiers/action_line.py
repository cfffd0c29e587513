"""One thing to do: a box, what it is, and below that when and for which dossier."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QPushButton, QWidget

from vp_logboek.domain.activity import Action
from vp_logboek.gui.widgets import label, link_button
from vp_logboek.gui.widgets.flow import FlowLayout
from vp_logboek.messages import in_words

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_LONGEST = "28 september 2026"
_ACROSS = 14
"""Pixels between two words to press: closer they read as one."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Box(QCheckBox):
    """Enter ticks it as the space bar does; the arrow keys go to the next one, Delete removes."""

    stepped = Signal(int)
    delete_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ENTER:
            self.click()
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)


class _Words(QLabel):
    """The words beside a box: a click on them is a click on the box."""

    def __init__(self, text: str, box: QCheckBox) -> None:
        super().__init__(text)
        self._box = box
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._box.isEnabled() and self.rect().contains(event.position().toPoint()):
            self._box.click()


class ActionLine(QWidget):
    """``ticked`` carries the Action as it is now; the other wishes carry it as it is shown."""

    ticked = Signal(object)
    change_requested = Signal(object)
    remove_requested = Signal(object)
    dossier_requested = Signal(int)
    stepped = Signal(int)

    def __init__(self, action: Action, today: date, number: str, read_only: bool) -> None:
        super().__init__()
        self.action = action
        self._today = today
        self.box = _Box()
        self.box.setChecked(action.done_on is not None)
        self.box.setEnabled(not read_only)
        self._said = ", ".join(filter(None, (action.line, *self._when(), number)))
        self.box.setAccessibleName(self._said)
        self.box.toggled.connect(self._tick)
        self.box.stepped.connect(self.stepped)
        self.box.delete_pressed.connect(self._ask_removing)
        self._late, self._day = self._words()
        self._to_dossier = self._dossier_link(number)
        links = self._links(read_only)
        to_press = [one for one in (self._to_dossier, *links) if isinstance(one, QPushButton)]
        self.controls = (self.box, *to_press)
        self._below = _flowing(self._late, self._day, self._to_dossier, *links)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 2, 0, 6)
        self._grid.setHorizontalSpacing(4)  # the ring around the box stays off the words
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.box, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(_Words(action.line, self.box), 0, 1, Qt.AlignmentFlag.AlignVCenter)
        self._is_wide: bool | None = None

    def arrange(self, wide: bool) -> bool:
        """Where there is room the day stands in a column beside the words, else below them.

        Whether it is otherwise than before.
        """
        if wide is self._is_wide:
            return False
        self._is_wide = wide
        metrics = self.fontMetrics()
        columns = (
            (self._late, "te laat"),
            (self._day, _LONGEST if self.action.done_on is None else f"gedaan op {_LONGEST}"),
            (self._to_dossier, "dossier 2026-0144"),
        )
        for part, text in columns:
            part.setMinimumWidth(metrics.horizontalAdvance(text) + 8 if wide else 0)
            part.setVisible(wide or bool(part.text()))
        at = Qt.AlignmentFlag.AlignVCenter if wide else Qt.AlignmentFlag.AlignTop
        self._grid.setAlignment(self.box, at)
        self._grid.removeWidget(self._below)
        if wide:
            self._grid.addWidget(self._below, 0, 2, Qt.AlignmentFlag.AlignVCenter)
        else:
            self._grid.addWidget(self._below, 1, 1)
        needed = sum(
            one.sizeHint().expandedTo(one.minimumSize()).width() + _ACROSS for one in self._shown()
        )
        self._below.setMinimumWidth(needed if wide else 0)
        return True

    def _shown(self) -> list[QWidget]:
        parts = self._below.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return [one for one in parts if not one.isHidden()]

    def _when(self) -> tuple[str, ...]:
        """Its day in words, and what there is to say of it."""
        action, today = self.action, self._today
        if action.done_on is not None:
            return (f"gedaan op {in_words(action.done_on)}",)
        if action.on < today:
            return ("te laat", in_words(action.on))
        return ("vandaag",) if action.on == today else (in_words(action.on),)

    def _words(self) -> tuple[QLabel, QLabel]:
        *late, day = self._when()
        return label(" ".join(late), "problem", wrap=False), label(day, "muted", wrap=False)

    def _dossier_link(self, number: str) -> QLabel | QPushButton:
        if not number:
            return label("", wrap=False)
        go = link_button(number, self._ask_dossier)
        go.setAccessibleName(f"Open {number}: {self.action.line}")
        return go

    def _links(self, read_only: bool) -> list[QPushButton]:
        if read_only:
            return []
        change = link_button(self.tr("Wijzigen"), self._ask_changing)
        change.setAccessibleName(f"Wijzigen: {self._said}")
        remove = link_button(self.tr("Weghalen"), self._ask_removing)
        remove.setAccessibleName(f"Weghalen: {self._said}")
        return [change, remove]

    def _tick(self, on: bool) -> None:
        self.ticked.emit(replace(self.action, done_on=self._today if on else None))

    def _ask_changing(self) -> None:
        self.change_requested.emit(self.action)

    def _ask_removing(self) -> None:
        self.remove_requested.emit(self.action)

    def _ask_dossier(self) -> None:
        if self.action.dossier is not None:
            self.dossier_requested.emit(self.action.dossier)


def _flowing(*parts: QWidget) -> QWidget:
    """These beside each other, on as many lines as the width asks."""
    whole = QWidget()
    row = FlowLayout(_ACROSS)
    for part in parts:
        row.addWidget(part)
    whole.setLayout(row)
    return whole
