"""One page of a dialog about copies."""

from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from vp_logboek.gui.widgets.scrolling import scrolling
from vp_logboek.gui.widgets.table import CalmTable

_LEAST_ROWS = 3
"""In a low window the table itself scrolls, from so many rows on."""


class Step(QWidget):
    """One page with a name; parts stand under each other, and scroll where they are too many."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        inner = QWidget()
        self.page = QVBoxLayout(inner)
        self.page.setContentsMargins(0, 8, 0, 0)
        self.page.setSpacing(8)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scrolling(inner))


def fit_table(table: CalmTable) -> None:
    """As wide as the page, and no higher than its rows: what lies below it comes up."""
    table.setSizeAdjustPolicy(CalmTable.SizeAdjustPolicy.AdjustToContents)
    table.resizeColumnsToContents()
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    row = table.verticalHeader().defaultSectionSize()
    others = table.horizontalHeader().sizeHint().height() + 2 * table.frameWidth() + 2
    rows = table.model().rowCount()
    table.setMinimumHeight(others + min(rows, _LEAST_ROWS) * row)
    table.setMaximumHeight(others + rows * row)
