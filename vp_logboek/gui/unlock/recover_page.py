"""The passphrase is forgotten: the recovery sheet is typed over instead."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent

from vp_logboek.domain.errors import Damaged, LogbookError
from vp_logboek.gui.safekeeping.sheet_entry import Check, SheetEntry
from vp_logboek.gui.unlock.frame import CalmPage
from vp_logboek.gui.widgets import button, label, link_button, primary_button
from vp_logboek.messages import told


class RecoverPage(CalmPage):
    """Names the sheet by its number. ``typed`` tells that every line can be right."""

    typed = Signal()
    back_requested = Signal()
    rescue_requested = Signal()

    def __init__(self, lines: int, check: Check) -> None:
        super().__init__()
        self.entry = SheetEntry(lines, check)
        self.entry.entered.connect(self._finish)
        self._which = label("")
        self.go_on = primary_button(self.tr("&Volgende"), self._finish)
        self.back = button(self.tr("&Terug"), self.back_requested.emit)
        self.begin_with(self.tr("Open met het herstelblad"), self.tr("Stap 1 van 2"))
        self.body.addWidget(self._which)
        self.body.addWidget(self.entry)
        self.body.addWidget(
            label(self.tr("Hoofdletters en spaties maken niet uit. Een O telt als een 0."), "small")
        )
        self.end_with(self.go_on, self.back)
        self.rescue_button = link_button(
            self.tr("Red wat er te &lezen is…"), self.rescue_requested.emit
        )
        self.rescue_button.hide()
        self.body.addWidget(self.rescue_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_number(self, number: str) -> None:
        """Say which sheet belongs to this logbook; empty where the file no longer tells."""
        known = self.tr("Pak herstelblad {0} en typ de regels over.").format(number)
        unknown = self.tr(
            "Het begin van het bestand is beschadigd. Pak het nieuwste herstelblad van dit logboek."
        )
        self._which.setText(known if number else unknown)

    def show_refused(self, error: LogbookError, may_try: bool) -> None:
        """Say why this sheet will not do; ``may_try`` where the file may be wrong instead."""
        self.message.show_message(
            told(error), action=self.tr("&Probeer dit blad toch") if may_try else ""
        )
        self.show_message()

    def show_damaged(self, error: Damaged) -> None:
        """The sheet is right and more than the start is damaged: the rest can be rescued."""
        what = self.tr("Het blad klopt, maar het bestand is beschadigd.")  # no passphrase was typed
        self.message.show_message(replace(told(error), what=what))
        self.rescue_button.show()
        self.show_message()

    def forget(self) -> None:
        """Let go of what was typed."""
        self.message.hide()
        self.rescue_button.hide()
        self.entry.clear()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.entry.start_typing()

    def _finish(self) -> None:
        self.message.hide()
        self.rescue_button.hide()
        if self.entry.is_right():
            self.typed.emit()
