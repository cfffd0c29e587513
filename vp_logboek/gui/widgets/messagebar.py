"""A message in three parts: what happened, what is safe, what to do."""

from enum import StrEnum

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from vp_logboek.domain.errors import LogbookError
from vp_logboek.gui.icons import pixmap, size_for
from vp_logboek.gui.theme import colours_of
from vp_logboek.gui.widgets.announce import announce
from vp_logboek.gui.widgets.basics import button
from vp_logboek.messages import told
from vp_logboek.messages.parts import Message


class Tone(StrEnum):
    """How a message sounds."""

    NOTE = "note"
    GOOD = "good"
    WARNING = "warning"
    PROBLEM = "problem"


_ICONS = {
    Tone.NOTE: "info",
    Tone.GOOD: "circle-check",
    Tone.WARNING: "triangle-alert",
    Tone.PROBLEM: "circle-alert",
}


_MOST_OF_WIDTH = 0.4
"""So much of a bar its button may take beside the words."""


class MessageBar(QFrame):
    """Hidden until it has something to say. An optional action button stands at its right."""

    action_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "message")
        self._tone = Tone.NOTE
        self._sign = QLabel()
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = button("", self.action_pressed.emit)
        layout = self._parts = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(10)
        words = QHBoxLayout()
        words.setSpacing(10)
        words.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        words.addWidget(self._text, 1)
        middle = QVBoxLayout()
        middle.addStretch(1)
        middle.addLayout(words)
        middle.addStretch(1)
        layout.addLayout(middle, 1)
        layout.addWidget(self._action, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Beside a wide button few words are left on a line: then it stands below them."""
        is_narrow = self._action.sizeHint().width() > _MOST_OF_WIDTH * self.width()
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        if way != self._parts.direction():
            self._parts.setDirection(way)
            side = Qt.AlignmentFlag.AlignLeft if is_narrow else Qt.AlignmentFlag.AlignVCenter
            self._parts.setAlignment(self._action, side)

    @property
    def action(self) -> QPushButton:
        """The button at the right."""
        return self._action

    def text(self) -> str:
        """What it says, without layout."""
        return self.accessibleName()

    def show_error(self, error: LogbookError) -> None:
        """Tell of an error in the three parts that messages has for it."""
        self.show_message(told(error))

    def show_message(self, message: Message, tone: Tone = Tone.PROBLEM, action: str = "") -> None:
        """Say something in three parts; the first is set in bold."""
        parts = (message.what, message.safe, message.todo)
        self._show(_rich(message.what, message.safe, message.todo), " ".join(parts), tone, action)

    def say(self, text: str, tone: Tone = Tone.NOTE, action: str = "") -> None:
        """Say one plain sentence."""
        self._show(_rich("", text, ""), text, tone, action)

    def show_action(self, words: str) -> None:
        """Offer something beside what is said now."""
        self._action.setText(words)
        self._action.setVisible(bool(words))
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._draw_sign()
            self._arrange()

    def _show(self, rich: str, plain: str, tone: Tone, action: str) -> None:
        self._tone = tone
        self.setProperty("tone", tone.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self._text.setText(rich)
        self.setAccessibleName(" ".join(plain.split()))
        self.show_action(action)
        self._draw_sign()
        self.show()
        announce(self, self.accessibleName(), polite=tone is not Tone.PROBLEM)

    def _draw_sign(self) -> None:
        colours = colours_of(self)
        colour = {
            Tone.NOTE: colours.focus,
            Tone.GOOD: colours.good,
            Tone.WARNING: colours.warning,
            Tone.PROBLEM: colours.danger,
        }[self._tone]
        ratio = max(1, round(self.devicePixelRatioF()))
        size = size_for(self)
        self._sign.setPixmap(pixmap(_ICONS[self._tone], QColor(colour), size, ratio))


def _rich(what: str, safe: str, todo: str) -> str:
    rest = _escape(" ".join(part for part in (safe, todo) if part))
    return f'<span style="font-weight:600">{_escape(what)}</span> {rest}' if what else rest


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
