"""What is counted and in which table: units, the tables of that unit, and their parts."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from vp_logboek.domain.counts import TallyTable
from vp_logboek.domain.tables import TableCode, Unit
from vp_logboek.gui.widgets import Radios, calm_wheel
from vp_logboek.gui.widgets.flow import Flow
from vp_logboek.gui.widgets.narrow import fit_to_words

UNITS = (Unit.MELDERS, Unit.TALKS, Unit.DOSSIERS, Unit.HOURS)
"""In the order of the tiles, as on the first page of the PDF."""
_AT_FIRST = {
    Unit.MELDERS: TableCode.SUBJECT,
    Unit.TALKS: TableCode.TALK_SUBJECT,
    Unit.DOSSIERS: TableCode.DOSSIER_STATE,
    Unit.HOURS: TableCode.KEY,
}


class TableChoice(QWidget):
    """Of each unit the table that was looked at last is remembered while the program runs."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._tables: Sequence[TallyTable] = ()
        self._names: Callable[[TableCode], str] = lambda code: code.label
        self._last = dict(_AT_FIRST)
        unit_name = QLabel(self.tr("Tel"))
        self.units: Radios[Unit] = Radios(self.tr("Wat u telt"), UNITS)
        self.units.choose(Unit.MELDERS)
        self.table_list = QComboBox()
        self.table_list.setAccessibleName(self.tr("Tabel"))
        self.table_list.setMaxVisibleItems(20)
        fit_to_words(self.table_list)
        calm_wheel(self.table_list)
        table_name = QLabel(self.tr("Tabel"))
        table_name.setBuddy(self.table_list)
        self.parts_box = QCheckBox(self.tr("Met onderdelen"))
        table = QWidget()  # a word does not stay behind at the end of a line
        row = QHBoxLayout(table)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(table_name)
        row.addWidget(self.table_list)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Flow(unit_name, *self.units.buttons(), table, self.parts_box))
        self.units.setParent(self)
        self.units.hide()  # its buttons flow with the rest
        self.units.changed.connect(self._choose_unit)
        self.table_list.activated.connect(self._choose_table)
        self.parts_box.toggled.connect(self.changed)

    @property
    def unit(self) -> Unit:
        """What is counted."""
        return self.units.choice() or Unit.MELDERS

    @property
    def code(self) -> TableCode:
        """The table that is chosen."""
        return self._last[self.unit]

    def offer(self, tables: Sequence[TallyTable], names: Callable[[TableCode], str]) -> None:
        """Offer these tables, each under its unit; ``names`` gives what a table is called."""
        self._tables, self._names = tables, names
        self._fill()

    def choose(self, code: TableCode) -> None:
        """Choose a table, and with it its unit where another one is chosen."""
        if code not in self._of(self.unit):
            with QSignalBlocker(self.units):
                self.units.choose(next(unit for unit in UNITS if code in self._of(unit)))
        self._last[self.unit] = code
        self._fill()
        self.changed.emit()

    def _of(self, unit: Unit) -> list[TableCode]:
        """The tables in which this unit is counted; the key figures, which have all, come last."""
        found = [table.code for table in self._tables if any(c.unit is unit for c in table.columns)]
        return sorted(found, key=lambda code: code is TableCode.KEY)

    def _fill(self) -> None:
        with QSignalBlocker(self.table_list):
            self.table_list.clear()
            for code in self._of(self.unit):
                self.table_list.addItem(self._names(code), code)
            self.table_list.setCurrentIndex(self.table_list.findData(self.code))

    def _choose_unit(self) -> None:
        self._fill()
        self.changed.emit()

    def _choose_table(self) -> None:
        self._last[self.unit] = TableCode(self.table_list.currentData())
        self.changed.emit()
