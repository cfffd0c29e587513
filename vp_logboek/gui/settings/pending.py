"""Below a setting that changes with a year: what holds until then, and a way to take it back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vp_logboek.gui.widgets import label, link_button


class Pending(QWidget):
    """A control with a note below it, which is there as long as a change has yet to hold."""

    taken_back = Signal()

    def __init__(self, control: QWidget, name: str) -> None:
        super().__init__()
        self.note = label("")
        self.take_back = link_button(self.tr("Neem terug"), self.taken_back.emit)
        self.take_back.setAccessibleName(self.tr("{0}: neem de verandering terug").format(name))
        self._below = QWidget()
        beside = QHBoxLayout(self._below)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(8)
        beside.addWidget(self.note, 1)
        beside.addWidget(self.take_back, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(control)
        column.addWidget(self._below)
        self.setFocusProxy(control)
        self.say("")

    def say(self, words: str) -> None:
        """Say what holds until when; an empty text takes the note away."""
        self.note.setText(words)
        self._below.setVisible(bool(words))
