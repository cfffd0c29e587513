"""Opening the help over a window or a dialog. The window itself is brought along when asked for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from vp_logboek.gui.help.where import page_here

if TYPE_CHECKING:
    from vp_logboek.gui.help.window import HelpWindow


def show_help_here(over: QWidget) -> "HelpWindow | None":
    """Open the page of the screen on which one is; None where no help can be given now.

    In the help itself it leads to where one types what one looks for.
    """
    name = getattr(over.window(), "page_name", None) or page_here(over.window())
    return None if name is None else show_help(over, name)


def show_help(over: QWidget, name: str) -> "HelpWindow":
    """Open this page beside the window of ``over``.

    A dialog that must be answered shuts every window off but its own children (QWindow::modality):
    so each window has a help of its own, and one is open at a time.
    """
    from vp_logboek.gui.help.window import HelpWindow  # noqa: PLC0415 - seldom needed at the start

    owner = over.window()
    directly = Qt.FindChildOption.FindDirectChildrenOnly
    if isinstance(owner, HelpWindow):
        found = owner
    else:
        found = owner.findChild(HelpWindow, options=directly) or HelpWindow(owner)
    for other in QApplication.topLevelWidgets():
        if isinstance(other, HelpWindow) and other is not found:
            other.hide()
    found.open_at(name)
    return found
