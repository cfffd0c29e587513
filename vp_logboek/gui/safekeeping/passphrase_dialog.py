"""Another passphrase for the open logbook: the present one, the new one, done."""

from functools import cached_property, partial

from PySide6.QtWidgets import QWidget

from vp_logboek.domain.errors import LogbookError, PassphraseRefused, WrongPassphrase
from vp_logboek.domain.errors_release import Stopped
from vp_logboek.gui.later import Later
from vp_logboek.gui.safekeeping.ask_passphrase import AskPassphrase
from vp_logboek.gui.safekeeping.halting import Halting
from vp_logboek.gui.safekeeping.new_passphrase import NewPassphrase
from vp_logboek.gui.safekeeping.step_page import give_room, scrolling
from vp_logboek.gui.session import Session
from vp_logboek.gui.widgets import label
from vp_logboek.gui.widgets.step_dialog import StepDialog
from vp_logboek.gui.widgets.step_height import StepHeight
from vp_logboek.gui.window.reading_order import put_last
from vp_logboek.services import passphrase

OLD, NEW, DONE = range(3)
_CHANGING = "De wachtzin wordt gewijzigd…"
_NAMING = "De nieuwe wachtzin gaat in. Stoppen kan nu niet meer."
_STOPPED = "Het wijzigen is gestopt. Uw wachtzin van nu blijft gelden."


class PassphraseDialog(StepDialog):
    """Asks ``change``; whether the sheet is wanted at once is its answer."""

    @classmethod
    def change(cls, parent: QWidget, session: Session) -> bool:
        """Walk through the steps; whether the user wants the new recovery sheet now."""
        dialog = cls(parent, session)
        dialog.exec()
        dialog.forget()
        dialog.deleteLater()
        return dialog.wants_sheet

    def __init__(self, parent: QWidget | None, session: Session) -> None:
        super().__init__(parent, "Wachtzin wijzigen")
        self._session = session
        self.wants_sheet = False
        self.old = AskPassphrase(
            self.tr("Typ eerst de wachtzin die u nu gebruikt."), self.tr("Wachtzin van nu")
        )
        later = Later(self._new_page), Later(self._done_page)
        for name, page in (
            (self.tr("Uw wachtzin van nu"), scrolling(self.old)),
            (self.tr("Uw nieuwe wachtzin"), later[0]),
            (self.tr("Uw wachtzin is gewijzigd"), later[1]),
        ):
            self.add_page(name, page)
        self.halting = Halting(self)
        self.add_below(self.halting.line)
        self.next = self.add_primary(self.tr("&Volgende"), self._check_old)
        self.change_button = self.add_primary(self.tr("Wachtzin &wijzigen"), self._change)
        self.sheet_button = self.add_primary(self.tr("Maak het &nieuwe blad"), self._take_sheet)
        self.lay_out()
        give_room(self)
        StepHeight(self)
        for one in later:
            one.made.connect(self._order)
        self.old.entered.connect(self._check_old)
        self.show_step()
        self.old.field.setFocus()

    @cached_property
    def new(self) -> NewPassphrase:
        """The new passphrase, on the page that is made when one comes there."""
        made = NewPassphrase(self._session, passphrase.suggest)
        made.entered.connect(self._change)
        return made

    def _order(self) -> None:
        """The buttons come after the page, whenever that was made."""
        stop = self.halting.line.cancel
        put_last(self, stop, self.close_button, self.back, *self._primaries)

    def _new_page(self) -> QWidget:
        return scrolling(
            label(
                self.tr(
                    "Bij een nieuwe wachtzin hoort een nieuw herstelblad. Dat maakt u hierna. Oude "
                    "reservekopieën houden de oude wachtzin."
                )
            ),
            self.new,
        )

    def _done_page(self) -> QWidget:
        return scrolling(
            label(
                self.tr(
                    "Het oude herstelblad past niet meer op uw logboek. Maak nu het nieuwe blad."
                ),
                "strong",
            ),
            label(
                self.tr(
                    "Reservekopieën van vroeger openen met de oude wachtzin of het oude blad. "
                    "Bewaar beide zolang u die kopieën houdt."
                )
            ),
        )

    def show_step(self) -> None:
        """Offer only what can be done in this step."""
        super().show_step()
        offers = (self.next, self.change_button, self.sheet_button)
        for step, offer in enumerate(offers):
            offer.setVisible(self.now == step)
            offer.setDefault(self.now == step)
        busy = self.halting.is_busy
        if busy:
            self.setFocus()  # first: what is about to be disabled would leave it nowhere
        self.steps.setEnabled(not busy)
        for part in (self.back, self.change_button, self.close_button):
            part.setEnabled(not busy)
        if self.is_done:
            self.close_button.setText(self.tr("Later"))

    def forget(self) -> None:
        """Let go of both passphrases."""
        self.old.clear()
        if "new" in self.__dict__:
            self.new.clear()

    def reject(self) -> None:
        """Who leaves while the passphrase is being changed stops that first."""
        if self.halting.is_busy:
            self.halting.stop()
        else:
            super().reject()

    def _check_old(self) -> None:
        self.old.show_busy(True)
        self._session.ask(
            partial(passphrase.check, passphrase=self.old.field.text()),
            self._ask_new,
            self.old.show_error,
        )

    def _ask_new(self, _: None) -> None:
        self.old.show_busy(False)
        self.steps.setCurrentIndex(NEW)
        (self.new.copied if self.new.is_drawn else self.new.passphrase).setFocus()

    def _change(self) -> None:
        if self.halting.is_busy:
            return
        self.message.hide()
        try:
            wanted = self.new.read()
        except PassphraseRefused:
            return  # said beside the field
        halt = self.halting.begin(_CHANGING, self.tr("Wijzigen stoppen"), _NAMING)
        self.show_step()
        self._session.replace(
            partial(passphrase.change, old=self.old.field.text(), new=wanted, halt=halt),
            self._finish,
            self._fail,
        )

    def _finish(self) -> None:
        self.halting.end()
        self.forget()
        self.steps.setCurrentIndex(DONE)
        self.sheet_button.setFocus()

    def _fail(self, error: LogbookError) -> None:
        self.halting.end()
        self.show_step()
        if isinstance(error, Stopped):
            self.message.say(_STOPPED)
            self.change_button.setFocus()
        elif isinstance(error, PassphraseRefused):
            self.new.show_problem(error)
        elif isinstance(error, WrongPassphrase):
            self.steps.setCurrentIndex(OLD)
            self.old.show_error(error)
        else:
            self.message.show_error(error)

    def _take_sheet(self) -> None:
        self.wants_sheet = True
        self.accept()
