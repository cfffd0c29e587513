"""Things to do: those that are open, and behind a fold those that are done."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from vp_logboek.domain.activity import Action
from vp_logboek.gui.dossiers.action_line import ActionLine
from vp_logboek.gui.widgets import link_button

_ROOM_FOR_COLUMNS = 110
"""Average characters that the words and the columns beside them need."""


class ActionLines(QWidget):
    """Shows actions with a box each. ``saved``, ``change_requested`` and ``removed`` carry the
    Action. The keyboard stays where it was when they are shown anew; ``emptied`` tells that it
    was on the last one.
    """

    saved = Signal(object)
    change_requested = Signal(object)
    removed = Signal(object)
    dossier_requested = Signal(int)
    emptied = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[ActionLine] = []
        self._done: list[ActionLine] = []
        self._unfolded = False
        self._open_part, self._done_part = QVBoxLayout(), QVBoxLayout()
        self.fold = link_button("", self._toggle)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self._open_part, self._done_part):
            part.setSpacing(0)
        layout.addLayout(self._open_part)
        layout.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(self._done_part)
        self.fold.hide()

    def show_actions(
        self,
        actions: Sequence[Action],
        today: date,
        numbers: dict[int, str] | None = None,
        read_only: bool = False,
    ) -> None:
        """Show these; ``numbers`` are the numbers of their dossiers, where they are to be told."""
        here, old = self._where(), [*self._lines, *self._done]
        waiting = [one for one in actions if one.done_on is None]
        done = [one for one in actions if one.done_on is not None]
        done.sort(key=lambda one: (one.done_on or today, one.on), reverse=True)
        make = partial(self._line, today=today, numbers=numbers or {}, read_only=read_only)
        self._lines, self._done = [make(one) for one in waiting], [make(one) for one in done]
        for part, lines in ((self._open_part, self._lines), (self._done_part, self._done)):
            for line in lines:
                part.addWidget(line)
        self._arrange()
        self._show_fold()
        self._put_in_order()
        self._go_back_to(here)
        for line in old:
            line.hide()
            line.setParent(None)
            line.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_done"):
            self._arrange()

    def _arrange(self) -> None:
        wide = self.width() > _ROOM_FOR_COLUMNS * self.fontMetrics().averageCharWidth()
        changed = [line.arrange(wide) for line in (*self._lines, *self._done)]
        above: QWidget | None = self if any(changed) else None
        while above is not None:  # all of them at once: else each waits for the one below it
            above.updateGeometry()
            layout = above.layout()
            if layout is not None:
                layout.activate()
            above = above.parentWidget()

    def waiting(self) -> int:
        """How many are to be done."""
        return len(self._lines)

    def _line(
        self, action: Action, today: date, numbers: dict[int, str], read_only: bool
    ) -> ActionLine:
        number = numbers.get(action.dossier or 0, "")
        line = ActionLine(action, today, f"dossier {number}" if number else "", read_only)
        line.ticked.connect(self.saved)
        line.change_requested.connect(self.change_requested)
        line.remove_requested.connect(self.removed)
        line.dossier_requested.connect(self.dossier_requested)
        line.stepped.connect(self._step)
        return line

    # --- the fold -----------------------------------------------------------------------------

    def _toggle(self) -> None:
        self._unfolded = not self._unfolded
        self._show_fold()

    def _show_fold(self) -> None:
        number = len(self._done)
        what = "1 gedane actie" if number == 1 else f"{number} gedane acties"
        self.fold.setText(f"{'Verberg' if self._unfolded else 'Toon'} {what}")
        self.fold.setVisible(number > 0)
        for line in self._done:
            line.setVisible(self._unfolded)

    # --- the keyboard -------------------------------------------------------------------------

    def _put_in_order(self) -> None:
        """Tab goes line by line: Qt would come last to what was made last.

        The fold is there from the beginning, so what is put after it stands where it stands.
        """
        here: QWidget = self.fold
        for part in (*_controls(self._lines), self.fold, *_controls(self._done)):
            QWidget.setTabOrder(here, part)
            here = part

    def _where(self) -> tuple[int | None, int] | None:
        """The id and the place of the line with the keyboard; None where it is elsewhere."""
        focus = QApplication.focusWidget()
        for place, line in enumerate(self._lines):
            if focus is not None and line.isAncestorOf(focus):
                return line.action.id, place
        return None

    def _go_back_to(self, here: tuple[int | None, int] | None) -> None:
        if here is None:
            return
        id_, place = here
        ids = [line.action.id for line in self._lines]
        if self._lines:
            there = ids.index(id_) if id_ in ids else min(place, len(ids) - 1)
            self._lines[there].box.setFocus()
        else:
            self.emptied.emit()

    def _step(self, steps: int) -> None:
        shown = [*self._lines, *(self._done if self._unfolded else ())]
        focus = QApplication.focusWidget()
        for place, line in enumerate(shown):
            if line.box is focus and 0 <= place + steps < len(shown):
                shown[place + steps].box.setFocus()
                return


def _controls(lines: Sequence[ActionLine]) -> Iterator[QWidget]:
    return (part for line in lines for part in line.controls)
