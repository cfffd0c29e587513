"""What is on the page of settings, at its top: the keyboard begins here, and changes nothing."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from vp_logboek.gui.widgets import link_button
from vp_logboek.gui.widgets.flow import FlowLayout

_BETWEEN = 16
"""Pixels between two links: they are words beside words."""


class Index(QWidget):
    """A link for each card; ``chosen`` carries its position."""

    chosen = Signal(int)

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Op deze bladzijde"))
        self.links: list[QPushButton] = []
        row = FlowLayout(across=_BETWEEN)
        self.setLayout(row)
        for position, name in enumerate(names):
            link = link_button(name, partial(self.chosen.emit, position))
            link.setAccessibleDescription(self.tr("Ga naar dit deel van de bladzijde"))
            self.links.append(link)
            row.addWidget(link)
        self.setFocusProxy(self.links[0])

    def show_link(self, name: str, is_there: bool) -> None:
        """Take a link away where its card is not there."""
        for link in self.links:
            if link.text() == name:
                link.setVisible(is_there)
