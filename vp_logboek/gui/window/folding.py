"""The places fold away behind a button where the window is narrow."""

from vp_logboek.gui.window.places import Place, Places
from vp_logboek.gui.window.tool_row import ToolRow

ROOM_FOR_PLACES = 116
"""Average characters below which the places fold away."""


class FoldedPlaces:
    """Where they are folded, the button shows them until one is chosen."""

    def __init__(self, places: Places, tools: ToolRow) -> None:
        self._places = places
        self._tools = tools
        tools.places_pressed.connect(self._toggle)
        places.chosen.connect(self._fold_again)

    def fit(self, width: int) -> None:
        """Fold, or no longer, in a window so many pixels wide."""
        letter = self._places.window().fontMetrics().averageCharWidth()
        is_narrow = width < ROOM_FOR_PLACES * letter
        if is_narrow is self._tools.places.isHidden():
            self._tools.places.setVisible(is_narrow)
            self._places.setVisible(not is_narrow)

    def _fold_again(self, _: Place) -> None:
        if not self._tools.places.isHidden():
            self._places.hide()

    def _toggle(self) -> None:
        self._places.setVisible(self._places.isHidden())
        if self._places.isVisible():
            self._places.setFocus()
