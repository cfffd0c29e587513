"""A new logbook in five steps: for whom, passphrase, recovery sheet, check of it, habits."""

from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from vp_logboek.domain.errors import LogbookError
from vp_logboek.domain.organisation import Organisation
from vp_logboek.gui.backups.work import Standing, make_in
from vp_logboek.gui.preferences import Preferences
from vp_logboek.gui.safekeeping.sheet_work import SheetWork
from vp_logboek.gui.session import Session
from vp_logboek.gui.unlock.habits_page import HabitsPage
from vp_logboek.gui.unlock.sheet_pages import CheckPage, SheetPage
from vp_logboek.gui.unlock.who_page import ForWhom, WhoPage
from vp_logboek.gui.unlock.words_page import WordsPage
from vp_logboek.services import passphrase
from vp_logboek.services.places import place_of

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
        self._work: SheetWork | None = None
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
        self.who.place_chosen.connect(self._look_at)
        self._look_at(Path(self.who.place.text()))
        self.words.back_requested.connect(partial(self.setCurrentWidget, self.who))
        self.words.chosen.connect(self._make)

    # --- before it is there -------------------------------------------------------------------

    def _look_at(self, path: Path) -> None:
        """Tell of a place that copies along what lies there, as soon as that is known."""
        self._session.run(partial(place_of, path), partial(self.who.show_place, path))

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
        self.sheet_work.read()
        self.setCurrentWidget(self.sheet)
        return True

    def forget(self) -> None:
        """Let go of the passphrase and the sheet."""
        self.words.clear()
        if self._work is not None:
            self._work.forget()

    @cached_property
    def sheet(self) -> SheetPage:
        """The step with the recovery sheet."""
        made = SheetPage(_step(3))
        self.addWidget(made)
        made.next_requested.connect(self._show_check)
        made.later_requested.connect(self._show_habits)
        return made

    @cached_property
    def check(self) -> CheckPage:
        """The step that asks two groups of it."""
        made = CheckPage(_step(4))
        self.addWidget(made)
        made.check_requested.connect(self._confirm)
        made.back_requested.connect(partial(self.setCurrentWidget, self.sheet))
        return made

    @cached_property
    def habits(self) -> HabitsPage:
        """The step about lock and backups."""
        made = HabitsPage(self._preferences, _step(5))
        self.addWidget(made)
        made.folder_chosen.connect(self._set_folder)
        made.back_requested.connect(partial(self.setCurrentWidget, self.sheet))
        made.finished.connect(self._finish)
        return made

    @property
    def sheet_work(self) -> SheetWork:
        """What the sheet asks of the logbook."""
        if self._work is None:
            self._work = SheetWork(self._session, self.sheet.panel, self.check.check, self)
        return self._work

    def _show_check(self) -> None:
        self.setCurrentWidget(self.check)

    def _show_habits(self) -> None:
        self.setCurrentWidget(self.habits)

    def _confirm(self) -> None:
        self.sheet_work.confirm(self._show_habits)

    def _set_folder(self, folder: Path) -> None:
        """A first copy at once: then it is sure that it works."""
        self.habits.message.hide()
        self._session.change(
            partial(make_in, folder=folder, now=self._session.now()),
            self._show_folder,
            self.habits.message.show_error,
        )

    def _show_folder(self, found: Standing) -> None:
        self.habits.show_folder(found.state.folder, found.caution)

    def _finish(self) -> None:
        self.forget()
        self.finished.emit()


def _step(number: int) -> str:
    return f"Stap {number} van {STEPS}"
