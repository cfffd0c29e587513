"""How long a talk took, and beside it the way to what is asked less often."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit

from vp_logboek.gui.widgets import Flow, button, label
from vp_logboek.gui.widgets.private import keep_private

_MORE = (
    "Meer: doorverwezen, type melder, afloop, toestemming",
    "Meer: doorverwezen, afloop, toestemming",
    "Meer: doorverwezen, afloop",
    "Meer",
)
"""The first that fits; aloud it is always the whole."""
_AIR = 18


class Duration(Flow):
    """Minutes, and *Meer* where the line has room for it."""

    def __init__(self) -> None:
        super().__init__()
        self.minutes = QLineEdit()
        keep_private(self.minutes)
        self.minutes.setMaxLength(5)
        self.minutes.setFixedWidth(self.minutes.fontMetrics().averageCharWidth() * 11)
        self._unit = label(self.tr("minuten"), wrap=False)
        self._unit.setContentsMargins(0, 0, _AIR, 0)
        self.unfold = button("", icon_name="chevron-right", role="link")
        self.unfold.setAccessibleName(self.tr(_MORE[0]))
        self.unfold.setCheckable(True)
        self.unfold.toggled.connect(self._turn)
        for one in (self.minutes, self._unit, self.unfold):
            self.add(one)
        self.setFocusProxy(self.minutes)
        self._shorten()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._shorten()

    def _turn(self, on: bool) -> None:
        self.unfold.set_icon_name("chevron-down" if on else "chevron-right")

    def _shorten(self) -> None:
        """As many of the words as stand beside the minutes."""
        taken = self.minutes.width() + self._unit.sizeHint().width() + _AIR
        for words in _MORE:
            self.unfold.setText(self.tr(words))
            if taken + self.unfold.sizeHint().width() <= self.width():
                return
