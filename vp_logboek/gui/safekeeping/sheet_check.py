"""Two groups of the recovery sheet are typed back: so that it is known to be on paper."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from vp_logboek.domain.errors import GroupsDiffer, LogbookError
from vp_logboek.gui.widgets import FieldRow, FieldRows, MessageBar, label
from vp_logboek.gui.widgets.private import keep_private

Place = tuple[int, int]
"""Line and group, both from 1."""

_HINTS = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhPreferUppercase
)


class SheetCheck(QWidget):
    """Asks two groups. ``entered`` follows Enter in the second field."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.message = MessageBar()
        self.fields = (_group_field(), _group_field())
        rows = FieldRows(fields_need=16)
        names = (self.tr("Eerste groep"), self.tr("Tweede groep"))
        pairs = zip(names, self.fields, strict=True)
        self.rows: list[FieldRow] = [rows.add(name, field) for name, field in pairs]
        self.fields[0].returnPressed.connect(self.fields[1].setFocus)
        self.fields[1].returnPressed.connect(self.entered)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(
            label(
                self.tr(
                    "Pak het blad erbij en typ deze twee groepen over. Zo weet u dat het blad "
                    "leesbaar is."
                )
            )
        )
        layout.addWidget(self.message)
        layout.addWidget(rows)

    def ask(self, places: tuple[Place, Place]) -> None:
        """Ask the groups at these places, each a line and a group in it."""
        for (line, group), row, field in zip(places, self.rows, self.fields, strict=True):
            words = self.tr("Regel {0}, groep {1}").format(line, group)
            row.label.setText(words)
            field.setAccessibleName(words)

    def groups(self) -> tuple[str, str]:
        """What was typed."""
        return self.fields[0].text(), self.fields[1].text()

    def start_typing(self) -> None:
        """Put the focus on the first group."""
        self.fields[0].setFocus()
        self.fields[0].selectAll()

    def show_error(self, error: LogbookError) -> None:
        """Say why the sheet is not confirmed; what was typed stays."""
        self.message.show_error(error)
        if isinstance(error, GroupsDiffer):
            self.start_typing()

    def clear(self) -> None:
        """Forget what was typed."""
        self.message.hide()
        for field in self.fields:
            field.setText("")  # unlike clear() it leaves nothing to be undone


def _group_field() -> QLineEdit:
    made = QLineEdit()
    keep_private(made)
    made.setInputMethodHints(_HINTS)
    made.setMaxLength(12)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made
