"""No word is cut off on the screens about copies, at any size; Tab walks them in reading order."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QWidget

from tests.gui.backups.conftest import Book
from tests.gui.backups.test_rescue import LOST
from tests.gui.conftest import NOW, PASSPHRASE, Running
from tests.gui.test_sizes import assert_nothing_cut_off, percent  # noqa: F401
from tests.gui.test_window import add
from vp_logboek.domain.errors import BackupFailed, DiskTrouble, WrongPassphrase
from vp_logboek.gui.backups.leaving import Leaving
from vp_logboek.gui.backups.rescue import RescueDialog
from vp_logboek.gui.backups.restore import RestoreDialog
from vp_logboek.gui.backups.work import ToRestore, present
from vp_logboek.gui.window.status import Status
from vp_logboek.services import backups
from vp_logboek.services.backups import Contents
from vp_logboek.services.rescue import Rescued

Begin = Callable[[Path], Running]


@pytest.fixture
def found(book: Book) -> tuple[ToRestore, Contents]:
    """Two copies, and what the logbook holds: a talk more than the copies."""
    book.copy(40)
    book.copy(1)
    with book.open() as logbook:
        copied = present(logbook, NOW)
        add(logbook, NOW.date(), "pesten")
        return ToRestore(backups.copies(book.folder), book.path, present(logbook, NOW)), copied


def shown(dialog: QDialog, outside: Running) -> None:
    outside.qtbot.addWidget(dialog)
    dialog.show()
    outside.settle()


@pytest.mark.usefixtures("percent")
def test_putting_a_copy_back(outside: Running, found: tuple[ToRestore, Contents]) -> None:
    restoring, copied = found
    dialog = RestoreDialog(None, outside.program.session, restoring)
    shown(dialog, outside)
    dialog.contents.show_contents(copied, restoring.present)
    dialog.done_step.show_done(Path("logboek-teruggezet.vplogboek"))
    dialog.message.show_error(WrongPassphrase())
    for step in range(4):
        dialog.steps.setCurrentIndex(step)
        assert_nothing_cut_off(dialog, outside.qtbot)
    assert dialog.width() <= 1366
    assert dialog.height() <= 768


@pytest.mark.usefixtures("percent")
def test_rescuing(outside: Running, book: Book) -> None:
    dialog = RescueDialog(None, outside.program.session, book.path, PASSPHRASE)
    shown(dialog, outside)
    assert_nothing_cut_off(dialog, outside.qtbot)
    dialog.done_step.show_rescued(
        Rescued(31, 9, LOST * 6), Path("logboek-gered.vplogboek"), by_sheet=True
    )
    dialog.steps.setCurrentIndex(1)
    assert_nothing_cut_off(dialog, outside.qtbot)
    assert dialog.width() <= 1366
    assert dialog.height() <= 768


@pytest.mark.usefixtures("percent")
def test_leaving(outside: Running) -> None:
    under = QWidget()
    outside.qtbot.addWidget(under)
    under.resize(800, 600)
    under.show()
    leaving = Leaving(under)
    leaving.begin()
    leaving._show()
    assert_nothing_cut_off(leaving, outside.qtbot)
    leaving.show_error(BackupFailed(DiskTrouble.FULL))
    assert_nothing_cut_off(leaving, outside.qtbot)


@pytest.mark.usefixtures("percent")
@pytest.mark.parametrize("width", [400, 640, 800, 1366])
def test_in_a_narrow_window_the_words_about_copies_give_way(outside: Running, width: int) -> None:
    status = Status()
    outside.qtbot.addWidget(status)
    status.show_saved(NOW)
    status.show_backup("Reservekopie: 12 dagen oud", "Maak nu")
    status.show_lock(5)
    status.resize(width, 40)
    status.show()
    if status.make_backup.isVisible():
        assert_nothing_cut_off(status, outside.qtbot)
    assert status.minimumSizeHint().width() == 0
    assert status.make_backup.isHidden() or width >= 640


def test_a_wide_window_shows_them_all(outside: Running) -> None:
    status = Status()
    outside.qtbot.addWidget(status)
    status.show_backup("Reservekopie: 12 dagen oud", "Maak nu")
    status.resize(1366, 40)
    status.show()

    assert status.make_backup.isVisible()
    assert status.make_backup.accessibleName() == "Reservekopie: 12 dagen oud. Maak nu"


def test_tab_walks_the_first_step_from_top_to_bottom(
    outside: Running, found: tuple[ToRestore, Contents]
) -> None:
    dialog = RestoreDialog(None, outside.program.session, found[0])
    shown(dialog, outside)
    seen = []
    one = dialog.choose.table.nextInFocusChain()
    while one is not dialog.choose.table:
        seen.append(one)
        one = one.nextInFocusChain()
    wanted = [dialog.choose.other, dialog.close_button, dialog.next]
    places = [seen.index(control) for control in wanted]
    assert places == sorted(places)
    assert dialog.focusWidget() is dialog.choose.table
