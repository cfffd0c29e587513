"""Both halves of a table, "u ziet" and "HR ziet": beside each other, or below each other."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from vp_logboek.gui.widgets import label
from vp_logboek.gui.year.pair import line_up
from vp_logboek.gui.year.panel import FiguresPanel
from vp_logboek.gui.year.standing_words import MINE

_LEAD_TOP = 5
"""So the sentence above HR's table stands as high as the first line of choices beside it."""
_SIDES = 4 * 16 + 8
"""What the edges of both halves and the gap between them take."""


class Halves(QWidget):
    """Two panels whose rows stand at the same height; ``lead`` goes above the counsellor's own."""

    def __init__(self, lead: QWidget) -> None:
        super().__init__()
        self._room: int | None = None
        said = label("", "muted")
        said.setAlignment(Qt.AlignmentFlag.AlignTop)
        said.setContentsMargins(0, _LEAD_TOP, 0, 0)
        self.mine, self.theirs = FiguresPanel(MINE, lead), FiguresPanel("", said)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._halves)
        for panel in (self.mine, self.theirs):
            self._halves.addWidget(panel, 1)
            panel.table.arranged.connect(self._line_up)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def fold(self, room: int) -> None:
        """Arrange both in this width: their own can be that of halves that should fold."""
        self._room = room
        self._fold()

    def arrange(self) -> None:
        """Other figures stand in them."""
        self._fold()
        self._line_up()

    def _line_up(self) -> None:
        left, right = self.mine, self.theirs
        beside = self._halves.direction() is QBoxLayout.Direction.LeftToRight
        high = left.lead.heightForWidth(left.table.width()) if beside else 0
        right.lead.setMinimumHeight(max(high, 0))
        if right.table.sheet_model.rowCount() == left.table.sheet_model.rowCount():
            line_up(left.table, right.table)
        else:
            for table in (left.table, right.table):
                if table.sheet_model.rowCount():
                    table.set_heights(table.natural_heights())

    def _fold(self) -> None:
        """Beside each other where both fit; the one that needs more than half has more."""
        room = (self.width() if self._room is None else self._room) - _SIDES
        least = [panel.table.least_width() for panel in (self.mine, self.theirs)]
        direction = QBoxLayout.Direction
        is_beside = room >= sum(least)
        self._halves.setDirection(direction.LeftToRight if is_beside else direction.TopToBottom)
        shares = least if is_beside and max(least) > room // 2 else (1, 1)
        for position, share in enumerate(shares):
            self._halves.setStretch(position, share)
