"""Opening the help over a window or a dialog. The window itself is brought along when asked for."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from vp_logboek.gui.help.where import page_here
from vp_logboek.gui.slices import polished

if TYPE_CHECKING:
    from vp_logboek.gui.help.window import HelpWindow


def prepare_help(over: QWidget) -> Iterator[None]:
    """Steps in which the help of a window is made ready, when nothing else is done."""
    from vp_logboek.gui.help.pages import pages  # noqa: PLC0415 - seldom needed at the start
    from vp_logboek.gui.help.search import read_ahead  # noqa: PLC0415

    for page in pages():
        read_ahead(page)
        yield
    from vp_logboek.gui.help.window import HelpWindow  # noqa: PLC0415

    yield
    yield from polished(HelpWindow(over.window()))


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
