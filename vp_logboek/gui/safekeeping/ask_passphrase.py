"""The passphrase once more, before something that only the owner may do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vp_logboek.domain.errors import LogbookError, WrongPassphrase
from vp_logboek.gui.unlock.frame import busy_bar
from vp_logboek.gui.unlock.passphrase import PassphraseField
from vp_logboek.gui.widgets import FieldRow, label
from vp_logboek.messages import told


class AskPassphrase(QWidget):
    """A sentence that says why, and the field. ``entered`` follows Enter."""

    entered = Signal()

    def __init__(self, why: str, name: str) -> None:
        super().__init__()
        self.field = PassphraseField(name)
        self.field.entered.connect(self.entered)
        self.field.changed.connect(self._take_back)
        self.row = FieldRow(f"&{name}", self.field, focus=self.field.edit)
        self.row.set_label_width(0)
        self._busy = busy_bar(self.tr("De wachtzin wordt gecontroleerd"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(label(why))
        layout.addWidget(self.row)
        layout.addWidget(self._busy)

    def show_busy(self, busy: bool) -> None:
        """Whether the key is being worked out: takes about a second."""
        self.field.setEnabled(not busy)
        self._busy.setVisible(busy)

    def show_error(self, error: LogbookError) -> None:
        """Say below the field what is wrong."""
        self.show_busy(False)
        wrong = isinstance(error, WrongPassphrase)  # the file is open, so its start is whole
        self.row.show_problem(self.tr("De wachtzin klopt niet.") if wrong else told(error).what)
        self.field.edit.selectAll()
        self.field.setFocus()

    def clear(self) -> None:
        """Forget what was typed."""
        self.show_busy(False)
        self.field.clear()

    def _take_back(self) -> None:
        if self.row.problem:
            self.row.show_problem("")
