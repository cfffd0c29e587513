"""An empty screen says in one sentence what will stand there, and offers something to do."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from vp_logboek.gui.widgets.announce import announce
from vp_logboek.gui.widgets.basics import button, link_button
from vp_logboek.gui.widgets.ring import Statement

Offer = tuple[str, Callable[[], object]]
_AIR = 6
"""Pixels around the words, so that a ring stays off them."""


class EmptyState(QScrollArea):
    """A sentence in the middle with an action below it; further offers are links.

    It scrolls where the window is low: an empty list must not make the window higher than the
    screen. Where it is all there is on a page it ``holds_keyboard``: without an offer Tab comes to
    the sentence itself.
    """

    def __init__(self, holds_keyboard: bool = False) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._holds_keyboard = holds_keyboard
        inside = QWidget()
        self._words = Statement()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setProperty("role", "muted")
        self._words.setMargin(_AIR if holds_keyboard else 0)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._buttons: list[QPushButton] = []
        self._layout = QVBoxLayout(inside)
        self._layout.setSpacing(10)
        self._layout.addStretch(1)
        self._layout.addWidget(self._words)
        self._layout.addStretch(2)
        self.setWidget(inside)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A stack hands the keyboard on to its page: it goes to what can be done here, or away."""
        super().focusInEvent(event)
        if self._buttons:
            self._buttons[0].setFocus()
        elif self._holds_keyboard:
            self._words.setFocus()
        else:
            announce(self, self.sentence())
            self.clearFocus()

    def say(self, sentence: str, *offers: Offer) -> None:
        """Say what will stand here; the first offer is a button."""
        self._words.setText(sentence)
        for old in self._buttons:
            self._layout.removeWidget(old)
            old.deleteLater()
        make = (button, *[link_button] * len(offers))
        self._buttons = [make[n](text, do) for n, (text, do) in enumerate(offers)]
        for number, one in enumerate(self._buttons):
            self._layout.insertWidget(2 + number, one, 0, Qt.AlignmentFlag.AlignHCenter)
        is_alone = self._holds_keyboard and not offers
        policy = Qt.FocusPolicy.TabFocus if is_alone else Qt.FocusPolicy.NoFocus
        self._words.setFocusPolicy(policy)

    def sentence(self) -> str:
        """What it says."""
        return self._words.text()

    def offers(self) -> list[QPushButton]:
        """The buttons."""
        return list(self._buttons)
