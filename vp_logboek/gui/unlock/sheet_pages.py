"""The recovery sheet of a new logbook, and the two groups that are typed back."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent

from vp_logboek.gui.safekeeping.sheet_check import SheetCheck
from vp_logboek.gui.safekeeping.sheet_panel import SheetPanel
from vp_logboek.gui.unlock.frame import CalmPage
from vp_logboek.gui.widgets import button, link_button, primary_button


class SheetPage(CalmPage):
    """Shows the sheet; one may leave it for later."""

    next_requested = Signal()
    later_requested = Signal()

    def __init__(self, step: str) -> None:
        super().__init__()
        self.panel = SheetPanel()
        self.next = primary_button(self.tr("&Ik heb het blad op papier"), self.next_requested.emit)
        self.later = link_button(self.tr("&Later"), self.later_requested.emit)
        self.begin_with(self.tr("Uw herstelblad"), step)
        self.body.addWidget(self.panel)
        self.end_with(self.next, self.later)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.panel.print_button.setFocus()


class CheckPage(CalmPage):
    """Asks two groups of the sheet that is now on paper."""

    check_requested = Signal()
    back_requested = Signal()

    def __init__(self, step: str) -> None:
        super().__init__()
        self.check = SheetCheck()
        self.check.entered.connect(self.check_requested)
        self.next = primary_button(self.tr("&Controleer"), self.check_requested.emit)
        self.back = button(self.tr("&Vorige"), self.back_requested.emit)
        self.begin_with(self.tr("Klopt het blad?"), step)
        self.body.addWidget(self.check)
        self.end_with(self.next, self.back)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.check.start_typing()
