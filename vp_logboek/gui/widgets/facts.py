"""Names and values in two columns, as on a form that has been filled in."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from vp_logboek.gui.widgets.basics import label


class FactList(QWidget):
    """Shows (name, value) pairs under each other."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)

    def show_facts(self, facts: Iterable[tuple[str, str]]) -> None:
        """Show these instead of what was shown."""
        while (item := self._grid.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.deleteLater()
        for row, (name, value) in enumerate(facts):
            name_label = label(name, "muted", wrap=False)
            value_label = label(value)
            value_label.setAccessibleName(f"{name}: {value}")
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(name_label, row, 0, top)
            self._grid.addWidget(value_label, row, 1, top)
