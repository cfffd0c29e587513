"""The calm page: one card in the middle, nothing beside it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from vp_logboek.gui.widgets import Card, label


class CalmPage(QScrollArea):
    """A card in the middle of a page; put things in ``body``. Scrolls where the screen is small."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._width = width
        self._card = Card()
        self._card.body.setContentsMargins(32, 28, 32, 28)
        self._card.body.setSpacing(12)
        self._card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.body = self._card.body
        inner = QWidget()
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(16, 24, 16, 24)
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

    def _name(self) -> QWidget:
        name = label("VP Logboek", "strong", wrap=False)
        name.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return name

    def _fit(self) -> None:
        """The card grows with the text size."""
        wide = self._width * self.fontMetrics().averageCharWidth()
        self._card.setFixedWidth(max(280, min(wide, self.viewport().width() - 32)))

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()
