"""One running program, put into every state that a person can see it in.

Without pytest: the script that makes pictures of all screens uses it too.
"""

import gc
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from time import sleep
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QSettings, QSize
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QMenu, QMessageBox, QWidget

from tests.cheap import measured_before
from tests.conftest import cheapen
from tests.screens import books
from tests.screens.checks.clipped import ASKED
from tests.screens.settling import settle
from vp_logboek.app import Program
from vp_logboek.gui.preferences import Preferences
from vp_logboek.gui.slices import Slices
from vp_logboek.gui.theme import Mode
from vp_logboek.gui.window.rooms import Rooms
from vp_logboek.services.safekeeping import open_logbook
from vp_logboek.store.logbook import Logbook

NOW = datetime(2026, 3, 4, 14, 3)
LAPTOP = QSize(1366, 768)
T = TypeVar("T")


@dataclass
class Stage:
    """The program, and the windows over it that are shown now."""

    program: Program
    folder: Path
    size: QSize = LAPTOP
    shown: list[QWidget] = field(default_factory=list)

    @property
    def window(self):  # type: ignore[no-untyped-def]
        return self.program.window

    @property
    def unlock(self):  # type: ignore[no-untyped-def]
        return self.program.unlock

    @property
    def organisation(self):  # type: ignore[no-untyped-def]
        return self.program.session.organisations[0]

    # --- waiting ------------------------------------------------------------------------------

    def settle(self) -> None:
        """Let every answer arrive, and every layout find its place."""
        settle(lambda: self.program.store.is_busy)

    def wait(self, seconds: float) -> None:
        """What the program does a moment later, with a clock of its own, is done."""
        self.settle()
        sleep(seconds)
        self.settle()

    def ask(self, work: Callable[[Logbook], T]) -> T:
        found: list[T] = []
        self.program.session.ask(work, found.append)
        self.settle()
        return found[0]

    def change(self, work: Callable[[Logbook], object]) -> None:
        self.program.session.change(work)
        self.settle()

    # --- which window -------------------------------------------------------------------------

    def over(self, dialog: QWidget) -> QWidget:
        """Show a dialog over the window, as it opens by itself."""
        self.shown.append(dialog)
        dialog.show()
        self.settle()
        return dialog

    def asked(self, ask: Callable[[], object]) -> QWidget:
        """What a question of the system's own kind looks like; it is answered by turning back."""
        held: list[QDialog] = []
        kept = QMessageBox.exec, QMessageBox.deleteLater

        def hold(box: QMessageBox) -> int:
            held.append(box)
            return 0

        QMessageBox.exec, QMessageBox.deleteLater = hold, lambda _: None  # type: ignore
        try:
            ask()
            self.settle()
        finally:
            QMessageBox.exec, QMessageBox.deleteLater = kept  # type: ignore[method-assign]
        return self.over(held[0])

    def home(self) -> QWidget:
        """The window with nothing over it, nothing searched, nothing written, nothing chosen."""
        self.strike()
        window = self.program.window
        self.program.unlock.hide()
        window.leaving.hide()
        if not window.cover.isHidden():
            window.cover.uncover()
        if window.tools.search.text():
            window.tools.search.clear()
            window.navigation.search("")
        window.navigation.leave_editor()
        self._choose_nothing(window.rooms.talks.table)
        window.navigation.show_no_detail()
        window.undo_bar.hide()
        self._show(window)
        self.settle()
        return window

    def _choose_nothing(self, table: QAbstractItemView) -> None:
        """What is chosen already would not be shown when it is chosen again."""
        if table.selectionModel() is not None:
            table.clearSelection()
            table.setCurrentIndex(QModelIndex())

    def before(self) -> QWidget:
        """The screen before a logbook is open."""
        self.strike()
        if self.program._window is not None:
            self.program._window.hide()
        self._show(self.program.unlock)
        self.settle()
        return self.program.unlock

    def _show(self, one: QWidget) -> None:
        one.resize(self.size)
        if not one.isVisible():
            one.show()

    def strike(self) -> None:
        """Put away what stands over the window."""
        for one in self.shown:
            preview = getattr(one, "preview", None)
            if preview is not None:
                preview.clear()
            one.hide()
            one.deleteLater()
        self.shown.clear()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    # --- looks --------------------------------------------------------------------------------

    def wear(self, mode: Mode, percent: int) -> None:
        """Dress the program, and wait until all of it is dressed."""
        self.program.preferences.set_mode(mode)
        self.program.preferences.set_text_percent(percent)
        self.settle()

    def resize(self, size: QSize, screen: QWidget) -> None:
        """Give the windows this size; a dialog keeps its own, as far as it fits."""
        self.size = size
        give(size, screen)


def give(size: QSize, screen: QWidget) -> None:
    """Ask the window of a screen to be so large; it may need more."""
    top = screen.window()
    top.setProperty(ASKED, size)
    if not isinstance(top, QMenu):
        top.resize(top.size().boundedTo(size) if isinstance(top, QDialog) else size)
    settle()


@contextmanager
def stage(application: QApplication, folder: Path, make: books.Make | None) -> Iterator[Stage]:
    """A program with this logbook open; None: with nothing open yet."""
    folder.mkdir(parents=True, exist_ok=True)
    ini = QSettings(str(folder / "venster.ini"), QSettings.Format.IniFormat)
    preferences = Preferences(ini)
    preferences.set_mode(Mode.LIGHT)
    preferences.set_hides_when_inactive(False)  # a window without a screen is never in front
    program = Program(application, None, lambda _: None, preferences, lambda: NOW)
    made = Stage(program, folder)
    if make is not None:
        path = books.put(make, folder)
        failed: list[object] = []
        program.session.open(lambda: open_logbook(path, make.passphrase), failed.append)
        made.settle()
        if failed:
            raise RuntimeError(f"the logbook of the stage does not open: {failed}")
        program.idle.stop()
        made.window.status.show_lock(5)
    try:
        yield made
    finally:
        made.strike()
        for window in program.windows:
            window.hide()
        program.end()
        for window in program.windows:
            window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()


class Patch:
    """What ``cheapen`` asks of pytest's monkeypatch, for a script that ends by itself."""

    def setattr(self, target: str, value: object) -> None:
        module, _, name = target.rpartition(".")
        setattr(__import__(module, fromlist=[name]), name, value)


def cheaply() -> None:
    """Derive keys the cheapest way, and wait for nothing that is made in slices."""
    cheapen(Patch())  # type: ignore[arg-type]
    Slices.begin = Slices.finish  # type: ignore[method-assign]
    Rooms.prepare = lambda _: None  # type: ignore[method-assign]
    measured_before()


def somewhere(base: Path) -> Path:
    """A folder nobody used before."""
    return base / secrets.token_hex(4)
