"""Which subjects have a row of their own in the overview: chosen ones, and others to add."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget

from vp_logboek.domain.subjects import OUTSIDE_REMIT, SubjectTree, rest_of
from vp_logboek.gui.widgets import button
from vp_logboek.gui.widgets.choices import calm_wheel
from vp_logboek.gui.widgets.flow import Flow
from vp_logboek.gui.widgets.narrow import leftmost


class OwnRows(QWidget):
    """A few subjects, in the order of the tree."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._tree: SubjectTree | None = None
        self._codes: tuple[str, ...] = ()
        self._flow = Flow()
        self._buttons: list[QPushButton] = []
        self.offered = QComboBox()
        calm_wheel(self.offered)
        self.offered.activated.connect(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._flow)
        column.addWidget(leftmost(self.offered))
        self.setFocusProxy(self.offered)

    def offer(self, tree: SubjectTree) -> None:
        """Choose from the leaves of this tree."""
        self._tree = tree

    def codes(self) -> tuple[str, ...]:
        """The codes of the chosen subjects."""
        return self._codes

    def choose(self, codes: Iterable[str]) -> None:
        """Show these as chosen."""
        if self._tree is None:
            return
        wanted = set(codes)
        self._codes = tuple(leaf.code for leaf in self._tree if leaf.code in wanted)
        self._show_chosen(self._tree)
        self._show_offered(self._tree)

    def remove_button(self, code: str) -> QPushButton:
        """The button that takes a chosen subject away."""
        return self._buttons[self._codes.index(code)]

    def _show_chosen(self, tree: SubjectTree) -> None:
        for old in self._buttons:
            old.deleteLater()
            old.hide()
        self._buttons = [self._made(code, tree.leaf(code).label) for code in self._codes]
        self._flow.setVisible(bool(self._buttons))

    def _made(self, code: str, label: str) -> QPushButton:
        made = button(label, icon_name="x")
        made.setAccessibleName(self.tr("Haal {0} weg").format(label))
        made.setToolTip(made.accessibleName())
        made.setProperty("code", code)
        made.clicked.connect(self._remove)
        self._flow.add(made)
        return made

    def _show_offered(self, tree: SubjectTree) -> None:
        self.offered.clear()
        self.offered.addItem(self.tr("Onderwerp toevoegen…"), None)
        for leaf in tree:
            fixed = leaf.code in (rest_of(leaf.main), OUTSIDE_REMIT)
            if not fixed and leaf.code not in self._codes:
                self.offered.addItem(f"{leaf.main.label}: {leaf.label}", leaf.code)

    def _add(self) -> None:
        code = self.offered.currentData()
        if code is not None:
            self.choose((*self._codes, code))
            self.changed.emit()

    def _remove(self) -> None:
        sender = self.sender()
        code = sender.property("code") if sender else None
        self.choose(one for one in self._codes if one != code)
        self.offered.setFocus()
        self.changed.emit()
