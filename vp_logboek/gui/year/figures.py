"""The table that is chosen, twice: "u ziet" beside "HR ziet", row beside row."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from vp_logboek.domain.disclosure.protector import Protected
from vp_logboek.domain.safe_report import Mark
from vp_logboek.domain.tables import TableCode
from vp_logboek.gui.widgets.choices import calm_wheel
from vp_logboek.gui.widgets.flow import Flow
from vp_logboek.gui.widgets.narrow import fit_to_words
from vp_logboek.gui.year.compared import Comparison
from vp_logboek.gui.year.comparison import Sides, compare
from vp_logboek.gui.year.models import SheetModel
from vp_logboek.gui.year.pair import line_up
from vp_logboek.gui.year.panel import FiguresPanel
from vp_logboek.gui.year.sheets import my_sheet, their_sheet
from vp_logboek.gui.year.standing_words import (
    CALCULATING,
    DIFFERS_MARK,
    ISSUED_BEFORE,
    MINE,
    MINE_ISSUED,
    differs_sentence,
    theirs_title,
)
from vp_logboek.gui.year.words import ASK_WHY, absent_sentence
from vp_logboek.services.year_screen import Counted, Standing

DEFAULT = TableCode.SUBJECT


def hidden_words(model: SheetModel, row: int) -> str:
    """Why each hidden number of a row is hidden, a line for each; with its column's name where
    there are several.
    """
    columns = range(1, model.columnCount())
    hidden = [n for n in columns if model.cell(row, n).text == Mark.HIDDEN.value]
    whys = [model.cell(row, column).aloud for column in hidden]
    if len(columns) == 1:
        return "".join(whys)
    names = [str(model.headerData(n, Qt.Orientation.Horizontal)) for n in hidden]
    return "\n".join(f"{name.capitalize()}: {why}" for name, why in zip(names, whys, strict=True))


class Figures(QWidget):
    """Chooses a table and shows its two halves; the halves fold under each other when narrow.

    ``explained`` tells that the user chose a row and of what is said about it.
    """

    table_shown = Signal()
    explained = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._year: Counted | None = None
        self._seen: Protected | None = None
        self.table_list = QComboBox()
        self.parts_box = QCheckBox(self.tr("Met onderdelen"))
        self.mine = FiguresPanel(MINE)
        self.theirs = FiguresPanel("")
        self._lay_out()
        self._connect_parts()

    def _connect_parts(self) -> None:
        self.table_list.activated.connect(self._show_chosen)
        self.parts_box.toggled.connect(self._show_chosen)
        self.theirs.table.row_chosen.connect(self._explain)
        for panel in (self.mine, self.theirs):
            panel.table.arranged.connect(self._line_up)

    def show_year(self, year: Counted, seen: Protected | None) -> None:
        """Show another year, at the table that was chosen; ``seen`` None: still to be worked out,
        or not known.
        """
        self._year, self._seen = year, seen
        self.mine.set_title(MINE_ISSUED if year.standing is Standing.ISSUED else MINE)
        self.theirs.set_title(theirs_title(year))
        kept = self.table_list.currentData() or DEFAULT
        with QSignalBlocker(self.table_list):
            self.table_list.clear()
            for table in year.tally.tables:
                self.table_list.addItem(self._named(table.code, year), table.code)
            self.table_list.setCurrentIndex(self.table_list.findData(kept))
        self._show_chosen()

    def show_table(self, code: TableCode) -> None:
        """Choose a table."""
        self.table_list.setCurrentIndex(self.table_list.findData(code))
        self._show_chosen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _named(self, code: TableCode, year: Counted) -> str:
        differs = year.later is not None and self._compared(code, year).differs
        return f"{code.label} ({DIFFERS_MARK})" if differs else code.label

    def _compared(self, code: TableCode, year: Counted) -> Comparison:
        report = self._seen.report if self._seen else None
        sides = Sides(
            year.tally.table(code),
            year.before.table(code) if year.before else None,
            report.table(code) if report else None,
            self._seen.reasons if self._seen else {},
            year.later.table(code) if year.later else None,
        )
        return compare(sides)

    def _show_chosen(self) -> None:
        year = self._year
        if year is None:
            return
        compared = self._compared(TableCode(self.table_list.currentData()), year)
        self.parts_box.setVisible(compared.has_parts)
        if not self.parts_box.isChecked():
            compared = compared.wholes()
        earlier = year.before.period.label if year.before else ""
        self.mine.show_table(my_sheet(compared, year.period.label, earlier))
        self.mine.explain(differs_sentence(year) if compared.differs else "")
        self._show_theirs(compared, year)
        self._fold()
        self._line_up()
        self.table_shown.emit()

    def _show_theirs(self, compared: Comparison, year: Counted) -> None:
        if self._seen is None:
            blocked = year.standing is Standing.BLOCKED
            self.theirs.show_absent(ISSUED_BEFORE if blocked else CALCULATING)
        elif not compared.in_overview:
            self.theirs.show_absent(absent_sentence(compared.code, year.tally, year.level))
        else:
            report = self._seen.report
            sheet = their_sheet(compared, report.year, report.exact)
            self.theirs.show_table(sheet, compared.together)
            self._explain(None)

    def _explain(self, row: int | None) -> None:
        """Why the numbers in the chosen row are hidden; without one, that this can be asked."""
        model = self.theirs.table.sheet_model
        whys = {at: hidden_words(model, at) for at in range(model.rowCount())}
        asked = ASK_WHY if any(whys.values()) else ""
        self.theirs.explain(asked if row is None else whys.get(row) or asked)
        if row is not None and whys.get(row):
            self.explained.emit()

    def _line_up(self) -> None:
        left, right = self.mine.table, self.theirs.table
        if right.sheet_model.rowCount() == left.sheet_model.rowCount():
            line_up(left, right)
        else:
            left.set_heights(left.natural_heights())

    def _fold(self) -> None:
        room = self.width() - 8
        needed = self.mine.table.least_width() + self.theirs.table.least_width() + 4 * 16
        direction = QBoxLayout.Direction
        self._halves.setDirection(
            direction.LeftToRight if room >= needed else direction.TopToBottom
        )

    def _lay_out(self) -> None:
        self.table_list.setAccessibleName(self.tr("Tabel"))
        self.table_list.setMaxVisibleItems(20)
        fit_to_words(self.table_list)
        calm_wheel(self.table_list)
        name = QLabel(self.tr("Tabel"))
        name.setBuddy(self.table_list)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(8)
        self._halves.addWidget(self.mine, 1)
        self._halves.addWidget(self.theirs, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 4, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(Flow(name, self.table_list, self.parts_box))
        whole.addLayout(self._halves)
