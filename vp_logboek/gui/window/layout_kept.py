"""Sizes of the window that are remembered on this computer; never anything of the content."""

from PySide6.QtWidgets import QMainWindow, QSplitter

from vp_logboek.gui.preferences import Preferences
from vp_logboek.gui.talks.list_table import TalkTable
from vp_logboek.gui.window.browse import Browse


class KeptLayout:
    """Takes the sizes of last time back, and keeps them."""

    def __init__(
        self, window: QMainWindow, places: QSplitter, browse: Browse, preferences: Preferences
    ) -> None:
        self._window = window
        self._places = places
        self._browse = browse
        self._tables = browse.lists.findChildren(TalkTable)
        self._preferences = preferences

    def restore(self) -> None:
        """As it was last time, or else as it fits this screen."""
        kept = self._preferences
        room = self._window.screen().availableSize()
        self._window.resize(min(1366, room.width() - 16), min(780, room.height() - 48))
        geometry = kept.layout("geometry")
        if geometry is not None:
            self._window.restoreGeometry(geometry)
        sizes = kept.layout("places")
        if sizes is not None:
            self._places.restoreState(sizes)
        else:
            self._places.setSizes([190, 990])
        self._browse.restore(kept.layout("browse"))
        for table in self._tables:
            table.columns.restore(kept.layout("talks"))

    def keep(self) -> None:
        """Remember this."""
        self._preferences.set_layout("geometry", self._window.saveGeometry())
        self._preferences.set_layout("places", self._places.saveState())
        self._preferences.set_layout("browse", self._browse.splitter.saveState())
        for table in self._tables:
            self._preferences.set_layout("talks", table.columns.state())
