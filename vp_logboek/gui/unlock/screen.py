"""The window before the logbook is open: which page stands there, and what its wishes do."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from vp_logboek.gui.backups.place import CopyPlace
from vp_logboek.gui.backups.rescue import RescueDialog
from vp_logboek.gui.backups.restore import RestoreDialog
from vp_logboek.gui.backups.work import ToRestore, of_damaged
from vp_logboek.gui.dialogs import FilePlace
from vp_logboek.gui.preferences import Preferences
from vp_logboek.gui.session import Session
from vp_logboek.gui.unlock.make_page import MakeSteps, NewLogbook
from vp_logboek.gui.unlock.open_page import OpenPage
from vp_logboek.gui.unlock.recovery_steps import RecoverySteps
from vp_logboek.gui.unlock.welcome import WelcomePage
from vp_logboek.services import recovery
from vp_logboek.services.places import is_open_elsewhere
from vp_logboek.services.safekeeping import Logbook, make_logbook, open_logbook


def open_or_make_example(path: Path) -> Logbook:
    """The invented logbook, made when it is not there yet. Its passphrase is public."""
    from vp_logboek.services.example import (  # noqa: PLC0415 - brings the pages of the PDF along
        PASSPHRASE,
        make_example,
    )

    return open_logbook(path, PASSPHRASE) if path.exists() else make_example(path)


class UnlockScreen(QStackedWidget):
    """Welcome, make, open, or recover.

    ``chosen`` tells which logbook was opened or made, so that it can be found next time; the
    example is not remembered. ``entered`` tells that the main window may come,
    ``first_talk_requested`` that a logbook was made and its first talk can be written.
    """

    chosen = Signal(Path)
    entered = Signal()
    first_talk_requested = Signal()

    def __init__(self, session: Session, logbook: Path | None, preferences: Preferences) -> None:
        super().__init__()
        self._session = session
        self._preferences = preferences
        self._path = logbook
        self._copy: Path | None = None
        self._make_steps: MakeSteps | None = None
        self._recovery_steps: RecoverySteps | None = None
        self.welcome = WelcomePage()
        self.open = OpenPage()
        for page in (self.welcome, self.open):
            self.addWidget(page)
        self.setWindowTitle("VP Logboek")
        self.resize(*_size_for(self))
        self._connect_parts()
        if logbook is None:
            self.setCurrentWidget(self.welcome)
        else:
            self.ask_for(logbook)

    def _connect_parts(self) -> None:
        self.welcome.make_requested.connect(self._show_make)
        self.welcome.open_requested.connect(self._choose_existing)
        self.welcome.example_requested.connect(self._open_example)
        self.open.other_requested.connect(self._show_welcome)
        self.open.open_requested.connect(self._open)
        self.open.sheet_requested.connect(self._show_recovery)
        self.open.copy_requested.connect(self._heal_with_copy)
        self.open.restore_requested.connect(self._look_for_copies)
        self.open.rescue_requested.connect(self._rescue)
        self._session.opened.connect(self._go_on)

    @property
    def make(self) -> MakeSteps:
        """The steps of a new logbook; seldom needed, so made when they are."""
        if self._make_steps is None:
            self._make_steps = made = MakeSteps(self._session, self._preferences)
            self.addWidget(made)
            made.back_requested.connect(self._show_welcome)
            made.make_requested.connect(self._make)
            made.finished.connect(self._finish_make)
        return self._make_steps

    @property
    def recovery(self) -> RecoverySteps:
        """The steps with the recovery sheet; seldom needed, so made when they are."""
        if self._recovery_steps is None:
            self._recovery_steps = made = RecoverySteps(self._session)
            self.addWidget(made)
            made.back_requested.connect(self._show_open)
            made.opened.connect(self._opened)
            made.rescue_requested.connect(self._rescue_with_sheet)
        return self._recovery_steps

    def ask_for(self, path: Path) -> None:
        """Ask the passphrase of this logbook."""
        self._path, self._copy = path, None
        self.open.forget()
        self.open.show_number(recovery.number_of(path) or "")
        self.setCurrentWidget(self.open)
        self._look_elsewhere()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_elsewhere()

    def forget(self) -> None:
        """Let go of every passphrase and of the recovery sheet."""
        self.open.forget()
        for steps in (self._make_steps, self._recovery_steps):
            if steps is not None:
                steps.forget()

    # --- which page ---------------------------------------------------------------------------

    def _show_make(self) -> None:
        self.setCurrentWidget(self.make)

    def _show_welcome(self) -> None:
        self.open.forget()
        self.setCurrentWidget(self.welcome)

    def _show_open(self) -> None:
        self.setCurrentWidget(self.open)

    def _show_recovery(self) -> None:
        if self._path is not None:
            self.open.forget()
            self.recovery.begin(self._path)
            self.setCurrentWidget(self.recovery)

    def _choose_existing(self) -> None:
        chosen = FilePlace.existing(self)
        if chosen is not None:
            self.ask_for(chosen)

    # --- opening and making -------------------------------------------------------------------

    def _open(self, passphrase: str) -> None:
        if self._path is not None:
            self._copy = None
            self._session.open(
                partial(open_logbook, self._path, passphrase), self.open.show_error, self._opened
            )

    def _make(self, wanted: NewLogbook) -> None:
        self._path = wanted.path
        work = partial(make_logbook, wanted.path, wanted.passphrase, wanted.organisation)
        self._session.open(work, self.make.show_error, self._opened)

    def _open_example(self) -> None:
        self._path = None
        self.welcome.show_busy(True)
        self._session.open(
            partial(open_or_make_example, FilePlace.example()),
            self.welcome.show_error,
            self._opened,
        )

    def _look_elsewhere(self) -> None:
        """Say before the passphrase is typed that another program has this logbook open.

        Here and now, and not while it is being opened: closing the file that is looked at would
        drop the lock that the store is just taking.
        """
        waits = self.currentWidget() is self.open and self.open.open_button.isEnabled()
        if self._path is not None and waits:
            self.open.show_open_elsewhere(is_open_elsewhere(self._path))

    # --- a damaged logbook --------------------------------------------------------------------

    def _heal_with_copy(self) -> None:
        """The passphrase is right and the start of the file is not: a copy has the same start."""
        if self._path is None or not self.open.has_passphrase():
            return
        copy = CopyPlace.existing(self, self._path.parent)
        if copy is not None:
            self._copy = copy
            self.open.show_busy(True)
            work = partial(recovery.heal_with_copy, self._path, copy, self.open.field.text())
            self._session.open(work, self.open.show_error, self._opened)

    def _look_for_copies(self, passphrase: str) -> None:
        if self._path is not None:
            self.open.show_busy(True)
            self._session.run(
                partial(of_damaged, self._path, passphrase), self._restore, self.open.show_error
            )

    def _restore(self, found: ToRestore) -> None:
        self.open.show_busy(False)
        self._ask_for_new(RestoreDialog.restore(self, self._session, found))

    def _rescue(self, passphrase: str) -> None:
        if self._path is not None:
            self._ask_for_new(
                RescueDialog.rescue(self, self._session, self._path, passphrase, self._copy)
            )

    def _rescue_with_sheet(self) -> None:
        if self._path is not None:
            lines = self.recovery.typing.entry.lines()
            self._ask_for_new(RescueDialog.rescue(self, self._session, self._path, "", sheet=lines))

    def _ask_for_new(self, made: Path | None) -> None:
        if made is not None:
            self.ask_for(made)

    def _opened(self) -> None:
        """The passphrase leaves the fields as soon as it is no longer needed."""
        self.forget()
        if self._path is not None:
            self.chosen.emit(self._path)

    def _go_on(self) -> None:
        if self._make_steps is None or not self._make_steps.go_on():
            self.entered.emit()

    def _finish_make(self) -> None:
        self.entered.emit()
        self.first_talk_requested.emit()


def _size_for(window: QWidget) -> tuple[int, int]:
    """Room for the widest page at the present text size, on a small laptop too."""
    return min(max(900, 104 * window.fontMetrics().averageCharWidth()), 1280), 680
