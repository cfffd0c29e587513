"""The composition root: the one place that makes the program and wires its parts."""

import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QKeyCombination,
    QObject,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from vp_logboek.gui import theme
from vp_logboek.gui.application import make_application
from vp_logboek.gui.collector import Collector
from vp_logboek.gui.crash import CrashBox
from vp_logboek.gui.ears import Ears
from vp_logboek.gui.heard_key import HeardKey
from vp_logboek.gui.help.key import HelpKey
from vp_logboek.gui.lock.clipboard import ClipboardGuard
from vp_logboek.gui.lock.inactivity import InactivityTimer
from vp_logboek.gui.lock.lock import Lock, Restart
from vp_logboek.gui.lock.restart import note_minimised, restart, was_minimised
from vp_logboek.gui.lock.shade import IS_NEEDED, Shade
from vp_logboek.gui.lock.triggers import triggers_of_this_system
from vp_logboek.gui.log import log_without_words
from vp_logboek.gui.preferences import Preferences
from vp_logboek.gui.session import Session
from vp_logboek.gui.slices import Slices
from vp_logboek.gui.tasks import StoreThread
from vp_logboek.gui.unlock.screen import UnlockScreen
from vp_logboek.gui.window.ahead import read_in
from vp_logboek.messages import defect_code
from vp_logboek.services.safekeeping import is_passphrase, is_there

if TYPE_CHECKING:
    from vp_logboek.gui.window.main import MainWindow

__all__ = ["SWITCH_S", "Program", "make_application", "run"]

SWITCH_S = 0.0001
"""So long another thread of Python goes on while the window waits for its turn. Each call of Qt can
cost that: with Python's own 5 ms a page of 26 ms took 180 to 900 ms beside a thread that counts,
and 2.2 s at worst; with this 93 ms, and 126 at worst (``sys.setswitchinterval``).
"""
LOCK_KEY = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_L)
"""As in the menu; heard from dialogs as well: a recovery sheet stands in one."""
REST_MS = 200
"""So long what was just shown is left alone, before work is done that nobody asked for yet."""


def run(argv: Sequence[str], logbook: Path | None) -> int:
    """Open the window, on this logbook or else on the one of last time; the exit code."""
    sys.setswitchinterval(SWITCH_S)
    application = make_application(argv)
    program = Program(application, logbook)
    collector = Collector(application)
    collector.leave_out()  # what was read in so far
    program.settled.connect(collector.leave_out)
    sys.excepthook = partial(_tell_crash, program)
    sys.unraisablehook = threading.excepthook = log_without_words
    program.begin(was_minimised())
    code = application.exec()
    program.end()
    return code


class Program(QObject):
    """All parts of the running program. ``restart`` is what locking ends with.

    ``settled`` tells that much was made that stays as long as the program runs.
    """

    settled = Signal()

    def __init__(
        self,
        application: QApplication,
        logbook: Path | None,
        restart_with: Restart = restart,
        preferences: Preferences | None = None,
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__()
        self._application = application
        self.preferences = preferences or Preferences()
        self.store = StoreThread()
        self.session = Session(self.store, clock)
        self.clipboard = ClipboardGuard(QGuiApplication.clipboard())
        self.lock = Lock(self.session, self.clipboard, restart_with, self._has_unkept)
        ears = Ears(application)
        self.idle = InactivityTimer(ears, self.preferences.idle_minutes)
        self.lock_key = HeardKey(ears, LOCK_KEY)
        self.help_key = HelpKey(ears)
        self.triggers = triggers_of_this_system()
        self.shade = Shade(application, self.preferences)
        self._dress()
        asked = logbook or _last_logbook(self.preferences)
        self.unlock = UnlockScreen(self.session, asked, self.preferences)
        self._window: MainWindow | None = None
        self._ahead = Slices(self)
        self._ahead.add(read_in, self._make_window)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._connect_parts()

    @property
    def window(self) -> "MainWindow":
        """The main window. It is made while the passphrase is typed; who cannot wait has it now."""
        self._ahead.finish()
        if self._window is None:
            raise RuntimeError("the window could not be made")
        return self._window

    @property
    def windows(self) -> tuple[QWidget, ...]:
        """What there is to see, the last first."""
        return (self.unlock,) if self._window is None else (self._window, self.unlock)

    def _connect_parts(self) -> None:
        self.preferences.changed.connect(self._dress)
        hints = self._application.styleHints()
        hints.colorSchemeChanged.connect(self._dress)
        self._accessibility = hints.accessibility()  # what it hangs on is dropped unless held
        self._accessibility.contrastPreferenceChanged.connect(self._dress)
        self.unlock.chosen.connect(self.preferences.set_logbook)
        self.unlock.chosen.connect(self.lock.set_logbook)
        self._rest.timeout.connect(self._ahead.begin)
        self._ahead.done.connect(self.settled)
        self.session.opening.connect(self._ahead.begin, Qt.ConnectionType.QueuedConnection)
        self.session.opened.connect(self._watch)
        self.unlock.entered.connect(self._enter)
        self.unlock.first_talk_requested.connect(self._begin_first_talk)
        self.idle.inactive.connect(self.lock.lock)
        self.triggers.asked.connect(self.lock.lock)
        self.lock_key.pressed.connect(self.lock.lock)
        self.lock.begun.connect(self._prepare_lock)
        self.session.lost.connect(self.lock.lost)

    def _connect_window(self, window: "MainWindow") -> None:
        window.rooms.prepared.connect(self.settled)
        window.lock_requested.connect(self.lock.lock)
        window.close_down_requested.connect(self._close_down)
        window.cover.retry_due.connect(self.lock.lock)
        window.cover.passphrase_entered.connect(self._check_passphrase)
        window.other_logbook_requested.connect(self.lock.lock)
        window.reminder.open_requested.connect(self._open_other)
        window.departure.begun.connect(self.idle.start)  # who walks away then is locked out as well
        self.idle.ticked.connect(window.status.show_lock)
        self.lock.refused.connect(window.cover.show_error)

    def begin(self, minimised: bool = False) -> None:
        """Show the unlock screen; as small as the window was that locked."""
        self.help_key.start()
        if minimised:
            self.unlock.showMinimized()
        else:
            self.unlock.show()
        self._rest.start()

    def end(self) -> None:
        """Close the logbook and stop the threads; nothing of ours stays in the clipboard."""
        self._rest.stop()
        self._ahead.stop()
        self.idle.stop()
        self.lock_key.stop()
        self.help_key.stop()
        self.triggers.stop()
        self.shade.stop()
        self.clipboard.clear()
        self.store.stop()

    def _dress(self) -> None:
        theme.apply(self._application, self.preferences.mode, self.preferences.text_percent)
        self.idle.set_minutes(self.preferences.idle_minutes)

    def _make_window(self) -> "Iterator[None]":
        from vp_logboek.gui.window.main import MainWindow  # noqa: PLC0415 - not at the start

        made = MainWindow(self.session, self.preferences)
        yield from made.build()
        self._connect_window(made)
        self._window = made

    def _watch(self) -> None:
        """From now on there is something to lock."""
        self.idle.start()
        self.lock_key.start()
        self.triggers.start()
        if IS_NEEDED:
            self.shade.start()

    def _enter(self) -> None:
        """The logbook is open: show the window, as soon as it is there."""
        if self._ahead.is_done:
            self._show_window()
        else:
            self._ahead.done.connect(self._show_soon, Qt.ConnectionType.SingleShotConnection)

    def _show_soon(self) -> None:
        """Not within the last slice: to show it takes as long as a slice may."""
        QTimer.singleShot(0, self._show_window)

    def _show_window(self) -> None:
        self.window.begin()
        self.unlock.hide()
        self.window.activateWindow()
        self.window.rooms.prepare()

    def _begin_first_talk(self) -> None:
        self.window.new_talk()

    def _open_other(self, path: Path) -> None:
        """Lock this logbook, and ask the passphrase of that one."""
        self.lock.set_logbook(path)
        self.lock.lock()

    def _prepare_lock(self) -> None:
        self.idle.stop()
        self.unlock.forget()
        note_minimised(self.window.isMinimized())
        self.window.prepare_lock(self.lock.draft_failed)

    def _has_unkept(self) -> bool:
        return self._window is not None and self._window.has_unkept

    def _close_down(self) -> None:
        self.lock.close_down(self.window.close)

    def _check_passphrase(self, text: str) -> None:
        """Asked on the cover of a window that could not lock."""
        unsure = self.window.cover.show_unsure
        self.session.ask(partial(is_passphrase, text=text), self._passphrase_checked, unsure)

    def _passphrase_checked(self, right: bool) -> None:
        if right:
            self.window.cover.uncover()
            self.idle.start()
        else:
            self.window.cover.show_wrong()


def _last_logbook(preferences: Preferences) -> Path | None:
    path = preferences.logbook
    return path if path is not None and is_there(path) else None


def _tell_crash(
    program: Program,
    kind: type[BaseException],
    _error: BaseException,
    trace: TracebackType | None,
) -> None:
    """A defect of ours: say so, without a word of the content."""
    CrashBox.tell(program.windows[0], defect_code(kind, trace))
