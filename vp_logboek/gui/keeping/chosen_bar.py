"""Below a table of rows to choose: choose all or none, what can be done, and why not."""

from typing import Any

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from vp_logboek.gui.widgets import Flow, label, link_button
from vp_logboek.gui.widgets.tick_table import TickTable


class ChosenBar(QWidget):
    """Its ``acting`` buttons can be pressed when a row is chosen and nothing forbids it."""

    def __init__(self, table: TickTable[Any], choose_first: str, *acting: QPushButton) -> None:
        super().__init__()
        self._table = table
        self._choose_first = choose_first
        self._acting = acting
        self._others: list[QPushButton] = []
        self._forbidden = ""
        self.all = link_button(self.tr("Kies alles"), self._choose)
        self.reason = label("", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(4)
        self._flow = Flow(self.all, *acting)
        layout.addWidget(self._flow)
        layout.addWidget(self.reason)
        table.ticked.connect(self._show)

    def add_at_end(self, another: QPushButton) -> None:
        """Add a button that has nothing to do with what is chosen."""
        self._others.append(another)
        self._flow.add(another)

    def allow(self, forbidden: str) -> None:
        """Let the buttons be pressed; a text says why they cannot be."""
        self._forbidden = forbidden
        self._show()

    def _show(self) -> None:
        chosen, rows = len(self._table.chosen()), self._table.rows.rowCount()
        everything = chosen == rows > 0
        self.all.setText(self.tr("Kies niets") if everything else self.tr("Kies alles"))
        reason = self._forbidden or ("" if chosen else self._choose_first)
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        for one in self._acting:
            if one.hasFocus() and reason:
                self._table.setFocus()
            _allow(one, reason)
        for one in self._others:
            _allow(one, self._forbidden)

    def _choose(self) -> None:
        if len(self._table.chosen()) == self._table.rows.rowCount():
            self._table.choose_none()
        else:
            self._table.choose_all()


def _allow(one: QPushButton, reason_not: str) -> None:
    one.setEnabled(not reason_not)
    one.setAccessibleDescription(reason_not)
