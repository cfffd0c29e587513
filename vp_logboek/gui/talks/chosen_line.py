"""Below the list: how many talks are chosen, and what can be done with all of them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from vp_logboek.gui.talks import found_words
from vp_logboek.gui.throttle import Throttle
from vp_logboek.gui.widgets import Flow, button, label, link_button
from vp_logboek.gui.widgets.announce import announce

_PAUSE_MS = 500


class ChosenLine(QFrame):
    """Hidden while fewer than two talks are chosen."""

    bin_pressed = Signal()
    move_pressed = Signal()
    none_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = label("", "strong", wrap=False)
        self.move_ = button(self.tr("Verplaatsen…"), self.move_pressed.emit, "folder-open")
        self.bin = button(self.tr("Weggooien"), self.bin_pressed.emit, "trash-2", role="danger")
        self.none = link_button(self.tr("Kies niets"), self.none_pressed.emit)
        self.move_.setToolTip(self.tr("Verplaatsen naar een ander dossier"))
        self.reason = label("", "muted")
        self._say = Throttle(self, _PAUSE_MS)
        self._say.due.connect(lambda: announce(self, self.words.text()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(Flow(self.words, self.move_, self.bin, self.none))
        layout.addWidget(self.reason)
        self.hide()

    def show_number(self, number: int, forbidden: str) -> None:
        """So many are chosen; ``forbidden`` says why nothing can be done with them."""
        if number > 1:
            self.words.setText(found_words.chosen(number))
            self._say.kick()
        else:
            self._say.cancel()
        self.reason.setText(forbidden)
        self.reason.setVisible(bool(forbidden))
        for one in (self.move_, self.bin):
            one.setEnabled(not forbidden)
            one.setAccessibleDescription(forbidden)
        self.setVisible(number > 1)

    def tell(self, words: str) -> None:
        """What became of it, until something else is chosen."""
        self.reason.setText(words)
        self.reason.show()
        announce(self, words)
