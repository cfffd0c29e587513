"""Copies of the logbook: putting one back, rescuing, leaving; the passphrase and the sheet."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from tests.screens.books import NEW, OWN, PASSPHRASE
from tests.screens.screen import Screen
from tests.screens.stage import Stage
from vp_logboek.domain.errors import (
    BackupFailed,
    DiskTrouble,
    GroupsDiffer,
    PassphraseProblem,
    PassphraseRefused,
    WrongPassphrase,
)
from vp_logboek.gui.backups.rescue import RescueDialog
from vp_logboek.gui.backups.restore import RestoreDialog
from vp_logboek.gui.backups.work import make_in, to_restore
from vp_logboek.gui.safekeeping import passphrase_dialog, sheet_dialog
from vp_logboek.gui.safekeeping.passphrase_dialog import PassphraseDialog
from vp_logboek.gui.safekeeping.sheet_dialog import SheetDialog
from vp_logboek.services.rescue import Rescued


def restore(stage: Stage, step: int = 0, wrong: bool = False) -> QWidget:
    window, session = stage.home(), stage.program.session
    folder = stage.folder / "kopie"
    folder.mkdir(exist_ok=True)
    stage.change(partial(make_in, folder=folder, now=session.now()))
    found = stage.ask(partial(to_restore, now=session.now()))
    dialog = RestoreDialog(window, session, found)
    stage.over(dialog)
    for _ in range(min(step, 2)):
        dialog.passphrase.field.edit.setText(PASSPHRASE)
        dialog.next.click()
        stage.settle()
    if wrong:
        dialog.message.show_error(WrongPassphrase())
    if step > 2:
        dialog.done_step.show_done(Path("Logboek-teruggezet.vplogboek"))
        dialog.steps.setCurrentIndex(3)
    stage.settle()
    return dialog


def rescue(stage: Stage, done: bool = False) -> QWidget:
    path = stage.folder / "Logboek.vplogboek"
    dialog = RescueDialog(stage.before(), stage.program.session, path, PASSPHRASE)
    if done:
        dialog.done_step.show_rescued(
            Rescued(31, 9, ()), Path("Logboek-gered.vplogboek"), by_sheet=False
        )
        dialog.steps.setCurrentIndex(1)
    return stage.over(dialog)


def leaving(stage: Stage, failed: bool = False) -> QWidget:
    window = stage.home()
    window.leaving.begin()
    window.leaving._show()
    if failed:
        window.leaving.show_error(BackupFailed(DiskTrouble.FULL))
    stage.settle()
    return window


def passphrase(stage: Stage, step: int = 0, wrong: bool = False) -> QWidget:
    dialog = PassphraseDialog(stage.home(), stage.program.session)
    stage.over(dialog)
    dialog.steps.setCurrentIndex(step)
    if wrong and step == passphrase_dialog.OLD:
        dialog.old.show_error(WrongPassphrase())
    elif wrong:
        dialog.new.show_problem(PassphraseRefused(PassphraseProblem.TOO_WEAK))
    stage.settle()
    return dialog


def sheet(stage: Stage, step: int = 0, wrong: bool = False) -> QWidget:
    dialog = SheetDialog(stage.home(), stage.program.session)
    stage.over(dialog)
    if step >= sheet_dialog.SHEET:
        dialog.show_sheet()
    if step > sheet_dialog.SHEET:
        dialog.steps.setCurrentIndex(step)
    if wrong:
        dialog.check.show_error(GroupsDiffer())
    stage.settle()
    return dialog


SCREENS = (
    Screen("restore-1-choose", OWN, restore),
    Screen("restore-2-passphrase", OWN, partial(restore, step=1)),
    Screen("restore-2-passphrase-wrong", OWN, partial(restore, step=1, wrong=True)),
    Screen("restore-3-contents", OWN, partial(restore, step=2)),
    Screen("restore-4-done", OWN, partial(restore, step=3)),
    Screen("rescue-1-ask", OWN, rescue),
    Screen("rescue-2-done", OWN, partial(rescue, done=True)),
    Screen("leaving", OWN, leaving),
    Screen("leaving-failed", OWN, partial(leaving, failed=True)),
    Screen("passphrase-1-old", OWN, passphrase),
    Screen("passphrase-1-old-wrong", OWN, partial(passphrase, wrong=True)),
    Screen("passphrase-2-new", OWN, partial(passphrase, step=1)),
    Screen("passphrase-2-new-weak", OWN, partial(passphrase, step=1, wrong=True)),
    Screen("passphrase-3-done", OWN, partial(passphrase, step=2)),
    Screen("sheet-1-ask", NEW, sheet),
    Screen("sheet-2-sheet", NEW, partial(sheet, step=1)),
    Screen("sheet-3-check", NEW, partial(sheet, step=2)),
    Screen("sheet-4-done", NEW, partial(sheet, step=3)),
)
