"""A list beside what is being read; they fold into one pane where the window is narrow."""

from PySide6.QtCore import QByteArray, QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from vp_logboek.gui.widgets import link_button
from vp_logboek.gui.window.focus import focus_first

ROOM_FOR_TWO = 100
"""Average characters that a list and a form need beside each other."""

_EDGE = 20
"""Pixels at the left of what stands in the details: the way back begins there too."""

_FOLDED_EDGE = 4
"""Pixels more beside a list that stands alone: then it begins where the row of tools does."""


class Browse(QWidget):
    """Lists at the left, details at the right. ``back_pressed`` leaves the details when folded."""

    back_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lists = QStackedWidget()
        self.details = QStackedWidget()
        self._wants_detail = False
        self._back = link_button(self.tr("‹ Terug naar de lijst"), self._go_back)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._above = QWidget()
        above = QVBoxLayout(self._above)
        above.setContentsMargins(_EDGE, 4, _EDGE, 0)
        above.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._above)
        column.addWidget(self.details, 1)
        self._right = right
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(6)
        self.splitter.addWidget(self.lists)
        self.splitter.addWidget(right)
        right.raise_()  # a splitter puts the newest first in the tree that is read aloud
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        self._arrange()

    @property
    def is_folded(self) -> bool:
        """Whether there is room for one pane only."""
        return self.width() < ROOM_FOR_TWO * self.fontMetrics().averageCharWidth()

    @property
    def shows_detail(self) -> bool:
        """Whether the details are in sight; where there is room for one pane the list may be."""
        return not self.is_folded or self._wants_detail

    def show_list(self, widget: QWidget) -> None:
        """Put this list at the left."""
        self.lists.setCurrentWidget(widget)
        self._wants_detail = False
        self._arrange()

    def show_detail(self, widget: QWidget, bring_forward: bool = True) -> None:
        """Put this at the right; when folded it comes forward unless told otherwise."""
        self.details.setCurrentWidget(widget)
        self._wants_detail = bring_forward
        self._arrange()

    def restore(self, state: QByteArray | None) -> None:
        """Take back kept sizes."""
        if state is not None:
            self.splitter.restoreState(state)
        else:
            self.splitter.setSizes([430, 570])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters need more room where there is as much as there was."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.layout() is not None:
            self._arrange()

    def _go_back(self) -> None:
        self._wants_detail = False
        self._arrange()
        self.back_pressed.emit()

    def _arrange(self) -> None:
        """Where one pane gives way, the keyboard goes to the other: Qt would leave both."""
        folded = self.is_folded
        keyboard = self.window().focusWidget()
        was_in_list = self.lists.isAncestorOf(keyboard)
        was_in_detail = self._right.isAncestorOf(keyboard)
        if not self.shows_detail and was_in_detail:
            self.lists.show()
            focus_first(self.lists.currentWidget())
        self._right.setVisible(self.shows_detail)
        self._above.setVisible(folded)
        if folded and self._wants_detail and was_in_list:
            self._back.setFocus()
        self.lists.setVisible(not folded or not self._wants_detail)
        edge = _FOLDED_EDGE if folded else 0
        self.lists.setContentsMargins(edge, 0, edge, 0)
