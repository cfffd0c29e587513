"""The lock screen: a name, a field, a button. It shows no path and no count."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar

from vp_logboek.domain.errors import LogbookError
from vp_logboek.gui.unlock.frame import CalmPage
from vp_logboek.gui.unlock.passphrase import PassphraseField
from vp_logboek.gui.widgets import FieldRow, MessageBar, label, link_button, primary_button, title


class OpenPage(CalmPage):
    """Asks the passphrase of one logbook."""

    open_requested = Signal(str)
    other_requested = Signal()

    def __init__(self) -> None:
        super().__init__(58)
        self.message = MessageBar()
        self.field = PassphraseField(self.tr("Wachtzin"))
        self.field.entered.connect(self._ask)
        self.open_button = primary_button(self.tr("&Openen"), self._ask)
        self.other_button = link_button(
            self.tr("Een ander logboek, of een nieuw"), self.other_requested.emit
        )
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setAccessibleName(self.tr("Het logboek wordt geopend"))
        self._busy_words = label(self.tr("Het logboek gaat open. Dit duurt even."), "small")
        self._lay_out()
        self.show_busy(False)

    def _lay_out(self) -> None:
        row = FieldRow(self.tr("&Wachtzin"), self.field, focus=self.field.edit)
        row.set_label_width(0)
        buttons = QHBoxLayout()
        buttons.addWidget(self.open_button)
        buttons.addStretch(1)
        buttons.addWidget(self.other_button)
        self.body.addWidget(title(self.tr("Uw logboek is op slot")))
        self.body.addWidget(self.message)
        self.body.addWidget(row)
        self.body.addWidget(self._busy)
        self.body.addWidget(self._busy_words)
        self.body.addLayout(buttons)

    def show_busy(self, busy: bool) -> None:
        """Whether the key is being worked out: takes about a second."""
        self.field.setEnabled(not busy)
        self.open_button.setEnabled(not busy)
        self.other_button.setEnabled(not busy)
        self._busy.setVisible(busy)
        self._busy_words.setVisible(busy)

    def show_error(self, error: LogbookError) -> None:
        """Say why it did not open; the field is ready for another try."""
        self.show_busy(False)
        self.message.show_error(error)
        self.field.edit.selectAll()
        self.field.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.field.setFocus()

    def _ask(self) -> None:
        if not self.open_button.isEnabled():
            return
        self.message.hide()
        self.show_busy(True)
        self.open_requested.emit(self.field.text())
