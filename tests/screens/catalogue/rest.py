"""Settings, the menus, the bars, and what lies over the window when it locks."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QScrollArea, QWidget

from tests.screens.books import EXAMPLE, OWN
from tests.screens.screen import Screen
from tests.screens.stage import Stage
from vp_logboek.domain.disclosure.levels import Level
from vp_logboek.domain.errors import DiskTrouble, NotSaved
from vp_logboek.gui.crash import CrashBox
from vp_logboek.gui.lock.shade import Veil
from vp_logboek.gui.settings.adding import AddOrganisation
from vp_logboek.gui.window.actions import MENUS


def settings(stage: Stage, part: int = 0) -> QWidget:
    """``part`` of the page, from the top: what a screen shows at once."""
    window = stage.home()
    window.navigation.show_settings()
    stage.settle()
    area = window.rooms.settings.findChild(QScrollArea)
    area.verticalScrollBar().setValue(part * (area.viewport().height() - 60))
    stage.settle()
    return window


def add_organisation(stage: Stage) -> QWidget:
    dialog = AddOrganisation(settings(stage))
    dialog.level.choose(Level.NONE)
    stage.over(dialog)
    dialog.accept()
    stage.settle()
    return dialog


def menu(stage: Stage, number: int) -> QWidget:
    window = stage.home()
    action = window.menuBar().actions()[number]
    shown = action.menu()
    below = window.menuBar().actionGeometry(action).bottomLeft()
    shown.popup(window.menuBar().mapToGlobal(below))
    stage.shown.append(_Closing(shown))
    stage.settle()
    return shown


class _Closing(QWidget):
    """Closes a menu of the window, which is not ours to delete, when the stage is struck."""

    def __init__(self, shown: QWidget) -> None:
        super().__init__()
        self._menu = shown

    def hide(self) -> None:
        self._menu.close()


def cover(stage: Stage, refused: bool = False) -> QWidget:
    window = stage.home()
    window.cover.cover()
    if refused:
        window.cover.show_error(NotSaved(DiskTrouble.FULL))
    stage.settle()
    return window


def veil(stage: Stage) -> QWidget:
    window = stage.home()
    stage.shown.append(Veil(window))
    stage.settle()
    return window


def read_only(stage: Stage) -> QWidget:
    """As where the file cannot be written. Nothing after it can be saved: the last screen."""
    window, session = stage.home(), stage.program.session
    session._outline = replace(session.outline, read_only=True)
    window.show_outline()
    window.status.show_read_only()
    stage.settle()
    return window


def read_only_settings(stage: Stage) -> QWidget:
    read_only(stage)
    return settings(stage)


def crash(stage: Stage) -> QWidget:
    return stage.over(CrashBox(stage.home(), "VP-4F2A-19"))


SCREENS = (
    *(Screen(f"settings-{part + 1}", OWN, partial(settings, part=part)) for part in range(5)),
    Screen("settings-add-organisation", OWN, add_organisation),
    *(
        Screen(f"menu-{title.replace('&', '').lower()}", EXAMPLE, partial(menu, number=number))
        for number, (title, _) in enumerate(MENUS)
    ),
    Screen("crash", OWN, crash),
    Screen("veil", OWN, veil),
    Screen("lock-cover", OWN, cover),
    Screen("lock-cover-refused", OWN, partial(cover, refused=True)),
    Screen("read-only", OWN, read_only),
    Screen("read-only-settings", OWN, read_only_settings),
)
