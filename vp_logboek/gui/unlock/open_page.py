"""The lock screen: a name, a field, a button. It shows no path and no count."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton

from vp_logboek.domain.errors import (
    AlreadyOpen,
    Damaged,
    Foreign,
    LogbookError,
    NotALogbook,
    WrongPassphrase,
)
from vp_logboek.gui.unlock.frame import CalmPage, busy_bar
from vp_logboek.gui.unlock.passphrase import PassphraseField
from vp_logboek.gui.widgets import FieldRow, Tone, label, link_button, primary_button
from vp_logboek.messages import told


class OpenPage(CalmPage):
    """Asks the passphrase of one logbook; two ways on where that does not open it."""

    open_requested = Signal(str)
    other_requested = Signal()
    sheet_requested = Signal()
    copy_requested = Signal()
    restore_requested = Signal(str)
    rescue_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__(62)
        self.field = PassphraseField(self.tr("Wachtzin"))
        self.field.entered.connect(self._ask)
        self.open_button = primary_button(self.tr("&Openen"), self._ask)
        self.sheet_button = link_button("", self.sheet_requested.emit)
        self.copy_button = link_button(
            self.tr("&Herstel het bestand met een reservekopie…"), self.copy_requested.emit
        )
        self.restore_button = link_button(
            self.tr("Zet een &reservekopie terug…"), self._ask_restore
        )
        self.rescue_button = link_button(self.tr("Red wat er te &lezen is…"), self._ask_rescue)
        self.other_button = link_button(
            self.tr("&Ander logboek openen of maken"), self.other_requested.emit
        )
        self._busy = busy_bar(self.tr("Het logboek wordt geopend"))
        self._busy_words = label(self.tr("Het logboek gaat open. Dit duurt even."), "small")
        self._lay_out()
        self.show_number("")
        self.copy_button.hide()
        self._offer_rescue(False)
        self.show_busy(False)

    def _lay_out(self) -> None:
        self.row = FieldRow(self.tr("&Wachtzin"), self.field, focus=self.field.edit)
        self.row.set_label_width(0)
        self.begin_with(self.tr("Uw logboek is op slot"))
        self.body.addWidget(self.row)
        self.body.addWidget(self._busy)
        self.body.addWidget(self._busy_words)
        self.end_with(self.open_button)
        for link in self._links():
            self.body.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _links(self) -> tuple[QPushButton, ...]:
        """The other ways in, as they stand under each other."""
        return (
            self.restore_button, self.rescue_button, self.sheet_button, self.copy_button,
            self.other_button,
        )  # fmt: skip

    def show_number(self, number: str) -> None:
        """Which recovery sheet opens this logbook too; empty where the file does not tell."""
        words = self.tr("Wachtzin &vergeten? Gebruik herstelblad {0}").format(number)
        self.sheet_button.setText(words if number else self.tr("Wachtzin &vergeten?"))

    def show_busy(self, busy: bool) -> None:
        """Whether the key is being worked out: takes about a second."""
        for part in (self.field, self.open_button, *self._links()):
            part.setEnabled(not busy)
        self._busy.setVisible(busy)
        self._busy_words.setVisible(busy)

    def show_error(self, error: LogbookError) -> None:
        """Say why it did not open; the field is ready for another try."""
        self.show_busy(False)
        self.copy_button.setVisible(_may_be_the_start(error))
        self._offer_rescue(isinstance(error, Damaged), _is_gone(error))
        self.message.show_error(error)
        self.field.edit.selectAll()
        self.field.setFocus()

    def show_open_elsewhere(self, is_open: bool) -> None:
        """Another program has it open: nobody need type a passphrase to find that out."""
        if is_open and self.message.isHidden():
            self.message.show_message(told(AlreadyOpen()), Tone.WARNING)

    def has_passphrase(self) -> bool:
        """Whether one was typed; where not, the field says that it is needed."""
        typed = bool(self.field.text())
        self.row.show_problem("" if typed else self.tr("Typ eerst uw wachtzin."))
        if not typed:
            self.field.setFocus()
        return typed

    def forget(self) -> None:
        """Begin again, for another logbook perhaps."""
        self.message.hide()
        self.copy_button.hide()
        self._offer_rescue(False)
        self.field.clear()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.field.setFocus()

    def _offer_rescue(self, is_damaged: bool, is_gone: bool = False) -> None:
        self.restore_button.setVisible(is_damaged or is_gone)
        self.rescue_button.setVisible(is_damaged)

    def _ask_restore(self) -> None:
        self.restore_requested.emit(self.field.text())

    def _ask_rescue(self) -> None:
        self.rescue_requested.emit(self.field.text())

    def _ask(self) -> None:
        if not self.open_button.isEnabled():
            return
        self.message.hide()
        self.row.show_problem("")
        self.show_busy(True)
        self.open_requested.emit(self.field.text())


def _is_gone(error: LogbookError) -> bool:
    """Whether there is nothing left to rescue: only a copy helps."""
    lost = (Foreign.MISSING, Foreign.EMPTY, Foreign.OTHER)
    return isinstance(error, NotALogbook) and error.kind in lost


def _may_be_the_start(error: LogbookError) -> bool:
    """Whether this is what a damaged start of a logbook looks like."""
    unknown = isinstance(error, NotALogbook) and error.kind is Foreign.OTHER
    return unknown or isinstance(error, WrongPassphrase)
