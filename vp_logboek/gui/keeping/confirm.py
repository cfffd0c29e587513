"""The questions before something goes for good, each answered through one classmethod."""

from collections.abc import Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QMessageBox, QVBoxLayout, QWidget

from vp_logboek.domain.errors import CountNotConfirmed
from vp_logboek.gui.keeping import words
from vp_logboek.gui.widgets import FieldRows, button, label, title
from vp_logboek.gui.widgets.private import keep_private
from vp_logboek.messages import told


class DestroyDialog(QDialog):
    """Asks for the number of dossiers that go; answers through ``ask``."""

    @classmethod
    def ask(cls, parent: QWidget, numbers: Sequence[str], left: str = "") -> str | None:
        """What was typed, where it is the number of these dossiers; None: turned back.

        ``left`` says what is still to be done for them.
        """
        dialog = cls(parent, numbers, left)
        sure = dialog.exec() == QDialog.DialogCode.Accepted
        typed = dialog.typed.text().strip()
        dialog.deleteLater()
        return typed if sure else None

    def __init__(self, parent: QWidget | None, numbers: Sequence[str], left: str = "") -> None:
        super().__init__(parent)
        self._number = len(numbers)
        self._column = QVBoxLayout(self)
        self.setWindowTitle(self.tr("Dossiers vernietigen"))
        self.typed = QLineEdit()
        keep_private(self.typed)
        self.typed.setMaxLength(9)
        self.typed.setFixedWidth(self.typed.fontMetrics().averageCharWidth() * 14)
        self.destroy_button = button(self.tr("Vernietigen"), self.accept, "trash-2", role="danger")
        self.keep = button(self.tr("Bewaren"), self.reject)
        self._lay_out(words.numbers_listed(numbers), left)
        self.typed.setFocus()

    def accept(self) -> None:
        """Close only when the number was typed."""
        if self.typed.text().strip() == str(self._number):
            super().accept()
            return
        message = told(CountNotConfirmed(self._number))
        self.row.show_problem(f"{message.what} {message.todo}")
        self._grow()
        self.typed.setFocus()
        self.typed.selectAll()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._grow()

    def _grow(self) -> None:
        """Make room for every word, and for what is wrong."""
        needed = self._column.totalHeightForWidth(self.width())
        self.resize(self.width(), max(self.height(), needed))

    def _lay_out(self, numbers: str, left: str) -> None:
        rows = FieldRows(fields_need=16)
        self.row = rows.add(words.typed_to_destroy(self._number), self.typed)
        buttons = QHBoxLayout()
        buttons.addWidget(self.keep)
        buttons.addStretch(1)
        buttons.addWidget(self.destroy_button)
        self.destroy_button.setDefault(True)
        self.keep.setAutoDefault(False)
        column = self._column
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        for part in (
            title(self.tr("{0} vernietigen").format(words.dossiers(self._number))),
            label(numbers, "muted"),
            *([label(left, "strong")] if left else []),
            label(words.FOR_GOOD, "strong"),
            label(f"{words.ONLY_TALLY} {words.IN_BACKUPS}"),
            rows,
        ):
            column.addWidget(part)
        column.addStretch(1)
        column.addSpacing(4)
        column.addLayout(buttons)
        self.setMinimumWidth(min(760, 64 * self.fontMetrics().averageCharWidth()))


class AskForGood:
    """Questions of one sentence about the bin."""

    @classmethod
    def delete(cls, parent: QWidget, number: int) -> bool:
        """Whether to delete so many talks from the bin for good."""
        box = QMessageBox(parent)
        box.setWindowTitle("Voorgoed weggooien")
        box.setText(f"Wilt u {words.talks(number)} voorgoed weggooien?")
        box.setInformativeText(f"{words.FOR_GOOD} {words.IN_OLDER_BACKUPS}")
        go = box.addButton("Voorgoed weggooien", QMessageBox.ButtonRole.DestructiveRole)
        go.setProperty("role", "danger")
        box.style().polish(go)
        keep = box.addButton("Bewaren", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.exec()
        sure = box.clickedButton() is go
        box.deleteLater()
        return sure
