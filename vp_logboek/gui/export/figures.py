"""Fields for figures that were given before: the totals, and the rows of one table at a time."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from vp_logboek.domain.tables import TableCode
from vp_logboek.gui.export import given
from vp_logboek.gui.export.given import GivenRow, GivenTable, Key
from vp_logboek.gui.widgets import Card, FieldRows, calm_wheel, label
from vp_logboek.gui.widgets.narrow import leftmost
from vp_logboek.gui.widgets.private import keep_private

_DIGITS = 4
_INDENT = 20


class NumberField(QLineEdit):
    """A whole number, or nothing. What is to be said of it stands in ``remark``, below it."""

    def __init__(self, row: GivenRow) -> None:
        super().__init__()
        self.row = row
        self.remark = label("", "muted")
        self.remark.hide()
        self.setMaxLength(_DIGITS)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setAccessibleName(row.label)
        self.setAccessibleDescription(f"U telt er nu {row.counted}.")
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * (_DIGITS + 5))
        keep_private(self)

    def number(self) -> int | None:
        """What was typed; None for nothing and for what is no number."""
        return given.number_of(self.text())

    def judge(self, problem: str) -> bool:
        """Show this problem beside the field, or else what stands out; whether it can be used."""
        if not problem and self.text().strip() and self.number() is None:
            problem = given.NO_NUMBER
        number = self.number()
        more = not problem and number is not None and number > self.row.counted
        note = given.MORE_THAN_COUNTED.format(self.row.counted) if more else ""
        self._say(problem or note, "problem" if problem else "muted")
        return not problem

    def _say(self, text: str, role: str) -> None:
        self.remark.setText(text)
        self.remark.setVisible(bool(text))
        self.remark.setProperty("role", role)
        self.setProperty("problem", role == "problem")
        self.setAccessibleDescription(text or f"U telt er nu {self.row.counted}.")
        for one in (self, self.remark):
            one.style().unpolish(one)
            one.style().polish(one)


class RowsOfTable(QWidget):
    """The fields of one table: label, field, and what the logbook counts now."""

    def __init__(self, rows: Sequence[GivenRow]) -> None:
        super().__init__()
        self.fields = [NumberField(row) for row in rows]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for n, field in enumerate(self.fields):
            name = label(field.row.label)
            for words in (name, field.remark):
                words.setContentsMargins(_INDENT if given.is_part(field.row) else 0, 0, 0, 0)
            name.setBuddy(field)
            middle = Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(name, 2 * n, 0)
            grid.addWidget(field, 2 * n, 1, middle)
            grid.addWidget(label(f"u telt nu {field.row.counted}", "muted", wrap=False), 2 * n, 2)
            grid.addWidget(field.remark, 2 * n + 1, 0, 1, 3)


class GivenFigures(Card):
    """``changed`` follows what is typed, ``made`` tells that there are more fields."""

    changed = Signal()
    made = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._tables: tuple[GivenTable, ...] = ()
        self._parts: dict[TableCode, RowsOfTable] = {}
        self.table_list = QComboBox()
        calm_wheel(self.table_list)
        self.table_list.activated.connect(self._show_table)
        self._total_holder = QWidget()
        self._above = QVBoxLayout(self._total_holder)
        self._above.setContentsMargins(0, 0, 0, 0)
        self._choice = FieldRows()
        self._choice.add(
            self.tr("Ook aantallen per"), leftmost(self.table_list), focus=self.table_list
        )
        self._below = QVBoxLayout()
        self.summary = label("", "strong")
        self.body.addWidget(self._total_holder)
        self.body.addWidget(self._choice)
        self.body.addLayout(self._below)
        self.body.addWidget(self.summary)

    def show_tables(self, tables: tuple[GivenTable, ...], totals: tuple[GivenRow, ...]) -> None:
        """Begin again with empty fields for these tables."""
        self._tables = tables
        for old in (*self._parts.values(), *self._total_holder.findChildren(RowsOfTable)):
            old.hide()
            old.deleteLater()
        self._parts = {}
        self._total = RowsOfTable(totals)
        self._above.addWidget(self._total)
        self.table_list.clear()
        self.table_list.addItem(self.tr("geen uitsplitsing"))
        for table in tables:
            self.table_list.addItem(table.code.label, table.code.value)
        self._watch(self._total)
        self._show_table()
        self.made.emit()

    @property
    def fields(self) -> list[NumberField]:
        """Every field there is by now, the totals first."""
        found = list(self._total.fields)
        for part in self._parts.values():
            found += part.fields
        return found

    def controls(self) -> list[QWidget]:
        """Everything that can be used, in the order in which it stands there."""
        parts = [field for part in self._parts.values() for field in part.fields]
        return [*self._total.fields, self.table_list, *parts]

    @property
    def total_field(self) -> NumberField:
        """The field of the total of melders."""
        return self._total.fields[0]

    def field(self, key: Key) -> NumberField:
        """The field of this figure; its table must have been shown."""
        return next(one for one in self.fields if one.row.key == key)

    def numbers(self) -> dict[Key, int]:
        """The figures that were typed."""
        return {
            field.row.key: number for field in self.fields if (number := field.number()) is not None
        }

    def show_table(self, code: TableCode) -> None:
        """Show the fields of this table."""
        self.table_list.setCurrentIndex(self.table_list.findData(code.value))
        self._show_table()

    def check(self) -> bool:
        """Whether what was typed can be used; if not, go to the first field that cannot be."""
        wrong = self._judge()
        if wrong is not None:
            self._bring_up(wrong)
        return wrong is None and bool(self.numbers())

    def _judge(self) -> NumberField | None:
        problems = given.problems(self._tables, self.numbers())
        fields = [one for one in self.fields if not one.judge(problems.get(one.row.key, ""))]
        return fields[0] if fields else None

    def _bring_up(self, field: NumberField) -> None:
        code = field.row.key[0]
        if code in self._parts:
            self.show_table(code)
        field.setFocus()

    def _show_table(self, _: int = 0) -> None:
        value = self.table_list.currentData()
        for part in self._parts.values():
            part.hide()
        if value is None:
            return
        code = TableCode(value)
        if code not in self._parts:
            rows = next(table.rows for table in self._tables if table.code is code)
            self._parts[code] = RowsOfTable(rows)
            self._below.addWidget(self._parts[code])
            self._watch(self._parts[code])
            self.made.emit()
        self._parts[code].show()

    def _watch(self, rows: RowsOfTable) -> None:
        for field in rows.fields:
            field.textEdited.connect(self._sum_up)
            field.editingFinished.connect(self._judge)
        self._sum_up()

    def _sum_up(self) -> None:
        told = given.named(self._tables, self.numbers())
        self.summary.setText(f"Ingevuld: {told}." if told else "")
        self.summary.setVisible(bool(told))
        self.changed.emit()
