"""Before a logbook is open: the welcome, the five steps, the lock screen, the recovery sheet."""

from functools import partial

from PySide6.QtWidgets import QWidget

from tests.screens.books import NEW
from tests.screens.screen import Screen
from tests.screens.stage import Stage
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.errors import (
    Damaged,
    DiskTrouble,
    Foreign,
    LogbookError,
    NotALogbook,
    NotSaved,
    PassphraseProblem,
    PassphraseRefused,
    WrongPassphrase,
)
from vp_logboek.gui.unlock.make_page import MakeSteps


def welcome(stage: Stage, busy: bool = False) -> QWidget:
    screen = stage.before()
    screen.setCurrentWidget(screen.welcome)
    screen.welcome.show_busy(busy)
    return screen


def _make(stage: Stage) -> MakeSteps:
    screen = stage.before()
    screen.setCurrentWidget(screen.make)
    return screen.make


def who(stage: Stage, wrong: bool = False) -> QWidget:
    made = _make(stage)
    made.setCurrentWidget(made.who)
    if wrong:
        made.who.name.setText("")
        made.who._finish()
        made.who.name.setText("Jan de Vries")
        made.who.name.editingFinished.emit()
    return stage.unlock


def level(stage: Stage) -> QWidget:
    """The organisation wants nothing hidden: that asks for a reason."""
    made = _make(stage)
    made.setCurrentWidget(made.who)
    made.who.level.choose(Level.NONE)
    return stage.unlock


def words(stage: Stage, own: str | None = None, busy: bool = False) -> QWidget:
    made = _make(stage)
    made.setCurrentWidget(made.words)
    made.words.show_busy(busy)
    asked = made.words.asked
    (asked.drawn if own is None else asked.own).setChecked(True)
    if own is not None:
        made.words.asked.passphrase.edit.setText(own)
        stage.settle()
        made.words.show_error(PassphraseRefused(PassphraseProblem.TOO_WEAK))
    return stage.unlock


def sheet(stage: Stage) -> QWidget:
    made = _make(stage)
    made.sheet_work.read()
    made.setCurrentWidget(made.sheet)
    stage.settle()
    return stage.unlock


def check(stage: Stage) -> QWidget:
    made = _make(stage)
    made.setCurrentWidget(made.check)
    return stage.unlock


def habits(stage: Stage) -> QWidget:
    made = _make(stage)
    made.setCurrentWidget(made.habits)
    return stage.unlock


def locked(
    stage: Stage, error: LogbookError | None = None, caps: bool = False, busy: bool = False
) -> QWidget:
    screen = stage.before()
    screen.open.forget()
    screen.open.show_number("K7QF")
    screen.setCurrentWidget(screen.open)
    screen.open.field._caps.setVisible(caps)
    screen.open.show_busy(busy)
    if error is not None:
        screen.open.field.edit.setText("molen")
        screen.open.show_error(error)
    return screen


def elsewhere(stage: Stage) -> QWidget:
    screen = locked(stage)
    stage.unlock.open.show_open_elsewhere(True)
    return screen


def recover(stage: Stage, wrong: int | None = None) -> QWidget:
    screen = stage.before()
    screen.recovery.forget()
    screen.setCurrentWidget(screen.recovery)
    screen.recovery.setCurrentWidget(screen.recovery.typing)
    screen.recovery.typing.show_number("K7QF")
    if wrong is not None:
        screen.recovery.typing.entry.show_wrong(wrong)
    return screen


def recover_damaged(stage: Stage) -> QWidget:
    screen = recover(stage)
    stage.unlock.recovery.typing.show_damaged(Damaged(3))
    return screen


def renew(stage: Stage) -> QWidget:
    screen = recover(stage)
    stage.unlock.recovery.setCurrentWidget(stage.unlock.recovery.words)
    return screen


SCREENS = (
    Screen("welcome", None, welcome),
    Screen("welcome-busy", None, partial(welcome, busy=True)),
    Screen("first-run-1-who", None, who),
    Screen("first-run-1-who-wrong", None, partial(who, wrong=True)),
    Screen("first-run-1-no-protection", None, level),
    Screen("first-run-2-words", None, words),
    Screen("first-run-2-words-weak", None, partial(words, own="welkom")),
    Screen("first-run-2-words-busy", None, partial(words, busy=True)),
    Screen("first-run-3-sheet", NEW, sheet),
    Screen("first-run-4-check", NEW, check),
    Screen("first-run-5-habits", NEW, habits),
    Screen("unlock", None, locked),
    Screen("unlock-wrong", None, partial(locked, error=WrongPassphrase())),
    Screen("unlock-caps", None, partial(locked, caps=True)),
    Screen("unlock-busy", None, partial(locked, busy=True)),
    Screen("unlock-damaged", None, partial(locked, error=Damaged(3))),
    Screen("unlock-gone", None, partial(locked, error=NotALogbook(Foreign.MISSING))),
    Screen("unlock-full-disk", None, partial(locked, error=NotSaved(DiskTrouble.FULL))),
    Screen("unlock-open-elsewhere", None, elsewhere),
    Screen("recover-1-sheet", None, recover),
    Screen("recover-1-sheet-wrong", None, partial(recover, wrong=2)),
    Screen("recover-1-sheet-damaged", None, recover_damaged),
    Screen("recover-2-words", None, renew),
)
