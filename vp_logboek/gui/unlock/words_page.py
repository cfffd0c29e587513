"""A page that asks for a new passphrase: of a new logbook, or after the recovery sheet."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent

from vp_logboek.domain.errors import LogbookError, PassphraseRefused
from vp_logboek.gui.safekeeping.new_passphrase import NewPassphrase
from vp_logboek.gui.session import Session
from vp_logboek.gui.unlock.frame import CalmPage, busy_bar
from vp_logboek.gui.widgets import button, label, primary_button


class WordsPage(CalmPage):
    """``chosen`` carries the passphrase, exactly as it will open the logbook."""

    chosen = Signal(str)
    back_requested = Signal()

    def __init__(
        self, session: Session, suggest: Callable[[], str], step: str, name: str, verb: str
    ) -> None:
        super().__init__()
        self.asked = NewPassphrase(session, suggest)
        self.asked.entered.connect(self._finish)
        self.go_on = primary_button(verb, self._finish)
        self.back = button(self.tr("&Vorige"), self.back_requested.emit)
        self._busy = busy_bar(self.tr("Even geduld"))
        self.begin_with(name, step)
        self.body.addWidget(
            label(
                self.tr(
                    "Met de wachtzin opent u het logboek. Niemand kan hem voor u terughalen, "
                    "wij ook niet."
                )
            )
        )
        self.body.addWidget(self.asked)
        self.body.addWidget(self._busy)
        self.end_with(self.go_on, self.back)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        (self.asked.copied if self.asked.is_drawn else self.asked.passphrase).setFocus()

    def show_busy(self, busy: bool) -> None:
        """Whether the key is being worked out: takes about a second."""
        for part in (self.go_on, self.back, self.asked):
            part.setEnabled(not busy)
        self._busy.setVisible(busy)

    def show_error(self, error: LogbookError) -> None:
        """Say why it failed; everything typed is still there."""
        self.show_busy(False)
        if isinstance(error, PassphraseRefused):
            self.asked.show_problem(error)
        else:
            self.message.show_error(error)
            self.show_message()

    def clear(self) -> None:
        """Forget the passphrase."""
        self.show_busy(False)
        self.message.hide()
        self.asked.clear()

    def _finish(self) -> None:
        if not self.go_on.isEnabled():
            return
        self.message.hide()
        try:
            passphrase = self.asked.read()
        except PassphraseRefused:
            return  # said beside the field
        self.show_busy(True)
        self.chosen.emit(passphrase)
