"""The top of the year page: title, year, organisation and the PDF, on as many rows as fit."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from vp_logboek.gui.widgets import button, title
from vp_logboek.gui.year.chooser import YearChooser

_BETWEEN = 16
"""Between the parts, in pixels."""
_LEFT = Qt.AlignmentFlag.AlignLeft
Direction = QBoxLayout.Direction


class TopRow(QWidget):
    """Everything beside each other; the organisations below where they do not fit."""

    def __init__(self, ask_export: Callable[[], object]) -> None:
        super().__init__()
        self.chooser = YearChooser()
        self.export_button = button(self.tr("PDF voor HR"), ask_export, "file-down")
        self._title = title(self.tr("Jaaroverzicht"))
        self._title.setWordWrap(False)
        self._title.setBuddy(self.chooser.year_list)  # else a screen reader hears no name
        self._tools = QBoxLayout(Direction.LeftToRight)
        self._row = QBoxLayout(Direction.LeftToRight)
        for row in (self._row, self._tools):
            row.setSpacing(_BETWEEN)
        self._row.addWidget(self._title, 0, _LEFT)
        self._row.addLayout(self._tools, 1)
        for part in (self.chooser, self.chooser.organisation_row):
            self._tools.addWidget(part, 0, _LEFT)
        self._tools.addStretch(1)
        self._tools.addWidget(self.export_button, 0, _LEFT)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(12)
        self._rows.addLayout(self._row)

    def fold(self, room: int) -> None:
        """Arrange everything in this width."""
        organisations = self.chooser.organisation_row
        tools = sum(part.sizeHint().width() for part in (self.chooser, self.export_button))
        tools += 2 * _BETWEEN
        without = self._title.sizeHint().width() + tools + _BETWEEN
        beside = without + organisations.sizeHint().width() + _BETWEEN <= room
        if beside and self._tools.indexOf(organisations) < 0:
            self._tools.insertWidget(1, organisations, 0, _LEFT)
        elif not beside and self._rows.indexOf(organisations) < 0:
            self._rows.addWidget(organisations)
        self._row.setDirection(Direction.LeftToRight if without <= room else Direction.TopToBottom)
        self._tools.setDirection(Direction.LeftToRight if tools <= room else Direction.TopToBottom)
