"""The passphrase is forgotten: type the recovery sheet, then choose a new passphrase."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from vp_logboek.domain.errors import (
    Damaged,
    LogbookError,
    SheetLineWrong,
    SheetNewer,
    SheetOfAnother,
)
from vp_logboek.domain.recovery_sheet import LINES, check_line, read_sheet, sheet_number
from vp_logboek.gui.session import Session
from vp_logboek.gui.unlock.recover_page import RecoverPage
from vp_logboek.gui.unlock.words_page import WordsPage
from vp_logboek.services import passphrase, recovery


class RecoverySteps(QStackedWidget):
    """``opened`` tells that the logbook is open with its new passphrase.

    ``rescue_requested`` that the sheet is right and the file too damaged to open with it.
    """

    opened = Signal()
    rescue_requested = Signal()
    back_requested = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._path = Path()
        self._number = ""
        self.typing = RecoverPage(LINES, check_line)
        self.words = WordsPage(
            session,
            passphrase.suggest,
            self.tr("Stap 2 van 2"),
            self.tr("Kies een nieuwe wachtzin"),
            self.tr("&Open het logboek"),
        )
        self.addWidget(self.typing)
        self.addWidget(self.words)
        self.typing.back_requested.connect(self.back_requested)
        self.typing.rescue_requested.connect(self.rescue_requested)
        self.typing.typed.connect(self._ask_words)
        self.typing.message.action_pressed.connect(self._try_anyway)
        self.words.back_requested.connect(partial(self.setCurrentWidget, self.typing))
        self.words.chosen.connect(self._open)

    def begin(self, path: Path) -> None:
        """Ask the sheet of this logbook; what was typed for the same one is still there."""
        if path != self._path:
            self.forget()
        self._path = path
        self.setCurrentWidget(self.typing)
        self._number = recovery.number_of(path) or ""
        self.typing.show_number(self._number)

    def forget(self) -> None:
        """Let go of the sheet and of the passphrase."""
        self.typing.forget()
        self.words.clear()

    # --- the sheet ----------------------------------------------------------------------------

    def _ask_words(self) -> None:
        """Go on when the sheet belongs to this logbook, as far as its start tells."""
        try:
            _, salt = read_sheet(self.typing.entry.lines())
        except (SheetLineWrong, SheetNewer) as error:
            self._show_error(error)
            return
        typed = sheet_number(salt)
        if self._number not in ("", typed):
            self._show_error(SheetOfAnother(typed, self._number))
            return
        self.setCurrentWidget(self.words)

    def _try_anyway(self) -> None:
        """The number is read from the start of the file, and just that can be damaged."""
        self.typing.message.hide()
        self.setCurrentWidget(self.words)

    # --- opening ------------------------------------------------------------------------------

    def _open(self, chosen: str) -> None:
        lines = self.typing.entry.lines()
        work = partial(recovery.unlock_with_sheet, self._path, lines, chosen)
        self._session.open(work, self._fail, self.opened.emit)

    def _fail(self, error: LogbookError) -> None:
        if isinstance(error, SheetLineWrong | SheetNewer | SheetOfAnother | Damaged):
            self.words.show_busy(False)
            self.setCurrentWidget(self.typing)
            self._show_error(error)
        else:
            self.words.show_error(error)

    def _show_error(self, error: LogbookError) -> None:
        if isinstance(error, SheetLineWrong):
            self.typing.entry.show_wrong(error.line)
        elif isinstance(error, Damaged):
            self.typing.show_damaged(error)
        else:
            self.typing.show_refused(error, isinstance(error, SheetOfAnother))
