"""A new logbook in five steps: for whom, passphrase, recovery sheet, check of it, habits."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from vp_logboek.domain.errors import LogbookError
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.preferences import Preferences
from vp_logboek.gui.session import Session
from vp_logboek.gui.unlock.who_page import ForWhom, WhoPage
from vp_logboek.gui.unlock.words_page import WordsPage
from vp_logboek.services import passphrase

STEPS = 5


@dataclass(frozen=True, slots=True)
class NewLogbook:
    """What was asked for: the passphrase is exactly as typed."""

    path: Path
    passphrase: str
    organisation: Organisation


class MakeSteps(QStackedWidget):
    """The first two steps ask, ``make_requested`` makes, the last three keep it safe.

    ``finished`` tells that the logbook is open and all steps were walked.
    """

    make_requested = Signal(object)
    back_requested = Signal()
    finished = Signal()

    def __init__(self, session: Session, preferences: Preferences) -> None:
        super().__init__()
        self._session = session
        self._preferences = preferences
        self._for_whom: ForWhom | None = None
        self._is_making = False
        self.who = WhoPage(_step(1))
        self.words = WordsPage(
            session,
            passphrase.suggest,
            _step(2),
            self.tr("Uw wachtzin"),
            self.tr("&Maak het logboek"),
        )
        self.addWidget(self.who)
        self.addWidget(self.words)
        self.who.back_requested.connect(self.back_requested)
        self.who.filled.connect(self._ask_words)
        self.words.back_requested.connect(partial(self.setCurrentWidget, self.who))
        self.words.chosen.connect(self._make)

    # --- before it is there -------------------------------------------------------------------

    def _ask_words(self, for_whom: ForWhom) -> None:
        self._for_whom = for_whom
        self.setCurrentWidget(self.words)

    def _make(self, chosen: str) -> None:
        if self._for_whom is not None:
            self._is_making = True
            self.make_requested.emit(
                NewLogbook(self._for_whom.path, chosen, self._for_whom.organisation)
            )

    def show_error(self, error: LogbookError) -> None:
        """Say why it was not made; everything typed is still there."""
        self._is_making = False
        self.words.show_error(error)

    # --- when it is open ----------------------------------------------------------------------

    def go_on(self) -> bool:
        """Show the recovery sheet of the logbook these steps have made; whether they have."""
        if not self._is_making:
            return False
        self._is_making = False
        return False

    def forget(self) -> None:
        """Let go of the passphrase and the sheet."""
        self.words.clear()


def _step(number: int) -> str:
    return f"Stap {number} van {STEPS}"
