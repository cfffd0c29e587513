"""A recovery sheet typed over from paper, line by line; a line is judged when it is left."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from vp_logboek.domain.errors import SheetLineWrong, SheetNewer
from vp_logboek.gui.widgets import FieldRows
from vp_logboek.gui.widgets.private import keep_private
from vp_logboek.messages import told

_HINTS = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhPreferUppercase
)

Check = Callable[[int, str], object]
"""Judges a line, counted from 1; raises SheetLineWrong and SheetNewer."""


class SheetEntry(QWidget):
    """So many lines, each with its number. ``entered`` follows Enter in the last one."""

    entered = Signal()

    def __init__(self, lines: int, check: Check) -> None:
        super().__init__()
        self._check = check
        self._rows = FieldRows(fields_need=30)
        self.fields = [QLineEdit() for _ in range(lines)]
        self.rows = [
            self._rows.add(self.tr("Regel {0}").format(number), field)
            for number, field in enumerate(self.fields, 1)
        ]
        for number, field in enumerate(self.fields):
            field.setInputMethodHints(_HINTS)
            keep_private(field)
            field.setMaxLength(80)
            field.editingFinished.connect(self._judge)
            field.textEdited.connect(self._take_back)
            last = number + 1 == lines
            field.returnPressed.connect(self.entered if last else self.fields[number + 1].setFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._rows)

    def lines(self) -> tuple[str, ...]:
        """What was typed."""
        return tuple(field.text() for field in self.fields)

    def start_typing(self) -> None:
        """Put the focus on the first line that is still empty."""
        empty = (field for field in self.fields if not field.text())
        next(empty, self.fields[0]).setFocus()

    def show_wrong(self, line: int) -> None:
        """Say at this line, counted from 1, that it is not as on the sheet."""
        if not self.rows[line - 1].problem:
            self.rows[line - 1].show_problem(_PROBLEM)
        self.fields[line - 1].setFocus()

    def is_right(self) -> bool:
        """Whether every line can be a line of a sheet; where not, it is said there."""
        wrong = [n for n in range(1, len(self.fields) + 1) if not self._judged(n)]
        if wrong:
            self.show_wrong(wrong[0])
        return not wrong

    def clear(self) -> None:
        """Forget what was typed."""
        for field, row in zip(self.fields, self.rows, strict=True):
            field.setText("")  # unlike clear() it leaves nothing to be undone
            row.show_problem("")

    def _judge(self) -> None:
        """A line was left: an empty one is not wrong yet."""
        field = self.sender()
        if isinstance(field, QLineEdit) and field.text().strip():
            self._judged(self.fields.index(field) + 1)

    def _take_back(self) -> None:
        """While typing nothing is wrong."""
        field = self.sender()
        if isinstance(field, QLineEdit):
            self.rows[self.fields.index(field)].show_problem("")

    def _judged(self, line: int) -> bool:
        try:
            self._check(line, self.fields[line - 1].text())
        except SheetLineWrong:
            self.rows[line - 1].show_problem(_PROBLEM)
            return False
        except SheetNewer as error:
            self.rows[line - 1].show_problem(f"{told(error).what} {told(error).todo}")
            return False
        self.rows[line - 1].show_problem("")
        return True


_PROBLEM = "In deze regel zit een fout. Vergelijk hem teken voor teken met uw blad."
