"""The calm page: one card in the middle, nothing beside it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from vp_logboek.gui.safekeeping.step_page import bring_into_sight
from vp_logboek.gui.widgets import Card, Flow, MessageBar, label, title

_MARK = 28
"""Pixels of the mark of the program."""
_BESIDE = 16
PAGE_WIDE = 80
"""Average characters of a card: steps that follow each other stand in one place."""


class CalmPage(QScrollArea):
    """A card in the middle of a page; put things in ``body``. Scrolls where the screen is small.

    ``begin_with`` puts a title and a place for messages above them, ``end_with`` the buttons below.
    """

    def __init__(self, width: int = PAGE_WIDE) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._width = width
        self.message = MessageBar()
        self._card = Card()
        self._card.body.setContentsMargins(32, 28, 32, 28)
        self._card.body.setSpacing(12)
        self.body = self._card.body
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(_BESIDE, 24, _BESIDE, 24)
        layout.setSpacing(12)
        layout.addStretch(2)
        layout.addWidget(self._name(), 0, Qt.AlignmentFlag.AlignHCenter)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._card)  # no alignment: the height must follow from the card's width
        middle.addStretch(1)
        layout.addLayout(middle)
        layout.addStretch(3)
        self.setWidget(inner)
        self._fit()

    def begin_with(self, name: str, step: str = "") -> None:
        """Say which page this is, and perhaps which step of how many."""
        if step:
            self.body.addWidget(label(step, "muted", wrap=False))
        self.body.addWidget(title(name))
        self.body.addWidget(self.message)
        self.setAccessibleName(f"{step}: {name}" if step else name)

    def end_with(self, *buttons: QWidget) -> None:
        """The buttons, the one that leads on first."""
        self.body.addSpacing(4)
        self.body.addWidget(Flow(*buttons))

    def show_message(self) -> None:
        """Bring what was just said into sight."""
        bring_into_sight(self.message)

    def _name(self) -> QWidget:
        """The mark of the program with its name, as a letter has its head."""
        mark = QLabel()
        mark.setPixmap(QApplication.windowIcon().pixmap(_MARK))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(mark)
        row.addWidget(label("VP Logboek", "strong", wrap=False))
        return holder

    def _fit(self) -> None:
        """The card grows with the text size.

        Room is kept for the bar that scrolls, seen or not: else its coming makes the card narrower,
        a line of it longer, and nobody asks how high the page must be then.
        """
        wide = self._width * self.fontMetrics().averageCharWidth()
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 2 * _BESIDE
        self._card.setFixedWidth(max(280, min(wide, room)))

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()


def busy_bar(name: str) -> QProgressBar:
    """A bar that moves while something takes a second or two."""
    made = QProgressBar()
    made.setRange(0, 0)
    made.setTextVisible(False)
    made.setAccessibleName(name)
    made.hide()
    return made
