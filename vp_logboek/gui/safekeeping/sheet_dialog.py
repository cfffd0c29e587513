"""The recovery sheet of the open logbook: passphrase, sheet, two groups typed back, done."""

from functools import partial

from PySide6.QtWidgets import QWidget

from vp_logboek.gui.safekeeping.ask_passphrase import AskPassphrase
from vp_logboek.gui.safekeeping.sheet_check import SheetCheck
from vp_logboek.gui.safekeeping.sheet_panel import SheetPanel
from vp_logboek.gui.safekeeping.sheet_work import SheetWork
from vp_logboek.gui.safekeeping.step_page import give_room, scrolling
from vp_logboek.gui.session import Session
from vp_logboek.gui.widgets import label
from vp_logboek.gui.widgets.step_dialog import StepDialog
from vp_logboek.gui.widgets.step_height import StepHeight
from vp_logboek.services import passphrase

ASK, SHEET, CHECK, DONE = range(4)


class SheetDialog(StepDialog):
    """Asks ``keep``; what was typed and the sheet are gone when it closes."""

    @classmethod
    def keep(cls, parent: QWidget, session: Session, already_asked: bool = False) -> None:
        """Walk through the steps; ``already_asked`` right after the passphrase was typed."""
        dialog = cls(parent, session)
        if already_asked:
            dialog.show_sheet()
        dialog.exec()
        dialog.forget()
        dialog.deleteLater()

    def __init__(self, parent: QWidget | None, session: Session) -> None:
        super().__init__(parent, "Herstelblad")
        self._session = session
        self.asked = AskPassphrase(
            self.tr(
                "Met het herstelblad kan iedereen uw logboek openen. Daarom vragen wij eerst uw "
                "wachtzin."
            ),
            self.tr("Wachtzin"),
        )
        self.panel = SheetPanel()
        self.check = SheetCheck()
        self.work = SheetWork(session, self.panel, self.check, self)
        for name, page in (
            (self.tr("Wachtzin"), self.asked),
            (self.tr("Uw herstelblad"), self.panel),
            (self.tr("Klopt het blad?"), self.check),
            (self.tr("Uw herstelblad is in orde"), _done(self)),
        ):
            self.add_page(name, scrolling(page))
        self.next = self.add_primary(self.tr("&Volgende"), self._ask)
        self.printed = self.add_primary(self.tr("&Ik heb het blad op papier"), self._show_check)
        self.compare = self.add_primary(self.tr("&Controleer"), self._confirm)
        self.lay_out()
        give_room(self)
        StepHeight(self)
        self.asked.entered.connect(self._ask)
        self.check.entered.connect(self._confirm)
        self.show_step()
        self.asked.field.setFocus()

    def show_step(self) -> None:
        """Offer only what can be done in this step."""
        super().show_step()
        self.back.setVisible(self.now == CHECK)
        for step, offer in ((ASK, self.next), (SHEET, self.printed), (CHECK, self.compare)):
            offer.setVisible(self.now == step)
            offer.setDefault(self.now == step)

    def show_sheet(self) -> None:
        """Show the sheet; the passphrase is known to be right."""
        self.asked.clear()
        self.work.read()
        self.steps.setCurrentIndex(SHEET)
        self.panel.print_button.setFocus()

    def forget(self) -> None:
        """Let go of the passphrase and the sheet."""
        self.asked.clear()
        self.work.forget()

    def _ask(self) -> None:
        self.asked.show_busy(True)
        self._session.ask(
            partial(passphrase.check, passphrase=self.asked.field.text()),
            self._asked,
            self.asked.show_error,
        )

    def _asked(self, _: None) -> None:
        self.show_sheet()

    def _show_check(self) -> None:
        self.steps.setCurrentIndex(CHECK)
        self.check.start_typing()

    def _confirm(self) -> None:
        self.work.confirm(self._finish)

    def _finish(self) -> None:
        self.work.forget()
        self.steps.setCurrentIndex(DONE)
        self.close_button.setFocus()


def _done(dialog: StepDialog) -> QWidget:
    return label(
        dialog.tr(
            "U hebt het blad op papier. Leg het achter slot, en niet bij deze computer. Verandert "
            "u de wachtzin, dan hoort daar een nieuw blad bij."
        )
    )
